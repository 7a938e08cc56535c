package apikey

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

// owner is the row that whoever makes keys of one owner holds.
type owner struct {
	bun.BaseModel `bun:"table:api_key_owners"`

	Owner string `bun:",pk"`
}

func lockOwner(ctx context.Context, tx db.Tx, name string) error {
	row := &owner{Owner: name}
	if _, err := tx.NewInsert().Model(row).On("CONFLICT (owner) DO NOTHING").Exec(ctx); err != nil {
		return err
	}
	return db.ForUpdate(tx.NewSelect().Model(row).WherePK()).Scan(ctx)
}

// ownedBy narrows to the keys of a seller, or of the platform.
func ownedBy(name string) func(*bun.SelectQuery) *bun.SelectQuery {
	return func(q *bun.SelectQuery) *bun.SelectQuery {
		if name == platform {
			return q.Where("k.seller_id IS NULL")
		}
		return q.Where("k.seller_id = ?", name)
	}
}

func countActive(ctx context.Context, tx db.Tx, name string) (int64, error) {
	n, err := tx.NewSelect().Model((*Key)(nil)).Apply(ownedBy(name)).
		Where("k.revoked_at IS NULL").Where("k.expires_at > ?", tx.Now()).Count(ctx)
	return int64(n), err
}

func insertKey(ctx context.Context, tx db.Tx, k *Key) error {
	_, err := tx.NewInsert().Model(k).Exec(ctx)
	return err
}

// updateKey writes what changes of a key, but its last use, which others write
// meanwhile.
func updateKey(ctx context.Context, tx db.Tx, k *Key) error {
	_, err := tx.NewUpdate().Model(k).Column("expires_at", "warned", "revoked_at", "revoked_by").WherePK().Exec(ctx)
	return err
}

func lockKey(ctx context.Context, tx db.Tx, keyID ID) (*Key, error) {
	k := new(Key)
	err := db.ForUpdate(tx.NewSelect().Model(k).Where("k.id = ?", keyID)).Scan(ctx)
	return k, err
}

func selectKey(ctx context.Context, q db.Querier, keyID ID) (*Key, error) {
	k := new(Key)
	err := q.NewSelect().Model(k).Where("k.id = ?", keyID).Scan(ctx)
	return k, err
}

func selectKeys(ctx context.Context, q db.Querier, ids []ID) ([]*Key, error) {
	var keys []*Key
	err := q.NewSelect().Model(&keys).Where("k.id IN (?)", bun.List(ids)).Scan(ctx)
	return keys, err
}

func insertSecret(ctx context.Context, tx db.Tx, s *Secret) error {
	_, err := tx.NewInsert().Model(s).Exec(ctx)
	return err
}

// selectWorking returns the secrets of keys that have not ended, the newest first.
func selectWorking(ctx context.Context, q db.Querier, ids []ID, at time.Time) ([]*Secret, error) {
	var secrets []*Secret
	err := q.NewSelect().Model(&secrets).Where("s.key_id IN (?)", bun.List(ids)).Where("s.ends_at > ?", at).OrderExpr("s.id DESC").Scan(ctx)
	return secrets, err
}

// endSecrets sets an end to the secrets of a key that would last longer.
func endSecrets(ctx context.Context, tx db.Tx, keyID ID, at time.Time) error {
	_, err := tx.NewUpdate().Model((*Secret)(nil)).Set("ends_at = ?", at).Where("key_id = ?", keyID).Where("ends_at > ?", at).Exec(ctx)
	return err
}

// shown is a secret with its key: every request with a token reads both.
type shown struct {
	Secret `bun:",extend"`

	Key *Key `bun:"rel:belongs-to,join:key_id=id"`
}

func selectByHash(ctx context.Context, q db.Querier, hash []byte) (*Secret, *Key, error) {
	row := new(shown)
	err := q.NewSelect().Model(row).Relation("Key").Where("s.token_hash = ?", hash).Scan(ctx)
	return &row.Secret, row.Key, err
}

// touch writes down a use, unless a later one is written already.
func touch(ctx context.Context, tx db.Tx, s *Secret, at time.Time, place string) error {
	_, err := tx.NewUpdate().Model((*Secret)(nil)).Set("last_used_at = ?", at).Set("last_used_place = ?", place).
		Where("id = ?", s.ID).Where("last_used_at IS NULL OR last_used_at < ?", at).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewUpdate().Model((*Key)(nil)).Set("last_used_at = ?", at).Set("last_used_place = ?", place).
		Where("id = ?", s.KeyID).Where("last_used_at IS NULL OR last_used_at < ?", at).Exec(ctx)
	return err
}

// query is one page of the keys of an owner.
type query struct {
	owner  string
	status *Status
	at     time.Time
	window page.Window
	from   ID // where the page begins; empty at the end of the list
}

func selectPage(ctx context.Context, q db.Querier, want query) ([]*Key, error) {
	var keys []*Key
	sel := q.NewSelect().Model(&keys).Apply(ownedBy(want.owner)).Limit(want.window.Limit())
	if want.status != nil {
		switch *want.status {
		case StatusRevoked:
			sel.Where("k.revoked_at IS NOT NULL")
		case StatusExpired:
			sel.Where("k.revoked_at IS NULL").Where("k.expires_at <= ?", want.at)
		case StatusActive:
			sel.Where("k.revoked_at IS NULL").Where("k.expires_at > ?", want.at)
		}
	}
	compare, order := "k.id < ?", "k.id DESC"
	if want.window.Backward {
		compare, order = "k.id > ?", "k.id ASC"
	}
	if want.window.HasCursor() {
		sel.Where(compare, want.from)
	}
	err := sel.OrderExpr(order).Scan(ctx)
	return keys, err
}

// selectExpiring finds keys that work and are nearer to their end than a warning
// that was not sent.
func selectExpiring(ctx context.Context, q db.Querier, now time.Time, warnings []time.Duration) ([]*Key, error) {
	var keys []*Key
	err := q.NewSelect().Model(&keys).Where("k.revoked_at IS NULL").Where("k.expires_at > ?", now).
		WhereGroup(" AND ", func(sel *bun.SelectQuery) *bun.SelectQuery {
			for i, before := range warnings {
				sel.WhereOr("(k.warned <= ? AND k.expires_at <= ?)", i, now.Add(before))
			}
			return sel
		}).OrderExpr("k.expires_at, k.id").Limit(warnBatch).Scan(ctx)
	return keys, err
}

// noteWarning reports whether a key still stands as it was found and the warning
// was not noted by somebody else.
func noteWarning(ctx context.Context, tx db.Tx, k *Key, warned int64) (bool, error) {
	res, err := tx.NewUpdate().Model((*Key)(nil)).Set("warned = ?", warned).Where("id = ?", k.ID).Where("warned < ?", warned).
		Where("revoked_at IS NULL").Where("expires_at = ?", k.ExpiresAt).Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}
