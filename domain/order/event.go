package order

import (
	"time"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// Paid is told when an order's payment was captured.
type Paid struct {
	OrderID ID `json:"order_id"`
	// MarginMinor is the order's; nil also when the event is from before it was told.
	MarginMinor *int64 `json:"margin_minor,omitempty"`
}

// EventName implements event.Event.
func (Paid) EventName() string { return "order.paid" }

// Cancelled is told when an unpaid order was given up.
type Cancelled struct {
	OrderID ID           `json:"order_id"`
	Reason  CancelReason `json:"reason"`
}

// EventName implements event.Event.
func (Cancelled) EventName() string { return "order.cancelled" }

// PartCancelled is told when all of a seller's paid part was given back before anything
// of it has left.
type PartCancelled struct {
	OrderID       ID            `json:"order_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	SellerID      seller.ID     `json:"seller_id"`
}

// EventName implements event.Event.
func (PartCancelled) EventName() string { return "order.part_cancelled" }

// PartReopened is told when a part that was cancelled by a refund is to be sent: the
// refund gives nothing back after all.
type PartReopened struct {
	OrderID       ID            `json:"order_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	SellerID      seller.ID     `json:"seller_id"`
}

// EventName implements event.Event.
func (PartReopened) EventName() string { return "order.part_reopened" }

// CancelAsked is told when an operator wants an order cancelled that awaits payment. It
// is paid all the same when its buyer was faster.
type CancelAsked struct {
	OrderID ID                 `json:"order_id"`
	BuyerID identity.AccountID `json:"buyer_id"`
	Reason  string             `json:"reason"`
}

// EventName implements event.Event.
func (CancelAsked) EventName() string { return "order.cancel_asked" }

// PartiallyShipped is told when some of a seller's part has left, and more is to
// follow.
type PartiallyShipped struct {
	OrderID       ID            `json:"order_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	SellerID      seller.ID     `json:"seller_id"`
	ShipmentID    ShipmentID    `json:"shipment_id"`
	ShippedAt     time.Time     `json:"shipped_at"` // UTC
}

// EventName implements event.Event.
func (PartiallyShipped) EventName() string { return "order.partially_shipped" }

// ShipmentWithdrawn is told when a seller has taken a shipment back of which nobody
// was told yet.
type ShipmentWithdrawn struct {
	OrderID       ID            `json:"order_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	SellerID      seller.ID     `json:"seller_id"`
	ShipmentID    ShipmentID    `json:"shipment_id"`
}

// EventName implements event.Event.
func (ShipmentWithdrawn) EventName() string { return "order.shipment_withdrawn" }

// Shipped is told when a seller has sent their part: all of it, or what was left of
// it by refunds.
type Shipped struct {
	OrderID       ID            `json:"order_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	SellerID      seller.ID     `json:"seller_id"`
	ShippedAt     time.Time     `json:"shipped_at"` // UTC
	// ShipmentID is the last parcel; empty when the event is from before it was told.
	ShipmentID ShipmentID `json:"shipment_id,omitempty"`
	// IsByRefund says that no parcel ended the shipping, but a refund of what was left.
	IsByRefund bool `json:"is_by_refund,omitempty"`
}

// EventName implements event.Event.
func (Shipped) EventName() string { return "order.shipped" }
