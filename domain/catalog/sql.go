package catalog

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func insertProducts(ctx context.Context, tx bun.IDB, products []*Product) error {
	if len(products) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&products).Exec(ctx)
	return err
}

// insertProductsInSavepoint leaves the unit usable when the insert is refused.
func insertProductsInSavepoint(ctx context.Context, tx db.Tx, products []*Product) error {
	return tx.RunInTx(ctx, nil, func(ctx context.Context, inner bun.Tx) error {
		return insertProducts(ctx, inner, products)
	})
}

func selectSlugsTaken(ctx context.Context, q db.Querier, slugs []string) (map[string]bool, error) {
	taken := map[string]bool{}
	if len(slugs) == 0 {
		return taken, nil
	}
	var found []string
	err := q.NewSelect().Model((*Product)(nil)).Column("slug").Where("p.slug IN (?)", bun.List(slugs)).Scan(ctx, &found)
	for _, slug := range found {
		taken[slug] = true
	}
	return taken, err
}

func updateProduct(ctx context.Context, tx db.Tx, p *Product) error {
	_, err := tx.NewUpdate().Model(p).WherePK().ExcludeColumn("id", "created_by_seller", "slug", "handle", "created_at").Exec(db.About(ctx, string(p.ID)))
	return err
}

func lockProduct(ctx context.Context, tx db.Tx, owner seller.ID, id ProductID) (*Product, error) {
	p := new(Product)
	err := db.ForUpdate(tx.NewSelect().Model(p).Where("p.id = ?", id).Where("p.created_by_seller = ?", owner)).Scan(ctx)
	return p, err
}

// lockProducts locks in the order of ids, so that two units never wait for
// each other.
func lockProducts(ctx context.Context, tx db.Tx, ids []ProductID) ([]*Product, error) {
	var products []*Product
	err := db.ForUpdate(tx.NewSelect().Model(&products).Where("p.id IN (?)", bun.List(ids)).Order("p.id")).Scan(ctx)
	return products, err
}

func insertVariants(ctx context.Context, tx db.Tx, variants []*Variant) error {
	if len(variants) == 0 {
		return nil
	}
	_, err := tx.NewInsert().Model(&variants).Exec(ctx)
	return err
}

func updateVariant(ctx context.Context, tx db.Tx, v *Variant) error {
	_, err := tx.NewUpdate().Model(v).Column("barcode", "weight_g", "image_url", "updated_at").WherePK().Exec(db.About(ctx, string(v.ProductID)))
	return err
}

func countVariants(ctx context.Context, q db.Querier, id ProductID) (int, error) {
	n, err := q.NewSelect().Model((*Variant)(nil)).Where("v.product_id = ?", id).Count(ctx)
	return int(n), err
}

func lockOwnVariant(ctx context.Context, tx db.Tx, owner seller.ID, id VariantID) (*Variant, error) {
	v := new(Variant)
	err := tx.NewSelect().Model(v).Where("v.id = ?", id).
		Where("EXISTS (SELECT 1 FROM products AS p WHERE p.id = v.product_id AND p.created_by_seller = ?)", owner).
		Apply(db.ForUpdate).Scan(ctx)
	return v, err
}

// selectVariantToOffer reads a variant that the seller may offer: of a product
// of their own or of one that everybody sees.
func selectVariantToOffer(ctx context.Context, q db.Querier, owner seller.ID, id VariantID) (*Variant, *Product, error) {
	v, p := new(Variant), new(Product)
	if err := q.NewSelect().Model(v).Where("v.id = ?", id).Scan(ctx); err != nil {
		return nil, nil, err
	}
	err := q.NewSelect().Model(p).Where("p.id = ?", v.ProductID).
		Where("(p.created_by_seller = ? OR p.status = ?)", owner, ProductActive).Scan(ctx)
	return v, p, err
}

func insertOffers(ctx context.Context, tx db.Tx, offers []*Offer, prices []*Price) error {
	if len(offers) == 0 {
		return nil
	}
	if _, err := tx.NewInsert().Model(&offers).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewInsert().Model(&prices).Exec(ctx)
	return err
}

func updateOffer(ctx context.Context, tx db.Tx, o *Offer) error {
	_, err := tx.NewUpdate().Model(o).Column("sku", "status", "lead_time_days", "quantity_max", "tax_code",
		"requires_shipping", "version", "updated_at").WherePK().Exec(db.About(ctx, string(o.ProductID)))
	return err
}

