package export

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

func insertExport(ctx context.Context, tx db.Tx, e *Export) error {
	_, err := tx.NewInsert().Model(e).Exec(ctx)
	return err
}

func selectExport(ctx context.Context, q db.Querier, exportID ID) (*Export, error) {
	e := new(Export)
	err := q.NewSelect().Model(e).Where("id = ?", exportID).Scan(ctx)
	return e, err
}

func lockExport(ctx context.Context, tx db.Tx, exportID ID) (*Export, error) {
	e := new(Export)
	err := db.ForUpdate(tx.NewSelect().Model(e).Where("id = ?", exportID)).Scan(ctx)
	return e, err
}

func updateExport(ctx context.Context, tx db.Tx, e *Export) error {
	if _, err := tx.NewUpdate().Model(e).WherePK().Exec(ctx); err != nil {
		return fmt.Errorf("update export: %w", err)
	}
	return nil
}

func selectUnfetched(ctx context.Context, q db.Querier, kind Kind) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Export)(nil)).Column("id").Where("kind = ?", kind).
		Where("status IN (?)", bun.List([]Status{Pending, Running, Ready})).Order("id").Scan(ctx, &ids)
	return ids, err
}

func countOpen(ctx context.Context, q db.Querier, owner string) (int64, error) {
	return q.NewSelect().Model((*Export)(nil)).Where("owner_id = ?", owner).
		Where("status IN (?)", bun.List([]Status{Pending, Running})).Count(ctx)
}

func selectOwnExports(ctx context.Context, q db.Querier, owner string, ids []ID) ([]*Export, error) {
	var rows []*Export
	err := q.NewSelect().Model(&rows).Where("owner_id = ?", owner).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

func selectExports(ctx context.Context, q db.Querier, owner string, w page.Window) ([]*Export, error) {
	var rows []*Export
	s := q.NewSelect().Model(&rows).Where("owner_id = ?", owner).Limit(w.Limit())
	op, order := "<", "DESC"
	if w.Backward {
		op, order = ">", "ASC"
	}
	if w.HasCursor() {
		var k exportKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	return rows, s.OrderExpr("id " + order).Scan(ctx)
}

func insertChunk(ctx context.Context, tx db.Tx, c *chunk) error {
	_, err := tx.NewInsert().Model(c).Exec(ctx)
	return err
}

func selectChunk(ctx context.Context, q db.Querier, exportID ID, seq int64) ([]byte, error) {
	c := new(chunk)
	err := q.NewSelect().Model(c).Where("export_id = ?", exportID).Where("seq = ?", seq).Scan(ctx)
	return c.Content, err
}

func deleteChunks(ctx context.Context, tx db.Tx, exportID ID) error {
	if _, err := tx.NewDelete().Model((*chunk)(nil)).Where("export_id = ?", exportID).Exec(ctx); err != nil {
		return fmt.Errorf("delete content: %w", err)
	}
	return nil
}

func expire(ctx context.Context, tx db.Tx) (int64, error) {
	var ids []ID
	err := tx.NewSelect().Model((*Export)(nil)).Column("id").Where("status = ?", Ready).Where("expires_at <= ?", tx.Now()).Scan(ctx, &ids)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	if _, err := tx.NewDelete().Model((*chunk)(nil)).Where("export_id IN (?)", bun.List(ids)).Exec(ctx); err != nil {
		return 0, err
	}
	_, err = tx.NewUpdate().Model((*Export)(nil)).Set("status = ?", Expired).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return int64(len(ids)), err
}

func forget(ctx context.Context, tx db.Tx, before time.Time) error {
	ended := bun.List([]Status{Fetched, Expired, Failed})
	_, err := tx.NewDelete().Model((*Export)(nil)).Where("status IN (?)", ended).Where("created_at < ?", before).Exec(ctx)
	return err
}
