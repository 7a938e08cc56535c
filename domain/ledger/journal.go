package ledger

import (
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// JournalID names a journal.
type JournalID string

// EntryID names an entry. Entries sort by age.
type EntryID string

// Kind says what kind of fact a journal is.
type Kind string

// The kinds of journal, each a row of the table of postings in
// docs/architecture.md.
const (
	KindSaleCaptured      Kind = "SALE_CAPTURED"
	KindFundsAvailable    Kind = "FUNDS_AVAILABLE"
	KindReleased          Kind = "RELEASED"
	KindTransferRequested Kind = "TRANSFER_REQUESTED"
	KindTransferConfirmed Kind = "TRANSFER_CONFIRMED"
	KindTransferFailed    Kind = "TRANSFER_FAILED"
	KindTransferReceived  Kind = "TRANSFER_RECEIVED"
	KindPayoutCreated     Kind = "PAYOUT_CREATED"
	KindPayoutPaid        Kind = "PAYOUT_PAID"
	KindPayoutFailed      Kind = "PAYOUT_FAILED"
	KindRefundAccepted    Kind = "REFUND_ACCEPTED"
	KindRefundVoided      Kind = "REFUND_VOIDED"
	KindRefundSettled     Kind = "REFUND_SETTLED"
	KindRefundReturned    Kind = "REFUND_RETURNED"
	KindRefundPaid        Kind = "REFUND_PAID"
	KindCreditPaidOut     Kind = "CREDIT_PAID_OUT"
	KindReversalConfirmed Kind = "REVERSAL_CONFIRMED"
	KindReversalTaken     Kind = "REVERSAL_TAKEN"
	KindDebtNetted        Kind = "DEBT_NETTED"
	KindDebtDebited       Kind = "DEBT_DEBITED"
	KindDebtWrittenOff    Kind = "DEBT_WRITTEN_OFF"
	KindDisputeMoved      Kind = "DISPUTE_MOVED"
	KindDisputeFrozen     Kind = "DISPUTE_FROZEN"
	KindDisputeSettled    Kind = "DISPUTE_SETTLED"
	KindDisputeFeeCharged Kind = "DISPUTE_FEE_CHARGED"
	KindDisputeFeeBack    Kind = "DISPUTE_FEE_RETURNED"
	KindFeeCharged        Kind = "FEE_CHARGED"
	KindBankMoved         Kind = "BANK_MOVED"
	KindReserveMoved      Kind = "RESERVE_MOVED"
	KindReserveReleased   Kind = "RESERVE_RELEASED"
	KindReserveUsed       Kind = "RESERVE_USED"
	KindPayoutFeeTaken    Kind = "PAYOUT_FEE_TAKEN"
	KindManualPayout      Kind = "MANUAL_PAYOUT"

	KindSellerCharged        Kind = "SELLER_CHARGED"
	KindSellerChargeReversed Kind = "SELLER_CHARGE_REVERSED"
	KindSellerCredited       Kind = "SELLER_CREDITED"
	KindSellerCreditReversed Kind = "SELLER_CREDIT_REVERSED" //nolint:gosec // it is money, and no credential
	KindCreditSpent          Kind = "CREDIT_SPENT"
	KindCreditUnspent        Kind = "CREDIT_UNSPENT"
	KindSuspended            Kind = "SUSPENDED"
	KindSuspenseBooked       Kind = "SUSPENSE_BOOKED"
	KindSuspenseUndone       Kind = "SUSPENSE_UNDONE"
	KindDifferenceBooked     Kind = "DIFFERENCE_BOOKED"

	KindTaxRemitted           Kind = "TAX_REMITTED"
	KindTaxRemittanceReversed Kind = "TAX_REMITTANCE_REVERSED"
)

// Kinds lists all kinds of journal.
func Kinds() []Kind {
	return []Kind{
		KindSaleCaptured, KindFundsAvailable, KindReleased, KindTransferRequested,
		KindTransferConfirmed, KindTransferFailed, KindTransferReceived, KindPayoutCreated,
		KindPayoutPaid, KindPayoutFailed, KindRefundAccepted, KindRefundVoided,
		KindRefundSettled, KindRefundReturned, KindRefundPaid, KindCreditPaidOut,
		KindReversalConfirmed, KindReversalTaken, KindDebtNetted, KindDebtDebited,
		KindDebtWrittenOff, KindDisputeMoved, KindDisputeFrozen, KindDisputeSettled,
		KindDisputeFeeCharged, KindDisputeFeeBack, KindFeeCharged, KindBankMoved, KindReserveMoved,
		KindReserveReleased, KindReserveUsed, KindPayoutFeeTaken, KindManualPayout,
		KindSellerCharged, KindSellerChargeReversed, KindSellerCredited, KindSellerCreditReversed,
		KindCreditSpent, KindCreditUnspent,
		KindSuspended, KindSuspenseBooked, KindSuspenseUndone, KindDifferenceBooked,
		KindTaxRemitted, KindTaxRemittanceReversed,
	}
}

// Journal is one posted fact.
type Journal struct {
	bun.BaseModel `bun:"table:ledger_journals"`

	ID       JournalID `bun:",pk"`
	Kind     Kind      //
	Source   string    // unique: what was posted, such as "capture:pay_…"
	OrderID  string    // the order it belongs to, or ""
	PostedAt time.Time // instant of the unit, UTC

	// ProviderAccount and ProviderTransaction name the balance transaction that
	// this journal answers to; empty when the provider's balance does not move.
	ProviderAccount     string
	ProviderTransaction string

	Entries []*Entry `bun:"-"`
}

// Entry is one line of a journal. AmountMinor is positive for a debit and
// negative for a credit, in minor units of Currency.
type Entry struct {
	bun.BaseModel `bun:"table:ledger_entries"`

	ID          EntryID        `bun:",pk"`
	JournalID   JournalID      //
	Account     string         //
	SellerID    seller.ID      // empty for the platform's accounts
	Currency    money.Currency //
	AmountMinor int64          //
	PostedAt    time.Time      // UTC
}

// Amount is the signed amount of the entry.
func (e *Entry) Amount() money.Amount { return money.New(e.AmountMinor, e.Currency) }

// Draft is a journal to be posted.
type Draft struct {
	Kind                Kind
	Source              string
	OrderID             string
	ProviderAccount     string
	ProviderTransaction string

	currency money.Currency
	lines    []line
}

type line struct {
	account  Account
	minor    int64
	currency money.Currency
}

// NewDraft begins a journal in one currency.
func NewDraft(kind Kind, source string, c money.Currency) *Draft {
	return &Draft{Kind: kind, Source: source, currency: c}
}

// Debit adds a debit of minor units; zero adds nothing.
func (d *Draft) Debit(a Account, minor int64) *Draft { return d.add(a, minor, d.currency) }

// Credit adds a credit of minor units; zero adds nothing.
func (d *Draft) Credit(a Account, minor int64) *Draft { return d.add(a, -minor, d.currency) }

// DebitIn is Debit in another currency, in which the journal has to balance by itself.
func (d *Draft) DebitIn(a Account, amount money.Amount) *Draft {
	return d.add(a, amount.Minor, amount.Currency)
}

// CreditIn is Credit in another currency.
func (d *Draft) CreditIn(a Account, amount money.Amount) *Draft {
	return d.add(a, -amount.Minor, amount.Currency)
}

// Move debits one account and credits another with the same minor units.
func (d *Draft) Move(debit, credit Account, minor int64) *Draft {
	return d.Debit(debit, minor).Credit(credit, minor)
}

// Answering names the balance transaction at the provider that this journal
// answers to.
func (d *Draft) Answering(account, transaction string) *Draft {
	d.ProviderAccount, d.ProviderTransaction = account, transaction
	return d
}

// movement names a balance transaction at the provider.
type movement struct{ account, transaction string }

// movement is what the draft answers to; empty when that is nothing.
func (d *Draft) movement() movement { return movement{d.ProviderAccount, d.ProviderTransaction} }

// IsEmpty reports whether the draft has no entries: there is nothing to post.
func (d *Draft) IsEmpty() bool { return len(d.lines) == 0 }

func (d *Draft) add(a Account, minor int64, c money.Currency) *Draft {
	if minor != 0 {
		d.lines = append(d.lines, line{a, minor, c})
	}
	return d
}

// book is a currency of the platform's book, or of the mirror book.
type book struct {
	currency money.Currency
	isMemo   bool
}

// mustBalance panics unless debits equal credits: an unbalanced journal is a
// bug in the code that made it, never a matter of input. The platform's book
// and the mirror book balance each by themselves, in each currency.
func (d *Draft) mustBalance() {
	sums := map[book]int64{}
	for _, l := range d.lines {
		sums[book{l.currency, l.account.IsMemo()}] += l.minor
	}
	for of, sum := range sums {
		if sum != 0 {
			panic(fmt.Sprintf("ledger: journal %s does not balance: %d %s, mirror: %t", d.Source, sum, of.currency, of.isMemo))
		}
	}
	if len(d.lines) < 2 {
		panic(fmt.Sprintf("ledger: journal %s has %d lines", d.Source, len(d.lines)))
	}
}
