package identity

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
)

// selectTrusted finds a trusted device of an account by its token. Whether it
// still is one is decided by useTrusted.
func selectTrusted(ctx context.Context, q db.Querier, accountID AccountID, hash []byte) (*TrustedDevice, error) {
	found := new(TrustedDevice)
	err := q.NewSelect().Model(found).Where("trd.token_hash = ?", hash).Where("trd.account_id = ?", accountID).Scan(ctx)
	return found, err
}

func lockTrusted(ctx context.Context, tx db.Tx, deviceID TrustedDeviceID) (*TrustedDevice, error) {
	found := new(TrustedDevice)
	err := db.ForUpdate(tx.NewSelect().Model(found).Where("trd.id = ?", deviceID)).Scan(ctx)
	return found, err
}

func selectTrustedOf(ctx context.Context, q db.Querier, accountID AccountID, at time.Time) ([]*TrustedDevice, error) {
	found := []*TrustedDevice{}
	err := q.NewSelect().Model(&found).Where("trd.account_id = ?", accountID).Where("trd.expires_at > ?", at).
		OrderExpr("trd.id DESC").Limit(trustedMax).Scan(ctx)
	return found, err
}

func insertTrusted(ctx context.Context, tx db.Tx, d *TrustedDevice) error {
	_, err := tx.NewInsert().Model(d).Exec(ctx)
	return err
}

// useTrusted notes that a device lets somebody in, and reports whether it does:
// it may have been revoked, or be over, since it was found.
func useTrusted(ctx context.Context, tx db.Tx, d *TrustedDevice) (bool, error) {
	n, err := affected(tx.NewUpdate().Model((*TrustedDevice)(nil)).Set("last_used_at = ?", tx.Now()).
		Set("agent = ?", d.Agent).Set("place = ?", d.Place).
		Where("id = ?", d.ID).Where("token_hash = ?", d.TokenHash).Where("expires_at > ?", tx.Now()).Exec(ctx))
	return n == 1, err
}

func updateTrustToken(ctx context.Context, tx db.Tx, deviceID TrustedDeviceID, hash []byte) error {
	_, err := tx.NewUpdate().Model((*TrustedDevice)(nil)).Set("token_hash = ?", hash).Where("id = ?", deviceID).Exec(ctx)
	return err
}

func setSessionTrust(ctx context.Context, tx db.Tx, sessionID SessionID, deviceID TrustedDeviceID, pending bool) error {
	_, err := tx.NewUpdate().Model((*Session)(nil)).Set("trusted_device_id = ?", deviceID).Set("factor_pending = ?", pending).
		Where("id = ?", sessionID).Exec(ctx)
	return err
}

func deleteTrusted(ctx context.Context, tx db.Tx, accountID AccountID, deviceID TrustedDeviceID) (int64, error) {
	return affected(tx.NewDelete().Model((*TrustedDevice)(nil)).Where("account_id = ?", accountID).Where("id = ?", deviceID).Exec(ctx))
}

func deleteTrustedOf(ctx context.Context, tx db.Tx, accountID AccountID) (int64, error) {
	return affected(tx.NewDelete().Model((*TrustedDevice)(nil)).Where("account_id = ?", accountID).Exec(ctx))
}

// deleteTrustedBeyond keeps the newest trusted devices of an account.
func deleteTrustedBeyond(ctx context.Context, tx db.Tx, accountID AccountID, keep int64) error {
	newest := tx.NewSelect().Model((*TrustedDevice)(nil)).Column("id").Where("account_id = ?", accountID).OrderExpr("id DESC").Limit(keep)
	_, err := tx.NewDelete().Model((*TrustedDevice)(nil)).Where("account_id = ?", accountID).Where("id NOT IN (?)", newest).Exec(ctx)
	return err
}

func deleteTrustOver(ctx context.Context, tx db.Tx) (int64, error) {
	return affected(tx.NewDelete().Model((*TrustedDevice)(nil)).Where("expires_at <= ?", tx.Now()).Exec(ctx))
}
