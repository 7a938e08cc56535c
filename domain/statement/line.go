package statement

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Book says which of a seller's two balances a line changes.
type Book string

// The books.
const (
	// BookPlatform is what the platform owes the seller, less what they owe.
	BookPlatform Book = "PLATFORM"
	// BookProvider is the seller's balance at the provider that has not left for
	// the bank.
	BookProvider Book = "PROVIDER"
)

// Kind says why a balance changes.
type Kind string

// The reasons. The first ones change what the platform owes.
const (
	KindSales              Kind = "SALES"               // the price of goods, without discounts
	KindDiscounts          Kind = "DISCOUNTS"           // what the seller took off
	KindShipping           Kind = "SHIPPING"            // shipping by the seller
	KindTaxes              Kind = "TAXES"               // taxes on top that the seller remits, less those in the prices that the platform remits
	KindCommission         Kind = "COMMISSION"          // of the platform
	KindCommissionVAT      Kind = "COMMISSION_VAT"      // on it
	KindRefunds            Kind = "REFUNDS"             // what buyers got back of the seller's part
	KindDisputes           Kind = "DISPUTES"            // what buyers' banks took of it
	KindDisputeFees        Kind = "DISPUTE_FEES"        // of the provider, less what was given back of them
	KindCommissionReturned Kind = "COMMISSION_RETURNED" // given back with refunds and disputes
	KindVATReturned        Kind = "COMMISSION_VAT_RETURNED"
	KindCharges            Kind = "CHARGES"            // beside orders: fees of plans, charges, credits that were taken back
	KindChargesVAT         Kind = "CHARGES_VAT"        // on them
	KindCredits            Kind = "CREDITS"            // beside orders: credits, charges that were taken back
	KindCreditsVAT         Kind = "CREDITS_VAT"        // on them
	KindTransfers          Kind = "TRANSFERS"          // to the balance at the provider, and to the bank by the platform
	KindTransfersReturned  Kind = "TRANSFERS_RETURNED" // refused, taken back, or debited
	KindDebtsWrittenOff    Kind = "DEBTS_WRITTEN_OFF"  // what the platform gave up, or gave up no more
	KindAdjustments        Kind = "ADJUSTMENTS"        // everything else
	// These change the balance at the provider.
	KindReceived            Kind = "RECEIVED" // transfers that arrived
	KindTakenBack           Kind = "TAKEN_BACK"
	KindPayouts             Kind = "PAYOUTS"          // to the bank
	KindPayoutsReturned     Kind = "PAYOUTS_RETURNED" // that came back
	KindProviderAdjustments Kind = "PROVIDER_ADJUSTMENTS"
)

// Kinds lists all reasons in the order in which statements name them.
func Kinds() []Kind {
	return []Kind{
		KindSales, KindDiscounts, KindShipping, KindTaxes, KindCommission, KindCommissionVAT, KindRefunds, KindDisputes, KindDisputeFees,
		KindCommissionReturned, KindVATReturned, KindCharges, KindChargesVAT, KindCredits, KindCreditsVAT, KindTransfers, KindTransfersReturned, KindDebtsWrittenOff, KindAdjustments,
		KindReceived, KindTakenBack, KindPayouts, KindPayoutsReturned, KindProviderAdjustments,
	}
}

// Line is one reason why a journal changes a balance of a seller. Its place is
// that of the journal in the chain, and its position among the journal's lines.
type Line struct {
	bun.BaseModel `bun:"table:statement_lines,alias:sln"`

	SellerID       seller.ID        `bun:",pk"`
	Currency       money.Currency   `bun:",pk"`
	Seq            int64            `bun:",pk"`
	Position       int64            `bun:",pk"` // from 0
	JournalID      ledger.JournalID //
	OrderID        string           // empty when the journal belongs to none
	Kind           Kind             //
	Book           Book             //
	AmountMinor    int64            // added to the balance, minor units; never 0
	VATBasisPoints int64            `bun:"vat_basis_points"` // of a commission or charge and its VAT
	PostedAt       time.Time        // UTC
}

// Amount is what the line adds to the balance.
func (l *Line) Amount() money.Amount { return money.New(l.AmountMinor, l.Currency) }

// OrderIDOrNil is the order; nil when there is none.
func (l *Line) OrderIDOrNil() *id.Any {
	if l.OrderID == "" {
		return nil
	}
	orderID := id.Any(l.OrderID)
	return &orderID
}

// lineKey is the place of a line.
type lineKey struct {
	Seq      int64 `json:"s"`
	Position int64 `json:"p"`
}
