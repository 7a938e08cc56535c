package feed

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/webhook"
)

// tradeSources are about orders and what comes after them.
func tradeSources() []source {
	return []source{
		from(webhook.OrderPaid, paidTx),
		from(webhook.OrderPartiallyShipped, func(ctx context.Context, tx db.Tx, e order.PartiallyShipped) ([]news, error) {
			return ofPart(ctx, tx, e.OrderID, e.SellerOrderID, e.ShipmentID)
		}),
		from(webhook.OrderShipped, func(ctx context.Context, tx db.Tx, e order.Shipped) ([]news, error) {
			return ofPart(ctx, tx, e.OrderID, e.SellerOrderID, e.ShipmentID)
		}),
		from(webhook.OrderCancelled, cancelledTx),
		from(webhook.RefundCreated, func(ctx context.Context, tx db.Tx, e refund.Created) ([]news, error) {
			return ofRefund(ctx, tx, e.RefundID)
		}),
		from(webhook.RefundSucceeded, func(ctx context.Context, tx db.Tx, e refund.Succeeded) ([]news, error) {
			return ofRefund(ctx, tx, e.RefundID)
		}),
		from(webhook.RefundFailed, func(ctx context.Context, tx db.Tx, e refund.Failed) ([]news, error) {
			return ofRefund(ctx, tx, e.RefundID)
		}),
		from(webhook.RefundVoided, func(ctx context.Context, tx db.Tx, e refund.Voided) ([]news, error) {
			return ofRefund(ctx, tx, e.RefundID)
		}),
		from(webhook.DisputeChanged, changedTx),
	}
}

// orderData is an order.
type orderData struct {
	OrderID     order.ID           `json:"orderId"`
	Number      string             `json:"number"`
	Status      order.Status       `json:"status"`
	Currency    money.Currency     `json:"currency"`
	TotalMinor  int64              `json:"totalMinor"`
	Reason      order.CancelReason `json:"cancelReason,omitempty"`
	PlacedAt    time.Time          `json:"placedAt"`
	PaidAt      *time.Time         `json:"paidAt"`
	CancelledAt *time.Time         `json:"cancelledAt"`
	Parts       []partData         `json:"sellerOrders"`
}

// partData is a seller's part of an order.
type partData struct {
	SellerOrderID order.SellerOrderID     `json:"sellerOrderId"`
	OrderID       order.ID                `json:"orderId"`
	Number        string                  `json:"number"`
	SellerID      seller.ID               `json:"sellerId"`
	Status        order.SellerOrderStatus `json:"status"`
	Currency      money.Currency          `json:"currency"`
	TotalMinor    int64                   `json:"totalMinor"`
	ShipToCountry string                  `json:"shipToCountry"`
	PlacedAt      time.Time               `json:"placedAt"`
	PaidAt        *time.Time              `json:"paidAt"`
	ShippedAt     *time.Time              `json:"shippedAt"`
	ShipmentID    order.ShipmentID        `json:"shipmentId,omitempty"` // the one that has left
}

func part(p *order.SellerOrder) partData {
	return partData{
		SellerOrderID: p.ID, OrderID: p.OrderID, Number: p.Number, SellerID: p.SellerID, Status: p.State(), Currency: p.Currency,
		TotalMinor: p.TotalMinor, ShipToCountry: p.ShipTo.Country, PlacedAt: p.PlacedAt, PaidAt: p.PaidAt, ShippedAt: p.ShippedAt,
	}
}

// whole is what the platform reads of an order.
func whole(o *order.Order) news {
	parts := make([]partData, len(o.SellerOrders))
	for i, p := range o.SellerOrders {
		parts[i] = part(p)
	}
	return news{object: string(o.ID), data: orderData{
		OrderID: o.ID, Number: o.Number, Status: o.Status, Currency: o.Currency, TotalMinor: o.TotalMinor, Reason: o.CancelReason,
		PlacedAt: o.PlacedAt, PaidAt: o.PaidAt, CancelledAt: o.CancelledAt, Parts: parts,
	}}
}

