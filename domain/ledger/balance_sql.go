package ledger

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

type accountSum struct {
	SellerID seller.ID // empty where it is known
	Currency money.Currency
	Account  string
	SumMinor int64
}

// sums is what balances are summed over, as of an instant or, when at is nil,
// now. It is one statement, and so one state of the database: what is chained
// while it runs is not counted twice.
//
// As of an instant these are the days before its own, what was posted before its
// day and is not chained yet, and the entries of the day itself up to it. The
// last are found by the given part of a statement.
func sums(q db.Querier, at *time.Time, ofDay string) *bun.SelectQuery {
	if at == nil {
		return q.NewSelect().TableExpr("ledger_sums AS s")
	}
	until := at.UTC()
	day := until.Truncate(24 * time.Hour)
	return q.NewSelect().TableExpr(`(
		SELECT seller_id, account, currency, amount_minor FROM ledger_days WHERE day < ?
		UNION ALL
		SELECT seller_id, account, currency, amount_minor FROM ledger_tail WHERE posted_at < ?
		UNION ALL
		SELECT e.seller_id, e.account, e.currency, e.amount_minor FROM `+ofDay+`) AS s`, dayOf(day), day, day, until)
}

// The entries of a day up to an instant, where the seller is known and where not.
const (
	entriesOfDay  = "ledger_entries AS e WHERE e.posted_at >= ? AND e.posted_at <= ?"
	journalsOfDay = `ledger_journals AS j JOIN ledger_entries AS e ON e.journal_id = j.id
		WHERE j.posted_at >= ? AND j.posted_at <= ?`
)

func selectSellerSums(ctx context.Context, q db.Querier, of seller.ID, at *time.Time) ([]accountSum, error) {
	var rows []accountSum
	err := sums(q, at, entriesOfDay).
		ColumnExpr("s.currency, s.account, CAST(SUM(s.amount_minor) AS BIGINT) AS sum_minor").
		Where("s.seller_id = ?", of).GroupExpr("s.currency, s.account").OrderExpr("s.currency, s.account").Scan(ctx, &rows)
	return rows, err
}

func selectSumsOfSellers(ctx context.Context, q db.Querier, sellers []seller.ID) ([]accountSum, error) {
	var rows []accountSum
	err := sums(q, nil, entriesOfDay).
		ColumnExpr("s.seller_id, s.currency, s.account, CAST(SUM(s.amount_minor) AS BIGINT) AS sum_minor").
		Where("s.seller_id IN (?)", bun.List(sellers)).GroupExpr("s.seller_id, s.currency, s.account").
		OrderExpr("s.seller_id, s.currency, s.account").Scan(ctx, &rows)
	return rows, err
}

func selectAccountSums(ctx context.Context, q db.Querier, a Account, at *time.Time) ([]*AccountBalance, error) {
	var rows []*AccountBalance
	err := sums(q, at, entriesOfDay).
		ColumnExpr("s.account, s.seller_id, s.currency, CAST(SUM(s.amount_minor) AS BIGINT) AS amount_minor").
		Where("s.seller_id = ?", a.SellerID).Where("s.account = ?", a.Name).
		GroupExpr("s.account, s.seller_id, s.currency").OrderExpr("s.currency").Scan(ctx, &rows)
	return rows, err
}

func selectTrialBalance(ctx context.Context, q db.Querier, at *time.Time) ([]*AccountBalance, error) {
	var lines []*AccountBalance
	err := sums(q, at, journalsOfDay).
		ColumnExpr("s.account, s.currency, CAST(SUM(s.amount_minor) AS BIGINT) AS amount_minor").
		Where("s.account NOT LIKE 'memo:%'").
		GroupExpr("s.account, s.currency").OrderExpr("s.currency, s.account").Scan(ctx, &lines)
	return lines, err
}