// updateOffers writes changed offers together. None of them has another SKU than before.
func updateOffers(ctx context.Context, tx db.Tx, offers []*Offer) error {
	if len(offers) == 0 {
		return nil
	}
	products := make([]string, len(offers))
	for i, o := range offers {
		products[i] = string(o.ProductID)
	}
	_, err := tx.NewUpdate().Model(&offers).Column("status", "lead_time_days", "quantity_max", "tax_code",
		"requires_shipping", "version", "updated_at").Bulk().Exec(db.About(ctx, products...))
	return err
}

// upsertPrices writes prices of offers of some products.
func upsertPrices(ctx context.Context, tx db.Tx, prices []*Price, of []ProductID) error {
	if len(prices) == 0 {
		return nil
	}
	products := make([]string, len(of))
	for i, id := range of {
		products[i] = string(id)
	}
	_, err := tx.NewInsert().Model(&prices).On("CONFLICT (offer_id, currency) DO UPDATE").
		Set("price_minor = EXCLUDED.price_minor").Set("compare_at_minor = EXCLUDED.compare_at_minor").Exec(db.About(ctx, products...))
	return err
}

// lockOffers locks in the order of ids.
func lockOffers(ctx context.Context, tx db.Tx, owner seller.ID, ids []OfferID) ([]*Offer, error) {
	var offers []*Offer
	err := db.ForUpdate(tx.NewSelect().Model(&offers).Where("o.id IN (?)", bun.List(ids)).Where("o.seller_id = ?", owner).Order("o.id")).Scan(ctx)
	return offers, err
}

func selectPrices(ctx context.Context, q db.Querier, ids ...OfferID) ([]*Price, error) {
	var prices []*Price
	err := q.NewSelect().Model(&prices).Where("op.offer_id IN (?)", bun.List(ids)).
		Order("op.offer_id", "op.currency").Scan(ctx)
	return prices, err
}

// withPrices loads the prices of offers.
func withPrices(ctx context.Context, q db.Querier, offers []*Offer) ([]*Offer, error) {
	if len(offers) == 0 {
		return offers, nil
	}
	ids := make([]OfferID, len(offers))
	byID := make(map[OfferID]*Offer, len(offers))
	for i, o := range offers {
		ids[i], byID[o.ID] = o.ID, o
	}
	prices, err := selectPrices(ctx, q, ids...)
	for _, p := range prices {
		byID[p.OfferID].Prices = append(byID[p.OfferID].Prices, p)
	}
	return offers, err
}

// updateInStock marks the offers that are not marked so yet and returns their
// products.
func updateInStock(ctx context.Context, tx db.Tx, inStock bool, ids []OfferID) ([]ProductID, error) {
	var products []ProductID
	if len(ids) == 0 {
		return nil, nil
	}
	_, err := tx.NewUpdate().Model((*Offer)(nil)).Set("in_stock = ?", inStock).
		Where("o.id IN (?)", bun.List(ids)).Where("o.in_stock <> ?", inStock).
		Returning("product_id").Exec(ctx, &products)
	return products, err
}

// visibleProduct narrows to products that a buyer sees and, when seller is not
// empty, to those of that seller too.
func visibleProduct(q *bun.SelectQuery, viewer seller.ID) *bun.SelectQuery {
	const seen = "p.status = 'ACTIVE' AND EXISTS (SELECT 1 FROM listings AS l WHERE l.product_id = p.id)"
	if viewer == "" {
		return q.Where(seen)
	}
	return q.Where("("+seen+" OR p.created_by_seller = ?)", viewer)
}

func selectProducts(ctx context.Context, q db.Querier, viewer Viewer, ids []ProductID) ([]*Product, error) {
	var products []*Product
	query := q.NewSelect().Model(&products).Where("p.id IN (?)", bun.List(ids))
	if !viewer.All {
		query = visibleProduct(query, viewer.Seller)
	}
	return products, query.Scan(ctx)
}

func selectProductBySlug(ctx context.Context, q db.Querier, viewer Viewer, slug string) (*Product, error) {
	p := new(Product)
	query := q.NewSelect().Model(p).Where("p.slug = ?", slug)
	if !viewer.All {
		query = visibleProduct(query, viewer.Seller)
	}
	return p, query.Scan(ctx)
}

func selectProductByHandle(ctx context.Context, q db.Querier, owner seller.ID, handle string) (*Product, error) {
	p := new(Product)
	err := q.NewSelect().Model(p).Where("p.created_by_seller = ?", owner).Where("p.handle = ?", handle).Scan(ctx)
	return p, err
}

// ownProducts narrows a seller's list.
type ownProducts struct {
	status *ProductStatus
	named  []id.Any // nil: whatever their names
}

