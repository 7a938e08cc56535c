package catalog

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// selectOffered reads the offers of products that buyers may see, one row per
// currency.
func selectOffered(ctx context.Context, q db.Querier, products []ProductID) ([]*offered, error) {
	var rows []*offered
	err := q.NewSelect().TableExpr("offers AS o").
		ColumnExpr("o.product_id, o.id AS offer_id, o.seller_id, s.name AS seller_name, o.condition, o.in_stock").
		ColumnExpr("op.currency, op.price_minor").
		Join("JOIN offer_prices AS op ON op.offer_id = o.id").
		Join("JOIN sellers AS s ON s.id = o.seller_id").
		Where("o.product_id IN (?)", bun.List(products)).
		Where("o.status = 'ACTIVE'").Where("s.status = 'APPROVED'").
		OrderExpr("o.product_id, o.id, op.currency").Scan(ctx, &rows)
	return rows, err
}

func selectListingsOf(ctx context.Context, q db.Querier, products []ProductID) ([]*Listing, error) {
	var rows []*Listing
	err := q.NewSelect().Model(&rows).Where("l.product_id IN (?)", bun.List(products)).Scan(ctx)
	return rows, err
}

func insertListings(ctx context.Context, tx db.Tx, rows []*Listing) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&rows).Exec(ctx)
	return err
}

func updateListings(ctx context.Context, tx db.Tx, rows []*Listing) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model(&rows).Bulk().Exec(db.About(ctx, productsOf(rows)...))
	return err
}

func deleteListings(ctx context.Context, tx db.Tx, rows []*Listing) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.NewDelete().Model(&rows).WherePK().Exec(db.About(ctx, productsOf(rows)...))
	return err
}

func productsOf(rows []*Listing) []string {
	ids := make([]string, len(rows))
	for i, l := range rows {
		ids[i] = string(l.ProductID)
	}
	return ids
}

// listingTag is one folded tag of a product that buyers may see.
type listingTag struct {
	bun.BaseModel `bun:"table:listing_tags"`

	Tag       string    `bun:",pk"`
	ProductID ProductID `bun:",pk"`
}

// replaceTags removes the folded tags of some listed products and writes others.
func replaceTags(ctx context.Context, tx db.Tx, of []ProductID, tags []*listingTag) error {
	if len(of) > 0 {
		_, err := tx.NewDelete().Model((*listingTag)(nil)).Where("product_id IN (?)", bun.List(of)).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if len(tags) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&tags).Exec(ctx)
	return err
}

// selectProductIDsOfSeller pages through the products a seller offers.
func selectProductIDsOfSeller(ctx context.Context, q db.Querier, s sellerPage) ([]ProductID, error) {
	var ids []ProductID
	err := q.NewSelect().TableExpr("offers AS o").ColumnExpr("DISTINCT o.product_id").
		Where("o.seller_id = ?", s.Seller).Where("o.product_id > ?", s.After).
		OrderExpr("o.product_id").Limit(s.Limit).Scan(ctx, &ids)
	return ids, err
}
