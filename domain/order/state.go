package order

import "github.com/etal-market/etal/domain/seller"

// Status is the state of an order.
type Status string

// The states of an order.
const (
	StatusAwaitingPayment Status = "AWAITING_PAYMENT"
	StatusPaid            Status = "PAID"
	StatusCancelled       Status = "CANCELLED"
)

// SellerOrderStatus is the state of a seller's part.
type SellerOrderStatus string

// The states of a seller order.
const (
	SellerOrderAwaitingPayment SellerOrderStatus = "AWAITING_PAYMENT"
	SellerOrderReadyToShip     SellerOrderStatus = "READY_TO_SHIP"
	// SellerOrderPartiallyShipped is how READY_TO_SHIP is told once something has left;
	// it is never stored.
	SellerOrderPartiallyShipped SellerOrderStatus = "PARTIALLY_SHIPPED"
	SellerOrderShipped          SellerOrderStatus = "SHIPPED"
	SellerOrderCancelled        SellerOrderStatus = "CANCELLED"
)

// CancelReason says why an order was cancelled.
type CancelReason string

// The reasons of cancellation.
const (
	// CancelExpired: it was not paid in time.
	CancelExpired CancelReason = "EXPIRED"
	// CancelPaymentCancelled: its payment was cancelled at the provider.
	CancelPaymentCancelled CancelReason = "PAYMENT_CANCELLED"
	// CancelPaymentRefused: the provider did not want the payment at all.
	CancelPaymentRefused CancelReason = "PAYMENT_REFUSED"
	// CancelRequested: its buyer, or an operator for them, did not want it any more.
	CancelRequested CancelReason = "REQUESTED"
)

// canBecome is the table of transitions of an order.
func (s Status) canBecome(next Status) bool {
	switch s {
	case StatusAwaitingPayment:
		return next == StatusPaid || next == StatusCancelled
	case StatusPaid, StatusCancelled:
		return false
	}
	return false
}

// canBecome is the table of transitions of a seller order.
func (s SellerOrderStatus) canBecome(next SellerOrderStatus) bool {
	switch s {
	case SellerOrderAwaitingPayment:
		return next == SellerOrderReadyToShip || next == SellerOrderCancelled
	case SellerOrderReadyToShip:
		return next == SellerOrderShipped || next == SellerOrderCancelled
	case SellerOrderPartiallyShipped, SellerOrderShipped, SellerOrderCancelled:
		return false
	}
	return false
}

// MayCancel says why an order cannot be cancelled as it stands: ErrPaid, ErrState for
// one that is cancelled; nil when it can.
func (o *Order) MayCancel() error {
	switch {
	case o.Status == StatusPaid:
		return ErrPaid
	case !o.Status.canBecome(StatusCancelled):
		return ErrState
	}
	return nil
}

// MayShip says why a seller cannot ship the part as it stands: ErrNotFound for
// another seller's, ErrState; nil when they can.
func (o *SellerOrder) MayShip(owner seller.ID) error {
	switch {
	case o.SellerID != owner:
		return ErrNotFound
	case !o.Status.canBecome(SellerOrderShipped):
		return ErrState
	}
	return nil
}
