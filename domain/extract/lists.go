package extract

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
)

// list is the list that an input asks for. Exactly one of its filters is set.
func (s *Service) list(in Input) list {
	names := s.lists.Sellers
	switch {
	case in.Orders != nil:
		return listOf(names, s.orders(*in.Orders))
	case in.SellerOrders != nil:
		return listOf(names, s.sellerOrders(*in.SellerOrders))
	case in.Sellers != nil:
		return listOf(names, s.sellers(*in.Sellers))
	case in.Products != nil:
		return listOf(names, s.products(*in.Products))
	case in.Payouts != nil:
		return listOf(names, s.payouts(*in.Payouts))
	case in.Transfers != nil:
		return listOf(names, s.transfers(*in.Transfers))
	case in.Refunds != nil:
		return listOf(names, s.refunds(*in.Refunds))
	}
	return listOf(names, s.entries(*in.LedgerEntries))
}

func (s *Service) orders(f order.Filter) source[order.Order] {
	sellersOf := func(o *order.Order) (ids []seller.ID) {
		for _, part := range o.SellerOrders {
			ids = append(ids, part.SellerID)
		}
		return ids
	}
	return source[order.Order]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[order.Order], error) {
			return s.lists.Orders.Find(ctx, by, f, w)
		},
		sellers: sellersOf,
		columns: []column[order.Order]{
			text("number", func(o *order.Order) string { return o.Number }),
			text("order", func(o *order.Order) order.ID { return o.ID }),
			text("status", func(o *order.Order) order.Status { return o.Status }),
			instant("placed_at", func(o *order.Order) *time.Time { return &o.PlacedAt }),
			instant("paid_at", func(o *order.Order) *time.Time { return o.PaidAt }),
			instant("cancelled_at", func(o *order.Order) *time.Time { return o.CancelledAt }),
			{"sellers", func(o *order.Order, n names) string { return n.all(sellersOf(o)) }},
			text("currency", func(o *order.Order) money.Currency { return o.Currency }),
			amount("goods", (*order.Order).Subtotal),
			amount("discount", (*order.Order).Discount),
			amount("shipping", (*order.Order).Shipping),
			amount("tax", (*order.Order).Tax),
			amount("service_fee", (*order.Order).ServiceFee),
			amount("total", (*order.Order).Total),
			{"expected_margin", func(o *order.Order, _ names) string {
				if o.Margin() == nil {
					return ""
				}
				return o.Margin().Decimal()
			}},
		},
	}
}

func (s *Service) sellerOrders(f order.SellerOrderFilter) source[order.SellerOrder] {
	return source[order.SellerOrder]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[order.SellerOrder], error) {
			return s.lists.Orders.FindSellerOrders(ctx, by, f, w)
		},
		sellers: func(o *order.SellerOrder) []seller.ID { return []seller.ID{o.SellerID} },
		columns: []column[order.SellerOrder]{
			text("number", func(o *order.SellerOrder) string { return o.Number }),
			text("seller_order", func(o *order.SellerOrder) order.SellerOrderID { return o.ID }),
			text("status", (*order.SellerOrder).State),
			named("seller", func(o *order.SellerOrder) seller.ID { return o.SellerID }),
			instant("placed_at", func(o *order.SellerOrder) *time.Time { return &o.PlacedAt }),
			instant("paid_at", func(o *order.SellerOrder) *time.Time { return o.PaidAt }),
			instant("shipped_at", func(o *order.SellerOrder) *time.Time { return o.ShippedAt }),
			instant("cancelled_at", func(o *order.SellerOrder) *time.Time { return o.CancelledAt }),
			text("units", func(o *order.SellerOrder) string {
				var units int64
				for _, l := range o.Lines {
					units += l.Quantity
				}
				return strconv.FormatInt(units, 10)
			}),
			text("currency", func(o *order.SellerOrder) money.Currency { return o.Currency }),
			amount("goods", (*order.SellerOrder).Subtotal),
			amount("discount", (*order.SellerOrder).Discount),
			amount("shipping", (*order.SellerOrder).Shipping),
			amount("tax", (*order.SellerOrder).Tax),
			amount("total", (*order.SellerOrder).Total),
			amount("commission", (*order.SellerOrder).Commission),
			amount("commission_vat", (*order.SellerOrder).CommissionVAT),
			amount("net", (*order.SellerOrder).NetAmount),
		},
	}
}

func (s *Service) products(f catalog.OwnFilter) source[catalog.Product] {
	return source[catalog.Product]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[catalog.Product], error) {
			return s.lists.Catalog.FindOwn(ctx, by, f, w)
		},
		sellers: func(p *catalog.Product) []seller.ID { return []seller.ID{p.CreatedBySeller} },
		columns: []column[catalog.Product]{
			text("product", func(p *catalog.Product) catalog.ProductID { return p.ID }),
			typed("handle", func(p *catalog.Product) string { return orEmpty(p.Handle) }),
			typed("title", func(p *catalog.Product) string { return p.Title }),
			typed("brand", func(p *catalog.Product) string { return p.Brand }),
			typed("type", func(p *catalog.Product) string { return p.ProductType }),
			typed("tags", func(p *catalog.Product) string { return strings.Join(p.Tags, ", ") }),
			text("status", func(p *catalog.Product) catalog.ProductStatus { return p.Status }),
			named("seller", func(p *catalog.Product) seller.ID { return p.CreatedBySeller }),
			instant("created_at", func(p *catalog.Product) *time.Time { return &p.CreatedAt }),
			instant("published_at", func(p *catalog.Product) *time.Time { return p.PublishedAt }),
			instant("updated_at", func(p *catalog.Product) *time.Time { return &p.UpdatedAt }),
		},
	}
}