func selectProductsOf(ctx context.Context, q db.Querier, owner seller.ID, f ownProducts, w page.Window) ([]*Product, error) {
	var products []*Product
	if f.named != nil && len(f.named) == 0 {
		return nil, nil
	}
	query, err := byIDDescending(f.narrow(q.NewSelect().Model(&products), owner), "p.id", w)
	if err != nil {
		return nil, err
	}
	return products, query.Scan(ctx)
}

func countProductsOf(ctx context.Context, q db.Querier, owner seller.ID, f ownProducts, atMost int64) (int64, error) {
	if f.named != nil && len(f.named) == 0 {
		return 0, nil
	}
	return db.CountUpTo(ctx, q, f.narrow(q.NewSelect().Model((*Product)(nil)).ColumnExpr("1"), owner), atMost)
}

// narrow leaves the products that an owner, or with none an operator, asks for.
func (f ownProducts) narrow(query *bun.SelectQuery, owner seller.ID) *bun.SelectQuery {
	if owner != "" {
		query = query.Where("p.created_by_seller = ?", owner)
	}
	if f.status != nil {
		query = query.Where("p.status = ?", *f.status)
	}
	if f.named != nil {
		query = query.Where("p.id IN (?)", bun.List(f.named))
	}
	return query
}

func selectOffersOf(ctx context.Context, q db.Querier, owner seller.ID, f OwnOfferFilter, w page.Window) ([]*Offer, error) {
	var offers []*Offer
	query := q.NewSelect().Model(&offers)
	if owner != "" {
		query = query.Where("o.seller_id = ?", owner)
	}
	if f.Status != nil {
		query = query.Where("o.status = ?", *f.Status)
	}
	if f.SKU != nil {
		query = query.Where("o.sku = ?", *f.SKU)
	}
	query, err := byIDDescending(query, "o.id", w)
	if err != nil {
		return nil, err
	}
	if err := query.Scan(ctx); err != nil {
		return nil, err
	}
	return withPrices(ctx, q, offers)
}

// idKey is the cursor of lists by id, newest first.
type idKey struct {
	ID string `json:"id"`
}

func byIDDescending(q *bun.SelectQuery, column string, w page.Window) (*bun.SelectQuery, error) {
	op, order := "<", "DESC"
	if w.Backward {
		op, order = ">", "ASC"
	}
	if w.HasCursor() {
		var key idKey
		if err := w.Decode(&key); err != nil {
			return nil, err
		}
		q = q.Where("? "+op+" ?", bun.Ident(column), key.ID)
	}
	return q.OrderExpr("? "+order, bun.Ident(column)).Limit(w.Limit()), nil
}

// selectVariantsOf reads the first variants of products; positions begin with 1 and
// leave none out.
func selectVariantsOf(ctx context.Context, q db.Querier, products []ProductID, most int) ([]*Variant, error) {
	var variants []*Variant
	err := q.NewSelect().Model(&variants).Where("v.product_id IN (?)", bun.List(products)).Where("v.position <= ?", most).
		Order("v.product_id", "v.position", "v.id").Scan(ctx)
	return variants, err
}

func selectVariants(ctx context.Context, q db.Querier, viewer Viewer, ids []VariantID) ([]*Variant, error) {
	var variants []*Variant
	query := q.NewSelect().Model(&variants).Where("v.id IN (?)", bun.List(ids))
	if !viewer.All {
		query = visibleProduct(query.Join("JOIN products AS p ON p.id = v.product_id"), viewer.Seller)
	}
	return variants, query.Scan(ctx)
}

// visibleOffer narrows to offers that can be bought and, when the viewer acts
// for a seller, to that seller's own.
func visibleOffer(q *bun.SelectQuery, viewer Viewer) *bun.SelectQuery {
	if viewer.All {
		return q
	}
	q = q.Join("JOIN products AS p ON p.id = o.product_id").Join("JOIN sellers AS s ON s.id = o.seller_id")
	const seen = "o.status = 'ACTIVE' AND p.status = 'ACTIVE' AND s.status = 'APPROVED'"
	if viewer.Seller == "" {
		return q.Where(seen)
	}
	return q.Where("("+seen+" OR o.seller_id = ?)", viewer.Seller)
}

func selectOffersOfVariants(ctx context.Context, q db.Querier, viewer Viewer, ids []VariantID) ([]*Offer, error) {
	var offers []*Offer
	query := visibleOffer(q.NewSelect().Model(&offers), viewer).Where("o.variant_id IN (?)", bun.List(ids)).Order("o.id")
	if err := query.Scan(ctx); err != nil {
		return nil, err
	}
	return withPrices(ctx, q, offers)
}

