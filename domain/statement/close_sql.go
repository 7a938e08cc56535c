package statement

import (
	"context"
	"errors"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// selectLastPeriod returns the month that was closed last; nil when none was.
func selectLastPeriod(ctx context.Context, q db.Querier) (*period, error) {
	p := new(period)
	err := q.NewSelect().Model(p).OrderExpr("month DESC").Limit(1).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return p, err
}

func insertPeriod(ctx context.Context, tx db.Tx, p *period) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

func markComplete(ctx context.Context, tx db.Tx, month string) error {
	_, err := tx.NewUpdate().Model((*period)(nil)).Set("completed_at = ?", tx.Now()).
		Where("month = ? AND completed_at IS NULL", month).Exec(ctx)
	return err
}

// selectDue finds whose statement of a month is missing: those with lines in it,
// and those whose last one did not close at zero.
func selectDue(ctx context.Context, q db.Querier, p *period, before string) ([]purse, error) {
	var rows []struct {
		SellerID seller.ID
		Currency money.Currency
	}
	err := q.NewRaw(`SELECT d.seller_id, d.currency FROM (
			SELECT seller_id, currency FROM statement_lines WHERE seq > ? AND seq <= ?
			UNION
			SELECT seller_id, currency FROM seller_statements WHERE month = ? AND (closing_minor <> 0 OR provider_closing_minor <> 0)
		) AS d WHERE NOT EXISTS (
			SELECT 1 FROM seller_statements AS s WHERE s.seller_id = d.seller_id AND s.currency = d.currency AND s.month = ?
		) ORDER BY d.seller_id, d.currency`, p.FromSeq, p.ToSeq, before, p.Month).Scan(ctx, &rows)
	due := make([]purse, len(rows))
	for i, r := range rows {
		due[i] = purse{r.SellerID, r.Currency}
	}
	return due, err
}

// countUp takes the next number of a series. The head is locked, so nobody else
// does at the same time.
func countUp(ctx context.Context, tx db.Tx, series string) (last int64, err error) {
	_, err = tx.NewRaw("INSERT INTO statement_numbers (series, last) VALUES (?, 0) ON CONFLICT (series) DO NOTHING", series).Exec(ctx)
	if err != nil {
		return 0, err
	}
	if _, err := tx.NewRaw("UPDATE statement_numbers SET last = last + 1 WHERE series = ?", series).Exec(ctx); err != nil {
		return 0, err
	}
	err = tx.NewRaw("SELECT last FROM statement_numbers WHERE series = ?", series).Scan(ctx, &last)
	return last, err
}
