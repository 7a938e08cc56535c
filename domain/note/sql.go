package note

import (
	"context"
	"errors"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertNote(ctx context.Context, tx db.Tx, n *Note) error {
	_, err := tx.NewInsert().Model(n).Exec(ctx)
	return err
}

func updateNote(ctx context.Context, tx db.Tx, n *Note) error {
	_, err := tx.NewUpdate().Model(n).Column("text", "version", "edited_at").WherePK().Exec(ctx)
	return err
}

func deleteNote(ctx context.Context, tx db.Tx, noteID ID) error {
	_, err := tx.NewDelete().Model((*Note)(nil)).Where("id = ?", noteID).Exec(ctx)
	return err
}

// lockNote locks a note, or returns ErrNotFound.
func lockNote(ctx context.Context, tx db.Tx, noteID ID) (*Note, error) {
	n := new(Note)
	err := db.ForUpdate(tx.NewSelect().Model(n).Where("id = ?", noteID)).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	return n, err
}

// hasSubject reports whether there is what a note is about. Sellers and orders are never
// deleted.
func hasSubject(ctx context.Context, q db.Querier, n *Note) (bool, error) {
	if n.SellerID != nil {
		return q.NewSelect().Model((*seller.Seller)(nil)).Where("id = ?", *n.SellerID).Exists(ctx)
	}
	return q.NewSelect().Model((*order.Order)(nil)).Where("id = ?", *n.OrderID).Exists(ctx)
}

// ofSubject leaves the notes about what another one is about.
func ofSubject(s *bun.SelectQuery, as *Note) *bun.SelectQuery {
	if as.SellerID != nil {
		return s.Where("seller_id = ?", *as.SellerID)
	}
	return s.Where("order_id = ?", *as.OrderID)
}

func selectNotes(ctx context.Context, q db.Querier, as *Note, w page.Window) ([]*Note, error) {
	rows := []*Note{}
	s := ofSubject(q.NewSelect().Model(&rows), as).Limit(w.Limit())
	compare, sorted := "id < ?", "id DESC"
	if w.Backward {
		compare, sorted = "id > ?", "id ASC"
	}
	if w.HasCursor() {
		var k key
		if err := w.Decode(&k); err != nil || !id.Valid(k.ID, "nte") {
			return nil, page.ErrCursor
		}
		s.Where(compare, k.ID)
	}
	err := s.OrderExpr(sorted).Scan(ctx)
	return rows, err
}

func countNotes(ctx context.Context, q db.Querier, as *Note, atMost int64) (int64, error) {
	return db.CountUpTo(ctx, q, ofSubject(q.NewSelect().Model((*Note)(nil)).ColumnExpr("1"), as), atMost)
}
