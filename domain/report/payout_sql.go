package report

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/statement"
)

// selectDeparture finds the line by which a payout left a seller's balance.
func selectDeparture(ctx context.Context, q db.Querier, payoutID payout.ID) (*statement.Line, error) {
	l := new(statement.Line)
	err := q.NewSelect().Model(l).
		Where("sln.seller_id = (SELECT seller_id FROM payouts WHERE id = ?)", payoutID).
		Where("sln.journal_id = (SELECT id FROM ledger_journals WHERE source = ?)", payout.DepartureSource(payoutID)).
		Where("sln.book = ?", statement.BookProvider).Limit(1).Scan(ctx)
	return l, err
}

// upTo is what a balance was before a payout left.
type upTo struct {
	since   int64 // the place of the departure before; 0 when this is the first
	opening int64 // just after that
	closing int64 // just before this one
}

// selectBalanceUpTo sums what came and went before a departure.
func selectBalanceUpTo(ctx context.Context, q db.Querier, left *statement.Line) (b upTo, err error) {
	of := "seller_id = ? AND currency = ? AND book = ? AND seq < ?"
	values := []any{left.SellerID, left.Currency, statement.BookProvider, left.Seq}
	err = q.NewSelect().TableExpr("statement_lines").ColumnExpr("CAST(COALESCE(MAX(seq), 0) AS BIGINT)").
		Where(of, values...).Where("kind = ?", statement.KindPayouts).Scan(ctx, &b.since)
	if err != nil {
		return b, fmt.Errorf("find the payout before: %w", err)
	}
	err = q.NewSelect().TableExpr("statement_lines").
		ColumnExpr("CAST(COALESCE(SUM(CASE WHEN seq <= ? THEN amount_minor ELSE 0 END), 0) AS BIGINT)", b.since).
		ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").Where(of, values...).Scan(ctx, &b.opening, &b.closing)
	if err != nil {
		return b, fmt.Errorf("sum the balance before: %w", err)
	}
	return b, nil
}

// selectMovements reads what came and went between two departures.
func selectMovements(ctx context.Context, q db.Querier, left *statement.Line, since, limit int64) ([]*statement.Line, error) {
	var rows []*statement.Line
	err := q.NewSelect().Model(&rows).Where("seller_id = ? AND currency = ? AND book = ?", left.SellerID, left.Currency, statement.BookProvider).
		Where("seq > ? AND seq < ?", since, left.Seq).OrderExpr("seq, position").Limit(limit).Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what came and went: %w", err)
	}
	return rows, nil
}