// all is the names of sellers as a cell, each once.
func (n names) all(ids []seller.ID) string {
	var list []string
	for _, id := range ids {
		if n[id] != nil && !slices.Contains(list, n[id].Name) {
			list = append(list, n[id].Name)
		}
	}
	return export.Text(strings.Join(list, "; "))
}

func (s *Service) payouts(f PayoutFilter) source[payout.Payout] {
	want := payout.Filter{SellerID: f.SellerID}
	if f.Status != nil {
		want.Status = string(*f.Status)
	}
	return source[payout.Payout]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[payout.Payout], error) {
			return s.lists.Payouts.FindPayouts(ctx, by, want, w)
		},
		sellers: func(p *payout.Payout) []seller.ID { return []seller.ID{p.SellerID} },
		columns: []column[payout.Payout]{
			text("payout", func(p *payout.Payout) payout.ID { return p.ID }),
			text("status", func(p *payout.Payout) payout.Status { return p.Status }),
			text("seller_id", func(p *payout.Payout) seller.ID { return p.SellerID }),
			named("seller", func(p *payout.Payout) seller.ID { return p.SellerID }),
			text("currency", func(p *payout.Payout) money.Currency { return p.Currency }),
			amount("amount", (*payout.Payout).Amount),
			amount("fee", (*payout.Payout).Fee),
			text("method", func(p *payout.Payout) payout.Method { return p.Method }),
			instant("created_at", func(p *payout.Payout) *time.Time { return &p.CreatedAt }),
			instant("expected_at", func(p *payout.Payout) *time.Time { return p.ExpectedAt }),
			instant("settled_at", func(p *payout.Payout) *time.Time { return p.SettledAt }),
			text("failure", func(p *payout.Payout) string { return p.FailureCode }),
		},
	}
}

func (s *Service) transfers(f TransferFilter) source[payout.Transfer] {
	want := payout.Filter{SellerID: f.SellerID}
	if f.Status != nil {
		want.Status = string(*f.Status)
	}
	return source[payout.Transfer]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[payout.Transfer], error) {
			return s.lists.Payouts.FindTransfers(ctx, by, want, w)
		},
		sellers: func(t *payout.Transfer) []seller.ID { return []seller.ID{t.SellerID} },
		columns: []column[payout.Transfer]{
			text("transfer", func(t *payout.Transfer) payout.TransferID { return t.ID }),
			text("status", func(t *payout.Transfer) payout.TransferStatus { return t.Status }),
			text("seller_id", func(t *payout.Transfer) seller.ID { return t.SellerID }),
			named("seller", func(t *payout.Transfer) seller.ID { return t.SellerID }),
			text("order", func(t *payout.Transfer) order.ID { return t.OrderID }),
			text("currency", func(t *payout.Transfer) money.Currency { return t.Currency }),
			amount("amount", (*payout.Transfer).Amount),
			amount("taken_back", (*payout.Transfer).Reversed),
			instant("created_at", func(t *payout.Transfer) *time.Time { return &t.CreatedAt }),
			instant("settled_at", func(t *payout.Transfer) *time.Time { return t.SettledAt }),
		},
	}
}

func (s *Service) refunds(f refund.Filter) source[refund.Refund] {
	sellersOf := func(r *refund.Refund) (ids []seller.ID) {
		for _, part := range r.Parts {
			ids = append(ids, part.SellerID)
		}
		return ids
	}
	return source[refund.Refund]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[refund.Refund], error) {
			return s.lists.Refunds.Find(ctx, by, f, w)
		},
		sellers: sellersOf,
		columns: []column[refund.Refund]{
			text("refund", func(r *refund.Refund) refund.ID { return r.ID }),
			text("status", func(r *refund.Refund) refund.Status { return r.Status }),
			text("number", func(r *refund.Refund) string { return r.OrderNumber }),
			text("order", func(r *refund.Refund) order.ID { return r.OrderID }),
			{"sellers", func(r *refund.Refund, n names) string { return n.all(sellersOf(r)) }},
			text("currency", func(r *refund.Refund) money.Currency { return r.Currency }),
			amount("amount", (*refund.Refund).Amount),
			text("method", func(r *refund.Refund) refund.Method { return r.Method }),
			text("reason", func(r *refund.Refund) refund.Reason { return r.Reason }),
			instant("created_at", func(r *refund.Refund) *time.Time { return &r.CreatedAt }),
			instant("settled_at", func(r *refund.Refund) *time.Time { return r.SettledAt }),
		},
	}
}

func (s *Service) entries(f ledger.EntryFilter) source[ledger.Entry] {
	return source[ledger.Entry]{
		find: func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[ledger.Entry], error) {
			if by.IsOperator() {
				return s.lists.Ledger.Entries(ctx, f, w)
			}
			return s.lists.Ledger.EntriesFor(ctx, by, nil, f, w)
		},
		sellers: func(e *ledger.Entry) []seller.ID {
			if e.SellerID == "" {
				return nil
			}
			return []seller.ID{e.SellerID}
		},
		columns: []column[ledger.Entry]{
			text("entry", func(e *ledger.Entry) ledger.EntryID { return e.ID }),
			text("journal", func(e *ledger.Entry) ledger.JournalID { return e.JournalID }),
			instant("posted_at", func(e *ledger.Entry) *time.Time { return &e.PostedAt }),
			text("account", func(e *ledger.Entry) string { return e.Account }),
			text("seller_id", func(e *ledger.Entry) seller.ID { return e.SellerID }),
			named("seller", func(e *ledger.Entry) seller.ID { return e.SellerID }),
			text("currency", func(e *ledger.Entry) money.Currency { return e.Currency }),
			amount("amount", (*ledger.Entry).Amount),
		},
	}
}
