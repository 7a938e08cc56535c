package idempotency

import (
	"context"

	"github.com/etal-market/etal/db"
)

func insertRecord(ctx context.Context, tx db.Tx, r *record) (first bool, err error) {
	res, err := tx.NewInsert().Model(r).On("CONFLICT (account_id, operation, key) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func selectRecord(ctx context.Context, q db.Querier, c Command) (*record, error) {
	r := new(record)
	err := q.NewSelect().Model(r).
		Where("account_id = ? AND operation = ? AND key = ?", c.AccountID, c.Operation, c.Key).Scan(ctx)
	return r, err
}

func updateOutcome(ctx context.Context, tx db.Tx, c Command, outcome string) error {
	_, err := tx.NewUpdate().Model((*record)(nil)).Set("outcome = ?", outcome).
		Where("account_id = ? AND operation = ? AND key = ?", c.AccountID, c.Operation, c.Key).Exec(ctx)
	return err
}

func updateAccount(ctx context.Context, tx db.Tx, operation, from, to string) error {
	_, err := tx.NewUpdate().Model((*record)(nil)).Set("account_id = ?", to).
		Where("account_id = ? AND operation = ?", from, operation).
		Where("key NOT IN (SELECT key FROM idempotency_keys WHERE account_id = ? AND operation = ?)", to, operation).Exec(ctx)
	return err
}
