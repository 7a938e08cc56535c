package factor

import (
	"context"
	"errors"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

const resetBatch = 100

func insertReset(ctx context.Context, tx db.Tx, r *reset) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func hasReset(ctx context.Context, q db.Querier, accountID identity.AccountID) (bool, error) {
	return q.NewSelect().Model((*reset)(nil)).Where("account_id = ?", accountID).Where("state = ?", ResetScheduled).Exists(ctx)
}

func selectResetOf(ctx context.Context, q db.Querier, accountID identity.AccountID) (*reset, error) {
	r := new(reset)
	err := q.NewSelect().Model(r).Where("account_id = ?", accountID).Where("state = ?", ResetScheduled).Scan(ctx)
	return r, err
}

func selectResetByToken(ctx context.Context, q db.Querier, hash []byte) (*reset, error) {
	r := new(reset)
	err := q.NewSelect().Model(r).Where("token_hash = ?", hash).Where("state = ?", ResetScheduled).Scan(ctx)
	return r, err
}

func selectDueResets(ctx context.Context, q db.Querier, at time.Time) ([]*reset, error) {
	var due []*reset
	err := q.NewSelect().Model(&due).Where("state = ?", ResetScheduled).Where("due_at <= ?", at).
		Order("due_at", "id").Limit(resetBatch).Scan(ctx)
	return due, err
}

// tokenReset puts another token on a reset that waits, and returns it.
func tokenReset(ctx context.Context, tx db.Tx, resetID ResetID, hash []byte) (*reset, error) {
	_, err := tx.NewUpdate().Model((*reset)(nil)).Set("token_hash = ?", hash).
		Where("id = ?", resetID).Where("state = ?", ResetScheduled).Exec(ctx)
	if err != nil {
		return nil, err
	}
	return selectResetByToken(ctx, tx, hash)
}

// endReset reports whether the reset was still waiting.
func endReset(ctx context.Context, tx db.Tx, resetID ResetID, to ResetState) (bool, error) {
	return one(tx.NewUpdate().Model((*reset)(nil)).Set("state = ?", to).Set("open_key = NULL").Set("ended_at = ?", tx.Now()).
		Where("id = ?", resetID).Where("state = ?", ResetScheduled).Exec(ctx))
}

// deleteFactorsOf takes everything away that an account has shown itself with.
func deleteFactorsOf(ctx context.Context, tx db.Tx, accountID identity.AccountID) error {
	_, passkeys := tx.NewDelete().Model((*Passkey)(nil)).Where("account_id = ?", accountID).Exec(ctx)
	_, guards := tx.NewDelete().Model((*guard)(nil)).Where("account_id = ?", accountID).Exec(ctx)
	return errors.Join(passkeys, guards, deleteTOTP(ctx, tx, accountID, Active), deleteTOTP(ctx, tx, accountID, Pending),
		deleteRecoveryCodes(ctx, tx, accountID))
}

func lockGuardByThaw(ctx context.Context, tx db.Tx, hash []byte) (*guard, error) {
	g := new(guard)
	err := db.ForUpdate(tx.NewSelect().Model(g).Where("thaw_hash = ?", hash)).Scan(ctx)
	return g, err
}
