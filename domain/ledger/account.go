package ledger

import (
	"strings"

	"github.com/etal-market/etal/domain/seller"
)

// Account is an account of the chart, such as "stripe:pending".
// A seller's own accounts are named in two parts: account and seller.
type Account struct {
	Name     string
	SellerID seller.ID // empty for the platform's accounts
}

// The platform's accounts. Assets and expenses have debit balances (positive),
// liabilities and revenue have credit balances (negative).
var (
	// StripePending is money at Stripe that is not available yet.
	StripePending = Account{Name: "stripe:pending"}
	// StripeAvailable is money at Stripe that can be transferred.
	StripeAvailable = Account{Name: "stripe:available"}
	// StripeReserved is money at Stripe that it keeps aside: for sellers' balances below
	// zero, for risks, for networks of cards, as the least that has to stay.
	StripeReserved = Account{Name: "stripe:reserved"}
	// ProcessingFees are what Stripe kept of captured payments.
	ProcessingFees = Account{Name: "exp:psp_fee"}
	// DeferredCommission is commission accrued at capture and not yet earned.
	DeferredCommission = Account{Name: "def:commission"}
	// Commission is commission earned: the seller has fulfilled.
	Commission = Account{Name: "rev:commission"}
	// PlatformPromotions are discounts that the platform paid for.
	PlatformPromotions = Account{Name: "exp:promo_platform"}
	// ShippingRevenue is what buyers paid for shipping by the platform.
	ShippingRevenue = Account{Name: "rev:shipping"}
	// ServiceFees are what buyers paid the platform on top of their orders.
	ServiceFees = Account{Name: "rev:service_fee"}
	// CommissionVAT is VAT on commission and on charges, which the platform owes to
	// its authority.
	CommissionVAT = Account{Name: "pay:tax:commission"}
	// TransferClearing holds transfers whose outcome is not yet known.
	TransferClearing = Account{Name: "clr:transfer"}
	// BuyerRefunds is what buyers were promised back and have not got yet.
	BuyerRefunds = Account{Name: "pay:buyer_refund"}
	// BuyerCredit is what buyers got back as credit with the platform.
	BuyerCredit = Account{Name: "pay:buyer_credit"}
	// CreditClearing is what buyers have spent of their credit on orders that are not
	// paid yet.
	CreditClearing = Account{Name: "clr:credit"}
	// DisputeReceivable is what buyers' banks have taken and may give back.
	DisputeReceivable = Account{Name: "rcv:dispute"}
	// DisputeFees are what Stripe charges for disputes.
	DisputeFees = Account{Name: "exp:dispute_fee"}
	// DisputeLosses are lost disputes that no part of an order stands for.
	DisputeLosses = Account{Name: "exp:dispute_loss"}
	// RefundLosses are refunds made at Stripe that no part of an order stands for.
	RefundLosses = Account{Name: "exp:refund_loss"}
	// BadDebt is what sellers owed and will not pay.
	BadDebt = Account{Name: "exp:bad_debt"}
	// Bank is the platform's own bank account, outside Stripe.
	Bank = Account{Name: "bank"}
	// InstantPayoutFees are what sellers paid the platform for instant payouts.
	InstantPayoutFees = Account{Name: "rev:instant_payout_fee"}
	// SellerFees are what sellers pay the platform beside commission: charges,
	// subscriptions, listings.
	SellerFees = Account{Name: "rev:seller_fee"}
	// SellerCredits are what the platform gives sellers beside their orders.
	SellerCredits = Account{Name: "exp:seller_credit"}
	// Suspense holds movements of the platform's balance that nobody knows what they
	// were.
	Suspense = Account{Name: "clr:suspense"}
	// Rounding is what an amount at Stripe differs from ours by less than a unit
	// that can be paid.
	Rounding = Account{Name: "exp:rounding"}
	// ProviderTax is tax on what Stripe charges.
	ProviderTax = Account{Name: "exp:psp_tax"}
	// Exchange is what the platform holds in one currency and owes in another, since
	// Stripe has converted the payments of orders: a debit in the currency of the
	// orders, and a credit in the one that it settled in.
	Exchange = Account{Name: "fx:clearing"}
	// ExchangeLosses are what converting cost at other rates than those of the
	// payments, less what it brought.
	ExchangeLosses = Account{Name: "exp:fx"}
	// OtherFees are what Stripe charges beside payments and disputes.
	OtherFees = Account{Name: "exp:psp_other"}
)

