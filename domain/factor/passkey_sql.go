package factor

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

func selectPasskeys(ctx context.Context, q db.Querier, accountID identity.AccountID) ([]*Passkey, error) {
	var list []*Passkey
	err := q.NewSelect().Model(&list).Where("account_id = ?", accountID).Order("id").Scan(ctx)
	return list, err
}

func selectPasskeyByCredential(ctx context.Context, q db.Querier, credentialID []byte) (*Passkey, error) {
	p := new(Passkey)
	err := q.NewSelect().Model(p).Where("credential_id = ?", credentialID).Scan(ctx)
	return p, err
}

func insertPasskey(ctx context.Context, tx db.Tx, p *Passkey) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

func updatePasskey(ctx context.Context, tx db.Tx, p *Passkey) error {
	_, err := tx.NewUpdate().Model(p).WherePK().Exec(ctx)
	return err
}

func selectPasskey(ctx context.Context, q db.Querier, accountID identity.AccountID, passkeyID PasskeyID) (*Passkey, error) {
	p := new(Passkey)
	err := q.NewSelect().Model(p).Where("id = ?", passkeyID).Where("account_id = ?", accountID).Scan(ctx)
	return p, err
}

func renamePasskey(ctx context.Context, tx db.Tx, accountID identity.AccountID, passkeyID PasskeyID, name string) error {
	_, err := tx.NewUpdate().Model((*Passkey)(nil)).Set("name = ?", name).
		Where("id = ?", passkeyID).Where("account_id = ?", accountID).Exec(ctx)
	return err
}

func deletePasskey(ctx context.Context, tx db.Tx, passkeyID PasskeyID) error {
	_, err := tx.NewDelete().Model((*Passkey)(nil)).Where("id = ?", passkeyID).Exec(ctx)
	return err
}

func selectHandle(ctx context.Context, q db.Querier, accountID identity.AccountID) (*handle, error) {
	h := new(handle)
	err := q.NewSelect().Model(h).Where("account_id = ?", accountID).Scan(ctx)
	return h, err
}

func insertHandle(ctx context.Context, tx db.Tx, h *handle) error {
	_, err := tx.NewInsert().Model(h).Exec(ctx)
	return err
}

func insertCeremony(ctx context.Context, tx db.Tx, c *ceremony) error {
	_, err := tx.NewInsert().Model(c).Exec(ctx)
	return err
}

func selectCeremony(ctx context.Context, q db.Querier, hash []byte) (*ceremony, error) {
	c := new(ceremony)
	err := q.NewSelect().Model(c).Where("token_hash = ?", hash).Scan(ctx)
	return c, err
}

// deleteCeremony reports whether it was still there: of many who answer one
// challenge at once, one does.
func deleteCeremony(ctx context.Context, tx db.Tx, hash []byte) (bool, error) {
	return one(tx.NewDelete().Model((*ceremony)(nil)).Where("token_hash = ?", hash).Exec(ctx))
}

func deleteCeremonies(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	return affected(tx.NewDelete().Model((*ceremony)(nil)).Where("created_at <= ?", before).Exec(ctx))
}
