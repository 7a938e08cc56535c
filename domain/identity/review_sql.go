package identity

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

// operatorIdleExpr is since when an operator has not signed in: from the last
// sign-in, from the making of the account, or from being let in again, whichever
// is last.
const operatorIdleExpr = `CASE
	WHEN operator_enabled_at IS NOT NULL AND (signed_in_at IS NULL OR operator_enabled_at >= signed_in_at) THEN operator_enabled_at
	WHEN signed_in_at IS NOT NULL THEN signed_in_at
	ELSE created_at END`

// staleRow is how a StaleOperator is read.
type staleRow struct {
	Account   `bun:",extend"`
	IdleSince time.Time `bun:",scanonly"`
}

func staleOf(rows []*staleRow) []*StaleOperator {
	found := make([]*StaleOperator, len(rows))
	for i, r := range rows {
		found[i] = &StaleOperator{Account: r.Account, IdleSince: r.IdleSince}
	}
	return found
}

func stale(sel *bun.SelectQuery) *bun.SelectQuery {
	return sel.ColumnExpr("account.*").ColumnExpr("(" + operatorIdleExpr + ") AS idle_since").Where("operator_role IS NOT NULL")
}

// lockStaleOperators holds all operators, so that of two reviews at once the
// second sees which admins the first has left.
func lockStaleOperators(ctx context.Context, tx db.Tx, since time.Time) ([]*StaleOperator, error) {
	var all []*Account
	if err := db.ForUpdate(tx.NewSelect().Model(&all).Where("operator_role IS NOT NULL").OrderExpr("id")).Scan(ctx); err != nil {
		return nil, err
	}
	var rows []*staleRow
	err := stale(tx.NewSelect().Model(&rows)).Where("operator_disabled_at IS NULL").
		Where("("+operatorIdleExpr+") <= ?", since).OrderExpr("id").Scan(ctx)
	return staleOf(rows), err
}

func selectStaleOperators(ctx context.Context, q db.Querier, since time.Time, w page.Window, from AccountID) ([]*StaleOperator, error) {
	var rows []*staleRow
	sel := stale(q.NewSelect().Model(&rows)).Limit(w.Limit()).Where("("+operatorIdleExpr+") <= ?", since)
	compare, order := "id < ?", "id DESC"
	if w.Backward {
		compare, order = "id > ?", "id ASC"
	}
	if w.HasCursor() {
		sel.Where(compare, from)
	}
	err := sel.OrderExpr(order).Scan(ctx)
	return staleOf(rows), err
}

// countAdmins counts the admins who may act, without one of them.
func countAdmins(ctx context.Context, tx db.Tx, without AccountID) (int64, error) {
	return tx.NewSelect().Model((*Account)(nil)).Where("operator_role = ?", OperatorAdmin).
		Where("operator_disabled_at IS NULL").Where("id <> ?", without).Count(ctx)
}

func selectAdmins(ctx context.Context, q db.Querier) ([]AccountID, error) {
	var ids []AccountID
	err := q.NewSelect().Model((*Account)(nil)).Column("id").Where("operator_role = ?", OperatorAdmin).
		Where("operator_disabled_at IS NULL").OrderExpr("id").Scan(ctx, &ids)
	return ids, err
}

func updateOperator(ctx context.Context, tx db.Tx, accountID AccountID, disabled, enabled *time.Time) error {
	_, err := tx.NewUpdate().Model((*Account)(nil)).Set("operator_disabled_at = ?", disabled).Set("operator_enabled_at = ?", enabled).
		Set("updated_at = ?", tx.Now()).Where("id = ?", accountID).Exec(ctx)
	return err
}

// claimReview moves the instant of a review, unless it is after another one.
func claimReview(ctx context.Context, tx db.Tx, subject string, before time.Time) (bool, error) {
	n, err := affected(tx.NewRaw(`INSERT INTO access_reviews (subject, told_at) VALUES (?, ?)
		ON CONFLICT (subject) DO UPDATE SET told_at = excluded.told_at WHERE access_reviews.told_at <= ?`,
		subject, tx.Now(), before).Exec(ctx))
	return n == 1, err
}
