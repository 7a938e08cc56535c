package catalog

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

// narrow applies the filter to a select over listings AS l.
func (c criteria) narrow(q *bun.SelectQuery) *bun.SelectQuery {
	if c.currency == "" {
		q = q.Where("l.is_main")
	} else {
		q = q.Where("l.currency = ?", c.currency)
	}
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
	if c.inStock != nil {
		q = q.Where("l.in_stock = ?", *c.inStock)
	}
	return q
}

// candidates selects the keys of at most a thousand matches with what orders
// them.
func (c criteria) candidates(q db.Querier) *bun.SelectQuery {
	found, score := db.MatchWords(q.NewSelect(), "listings", "l", c.words)
	return c.narrow(found.ColumnExpr("l.product_id, l.currency, l.price_minor_min, l.published_at, ? AS score", score)).
		Limit(Candidates)
}

// listingColumns is what a list shows: not the words to search.
const listingColumns = `l.product_id, l.currency, l.is_main, l.title, l.slug, l.brand, l.product_type, l.thumbnail_url,
	l.thumbnail_alt, l.best_offer_id, l.seller_id, l.seller_name, l.seller_count, l.price_minor_min, l.price_minor_max,
	l.offer_count, l.in_stock, l.published_at`

// selectListings reads one page. Without words it walks an index; with words
// it sorts the candidates and reads whole rows only for the page.
func selectListings(ctx context.Context, q db.Querier, c criteria, w page.Window) ([]*listingRow, error) {
	var rows []*listingRow
	if !c.searches {
		query, err := c.order(c.narrow(q.NewSelect().TableExpr("listings AS l").ColumnExpr(listingColumns)), "l", w)
		if err != nil {
			return nil, err
		}
		return rows, query.Scan(ctx, &rows)
	}
	top, err := c.order(q.NewSelect().TableExpr("(?) AS m", c.candidates(q)).ColumnExpr("m.*"), "m", w)
	if err != nil {
		return nil, err
	}
	query := q.NewSelect().TableExpr("(?) AS k", top).ColumnExpr(listingColumns + ", k.score").
		Join("JOIN listings AS l ON l.product_id = k.product_id AND l.currency = k.currency")
	return rows, c.sorted(query, "k", w).Scan(ctx, &rows)
}

// column is what the list is sorted by before the id.
func (c criteria) column() string {
	switch c.sort {
	case SortPriceAsc, SortPriceDesc:
		return "price_minor_min"
	case SortRelevance:
		return "score"
	case SortNewest:
	}
	return "published_at"
}

func (c criteria) sorted(q *bun.SelectQuery, alias string, w page.Window) *bun.SelectQuery {
	direction := "DESC"
	if (c.sort == SortPriceAsc) != w.Backward {
		direction = "ASC"
	}
	return q.OrderExpr(fmt.Sprintf("%[1]s.%[2]s %[3]s, %[1]s.product_id %[3]s", alias, c.column(), direction))
}

// order sorts a select, starts it at the cursor and ends it after the page.
func (c criteria) order(q *bun.SelectQuery, alias string, w page.Window) (*bun.SelectQuery, error) {
	if w.HasCursor() {
		var key listKey
		if err := w.Decode(&key); err != nil {
			return nil, err
		}
		if key.Sort != c.sort {
			return nil, page.ErrCursor
		}
		value := any(key.Value)
		if c.sort == SortNewest {
			at, err := time.Parse(time.RFC3339Nano, key.At)
			if err != nil {
				return nil, page.ErrCursor
			}
			value = at.UTC()
		}
		op := "<"
		if (c.sort == SortPriceAsc) != w.Backward {
			op = ">"
		}
		q = q.Where(fmt.Sprintf("(%[1]s.%[2]s, %[1]s.product_id) %[3]s (?, ?)", alias, c.column(), op), value, key.ID)
	}
	return c.sorted(q, alias, w).Limit(w.Limit()), nil
}

func selectMainListings(ctx context.Context, q db.Querier, ids []ProductID) ([]*Listing, error) {
	var rows []*Listing
	err := q.NewSelect().Model(&rows).Where("l.product_id IN (?)", bun.List(ids)).Where("l.is_main").Scan(ctx)
	return rows, err
}

// facetRow is one count of one facet.
type facetRow struct {
	Facet string
	Value string
	Label string
	Band  int
	Count int
}

// selectFacets counts the candidates in one statement. A product of a single
// seller, as most are, is counted by its listing; only for others the offers
// are read; CROSS JOIN keeps SQLite from beginning with all of those.
func selectFacets(ctx context.Context, q db.Querier, c criteria, bands []int64) ([]*facetRow, error) {
	found := q.NewSelect()
	if c.searches {
		found, _ = db.MatchWords(found, "listings", "l", c.words)
	} else {
		found = found.TableExpr("listings AS l")
	}
	found = c.narrow(found.
		ColumnExpr("l.product_id, l.product_type, l.seller_id, l.seller_name, l.seller_count, l.price_minor_min"))
	query := `WITH m AS MATERIALIZED (?)
		SELECT 'all' AS facet, '' AS value, '' AS label, 0 AS band, count(*) AS count FROM m
		UNION ALL SELECT 'type', product_type, '', 0, count(*) FROM m GROUP BY product_type
		UNION ALL SELECT 'seller', seller_id, seller_name, 0, count(*) FROM m WHERE seller_count = 1 GROUP BY seller_id, seller_name
		UNION ALL SELECT 'seller', s.id, s.name, 0, count(DISTINCT m.product_id) FROM m CROSS JOIN offers AS o CROSS JOIN sellers AS s
			WHERE m.seller_count > 1 AND o.product_id = m.product_id AND o.status = 'ACTIVE'
			AND s.id = o.seller_id AND s.status = 'APPROVED' GROUP BY s.id, s.name`
	args := []any{found.Limit(Candidates)}
	if len(bands) > 0 {
		query += " UNION ALL SELECT 'price', '', '', b.band, count(*) FROM (SELECT " + bandExpr(bands) + " AS band FROM m) AS b GROUP BY b.band"
	}
	var rows []*facetRow
	err := q.NewRaw(query, args...).Scan(ctx, &rows)
	return rows, err
}

// bandExpr is the number of the price band of a row.
func bandExpr(bands []int64) string {
	var b strings.Builder
	b.WriteString("CASE")
	for i := len(bands) - 1; i > 0; i-- {
		fmt.Fprintf(&b, " WHEN price_minor_min >= %d THEN %d", bands[i], i)
	}
	b.WriteString(" ELSE 0 END")
	return b.String()
}
