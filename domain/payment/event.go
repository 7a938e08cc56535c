package payment

import "github.com/etal-market/etal/domain/order"

// newsProcessing is told when a bank begins to decide about a debit.
const newsProcessing = "payment.processing"

// DebitRefused is told when the buyer's bank has refused a debit, days after the buyer
// has left. The order awaits payment for another day.
type DebitRefused struct {
	PaymentID ID       `json:"payment_id"`
	OrderID   order.ID `json:"order_id"`
}

// EventName implements event.Event.
func (DebitRefused) EventName() string { return "payment.debit_refused" }
