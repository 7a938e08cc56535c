package vault

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seal"
)

func selectKey(ctx context.Context, q db.Querier, subject Subject) (*dataKey, error) {
	k := new(dataKey)
	err := q.NewSelect().Model(k).Where("subject = ?", subject).Scan(ctx)
	return k, err
}

func insertKey(ctx context.Context, tx db.Tx, k *dataKey) error {
	_, err := tx.NewInsert().Model(k).On("CONFLICT (subject) DO NOTHING").Exec(ctx)
	return err
}

// eraseKey leaves the mark that a subject has no key any more, also where it
// never had one.
func eraseKey(ctx context.Context, tx db.Tx, k *dataKey) error {
	_, err := tx.NewInsert().Model(k).On("CONFLICT (subject) DO UPDATE").
		Set("sealed = NULL").Set("sealed_key_id = 0").
		Set("erased_at = COALESCE(?TableAlias.erased_at, EXCLUDED.erased_at)").Exec(ctx)
	return err
}

// keyUse is how many data keys a key has sealed.
type keyUse struct {
	SealedKeyID int64
	Rows        int64
}

func selectKeyUse(ctx context.Context, q db.Querier) ([]keyUse, error) {
	var uses []keyUse
	err := q.NewSelect().TableExpr("subject_keys").Column("sealed_key_id").ColumnExpr("count(*) AS rows").
		Where("sealed IS NOT NULL").Group("sealed_key_id").Order("sealed_key_id").Scan(ctx, &uses)
	return uses, err
}

// selectSealedOtherwise returns the next rows that another key has sealed.
func selectSealedOtherwise(ctx context.Context, q db.Querier, primary seal.KeyID, after Subject, limit int) ([]*dataKey, error) {
	var rows []*dataKey
	err := q.NewSelect().Model(&rows).Where("sealed IS NOT NULL").Where("sealed_key_id <> ?", int64(primary)).
		Where("subject > ?", after).Order("subject").Limit(int64(limit)).Scan(ctx)
	return rows, err
}

// updateSealed writes a key that was sealed anew, and reports whether the row
// is still there as it was read.
func updateSealed(ctx context.Context, tx db.Tx, k *dataKey, before int64) (bool, error) {
	res, err := tx.NewUpdate().Model(k).Column("sealed", "sealed_key_id").WherePK().
		Where("sealed_key_id = ?", before).Where("sealed IS NOT NULL").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

// selectKeys returns the keys of subjects, but for those that were erased.
func selectKeys(ctx context.Context, q db.Querier, subjects []Subject) ([]*dataKey, error) {
	var rows []*dataKey
	err := q.NewSelect().Model(&rows).Where("subject IN (?)", bun.List(subjects)).Where("sealed IS NOT NULL").Scan(ctx)
	return rows, err
}
