package statement

import (
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// StatementClosed is told when the statement of a month was closed.
type StatementClosed struct {
	StatementID  ID             `json:"statement_id"`
	Number       string         `json:"number"`
	SellerID     seller.ID      `json:"seller_id"`
	Currency     money.Currency `json:"currency"`
	Month        string         `json:"month"`
	OpeningMinor int64          `json:"opening_minor"`
	ClosingMinor int64          `json:"closing_minor"`
}

// EventName implements event.Event.
func (StatementClosed) EventName() string { return "statement.closed" }

// DocumentIssued is told when an invoice for commission, or a credit note, was
// issued.
type DocumentIssued struct {
	DocumentID  DocumentID     `json:"document_id"`
	Number      string         `json:"number"`
	Kind        DocumentKind   `json:"kind"`
	StatementID ID             `json:"statement_id"`
	SellerID    seller.ID      `json:"seller_id"`
	Currency    money.Currency `json:"currency"`
	NetMinor    int64          `json:"net_minor"`
	VATMinor    int64          `json:"vat_minor"`
}

// EventName implements event.Event.
func (DocumentIssued) EventName() string { return "statement.document_issued" }
