package catalog

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// of chooses the row of each product that a select over listings AS l shows.
func (c criteria) of(q *bun.SelectQuery) *bun.SelectQuery {
	if c.currency == "" {
		return q.Where("l.is_main")
	}
	return q.Where("l.currency = ?", c.currency)
}

// narrow applies the filter to a select over listings AS l.
func (c criteria) narrow(q *bun.SelectQuery) *bun.SelectQuery {
	q = c.of(q)
	if c.sellerID != "" {
		q = q.Where(`EXISTS (SELECT 1 FROM offers AS o WHERE o.product_id = l.product_id AND o.seller_id = ?
			AND o.status = 'ACTIVE')`, c.sellerID)
		q = q.Where("EXISTS (SELECT 1 FROM sellers AS s WHERE s.id = ? AND s.status = 'APPROVED')", c.sellerID)
	}
	if c.productType != nil {
		q = q.Where("l.product_type = ?", *c.productType)
	}
	if c.tag != "" {
		q = q.Where("EXISTS (SELECT 1 FROM listing_tags AS t WHERE t.tag = ? AND t.product_id = l.product_id)", c.tag)
	}
	if c.priceMin != nil {
		q = q.Where("l.price_minor_min >= ?", *c.priceMin)
	}
	if c.priceMax != nil {
		q = q.Where("l.price_minor_min <= ?", *c.priceMax)
	}
	switch {
	case c.inStock == nil:
	case *c.inStock:
		q = q.Where("l.in_stock")
	default:
		q = q.Where("NOT l.in_stock") // the condition of an index
	}
	return q
}

// fewMax is how many products a seller or a tag may have for a list to begin with
// them. Of one that has more, a page is found soon by looking at what others have too.
const fewMax = 2000

// start makes a select over listings AS l, for a list without words, begin where there
// is least to look at: with the products of the seller or of the tag when these are
// few. CROSS JOIN keeps SQLite, which does not know how many there are, from beginning
// with all listings.
func (c criteria) start(ctx context.Context, q db.Querier) (*bun.SelectQuery, error) {
	for _, few := range []struct {
		isAsked bool
		ids     *bun.SelectQuery
	}{
		{c.sellerID != "", q.NewSelect().TableExpr("offers AS f").ColumnExpr("f.product_id").Where("f.seller_id = ?", c.sellerID)},
		{c.tag != "", q.NewSelect().TableExpr("listing_tags AS f").ColumnExpr("f.product_id").Where("f.tag = ?", c.tag)},
	} {
		if !few.isAsked {
			continue
		}
		var n int64
		err := q.NewSelect().TableExpr("(?) AS counted", few.ids.Clone().Limit(fewMax+1)).ColumnExpr("count(*)").Scan(ctx, &n)
		if err != nil {
			return nil, err
		}
		if n <= fewMax {
			return q.NewSelect().TableExpr("(?) AS few CROSS JOIN listings AS l", few.ids.Distinct()).Where("l.product_id = few.product_id"), nil
		}
	}
	return q.NewSelect().TableExpr("listings AS l"), nil
}

// sample is met by every eighth listing, since identifiers end in any of 32 letters. It is
// the condition of an index, so it stands here as it stands there.
const sample = "right(l.product_id, 1) IN ('0', '1', '2', '3')"

// candidates selects what is needed of a thousand matches at most: first of those
// that have all words as they were asked for, and then of those that have longer
// ones. Without words the order is any.
func (c criteria) candidates(ctx context.Context, q db.Querier) (*bun.SelectQuery, error) {
	columns := "l.product_id, l.price_minor_min, l.product_type, l.seller_id, l.seller_count"
	switch c.sort {
	case SortRelevance:
		columns += ", l.search_title"
	case SortNewest:
		columns += ", l.published_at"
	case SortPriceAsc, SortPriceDesc:
	}
	part := func(from *bun.SelectQuery) *bun.SelectQuery {
		return c.narrow(from.ColumnExpr(columns)).Limit(Candidates)
	}
	if !c.searches {
		from, err := c.start(ctx, q)
		if err != nil {
			return nil, err
		}
		return part(from), nil
	}
	words := db.Words{Table: "listings", Alias: "l", Words: c.words, Sample: sample}
	return q.NewSelect().TableExpr("(?) AS m", words.Matches(q, part)).Limit(Candidates), nil
}

// selectCandidates reads the matches column by column, since they are many.
func selectCandidates(ctx context.Context, q db.Querier, c criteria) (found []candidate, err error) {
	query, err := c.candidates(ctx, q)
	if err != nil {
		return nil, err
	}
	err = query.Scan(ctx, db.Each(func(r *db.Row) {
		m := candidate{
			id: ProductID(r.Text(0)), price: r.Whole(1), productType: r.Text(2),
			sellerID: seller.ID(r.Text(3)), sellerCount: int(r.Whole(4)),
		}
		switch c.sort {
		case SortRelevance:
			m.key = c.score(r.Text(5))
		case SortNewest:
			m.key = r.Instant(5).UnixMicro()
		case SortPriceAsc, SortPriceDesc:
			m.key = m.price
		}
		found = append(found, m)
	}))
	return found, err
}

