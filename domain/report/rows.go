package report

import (
	"strings"
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// SalesRow is what a seller has sold in one currency within a span, and what the
// platform has kept of it.
type SalesRow struct {
	Purse
	Figures

	PromotionMinor         int64 // what the platform added to the orders that were paid within the span
	PromotionReturnedMinor int64 // what it got back of such money by refunds and lost disputes within the span
}

func (r *SalesRow) of(minor int64) money.Amount { return money.New(minor, r.Currency) }

// Gross is what buyers have paid for the seller's sales.
func (r *SalesRow) Gross() money.Amount { return r.of(r.GrossMinor()) }

// Refunds is what buyers and their banks got back of it; not below zero.
func (r *SalesRow) Refunds() money.Amount { return r.of(-r.RefundsMinor) }

// Commission is what the platform asked for, without VAT.
func (r *SalesRow) Commission() money.Amount { return r.of(r.CommissionMinor) }

// CommissionReturned is what it gave back of that.
func (r *SalesRow) CommissionReturned() money.Amount { return r.of(r.ReturnedMinor) }

// Promotions is what the platform paid for discounts, less what it got back.
func (r *SalesRow) Promotions() money.Amount {
	return r.of(r.PromotionMinor - r.PromotionReturnedMinor)
}

// Margin is the commission that was kept, less what the platform paid for discounts.
// What Stripe took is not in it: it belongs to orders, which may have several sellers.
func (r *SalesRow) Margin() money.Amount {
	return r.of(r.KeptMinor() - r.PromotionMinor + r.PromotionReturnedMinor)
}

// TakeRateBasisPoints is the commission that was kept, of what was sold and not given
// back, in basis points, cut off; nil when nothing is left of what was sold.
func (r *SalesRow) TakeRateBasisPoints() *int { return r.takeRate() }

// Missing is something that an authority asks for and Étal does not know.
type Missing string

// What may be missing.
const (
	MissingLegalName    Missing = "LEGAL_NAME"
	MissingAddress      Missing = "ADDRESS"
	MissingTaxID        Missing = "TAX_ID"
	MissingRegistration Missing = "REGISTRATION_NUMBER"
	MissingAccount      Missing = "FINANCIAL_ACCOUNT"
	MissingForm         Missing = "LEGAL_FORM" // whether the seller is an individual or an entity
	MissingBirthDate    Missing = "BIRTH_DATE" // of an individual
)

// Identity is who a seller is by law, as far as is known.
type Identity struct {
	Form               seller.LegalForm // empty while nobody has said so
	LegalName          string           // may be empty
	BirthDay           string           // of an individual, as in 1980-02-29; may be empty
	Address            string           // on one line; may be empty
	Country            string           // of the address, else where the seller is from; ISO 3166-1 alpha-2
	TaxID              string           // for VAT or sales tax; may be empty
	TIN                string           // for taxes on income, where it is another number; may be empty
	RegistrationNumber string           // may be empty
	FinancialAccount   string           // the account at the provider, acct_…; may be empty
	BankLastFour       string           // of the bank account; may be empty
}

// missing lists what is asked for by a form and is not known. Of the seller's name,
// address and tax number all want to know; the directive asks for the account too, for
// the day of birth of an individual and for the register of an entity.
func (i *Identity) missing(of Kind) []Missing {
	isDAC7 := of == KindDAC7
	var missing []Missing
	for _, f := range []struct {
		isAsked bool
		value   string
		name    Missing
	}{
		{true, i.LegalName, MissingLegalName},
		{true, i.Address, MissingAddress},
		{true, i.TaxID + i.TIN, MissingTaxID},
		{isDAC7 && i.Form == seller.FormEntity, i.RegistrationNumber, MissingRegistration},
		{isDAC7, i.FinancialAccount, MissingAccount},
		{isDAC7, string(i.Form), MissingForm},
		{isDAC7 && i.Form == seller.FormIndividual, i.BirthDay, MissingBirthDate},
	} {
		if f.isAsked && strings.TrimSpace(f.value) == "" {
			missing = append(missing, f.name)
		}
	}
	return missing
}

// Part is what is reported of one quarter or month.
type Part struct {
	Figures

	Number       int            // of the quarter or month, from 1
	Currency     money.Currency //
	ChargesMinor int64          // what the seller was charged beside orders, with VAT, less what was reversed of that
}

// Gross is what buyers have paid for the seller's sales.
func (p *Part) Gross() money.Amount { return money.New(p.GrossMinor(), p.Currency) }

// FeesMinor is what the platform has kept and charged, with VAT, less what it gave back.
func (p *Part) FeesMinor() int64 {
	return p.CommissionMinor + p.CommissionVATMinor - p.ReturnedMinor - p.ReturnedVATMinor + p.ChargesMinor
}

// ConsiderationMinor is what was credited to the seller: gross less refunds and fees.
func (p *Part) ConsiderationMinor() int64 { return p.NetMinor() - p.FeesMinor() }

// Consideration is what was credited to the seller: gross less refunds and fees.
func (p *Part) Consideration() money.Amount { return money.New(p.ConsiderationMinor(), p.Currency) }

// Fees is what the platform has kept and charged, with VAT.
func (p *Part) Fees() money.Amount { return money.New(p.FeesMinor(), p.Currency) }

// YearRow is what is reported of a seller, in one currency, for a calendar year.
type YearRow struct {
	Purse
	Identity

	Kind      Kind // KindDAC7 or KindForm1099K
	Year      int
	Parts     []*Part // the quarters, or the months
	HasOthers bool    // the seller has sold in other currencies, too, which have rows of their own
}

// Missing lists what the authority asks for and is not known.
func (r *YearRow) Missing() []Missing { return r.missing(r.Kind) }

// LegalForm says whether the seller is an individual or an entity, or nil while nobody
// has said so.
func (r *YearRow) LegalForm() *seller.LegalForm {
	if r.Form == "" {
		return nil
	}
	return &r.Form
}

// Transactions is how many orders the seller was paid for.
func (r *YearRow) Transactions() (n int) {
	for _, p := range r.Parts {
		n += int(p.Orders)
	}
	return n
}

// Gross is what buyers have paid for the seller's sales in the year.
func (r *YearRow) Gross() money.Amount {
	sum := int64(0)
	for _, p := range r.Parts {
		sum += p.GrossMinor()
	}
	return money.New(sum, r.Currency)
}

// Consideration is what was credited to the seller in the year.
func (r *YearRow) Consideration() money.Amount {
	sum := int64(0)
	for _, p := range r.Parts {
		sum += p.ConsiderationMinor()
	}
	return money.New(sum, r.Currency)
}

// IsAbove1099K reports whether the year exceeds both thresholds of Form 1099-K; never
// in another currency than theirs.
func (r *YearRow) IsAbove1099K() bool {
	t := at(form1099K(), r.begin())
	return t != nil && r.Currency == t.currency && r.Gross().Minor > t.amountMinor && int64(r.Transactions()) > t.count
}

// IsSmall reports whether the year stays within what DAC7 leaves out for sellers of
// goods; never in another currency than that of the directive, and never for a seller
// who has sold in another one, too: the directive means all that a seller has sold.
func (r *YearRow) IsSmall() bool {
	t := at(dac7Small(), r.begin())
	return t != nil && r.Currency == t.currency && !r.HasOthers && r.Consideration().Minor <= t.amountMinor && int64(r.Transactions()) < t.count
}

func (r *YearRow) begin() time.Time { return time.Date(r.Year, 1, 1, 0, 0, 0, 0, time.UTC) }

// Remitter says who has to hand a tax to its authority.
type Remitter string

// TaxRow is the tax of one jurisdiction in one currency that one party remits.
type TaxRow struct {
	Jurisdiction  string
	Remitter      Remitter // PLATFORM or SELLER
	Currency      money.Currency
	BaseMinor     int64 // what buyers paid for what was taxed, of the orders that were paid within the span
	TaxMinor      int64 // the tax on it
	ReturnedMinor int64 // what refunds and disputes took back within the span, less what is owed again; 0 for sellers
	RemittedMinor int64 // what the platform has remitted of periods that end within the span; 0 for sellers
}

// Base is what buyers paid for what was taxed, without taxes on top.
func (r *TaxRow) Base() money.Amount { return money.New(r.BaseMinor, r.Currency) }

// Tax is the tax on it.
func (r *TaxRow) Tax() money.Amount { return money.New(r.TaxMinor, r.Currency) }

// Returned is what was given back of taxes that the platform remits; nil for those of
// sellers, who give them back by themselves.
func (r *TaxRow) Returned() *money.Amount {
	if r.Remitter != ByPlatform {
		return nil
	}
	returned := money.New(r.ReturnedMinor, r.Currency)
	return &returned
}

// Remitted is what the platform has remitted for periods that end within the span; nil
// for taxes of sellers.
func (r *TaxRow) Remitted() *money.Amount {
	if r.Remitter != ByPlatform {
		return nil
	}
	remitted := money.New(r.RemittedMinor, r.Currency)
	return &remitted
}

// Open is what is due and was not remitted, below zero where more was remitted than is
// due; nil for taxes of sellers.
func (r *TaxRow) Open() *money.Amount {
	if r.Remitter != ByPlatform {
		return nil
	}
	open := money.New(r.TaxMinor-r.ReturnedMinor-r.RemittedMinor, r.Currency)
	return &open
}

// Due is what has to be remitted: the tax less what was given back.
func (r *TaxRow) Due() money.Amount { return money.New(r.TaxMinor-r.ReturnedMinor, r.Currency) }

// Who remits a tax.
const (
	ByPlatform Remitter = "PLATFORM"
	BySeller   Remitter = "SELLER"
)

// SellerOf is whose row it is.
func (p Purse) SellerOf() seller.ID { return p.SellerID }

// The faults of this context.
var (
	// ErrSpan is returned for a span that ends before it begins or is longer than two
	// years, and for a year that is none.
	ErrSpan = fault.New(fault.Invalid, "REPORT_SPAN", "Give a span of at most two years that ends after it begins.")
	// ErrDays is returned for days that are none or too many.
	ErrDays = fault.New(fault.Invalid, "REPORT_DAYS", "Give at most 92 days, the first one first.")
	// ErrProducts is returned for a number of products below 1 or above 20.
	ErrProducts = fault.New(fault.Invalid, "REPORT_PRODUCTS", "Ask for 1 to 20 products.")
	// ErrPayoutNotFound is returned for a payout that does not exist or has not left.
	ErrPayoutNotFound = fault.New(fault.NotFound, "REPORT_PAYOUT_NOT_FOUND", "There is no such payout on the books.")
)
