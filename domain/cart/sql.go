package cart

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

func insertCart(ctx context.Context, tx db.Tx, c *Cart) error {
	_, err := tx.NewInsert().Model(c).Exec(db.Later(ctx))
	return err
}

func selectCarts(ctx context.Context, q db.Querier, buyer identity.AccountID, ids []ID) ([]*Cart, error) {
	var carts []*Cart
	err := q.NewSelect().Model(&carts).Where("id IN (?) AND buyer_id = ?", bun.List(ids), buyer).Scan(ctx)
	if err != nil || len(carts) == 0 {
		return nil, err
	}
	return carts, loadLines(ctx, q, carts...)
}

func lockCart(ctx context.Context, tx db.Tx, buyer identity.AccountID, cartID ID) (*Cart, error) {
	c := new(Cart)
	err := db.ForUpdate(tx.NewSelect().Model(c).Where("id = ? AND buyer_id = ?", cartID, buyer)).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return c, loadLines(ctx, tx, c)
}

func loadLines(ctx context.Context, q db.Querier, carts ...*Cart) error {
	byID := map[ID]*Cart{}
	ids := make([]ID, len(carts))
	for i, c := range carts {
		byID[c.ID], ids[i] = c, c.ID
	}
	var lines []*Line
	err := q.NewSelect().Model(&lines).Where("cart_id IN (?)", bun.List(ids)).OrderExpr("id").Scan(ctx)
	for _, l := range lines {
		c := byID[l.CartID]
		c.Lines = append(c.Lines, l)
	}
	return err
}

func updateCart(ctx context.Context, tx db.Tx, c *Cart) error {
	_, err := tx.NewUpdate().Model(c).Column("status", "updated_at").WherePK().Exec(db.Later(ctx))
	return err
}

func updateBuyer(ctx context.Context, tx db.Tx, from, to identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*Cart)(nil)).Set("buyer_id = ?", to).
		Where("buyer_id = ?", from).Exec(ctx)
	return err
}

func insertLine(ctx context.Context, tx db.Tx, l *Line) error {
	_, err := tx.NewInsert().Model(l).Exec(db.Later(ctx))
	return err
}

func updateLine(ctx context.Context, tx db.Tx, l *Line) error {
	_, err := tx.NewUpdate().Model(l).Column("quantity").WherePK().Exec(db.Later(ctx))
	return err
}

func deleteLine(ctx context.Context, tx db.Tx, l *Line) error {
	_, err := tx.NewDelete().Model(l).WherePK().Exec(db.Later(ctx))
	return err
}
