package catalog

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// variantPages asks several products for the same page of their variants.
type variantPages struct {
	viewer   Viewer
	products []ProductID
	which    variantsWhich
}

// selectVariantPages reads the page of each product, by product and in the order of
// the window.
func selectVariantPages(ctx context.Context, q db.Querier, p variantPages) ([]*Variant, error) {
	var rows []*Variant
	compare, order := "(v.position, v.id) > (?, ?)", "v.position, v.id"
	if p.which.window.Backward {
		compare, order = "(v.position, v.id) < (?, ?)", "v.position DESC, v.id DESC"
	}
	fits := p.narrow(q.NewSelect().Where("v.product_id IN (?)", bun.List(p.products)))
	if p.which.window.HasCursor() {
		var key variantKey
		if err := p.which.window.Decode(&key); err != nil {
			return nil, err
		}
		fits = fits.Where(compare, key.Position, key.ID)
	}
	if len(p.products) == 1 {
		return rows, fits.Model(&rows).OrderExpr(order).Limit(p.which.window.Limit()).Scan(ctx)
	}
	fits = fits.TableExpr("variants AS v").ColumnExpr("v.*").
		ColumnExpr("ROW_NUMBER() OVER (PARTITION BY v.product_id ORDER BY " + order + ") AS place")
	query := q.NewSelect().Model(&rows).ModelTableExpr("(?) AS v", fits).Where("v.place <= ?", p.which.window.Limit())
	return rows, query.OrderExpr("v.product_id, v.place").Scan(ctx)
}

// narrow leaves the variants that fit. Who may change an offer, may look for its SKU.
func (p variantPages) narrow(q *bun.SelectQuery) *bun.SelectQuery {
	for place, value := range p.which.values {
		if value != "" {
			q = q.Where(optionAt(place)+" = ?", value)
		}
	}
	if p.which.text == "" {
		return q
	}
	like := contains(p.which.text)
	return q.WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		q = q.Where(`v.options_key LIKE ? ESCAPE '\'`, like).WhereOr(`LOWER(v.barcode) LIKE ? ESCAPE '\'`, like)
		const sku = `EXISTS (SELECT 1 FROM offers AS o WHERE o.variant_id = v.id AND LOWER(o.sku) LIKE ? ESCAPE '\'`
		switch {
		case p.viewer.All:
			return q.WhereOr(sku+")", like)
		case p.viewer.Seller != "":
			return q.WhereOr(sku+" AND o.seller_id = ?)", like, p.viewer.Seller)
		}
		return q
	})
}

type variantCount struct {
	ProductID ProductID
	Count     int
}

func selectVariantCounts(ctx context.Context, q db.Querier, ids []ProductID) ([]*variantCount, error) {
	var counts []*variantCount
	err := q.NewSelect().TableExpr("variants AS v").ColumnExpr("v.product_id, COUNT(*) AS count").
		Where("v.product_id IN (?)", bun.List(ids)).GroupExpr("v.product_id").Scan(ctx, &counts)
	return counts, err
}

// optionValue is a value that variants of a product have.
type optionValue struct {
	ProductID ProductID
	Place     int // of the option, from 0
	Value     string
	Position  int // of the first variant that has it
}

func selectOptionValues(ctx context.Context, q db.Querier, ids []ProductID) ([]*optionValue, error) {
	var values []*optionValue
	err := q.NewRaw(`SELECT v.product_id, n.place, v.option_values ->> n.place AS value, MIN(v.position) AS position
		FROM variants AS v CROSS JOIN (SELECT 0 AS place UNION ALL SELECT 1 UNION ALL SELECT 2) AS n
		WHERE v.product_id IN (?) AND v.option_values ->> n.place IS NOT NULL
		GROUP BY v.product_id, n.place, v.option_values ->> n.place`, bun.List(ids)).Scan(ctx, &values)
	return values, err
}

// selectSKUsTaken reads which of some SKUs a seller uses.
func selectSKUsTaken(ctx context.Context, q db.Querier, owner seller.ID, skus []string) (map[string]bool, error) {
	taken := map[string]bool{}
	if len(skus) == 0 {
		return taken, nil
	}
	var found []string
	err := q.NewSelect().Model((*Offer)(nil)).Column("sku").Where("o.seller_id = ?", owner).
		Where("o.sku IN (?)", bun.List(skus)).Scan(ctx, &found)
	for _, sku := range found {
		taken[sku] = true
	}
	return taken, err
}

// selectOptionsTaken reads which of some option values the variants of a product have.
func selectOptionsTaken(ctx context.Context, q db.Querier, id ProductID, keys []string) (map[string]bool, error) {
	taken := map[string]bool{}
	if len(keys) == 0 {
		return taken, nil
	}
	var found []string
	err := q.NewSelect().Model((*Variant)(nil)).Column("options_key").Where("v.product_id = ?", id).
		Where("v.options_key IN (?)", bun.List(keys)).Scan(ctx, &found)
	for _, key := range found {
		taken[key] = true
	}
	return taken, err
}
