package productimport

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertUpload(ctx context.Context, tx db.Tx, u *Upload) error {
	_, err := tx.NewInsert().Model(u).Exec(ctx)
	return err
}

func selectUpload(ctx context.Context, q db.Querier, owner seller.ID, id UploadID) (*Upload, error) {
	u := new(Upload)
	err := q.NewSelect().Model(u).Where("u.id = ?", id).Where("u.seller_id = ?", owner).Scan(ctx)
	return u, err
}

// sumUploads counts what a seller has announced and not imported, and the bytes of all
// that has not expired.
func sumUploads(ctx context.Context, tx db.Tx, owner seller.ID) (open, bytes int64, err error) {
	err = tx.NewSelect().Model((*Upload)(nil)).
		ColumnExpr("CAST(COALESCE(SUM(CASE WHEN EXISTS (SELECT 1 FROM imports AS i WHERE i.upload_id = u.id) THEN 0 ELSE 1 END), 0) AS BIGINT)").
		ColumnExpr("CAST(COALESCE(SUM(u.byte_size), 0) AS BIGINT)").
		Where("u.seller_id = ?", owner).Where("u.expires_at > ?", tx.Now()).Scan(ctx, &open, &bytes)
	return open, bytes, err
}

// updateUploadContent stores the bytes unless an import uses the upload.
func updateUploadContent(ctx context.Context, tx db.Tx, u *Upload, content []byte) (bool, error) {
	res, err := tx.NewUpdate().Model((*Upload)(nil)).Set("content = ?", content).Set("is_received = ?", true).
		Where("u.id = ?", u.ID).Where("u.seller_id = ?", u.SellerID).
		Where("NOT EXISTS (SELECT 1 FROM imports AS i WHERE i.upload_id = u.id)").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func selectUploadContent(ctx context.Context, q db.Querier, id UploadID) ([]byte, error) {
	var content []byte
	err := q.NewSelect().TableExpr("uploads AS u").ColumnExpr("u.content").Where("u.id = ?", id).
		Where("u.content IS NOT NULL").Scan(ctx, &content)
	return content, err
}

func clearExpiredUploads(ctx context.Context, tx db.Tx) (int64, error) {
	res, err := tx.NewUpdate().Model((*Upload)(nil)).Set("content = NULL").Set("is_received = ?", false).
		Where("u.expires_at <= ?", tx.Now()).Where("u.content IS NOT NULL").
		Where("NOT EXISTS (SELECT 1 FROM imports AS i WHERE i.upload_id = u.id AND i.status IN ('PENDING', 'RUNNING'))").Exec(ctx)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func insertImport(ctx context.Context, tx db.Tx, i *Import) error {
	_, err := tx.NewInsert().Model(i).Exec(ctx)
	return err
}

// selectGoing returns the uploads of the imports of a seller that wait or are carried out,
// and have moved since an instant.
func selectGoing(ctx context.Context, q db.Querier, owner seller.ID, since time.Time) ([]UploadID, error) {
	var uploads []UploadID
	err := q.NewSelect().Model((*Import)(nil)).Column("upload_id").Where("i.seller_id = ?", owner).
		Where("i.status IN (?)", bun.List([]Status{StatusPending, StatusRunning})).Where("i.updated_at > ?", since).Scan(ctx, &uploads)
	return uploads, err
}

func lockImport(ctx context.Context, tx db.Tx, id ID) (*Import, error) {
	i := new(Import)
	err := db.ForUpdate(tx.NewSelect().Model(i).Where("i.id = ?", id)).Scan(ctx)
	return i, err
}

func updateImportStatus(ctx context.Context, tx db.Tx, i *Import) error {
	_, err := tx.NewUpdate().Model(i).Column("status", "problem_count", "started_at", "finished_at", "updated_at").WherePK().Exec(ctx)
	return err
}

// updateImportProgress moves an import one group on, if it stands where the
// caller thinks.
func updateImportProgress(ctx context.Context, tx db.Tx, id ID, s step) (bool, error) {
	row := &Import{ID: id, Counts: s.after, GroupsDone: s.before + 1, UpdatedAt: tx.Now()}
	res, err := tx.NewUpdate().Model(row).Column("rows", "rows_imported", "rows_image", "rows_failed", "products_created",
		"products_updated", "products_unchanged", "products_failed", "variants_created", "offers_created", "offers_updated",
		"problem_count", "groups_done", "updated_at").
		WherePK().Where("i.groups_done = ?", s.before).Where("i.status = ?", StatusRunning).Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func insertProblems(ctx context.Context, tx db.Tx, rows []*storedProblem) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&rows).Exec(ctx)
	return err
}

// selectImports finds imports of the owner; of anybody when that is nil.
func selectImports(ctx context.Context, q db.Querier, owner *seller.ID, ids []ID) ([]*Import, error) {
	var rows []*Import
	if len(ids) == 0 {
		return nil, nil
	}
	query := q.NewSelect().Model(&rows).Where("i.id IN (?)", bun.List(ids))
	if owner != nil {
		query.Where("i.seller_id = ?", *owner)
	}
	return rows, query.Scan(ctx)
}

type importKey struct {
	ID ID `json:"i"`
}

// selectImportsOf lists the imports of the owner; everybody's when that is nil.
func selectImportsOf(ctx context.Context, q db.Querier, owner *seller.ID, w page.Window) ([]*Import, error) {
	var rows []*Import
	query := q.NewSelect().Model(&rows)
	if owner != nil {
		query = query.Where("i.seller_id = ?", *owner)
	}
	op, order := "<", "DESC"
	if w.Backward {
		op, order = ">", "ASC"
	}
	if w.HasCursor() {
		var key importKey
		if err := w.Decode(&key); err != nil {
			return nil, err
		}
		query = query.Where("i.id "+op+" ?", key.ID)
	}
	err := query.OrderExpr("i.id " + order).Limit(w.Limit()).Scan(ctx)
	return rows, err
}

type problemKey struct {
	Seq int `json:"n"`
}

// askedProblem is a problem with the place of the ask that it answers.
type askedProblem struct {
	storedProblem `bun:",extend"`

	Place int
}

// selectProblems reads the page of each ask, by its place among them.
func selectProblems(ctx context.Context, q db.Querier, asks []ProblemsAsk) ([][]*storedProblem, error) {
	pages := make([]*bun.SelectQuery, len(asks))
	for i, ask := range asks {
		query := q.NewSelect().TableExpr("import_problems AS ip").ColumnExpr("ip.*, CAST(? AS BIGINT) AS place", i).
			Where("ip.import_id = ?", ask.importID).
			Where("EXISTS (SELECT 1 FROM imports AS i WHERE i.id = ip.import_id AND i.seller_id = ?)", ask.owner)
		op, order := ">", "ASC"
		if ask.window.Backward {
			op, order = "<", "DESC"
		}
		if ask.window.HasCursor() {
			var key problemKey
			if err := ask.window.Decode(&key); err != nil {
				return nil, err
			}
			query = query.Where("ip.seq "+op+" ?", key.Seq)
		}
		pages[i] = query.OrderExpr("ip.seq " + order).Limit(ask.window.Limit())
	}
	var rows []*askedProblem
	if err := db.Selections(q, pages).Scan(ctx, &rows); err != nil {
		return nil, err
	}
	found := make([][]*storedProblem, len(asks))
	for _, r := range rows {
		found[r.Place] = append(found[r.Place], &r.storedProblem)
	}
	for i, ask := range asks {
		slices.SortFunc(found[i], func(a, b *storedProblem) int {
			if ask.window.Backward {
				a, b = b, a
			}
			return cmp.Compare(a.Seq, b.Seq)
		})
	}
	return found, nil
}
