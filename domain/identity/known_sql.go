package identity

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
)

func selectDevice(ctx context.Context, q db.Querier, hash []byte, emailFolded string) (*device, error) {
	found := new(device)
	err := q.NewSelect().Model(found).Join("JOIN accounts AS a ON a.id = device.account_id").
		Where("device.token_hash = ?", hash).Where("a.email_folded = ?", emailFolded).Scan(ctx)
	return found, err
}

func insertDevice(ctx context.Context, tx db.Tx, d *device) error {
	_, err := tx.NewInsert().Model(d).Exec(ctx)
	return err
}

func touchDevice(ctx context.Context, tx db.Tx, deviceID DeviceID) error {
	_, err := tx.NewUpdate().Model((*device)(nil)).Set("last_used_at = ?", tx.Now()).Where("id = ?", deviceID).Exec(ctx)
	return err
}

// updateDeviceToken gives a device another token, unless it has the one that is
// shown, and reports whether it has.
func updateDeviceToken(ctx context.Context, tx db.Tx, deviceID DeviceID, hash, shown []byte) (bool, error) {
	update := tx.NewUpdate().Model((*device)(nil)).Set("token_hash = ?", hash).Where("id = ?", deviceID)
	if shown != nil {
		update.Where("token_hash <> ?", shown)
	}
	n, err := affected(update.Exec(ctx))
	return n == 1, err
}

func setSessionDevice(ctx context.Context, tx db.Tx, sessionID SessionID, deviceID DeviceID) error {
	_, err := tx.NewUpdate().Model((*Session)(nil)).Set("device_id = ?", deviceID).Where("id = ?", sessionID).Exec(ctx)
	return err
}

// deleteDevicesBeyond keeps the latest used devices of an account.
func deleteDevicesBeyond(ctx context.Context, tx db.Tx, accountID AccountID, keep int64) error {
	latest := tx.NewSelect().Model((*device)(nil)).Column("id").Where("account_id = ?", accountID).
		OrderExpr("last_used_at DESC, id DESC").Limit(keep)
	_, err := tx.NewDelete().Model((*device)(nil)).Where("account_id = ?", accountID).Where("id NOT IN (?)", latest).Exec(ctx)
	return err
}

// deleteDevicesOf forgets the devices of an account, except that of a session.
func deleteDevicesOf(ctx context.Context, tx db.Tx, accountID AccountID, kept SessionID) error {
	own := tx.NewSelect().Model((*Session)(nil)).Column("device_id").Where("id = ?", kept).Where("device_id IS NOT NULL")
	_, err := tx.NewDelete().Model((*device)(nil)).Where("account_id = ?", accountID).Where("id NOT IN (?)", own).Exec(ctx)
	return err
}

func deleteDevices(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	return affected(tx.NewDelete().Model((*device)(nil)).Where("last_used_at < ?", before).Exec(ctx))
}