// The names of the accounts that each seller has.
const (
	held          = "pay:seller:held"
	releasable    = "pay:seller:releasable"
	disputed      = "pay:seller:disputed"
	reserve       = "pay:seller:reserve"
	receivable    = "rcv:seller"
	memoPending   = "memo:conn:pending"
	memoAvailable = "memo:conn:available"
	memoInTransit = "memo:conn:in_transit"
	memoPaidOut   = "memo:conn:paid_out"
	memoContra    = "memo:contra"
	memoSuspense  = "memo:suspense"
)

// PlatformTax is tax on sales in a jurisdiction, such as "DE" or "US-CA", that
// the platform collected and has to remit.
func PlatformTax(jurisdiction string) Account {
	return Account{Name: "pay:tax:platform:" + jurisdiction}
}

// Held is what the platform owes a seller and must not pay yet.
func Held(s seller.ID) Account { return Account{held, s} }

// Releasable is what the platform owes a seller and is going to transfer.
func Releasable(s seller.ID) Account { return Account{releasable, s} }

// Disputed is what belongs to a seller unless a dispute is lost.
func Disputed(s seller.ID) Account { return Account{disputed, s} }

// Reserve is what is kept of a seller's released money until its time is over.
func Reserve(s seller.ID) Account { return Account{reserve, s} }

// Receivable is what a seller owes the platform.
func Receivable(s seller.ID) Account { return Account{receivable, s} }

// MemoPending mirrors the pending part of a seller's Stripe balance.
func MemoPending(s seller.ID) Account { return Account{memoPending, s} }

// MemoAvailable mirrors the available part of a seller's Stripe balance.
func MemoAvailable(s seller.ID) Account { return Account{memoAvailable, s} }

// MemoInTransit mirrors payouts on their way to a seller's bank.
func MemoInTransit(s seller.ID) Account { return Account{memoInTransit, s} }

// MemoPaidOut mirrors payouts that arrived at a seller's bank.
func MemoPaidOut(s seller.ID) Account { return Account{memoPaidOut, s} }

// MemoContra balances the mirror of a seller's Stripe balance.
func MemoContra(s seller.ID) Account { return Account{memoContra, s} }

// MemoSuspense holds movements of a seller's Stripe balance that nobody knows what
// they were.
func MemoSuspense(s seller.ID) Account { return Account{memoSuspense, s} }

// StripeBucket is the platform's account for money that is available or not.
func StripeBucket(available bool) Account {
	if available {
		return StripeAvailable
	}
	return StripePending
}

// MemoBucket is a seller's mirror account for money that is available or not.
func MemoBucket(s seller.ID, available bool) Account {
	if available {
		return MemoAvailable(s)
	}
	return MemoPending(s)
}

// IsMemo reports whether the account belongs to the mirror book.
func (a Account) IsMemo() bool { return strings.HasPrefix(a.Name, "memo:") }

// isOwn reports whether what is on the account is the platform's own, and nobody else's:
// what it earns and what it loses.
func (a Account) isOwn() bool {
	return strings.HasPrefix(a.Name, "rev:") || strings.HasPrefix(a.Name, "exp:")
}

// OwedAccounts are the accounts of a seller that sum to what the platform owes
// them, less what they owe: with the sign turned round, since credits are owed.
func OwedAccounts() []string { return []string{held, releasable, disputed, reserve, receivable} }

// BalanceAccounts are the accounts of a seller that mirror what of their balance
// at the provider has not left for the bank, without what is in suspense.
func BalanceAccounts() []string { return []string{memoPending, memoAvailable, memoSuspense} }

// String writes the account with its seller.
func (a Account) String() string {
	if a.SellerID == "" {
		return a.Name
	}
	return a.Name + "/" + string(a.SellerID)
}
