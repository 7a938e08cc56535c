package order

import (
	"time"

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

// Shipped is told when a seller has sent their part.
type Shipped struct {
	OrderID       ID            `json:"order_id"`
	SellerOrderID SellerOrderID `json:"seller_order_id"`
	SellerID      seller.ID     `json:"seller_id"`
	ShippedAt     time.Time     `json:"shipped_at"` // UTC
}

// EventName implements event.Event.
func (Shipped) EventName() string { return "order.shipped" }
