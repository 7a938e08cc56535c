package charge

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
)

// ID names a charge or credit, chg_….
type ID string

// Kind says who owes whom.
type Kind string

// The kinds.
const (
	// Debit is what the seller owes the platform.
	Debit Kind = "CHARGE"
	// Credit is what the platform owes the seller.
	Credit Kind = "CREDIT"
)

// Purpose says what a charge is for.
type Purpose string

// The purposes.
const (
	OneOff       Purpose = "ONE_OFF"
	Subscription Purpose = "SUBSCRIPTION"
	Listing      Purpose = "LISTING"
)

// Charge is an amount between the platform and a seller that is of no order.
type Charge struct {
	bun.BaseModel `bun:"table:seller_charges,alias:chg"`

	ID             ID `bun:",pk"`
	Kind           Kind
	Purpose        Purpose
	SellerID       seller.ID
	Currency       money.Currency
	NetMinor       int64               // without VAT
	VATBasisPoints int64               `bun:"vat_basis_points"`
	VATMinor       int64               `bun:"vat_minor"`
	Reason         string              // what the seller reads
	Reference      string              // of whoever made it; may be empty
	Source         string              // unique: what it was made for
	CreatedBy      *identity.AccountID // nil: by the seller's plan
	CreatedAt      time.Time           // UTC
	ReversedAt     *time.Time          // UTC; nil: it stands
	ReversedBy     *identity.AccountID
	ReversalReason string // what the seller reads
}

// Net is the amount without VAT.
func (c *Charge) Net() money.Amount { return money.New(c.NetMinor, c.Currency) }

// VAT is the VAT on it.
func (c *Charge) VAT() money.Amount { return money.New(c.VATMinor, c.Currency) }

// Gross is what is owed.
func (c *Charge) Gross() money.Amount { return money.New(c.grossMinor(), c.Currency) }

func (c *Charge) grossMinor() int64 { return c.NetMinor + c.VATMinor }

// WhyReversed is why it was reversed; nil while it stands.
func (c *Charge) WhyReversed() *string {
	if c.ReversedAt == nil {
		return nil
	}
	return &c.ReversalReason
}

func (c *Charge) due() payout.Due {
	return payout.Due{CauseID: string(c.ID), SellerID: c.SellerID, Currency: c.Currency, AmountMinor: c.grossMinor()}
}

// draft begins the journal of a charge, or of its reversal, with what becomes of
// the platform's accounts.
func (c *Charge) draft(kind ledger.Kind, step string) *ledger.Draft {
	d := ledger.NewDraft(kind, "charge:"+string(c.ID)+":"+step, c.Currency)
	switch kind { //nolint:exhaustive // the four of this context
	case ledger.KindSellerCharged:
		d.Credit(ledger.SellerFees, c.NetMinor).Credit(ledger.CommissionVAT, c.VATMinor)
	case ledger.KindSellerChargeReversed:
		d.Debit(ledger.SellerFees, c.NetMinor).Debit(ledger.CommissionVAT, c.VATMinor)
	case ledger.KindSellerCredited:
		d.Debit(ledger.SellerCredits, c.NetMinor).Debit(ledger.CommissionVAT, c.VATMinor)
	case ledger.KindSellerCreditReversed:
		d.Credit(ledger.SellerCredits, c.NetMinor).Credit(ledger.CommissionVAT, c.VATMinor)
	default:
		panic("charge: no journal of a charge is " + string(kind))
	}
	return d
}