func paidTx(ctx context.Context, tx db.Tx, e order.Paid) ([]news, error) {
	o, err := order.LoadBrief(ctx, tx, e.OrderID)
	if err != nil {
		return nil, err
	}
	all := []news{whole(o)}
	for _, p := range o.SellerOrders {
		all = append(all, news{p.SellerID, string(p.ID), part(p)})
	}
	return all, nil
}

// ofPart is what is told when something of a seller's part has left, and in which shipment.
func ofPart(ctx context.Context, tx db.Tx, orderID order.ID, partID order.SellerOrderID, shipmentID order.ShipmentID) ([]news, error) {
	o, err := order.LoadBrief(ctx, tx, orderID)
	if err != nil {
		return nil, err
	}
	var all []news
	for _, p := range o.SellerOrders {
		if p.ID == partID {
			data := part(p)
			data.ShipmentID = shipmentID
			all = []news{{object: string(o.ID), data: data}, {p.SellerID, string(p.ID), data}}
		}
	}
	return all, nil
}

func cancelledTx(ctx context.Context, tx db.Tx, e order.Cancelled) ([]news, error) {
	o, err := order.LoadBrief(ctx, tx, e.OrderID)
	if err != nil {
		return nil, err
	}
	return []news{whole(o)}, nil
}

// refundData is a refund. For a seller, the amount is what the buyer gets back of
// their part.
type refundData struct {
	RefundID    refund.ID      `json:"refundId"`
	OrderID     order.ID       `json:"orderId"`
	Status      refund.Status  `json:"status"`
	Method      refund.Method  `json:"method"`
	Reason      refund.Reason  `json:"reason"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	CreatedAt   time.Time      `json:"createdAt"`
}

// ofRefund tells of a refund, also one that gives nothing back after all.
func ofRefund(ctx context.Context, tx db.Tx, refundID refund.ID) ([]news, error) {
	r, err := refund.Load(ctx, tx, refundID)
	if err != nil {
		return nil, err
	}
	parts, err := refund.AllPartsOf(ctx, tx, []string{string(refundID)})
	if err != nil {
		return nil, err
	}
	shares := map[seller.ID]int64{"": r.AmountMinor}
	for _, p := range parts[string(refundID)] {
		if p.SellerID != "" {
			shares[p.SellerID] += p.BuyerMinor()
		}
	}
	all := make([]news, 0, len(shares))
	for of, minor := range shares {
		all = append(all, news{of, string(r.ID), refundData{
			RefundID: r.ID, OrderID: r.OrderID, Status: r.Status, Method: r.Method, Reason: r.Reason, Currency: r.Currency,
			AmountMinor: minor, CreatedAt: r.CreatedAt,
		}})
	}
	return all, nil
}

// disputeData is a dispute. For a seller, the amount is their share of it.
type disputeData struct {
	DisputeID   dispute.ID     `json:"disputeId"`
	OrderID     order.ID       `json:"orderId"`
	Status      dispute.Status `json:"status"`
	Reason      string         `json:"reason"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	DueBy       *time.Time     `json:"dueBy"`
	ClosedAt    *time.Time     `json:"closedAt"`
}

func changedTx(ctx context.Context, tx db.Tx, e dispute.Changed) ([]news, error) {
	d, err := dispute.Load(ctx, tx, e.DisputeID)
	if err != nil {
		return nil, err
	}
	shares := map[seller.ID]int64{"": d.AmountMinor}
	for _, p := range d.Parts {
		if p.ShareMinor > 0 {
			shares[p.SellerID] += p.ShareMinor
		}
	}
	all := make([]news, 0, len(shares))
	for of, minor := range shares {
		all = append(all, news{of, string(d.ID), disputeData{
			DisputeID: d.ID, OrderID: d.OrderID, Status: d.Status, Reason: d.Reason, Currency: d.Currency, AmountMinor: minor,
			DueBy: d.DueBy, ClosedAt: d.ClosedAt,
		}})
	}
	return all, nil
}
