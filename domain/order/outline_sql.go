package order

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// The columns of outlines, in the order in which outlines.row takes them.
const (
	outlineOfOrder = `ord.id, ord.number, ord.buyer_id, ord.currency, ord.total_minor, ord.status, ord.cancel_reason,
		ord.placed_at, ord.expires_at, ord.paid_at, ord.cancelled_at, ord.restricted_at`
	outlineOfPart = `sor.id, sor.number, sor.seller_id, sor.currency, sor.total_minor, sor.shipping_by, sor.status,
		sor.placed_at, sor.paid_at, sor.shipped_at, sor.cancelled_at`
	outlineOfLine = `lin.id, lin.product_id, lin.title, lin.variant_title, lin.sku, lin.image_url, lin.currency,
		lin.unit_minor, lin.quantity, lin.total_minor`

	partAt = 12          // the first column of a part
	lineAt = partAt + 11 // the first column of a line
)

// selectOutlines reads a page of orders with their parts, and their lines when they
// are asked for, by one statement: it sees one state of the database by itself. The
// columns of an order come again with each part and line; there are few of them.
func selectOutlines(ctx context.Context, q db.Querier, f Filter, w page.Window) ([]*Order, error) {
	some := q.NewSelect().TableExpr("orders").Limit(w.Limit())
	if err := narrowOrders(some, f, w); err != nil {
		return nil, err
	}
	s := db.LookUp(q.NewSelect().TableExpr("(?) AS ord", some).ColumnExpr(outlineOfOrder).ColumnExpr(outlineOfPart),
		"seller_orders", "sor", "sor.order_id = ord.id")
	if f.outline == OutlineOfLines {
		db.LookUp(s.ColumnExpr(outlineOfLine), "order_lines", "lin", "lin.seller_order_id = sor.id")
	}
	read := outlines{lines: f.outline == OutlineOfLines, orders: map[ID]*Order{}, parts: map[SellerOrderID]*SellerOrder{}}
	if err := s.Scan(ctx, db.Each(read.row)); err != nil {
		return nil, err
	}
	return read.sorted(w.Backward), nil
}

// outlines gathers orders out of rows of orders, parts and lines.
type outlines struct {
	lines  bool
	all    []*Order
	orders map[ID]*Order
	parts  map[SellerOrderID]*SellerOrder
}

func (s *outlines) row(r *db.Row) {
	id := ID(r.Text(0))
	o, ok := s.orders[id]
	if !ok {
		o = &Order{
			ID: id, Number: r.Text(1), BuyerID: identity.AccountID(r.Text(2)), Currency: money.Currency(r.Text(3)),
			TotalMinor: r.Whole(4), Status: Status(r.Text(5)), CancelReason: CancelReason(r.Text(6)),
			PlacedAt: r.Instant(7), ExpiresAt: r.Instant(8), PaidAt: r.InstantOrNil(9),
			CancelledAt: r.InstantOrNil(10), RestrictedAt: r.InstantOrNil(11),
		}
		s.orders[id], s.all = o, append(s.all, o)
	}
	if r.IsNull(partAt) {
		return
	}
	p := s.part(r, o)
	if s.lines && !r.IsNull(lineAt) {
		p.Lines = append(p.Lines, lineOf(r, p))
	}
}

func (s *outlines) part(r *db.Row, of *Order) *SellerOrder {
	id := SellerOrderID(r.Text(partAt))
	p, ok := s.parts[id]
	if !ok {
		p = &SellerOrder{
			ID: id, Number: r.Text(partAt + 1), OrderID: of.ID, SellerID: seller.ID(r.Text(partAt + 2)), BuyerID: of.BuyerID,
			Currency: money.Currency(r.Text(partAt + 3)), TotalMinor: r.Whole(partAt + 4),
			ShippingBy: pricing.Party(r.Text(partAt + 5)), Status: SellerOrderStatus(r.Text(partAt + 6)),
			PlacedAt: r.Instant(partAt + 7), PaidAt: r.InstantOrNil(partAt + 8),
			ShippedAt: r.InstantOrNil(partAt + 9), CancelledAt: r.InstantOrNil(partAt + 10),
		}
		s.parts[id], of.SellerOrders = p, append(of.SellerOrders, p)
	}
	return p
}

func lineOf(r *db.Row, of *SellerOrder) *Line {
	return &Line{
		ID: LineID(r.Text(lineAt)), OrderID: of.OrderID, SellerOrderID: of.ID, SellerID: of.SellerID,
		ProductID: catalog.ProductID(r.Text(lineAt + 1)), Title: r.Text(lineAt + 2), VariantTitle: r.Text(lineAt + 3),
		SKU: r.TextOrNil(lineAt + 4), ImageURL: r.Text(lineAt + 5), Currency: money.Currency(r.Text(lineAt + 6)),
		UnitMinor: r.Whole(lineAt + 7), Quantity: r.Whole(lineAt + 8), TotalMinor: r.Whole(lineAt + 9),
	}
}

// sorted are the orders in the order of the page, with their parts and lines as they
// are read everywhere: by id.
func (s *outlines) sorted(backward bool) []*Order {
	slices.SortFunc(s.all, func(a, b *Order) int {
		if backward {
			return cmp.Compare(a.ID, b.ID)
		}
		return cmp.Compare(b.ID, a.ID)
	})
	for _, o := range s.all {
		slices.SortFunc(o.SellerOrders, func(a, b *SellerOrder) int { return cmp.Compare(a.ID, b.ID) })
	}
	for _, p := range s.parts {
		slices.SortFunc(p.Lines, func(a, b *Line) int { return cmp.Compare(a.ID, b.ID) })
	}
	return s.all
}

// narrowOrders narrows a statement about orders to a page of them.
func narrowOrders(s *bun.SelectQuery, f Filter, w page.Window) error {
	if f.buyerID != "" {
		s.Where("buyer_id = ?", f.buyerID)
	} else if f.LosesMoney != nil {
		s.Where("(margin_minor < 0) = ?", *f.LosesMoney)
	}
	if f.open {
		s.Where("restricted_at IS NULL")
	}
	if f.Status != "" {
		s.Where("status = ?", f.Status)
		if f.Status != StatusPaid {
			s.Where("status <> ?", StatusPaid) // the condition of the index
		}
	}
	if f.SellerID != nil {
		s.Where("id IN (SELECT part.order_id FROM seller_orders AS part WHERE part.seller_id = ?)", *f.SellerID)
	}
	narrow(s, f.Number, f.PlacedAfter, f.PlacedBefore)
	var k orderKey
	if w.HasCursor() {
		if err := w.Decode(&k); err != nil {
			return err
		}
	}
	windowOf(s, w, "orders", string(k.ID), f.PlacedAfter != nil || f.PlacedBefore != nil)
	return nil
}