func selectOffers(ctx context.Context, q db.Querier, viewer Viewer, ids []OfferID) ([]*Offer, error) {
	var offers []*Offer
	if err := visibleOffer(q.NewSelect().Model(&offers), viewer).Where("o.id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, err
	}
	return withPrices(ctx, q, offers)
}

func selectOwnOffers(ctx context.Context, q db.Querier, owner seller.ID, id ProductID) ([]*Offer, error) {
	var offers []*Offer
	err := q.NewSelect().Model(&offers).Where("o.seller_id = ?", owner).Where("o.product_id = ?", id).Order("o.id").Scan(ctx)
	if err != nil {
		return nil, err
	}
	return withPrices(ctx, q, offers)
}

// selectActiveOffers reads the ACTIVE offers of a product, by seller, the oldest first; without
// their prices.
func selectActiveOffers(ctx context.Context, q db.Querier, id ProductID) ([]*Offer, error) {
	var offers []*Offer
	err := q.NewSelect().Model(&offers).Where("o.product_id = ?", id).Where("o.status = ?", OfferActive).Order("o.seller_id", "o.id").Scan(ctx)
	return offers, err
}

// pauseOffer leaves all else as it is, whoever changes it meanwhile.
func pauseOffer(ctx context.Context, tx db.Tx, o *Offer) error {
	_, err := tx.NewUpdate().Model(o).Set("status = ?", OfferPaused).Set("version = version + 1").Set("updated_at = ?", tx.Now()).
		WherePK().Exec(db.About(ctx, string(o.ProductID)))
	return err
}

func selectOfferOwner(ctx context.Context, q db.Querier, id OfferID) (seller.ID, error) {
	var owner seller.ID
	err := q.NewSelect().Model((*Offer)(nil)).Column("seller_id").Where("o.id = ?", id).Scan(ctx, &owner)
	return owner, err
}

func selectOwnOfferIDs(ctx context.Context, q db.Querier, owner seller.ID, ids []OfferID) ([]OfferID, error) {
	var own []OfferID
	err := q.NewSelect().Model((*Offer)(nil)).Column("id").Where("o.id IN (?)", bun.List(ids)).Where("o.seller_id = ?", owner).Scan(ctx, &own)
	return own, err
}

// forSaleRow is ForSale as SQL brings it.
type forSaleRow struct {
	ForSale

	OptionValues []string `bun:"type:jsonb"`
	Images       []Image  `bun:"type:jsonb"`
	VariantImage string
}

func selectForSale(ctx context.Context, q db.Querier, c money.Currency, ids []OfferID) ([]*ForSale, error) {
	var rows []*forSaleRow
	s := q.NewSelect().TableExpr("offers AS o").
		ColumnExpr("o.id AS offer_id, o.product_id, o.variant_id, o.seller_id, o.sku, o.condition, o.quantity_max").
		ColumnExpr("o.tax_code, o.requires_shipping, o.lead_time_days, o.in_stock").
		ColumnExpr("p.title, p.slug, p.product_type, p.brand, p.tags, p.images").
		ColumnExpr("v.option_values, v.weight_g, v.image_url AS variant_image, s.name AS seller_name").
		ColumnExpr("COALESCE(op.price_minor, 0) AS price_minor, ? AS currency", c).
		ColumnExpr("(o.status = 'ACTIVE' AND p.status = 'ACTIVE' AND s.status = 'APPROVED' AND op.offer_id IS NOT NULL) AS is_for_sale").
		Where("o.id IN (?)", bun.List(ids)).OrderExpr("o.id")
	// Every offer has its variant, product and seller; a few offers are looked up one by one.
	db.LookUp(s, "variants", "v", "v.id = o.variant_id")
	db.LookUp(s, "products", "p", "p.id = o.product_id")
	db.LookUp(s, "sellers", "s", "s.id = o.seller_id")
	db.LookUp(s, "offer_prices", "op", "op.offer_id = o.id AND op.currency = ?", c)
	err := s.Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	out := make([]*ForSale, len(rows))
	for i, r := range rows {
		f := r.ForSale
		f.VariantTitle, f.ImageURL = joinValues(r.OptionValues), r.VariantImage
		if f.ImageURL == "" && len(r.Images) > 0 {
			f.ImageURL = r.Images[0].URL
		}
		out[i] = &f
	}
	return out, nil
}

// countPublished counts the ACTIVE offers of a seller whose product is ACTIVE.
func countPublished(ctx context.Context, q db.Querier, owner seller.ID) (int64, error) {
	return q.NewSelect().Model((*Offer)(nil)).Join("JOIN products AS p ON p.id = o.product_id").
		Where("o.seller_id = ? AND o.status = ? AND p.status = ?", owner, OfferActive, ProductActive).Count(ctx)
}