// listingColumns is what a list shows: not the words to search.
const listingColumns = `l.product_id, l.currency, l.is_main, l.title, l.slug, l.brand, l.product_type, l.thumbnail_url,
	l.thumbnail_alt, l.best_offer_id, l.seller_id, l.seller_name, l.seller_count, l.price_minor_min, l.price_minor_max,
	l.offer_count, l.in_stock, l.published_at`

// selectListings reads one page of a list without words, which walks an index or sorts
// the few rows it begins with.
func selectListings(ctx context.Context, q db.Querier, c criteria, w page.Window) ([]*Listing, error) {
	var rows []*Listing
	from, err := c.start(ctx, q)
	if err != nil {
		return nil, err
	}
	query, err := c.order(c.narrow(from.ColumnExpr(listingColumns)), w)
	if err != nil {
		return nil, err
	}
	return rows, query.Scan(ctx, &rows)
}

// selectMatched reads the listings of matches, in their order. One that buyers see
// no longer is left out.
func selectMatched(ctx context.Context, q db.Querier, c criteria, matches []candidate) ([]*Listing, error) {
	if len(matches) == 0 {
		return nil, nil
	}
	place := make(map[ProductID]int, len(matches))
	ids := make([]ProductID, len(matches))
	for i, m := range matches {
		ids[i], place[m.id] = m.id, i
	}
	var rows []*Listing
	query := q.NewSelect().TableExpr("listings AS l").ColumnExpr(listingColumns).Where("l.product_id IN (?)", bun.List(ids))
	err := c.of(query).Scan(ctx, &rows)
	slices.SortFunc(rows, func(a, b *Listing) int { return cmp.Compare(place[a.ProductID], place[b.ProductID]) })
	return rows, err
}

// order sorts a select, starts it at the cursor and ends it after the page.
func (c criteria) order(q *bun.SelectQuery, w page.Window) (*bun.SelectQuery, error) {
	column, direction, op := "price_minor_min", "DESC", "<"
	if c.sort == SortNewest {
		column = "published_at"
	}
	if c.isAscending(w) {
		direction, op = "ASC", ">"
	}
	if w.HasCursor() {
		key, number, err := c.after(w)
		if err != nil {
			return nil, err
		}
		value := any(number)
		if c.sort == SortNewest {
			value = time.UnixMicro(number).UTC()
		}
		q = q.Where(fmt.Sprintf("(l.%s, l.product_id) %s (?, ?)", column, op), value, key.ID)
	}
	return q.OrderExpr(fmt.Sprintf("l.%[1]s %[2]s, l.product_id %[2]s", column, direction)).Limit(w.Limit()), nil
}

func selectMainListings(ctx context.Context, q db.Querier, ids []ProductID) ([]*Listing, error) {
	var rows []*Listing
	err := q.NewSelect().Model(&rows).Where("l.product_id IN (?)", bun.List(ids)).Where("l.is_main").Scan(ctx)
	return rows, err
}

// countShared counts products that several sellers offer for each of them.
func countShared(ctx context.Context, q db.Querier, products []ProductID, counts map[seller.ID]int) error {
	if len(products) == 0 {
		return nil
	}
	var rows []struct {
		ID    seller.ID
		Count int
	}
	err := q.NewSelect().TableExpr("offers AS o").ColumnExpr("o.seller_id AS id, count(DISTINCT o.product_id) AS count").
		Where("o.product_id IN (?)", bun.List(products)).Where("o.status = 'ACTIVE'").
		Where("EXISTS (SELECT 1 FROM sellers AS s WHERE s.id = o.seller_id AND s.status = 'APPROVED')").
		GroupExpr("o.seller_id").Scan(ctx, &rows)
	for _, r := range rows {
		counts[r.ID] += r.Count
	}
	return err
}

// nameSellers labels values that are sellers with their names.
func nameSellers(ctx context.Context, q db.Querier, values []*FacetValue) error {
	if len(values) == 0 {
		return nil
	}
	ids := make([]string, len(values))
	for i, v := range values {
		ids[i] = v.Value
	}
	var rows []struct{ ID, Name string }
	err := q.NewSelect().TableExpr("sellers AS s").ColumnExpr("s.id, s.name").Where("s.id IN (?)", bun.List(ids)).Scan(ctx, &rows)
	names := make(map[string]string, len(rows))
	for _, r := range rows {
		names[r.ID] = r.Name
	}
	for _, v := range values {
		v.Label = names[v.Value]
	}
	return err
}
