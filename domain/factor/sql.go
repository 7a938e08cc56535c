package factor

import (
	"context"
	"database/sql"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
)

func selectTOTP(ctx context.Context, q db.Querier, accountID identity.AccountID, s State) (*TOTP, error) {
	t := new(TOTP)
	err := q.NewSelect().Model(t).Where("account_id = ?", accountID).Where("state = ?", s).Scan(ctx)
	return t, err
}

func insertTOTP(ctx context.Context, tx db.Tx, t *TOTP) error {
	_, err := tx.NewInsert().Model(t).Exec(ctx)
	return err
}

// activateTOTP makes a pending app the account's, and reports whether it was
// still pending.
func activateTOTP(ctx context.Context, tx db.Tx, totpID TOTPID, step int64) (bool, error) {
	return one(tx.NewUpdate().Model((*TOTP)(nil)).Set("state = ?", Active).Set("confirmed_at = ?", tx.Now()).
		Set("last_step = ?", step).Where("id = ?", totpID).Where("state = ?", Pending).Exec(ctx))
}

// useStep accepts a step, and reports whether it was neither used nor
// overtaken: of many who show one code at once, one is right.
func useStep(ctx context.Context, tx db.Tx, totpID TOTPID, step int64) (bool, error) {
	return one(tx.NewUpdate().Model((*TOTP)(nil)).Set("last_step = ?", step).Set("last_used_at = ?", tx.Now()).
		Where("id = ?", totpID).Where("state = ?", Active).Where("last_step < ?", step).Exec(ctx))
}

func deleteTOTP(ctx context.Context, tx db.Tx, accountID identity.AccountID, s State) error {
	_, err := tx.NewDelete().Model((*TOTP)(nil)).Where("account_id = ?", accountID).Where("state = ?", s).Exec(ctx)
	return err
}

func deleteExpired(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	return affected(tx.NewDelete().Model((*TOTP)(nil)).Where("state = ?", Pending).Where("created_at <= ?", before).Exec(ctx))
}

func insertRecoveryCodes(ctx context.Context, tx db.Tx, rows []*recoveryCode) error {
	_, err := tx.NewInsert().Model(&rows).Exec(ctx)
	return err
}

func deleteRecoveryCodes(ctx context.Context, tx db.Tx, accountID identity.AccountID) error {
	_, err := tx.NewDelete().Model((*recoveryCode)(nil)).Where("account_id = ?", accountID).Exec(ctx)
	return err
}

// useRecoveryCode reports whether there was such a code and it was not used.
func useRecoveryCode(ctx context.Context, tx db.Tx, accountID identity.AccountID, hash []byte) (bool, error) {
	return one(tx.NewUpdate().Model((*recoveryCode)(nil)).Set("used_at = ?", tx.Now()).
		Where("account_id = ?", accountID).Where("code_hash = ?", hash).Where("used_at IS NULL").Exec(ctx))
}

func countRecoveryCodes(ctx context.Context, q db.Querier, accountID identity.AccountID) (int64, error) {
	n, err := q.NewSelect().Model((*recoveryCode)(nil)).Where("account_id = ?", accountID).Where("used_at IS NULL").Count(ctx)
	return int64(n), err
}

// lockGuard returns the count of an account, which begins at zero, and holds
// its row.
func lockGuard(ctx context.Context, tx db.Tx, accountID identity.AccountID) (*guard, error) {
	row := &guard{AccountID: accountID, FailedAt: time.Unix(0, 0).UTC()}
	if _, err := tx.NewInsert().Model(row).On("CONFLICT (account_id) DO NOTHING").Exec(ctx); err != nil {
		return nil, err
	}
	err := db.ForUpdate(tx.NewSelect().Model(row).WherePK()).Scan(ctx)
	return row, err
}

func updateGuard(ctx context.Context, tx db.Tx, g *guard) error {
	_, err := tx.NewUpdate().Model(g).WherePK().Exec(ctx)
	return err
}

// keyUse is how many secrets a key has sealed.
type keyUse struct {
	SecretKeyID int64
	Rows        int64
}

func selectKeyUse(ctx context.Context, q db.Querier) ([]keyUse, error) {
	var uses []keyUse
	err := q.NewSelect().Model((*TOTP)(nil)).Column("secret_key_id").ColumnExpr("count(*) AS rows").
		Group("secret_key_id").Order("secret_key_id").Scan(ctx, &uses)
	return uses, err
}

// selectSealedOtherwise returns the next rows that another key has sealed.
func selectSealedOtherwise(ctx context.Context, q db.Querier, primary seal.KeyID, after TOTPID, limit int64) ([]*TOTP, error) {
	var rows []*TOTP
	err := q.NewSelect().Model(&rows).Where("secret_key_id <> ?", int64(primary)).Where("id > ?", after).
		Order("id").Limit(limit).Scan(ctx)
	return rows, err
}

// updateSecret writes a secret that was sealed anew, and reports whether the
// row is still there as it was read.
func updateSecret(ctx context.Context, tx db.Tx, t *TOTP, oldKeyID int64) (bool, error) {
	return one(tx.NewUpdate().Model(t).Column("secret", "secret_key_id").WherePK().Where("secret_key_id = ?", oldKeyID).Exec(ctx))
}

func affected(res sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func one(res sql.Result, err error) (bool, error) {
	n, err := affected(res, err)
	return n == 1, err
}
