package dispute

import (
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// Changed is told when a dispute was opened or has ended.
type Changed struct {
	DisputeID   ID             `json:"dispute_id"`
	OrderID     order.ID       `json:"order_id"`
	Status      Status         `json:"status"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
}

// EventName implements event.Event.
func (Changed) EventName() string { return "dispute.changed" }
