package report

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// What the lines of an order, alias l, and what was given back of them, alias b, have
// in the figures of the seller: a line that was given back whole has a net of zero.
const (
	lineGross = "l.total_minor - l.seller_discount_minor + l.shipping_minor - l.platform_shipping_minor + l.tax_minor - l.platform_tax_minor"
	partBack  = "p.seller_minor + p.kept_minor + p.commission_minor + p.commission_vat_minor"
)

// selectTopProducts ranks products by what was sold of them, in one read.
func selectTopProducts(ctx context.Context, q db.Querier, of *seller.ID, w window, first int) ([]*ProductSales, error) {
	paid := func(s *bun.SelectQuery) *bun.SelectQuery {
		s = s.Where("o.paid_at >= ? AND o.paid_at <= ?", w.before(), w.now).Where("(o.paid_at < ? OR o.paid_at >= ?)", w.cut(), w.first())
		if of != nil {
			s = s.Where("o.seller_id = ?", *of)
		}
		return s
	}
	back := paid(q.NewSelect().TableExpr("seller_orders AS o").Join("JOIN refund_parts AS p ON p.order_id = o.order_id AND p.seller_order_id = o.id")).
		ColumnExpr("p.line_id, CAST(SUM(" + partBack + ") AS BIGINT) AS back_minor").Where("NOT p.is_void").
		Where("NOT EXISTS (SELECT 1 FROM disputes AS d WHERE d.order_id = p.order_id AND NOT d.is_settled AND p.cause_id = d.id || '.' || d.settlements)"). // not lost yet
		GroupExpr("p.line_id")
	lines := paid(q.NewSelect().TableExpr("seller_orders AS o").Join("JOIN order_lines AS l ON l.seller_order_id = o.id")).
		Join("LEFT JOIN (?) AS b ON b.line_id = l.id", back).
		ColumnExpr("l.product_id, l.currency, l.title, l.quantity, "+lineGross+" AS gross_minor").
		ColumnExpr(lineGross+" - COALESCE(b.back_minor, 0) AS net_minor, o.paid_at >= ? AS is_now", w.first())
	products := q.NewSelect().TableExpr("(?) AS sold", lines).ColumnExpr("product_id, currency, MAX(title) AS title").
		ColumnExpr("CAST(SUM(CASE WHEN is_now THEN quantity ELSE 0 END) AS BIGINT) AS units").
		ColumnExpr("CAST(SUM(CASE WHEN is_now THEN gross_minor ELSE 0 END) AS BIGINT) AS gross_minor").
		ColumnExpr("CAST(SUM(CASE WHEN is_now THEN net_minor ELSE 0 END) AS BIGINT) AS net_minor").
		ColumnExpr("CAST(SUM(CASE WHEN is_now THEN 0 ELSE net_minor END) AS BIGINT) AS before_minor").GroupExpr("product_id, currency")
	ranked := q.NewSelect().TableExpr("(?) AS products", products).Where("units > 0").
		ColumnExpr("products.*, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY net_minor DESC, units DESC, product_id) AS place")
	rows := []*ProductSales{}
	err := q.NewSelect().TableExpr("(?) AS ranked", ranked).
		ColumnExpr("product_id, currency, title, units, gross_minor, net_minor, before_minor").
		Where("place <= ?", first).OrderExpr("currency, place").Scan(ctx, &rows)
	return rows, err
}
