package tax

import "github.com/etal-market/etal/domain/money"

// Remitted is told when tax that was remitted is on the books.
type Remitted struct {
	RemittanceID ID             `json:"remittance_id"`
	Jurisdiction string         `json:"jurisdiction"` // empty: VAT on commission and charges
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amount_minor"`
	From         string         `json:"from"`  // first day of the period
	Until        string         `json:"until"` // last day of the period
	Reference    string         `json:"reference"`
	Reason       string         `json:"reason"`
}

// EventName implements event.Event.
func (Remitted) EventName() string { return "tax.remitted" }

// RemittanceReversed is told when what was recorded as remitted is taken back.
type RemittanceReversed struct {
	RemittanceID ID             `json:"remittance_id"`
	Jurisdiction string         `json:"jurisdiction"`
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amount_minor"`
	Reason       string         `json:"reason"`
}

// EventName implements event.Event.
func (RemittanceReversed) EventName() string { return "tax.remittance_reversed" }
