package file

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func insertUpload(ctx context.Context, tx db.Tx, u *Upload) error {
	_, err := tx.NewInsert().Model(u).Exec(ctx)
	return err
}

func selectUpload(ctx context.Context, q db.Querier, owner string, uploadID UploadID) (*Upload, error) {
	u := new(Upload)
	err := q.NewSelect().Model(u).Where("id = ?", uploadID).Where("seller_id = ?", owner).Scan(ctx)
	return u, err
}

func lockUpload(ctx context.Context, tx db.Tx, owner string, uploadID UploadID) (*Upload, error) {
	u := new(Upload)
	err := db.ForUpdate(tx.NewSelect().Model(u).Where("id = ?", uploadID).Where("seller_id = ?", owner)).Scan(ctx)
	return u, err
}

func updateUpload(ctx context.Context, tx db.Tx, u *Upload) error {
	_, err := tx.NewUpdate().Model(u).Column("file_id", "is_taken").WherePK().Exec(ctx)
	return err
}

// countOpen counts what was announced and not taken.
func countOpen(ctx context.Context, q db.Querier, owner string, now time.Time) (int64, error) {
	return q.NewSelect().Model((*Upload)(nil)).Where("seller_id = ?", owner).Where("expires_at > ?", now).Where("NOT is_taken").Count(ctx)
}

// insertFile keeps a file with its bytes, and for longer when it is kept already.
func insertFile(ctx context.Context, tx db.Tx, f *File, contents []*Content) error {
	_, err := tx.NewInsert().Model(f).On("CONFLICT (id) DO UPDATE").
		Set("keep_until = CASE WHEN fil.keep_until < EXCLUDED.keep_until THEN EXCLUDED.keep_until ELSE fil.keep_until END").Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.NewInsert().Model(&contents).On("CONFLICT (file_id, size) DO NOTHING").Exec(ctx)
	return err
}

func selectFile(ctx context.Context, q db.Querier, fileID ID) (*File, error) {
	f := new(File)
	err := q.NewSelect().Model(f).Where("id = ?", fileID).Scan(ctx)
	return f, err
}

func selectContent(ctx context.Context, q db.Querier, fileID ID, s Size) (*Content, error) {
	c := new(Content)
	err := q.NewSelect().Model(c).Where("file_id = ?", fileID).Where("size = ?", s).Scan(ctx)
	return c, err
}

// hasContent reports whether a file is there in a size, without reading it.
func hasContent(ctx context.Context, q db.Querier, fileID ID, s Size) (bool, error) {
	return q.NewSelect().Model((*Content)(nil)).Where("file_id = ?", fileID).Where("size = ?", s).Exists(ctx)
}

// lockFilesAt finds files by their addresses. They stay: that they are written
// makes a sweep that has seen them look again.
func lockFilesAt(ctx context.Context, tx db.Tx, urls []string, keepUntil time.Time) ([]*File, error) {
	var files []*File
	if err := db.ForUpdate(tx.NewSelect().Model(&files).Where("url IN (?)", bun.List(urls)).OrderExpr("id")).Scan(ctx); err != nil {
		return nil, err
	}
	ids := make([]ID, len(files))
	for i, f := range files {
		ids[i] = f.ID
	}
	return files, updateKeepUntil(ctx, tx, ids, keepUntil)
}

// updateKeepUntil keeps files for longer, never for less.
func updateKeepUntil(ctx context.Context, tx db.Tx, ids []ID, keepUntil time.Time) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model((*File)(nil)).Set("keep_until = ?", keepUntil).
		Where("id IN (?)", bun.List(ids)).Where("keep_until < ?", keepUntil).Exec(ctx)
	return err
}

func insertUses(ctx context.Context, tx db.Tx, uses []*Use) error {
	if len(uses) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&uses).On("CONFLICT (file_id, holder) DO NOTHING").Exec(ctx)
	return err
}

func deleteUses(ctx context.Context, tx db.Tx, holder string, ids []ID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := tx.NewDelete().Model((*Use)(nil)).Where("holder = ?", holder).Where("file_id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

func deleteUsesOf(ctx context.Context, tx db.Tx, holders []string) error {
	if len(holders) == 0 {
		return nil
	}
	_, err := tx.NewDelete().Model((*Use)(nil)).Where("holder IN (?)", bun.List(holders)).Exec(ctx)
	return err
}

func deleteExpiredUploads(ctx context.Context, tx db.Tx) error {
	_, err := tx.NewDelete().Model((*Upload)(nil)).Where("expires_at <= ?", tx.Now()).Exec(ctx)
	return err
}

// deleteUnused deletes files that nobody needs any more, a few at a time, and
// returns how many there were.
func deleteUnused(ctx context.Context, tx db.Tx, most int64) (int, error) {
	var ids []ID
	unused := tx.NewSelect().Model((*File)(nil)).Column("id").Where("keep_until <= ?", tx.Now()).
		Where("NOT EXISTS (SELECT 1 FROM file_uses u WHERE u.file_id = fil.id)").
		Where("NOT EXISTS (SELECT 1 FROM file_uploads u WHERE u.file_id = fil.id)").OrderExpr("id").Limit(most)
	if err := db.ForUpdate(unused).Scan(ctx, &ids); err != nil || len(ids) == 0 {
		return 0, err
	}
	if _, err := tx.NewDelete().Model((*Content)(nil)).Where("file_id IN (?)", bun.List(ids)).Exec(ctx); err != nil {
		return 0, err
	}
	_, err := tx.NewDelete().Model((*File)(nil)).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return len(ids), err
}
