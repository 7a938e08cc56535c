package tax

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
)

// ID names a remittance, rmt_….
type ID string

// Remittance is tax that has left the platform's bank account for an authority.
type Remittance struct {
	bun.BaseModel `bun:"table:tax_remittances,alias:rmt"`

	ID             ID     `bun:",pk"`
	Jurisdiction   string // such as "DE" or "US-CA"; empty: VAT on commission and charges
	Currency       money.Currency
	AmountMinor    int64     // above zero
	From           time.Time `bun:"period_from"`  // first day of the period, at midnight UTC
	Until          time.Time `bun:"period_until"` // last day of the period, at midnight UTC
	Reference      string    // of the transfer at the bank
	Reason         string
	RecordedBy     identity.AccountID // who proposed it
	RecordedAt     time.Time          // UTC
	ReversedAt     *time.Time         // UTC; nil: it stands
	ReversedBy     *identity.AccountID
	ReversalReason string
}

// Amount is what was remitted.
func (r *Remittance) Amount() money.Amount { return money.New(r.AmountMinor, r.Currency) }

// JurisdictionOrNil is the jurisdiction; nil for VAT on commission and charges.
func (r *Remittance) JurisdictionOrNil() *string { return orNil(r.Jurisdiction) }

// WhyReversed is why it was taken back; nil while it stands.
func (r *Remittance) WhyReversed() *string {
	if r.ReversedAt == nil {
		return nil
	}
	return &r.ReversalReason
}

// Payable is what is owed to an authority in one currency as things stand. It is
// below zero where more was remitted than is due.
type Payable struct {
	Jurisdiction string // empty: VAT on commission and charges
	Currency     money.Currency
	AmountMinor  int64
}

// Amount is what is owed.
func (p *Payable) Amount() money.Amount { return money.New(p.AmountMinor, p.Currency) }

// JurisdictionOrNil is the jurisdiction; nil for VAT on commission and charges.
func (p *Payable) JurisdictionOrNil() *string { return orNil(p.Jurisdiction) }

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// accountOf is the account of the ledger that says what is payable.
func accountOf(jurisdiction string) ledger.Account {
	if jurisdiction == "" {
		return ledger.CommissionVAT
	}
	return ledger.PlatformTax(jurisdiction)
}

func (r *Remittance) source(step string) string { return "tax_remittance:" + string(r.ID) + ":" + step }
