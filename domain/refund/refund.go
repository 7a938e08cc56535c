package refund

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/seller"
)

// ID names a refund, rfd_….
type ID string

// PartID names a part of a refund, rfp_….
type PartID string

// Status is the state of a refund.
type Status string

// The states of a refund.
const (
	StatusPlanned        Status = "PLANNED"
	StatusSending        Status = "SENDING"
	StatusUnknown        Status = "UNKNOWN"
	StatusPending        Status = "PENDING"
	StatusRequiresAction Status = "REQUIRES_ACTION"
	StatusAwaitingBank   Status = "AWAITING_BANK"
	StatusSucceeded      Status = "SUCCEEDED"
	StatusFailed         Status = "FAILED"
	StatusPaidOtherwise  Status = "PAID_OTHERWISE"
	StatusRefused        Status = "REFUSED"
	StatusCancelled      Status = "CANCELLED"
)

// isUnsent reports whether the provider may not have the refund yet.
func (s Status) isUnsent() bool {
	return s == StatusPlanned || s == StatusSending || s == StatusUnknown
}

// isVoid reports whether the refund gives nothing back.
func (s Status) isVoid() bool { return s == StatusRefused || s == StatusCancelled }

// canBecome is the table of transitions that news of the provider makes.
func (s Status) canBecome(next Status) bool {
	switch s {
	case StatusPlanned, StatusSending, StatusUnknown:
		return true
	case StatusPending, StatusRequiresAction:
		return next != s && !next.isUnsent() && next != StatusRefused
	case StatusSucceeded:
		return next == StatusFailed // up to 30 days later
	case StatusFailed, StatusPaidOtherwise, StatusRefused, StatusCancelled, StatusAwaitingBank:
		return false
	}
	return false
}

// Method is the way the buyer gets the money.
type Method string

// The methods.
const (
	MethodCard   Method = "CARD"         // back to where it came from
	MethodCredit Method = "STORE_CREDIT" // the platform owes it to the buyer
	MethodBank   Method = "BANK"         // outside the provider, by an operator
)

// Reason says why money is given back.
type Reason string

// The reasons.
const (
	ReasonReturned     Reason = "RETURNED"
	ReasonCancelled    Reason = "CANCELLED"
	ReasonNotReceived  Reason = "NOT_RECEIVED"
	ReasonDamaged      Reason = "DAMAGED"
	ReasonNotAsPromise Reason = "NOT_AS_DESCRIBED"
	ReasonDuplicate    Reason = "DUPLICATE"
	ReasonFraudulent   Reason = "FRAUDULENT"
	ReasonGoodwill     Reason = "GOODWILL"
	ReasonOther        Reason = "OTHER"
)

// Refund is money that a buyer gets back for one order.
type Refund struct {
	bun.BaseModel `bun:"table:refunds,alias:rfd"`

	ID            ID `bun:",pk"`
	OrderID       order.ID
	PaymentID     payment.ID
	SellerOrderID order.SellerOrderID // what it was limited to; empty for a whole order
	BuyerID       identity.AccountID
	Currency      money.Currency
	AmountMinor   int64
	LossMinor     int64 // of it, what no part of the order stands for: the platform bears it
	Method        Method
	Reason        Reason
	Note          string // for those who gave it back, not for the buyer
	Status        Status
	IsRestocked   bool    // the units go back into the stock
	ProviderID    *string // re_…, unique; nil until the provider has it
	Failure       string  // the provider's code or text, for operators
	Reference     string  // of a payment outside the provider
	RequestedBy   identity.AccountID
	ProposalID    approval.ID // what a second person has approved; empty when none was needed
	CreatedAt     time.Time   // UTC
	CheckedAt     time.Time   // when the provider was last asked, UTC
	CollectedAt   *time.Time
	SettledAt     *time.Time

	Parts []*Part `bun:"-"` // always loaded

	OrderNumber string `bun:",scanonly"` // what people read out
}

// countsMinor is what the order and its payment count as given back.
func (r *Refund) countsMinor() int64 { return r.AmountMinor - r.LossMinor }

// Amount is what the buyer gets back.
func (r *Refund) Amount() money.Amount { return money.New(r.AmountMinor, r.Currency) }

func (r *Refund) pieces() []Piece {
	pieces := make([]Piece, len(r.Parts))
	for i, p := range r.Parts {
		pieces[i] = p.piece(r.OrderID)
	}
	return pieces
}

// Part is what a refund or a lost dispute gives back of one component.
type Part struct {
	bun.BaseModel `bun:"table:refund_parts,alias:rfp"`

	ID            PartID              `bun:",pk"`
	CauseID       string              // the refund, or the dispute
	OrderID       order.ID            //
	SellerOrderID order.SellerOrderID // empty for a fee of the order
	SellerID      seller.ID           //
	Kind          Kind                //
	LineID        order.LineID        //
	Currency      money.Currency      //
	Quantity      int64               // units; 0 for an amount
	IsVoid        bool                // nothing was given back after all
	Cover         int64               // 0 from the beginning; n of the nth time that CoverTx took it
	Shares
	Taxes []Tax `bun:"type:jsonb"` // TaxMinor by authority
}

func (p *Part) piece(orderID order.ID) Piece {
	return Piece{Component{
		Kind: p.Kind, OrderID: orderID, SellerOrderID: p.SellerOrderID, SellerID: p.SellerID,
		LineID: p.LineID, Quantity: p.Quantity, Shares: p.Shares, Taxes: p.Taxes,
	}}
}

// Amount is what the buyer gets back of the component.
func (p *Part) Amount() money.Amount { return money.New(p.BuyerMinor(), p.Currency) }

// SellerAmount is what the seller gives of it.
func (p *Part) SellerAmount() money.Amount {
	return money.New(p.SellerMinor+p.KeptMinor, p.Currency)
}

// CommissionReturned is what the platform gives of its commission.
func (p *Part) CommissionReturned() money.Amount { return money.New(p.CommissionMinor, p.Currency) }
