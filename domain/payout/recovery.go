package payout

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// RecoveryID names a recovery, rcv_….
type RecoveryID string

// Cause says why a seller has to give something back.
type Cause string

// The causes of a recovery.
const (
	CauseRefund  Cause = "REFUND"
	CauseDispute Cause = "DISPUTE"
	// CauseCharge is what the seller owes the platform beside orders.
	CauseCharge Cause = "CHARGE"
)

// RecoveryStatus is the state of a recovery.
type RecoveryStatus string

// The states of a recovery.
const (
	// RecoveryWaiting: the buyer's money has not left yet. What was not
	// transferred is taken, and nothing is taken back.
	RecoveryWaiting RecoveryStatus = "WAITING"
	// RecoveryFrozen: a dispute is open. What can be got is kept aside.
	RecoveryFrozen RecoveryStatus = "FROZEN"
	// RecoveryDue: the rest is a debt of the seller.
	RecoveryDue RecoveryStatus = "DUE"
	// RecoverySettled: nothing is open.
	RecoverySettled RecoveryStatus = "SETTLED"
)

// Recovery is what a seller has to give back for one seller order by one
// cause, or what they owe for a charge, and how it was got. Amounts are in minor units.
type Recovery struct {
	bun.BaseModel `bun:"table:recoveries,alias:rcv"`

	ID              RecoveryID          `bun:",pk"`
	Cause           Cause               // unique with CauseID and SellerOrderID
	CauseID         string              // the refund, dispute or charge
	OrderID         order.ID            `bun:",nullzero"` // empty for a charge
	SellerOrderID   order.SellerOrderID `bun:",nullzero"` // empty for a charge
	SellerID        seller.ID
	Currency        money.Currency
	Status          RecoveryStatus
	AmountMinor     int64
	TakenMinor      int64      // from what was not transferred yet
	ReversedMinor   int64      // from transfers that were taken back
	NettedMinor     int64      // from what was released later
	DebitedMinor    int64      // from the seller's balance at the provider
	ReserveMinor    int64      // from the seller's reserve
	WrittenOffMinor int64      // given up
	Block           string     // the provider's text of the last refusal, for operators
	NextAttemptAt   *time.Time // when a reversal is tried next
	CreatedAt       time.Time  // UTC
	SettledAt       *time.Time
}

// collected is what was got, in minor units.
func (k *Recovery) collected() int64 {
	return k.TakenMinor + k.ReversedMinor + k.NettedMinor + k.DebitedMinor + k.ReserveMinor
}

// OpenMinor is what was not got and not given up, in minor units.
func (k *Recovery) OpenMinor() int64 { return k.AmountMinor - k.collected() - k.WrittenOffMinor }

// Amount is what the seller has to give back.
func (k *Recovery) Amount() money.Amount { return money.New(k.AmountMinor, k.Currency) }

// Collected is what was got so far.
func (k *Recovery) Collected() money.Amount { return money.New(k.collected(), k.Currency) }

// FromHeld is what was got from what was not transferred yet.
func (k *Recovery) FromHeld() money.Amount { return money.New(k.TakenMinor, k.Currency) }

// FromTransfers is what was got by taking transfers back.
func (k *Recovery) FromTransfers() money.Amount { return money.New(k.ReversedMinor, k.Currency) }

// FromReleases is what was got from what was released later.
func (k *Recovery) FromReleases() money.Amount { return money.New(k.NettedMinor, k.Currency) }

// FromReserve is what was got from the seller's reserve.
func (k *Recovery) FromReserve() money.Amount { return money.New(k.ReserveMinor, k.Currency) }

// FromBalance is what was got by debits of the seller's balance at the provider.
func (k *Recovery) FromBalance() money.Amount { return money.New(k.DebitedMinor, k.Currency) }

// WrittenOff is what the platform has given up.
func (k *Recovery) WrittenOff() money.Amount { return money.New(k.WrittenOffMinor, k.Currency) }

// Open is what the seller still owes.
func (k *Recovery) Open() money.Amount { return money.New(k.OpenMinor(), k.Currency) }

// settle closes a recovery of which nothing is open, and opens it again when
// something is.
func (k *Recovery) settle(now time.Time) {
	switch {
	case k.Status == RecoveryDue && k.OpenMinor() == 0:
		k.Status, k.SettledAt, k.NextAttemptAt = RecoverySettled, &now, nil
	case k.Status == RecoverySettled && k.OpenMinor() > 0:
		k.Status, k.SettledAt, k.NextAttemptAt = RecoveryDue, nil, &now
	}
}

// giveBack takes minor units out of what was collected, what is easiest to
// give back first.
func (k *Recovery) giveBack(minor int64) {
	for _, from := range []*int64{&k.TakenMinor, &k.ReversedMinor, &k.NettedMinor, &k.ReserveMinor, &k.DebitedMinor} {
		part := min(*from, minor)
		*from -= part
		minor -= part
	}
	if minor != 0 {
		panic("payout: more is given back than was collected")
	}
}

// Claim says what a seller has to give back for a seller order.
type Claim struct {
	Cause         Cause
	CauseID       string
	SellerOrderID order.SellerOrderID
	AmountMinor   int64 // of the seller's net
	// CommissionMinor is the commission that the platform gives back with it.
	CommissionMinor int64
	// Frozen keeps aside what can be got: nothing is owed yet.
	Frozen bool
	// Later takes back no transfer while the claim is frozen.
	Later bool
}

// left is what of a release has not been taken back and is not with the seller:
// moved is what transfers have brought there. What is in the reserve is not left
// while it is there, whatever has been used of it.
func (r *Release) left(moved int64) int64 {
	return r.AmountMinor - r.TakenMinor - r.ReservedMinor - r.OutsideMinor - moved
}

// account is where the money of a release is that has not been transferred.
func (r *Release) account() ledger.Account {
	if r.Status == ReleaseAccrued {
		return ledger.Held(r.SellerID)
	}
	return ledger.Releasable(r.SellerID)
}

// commissionAccount is where the platform's commission of a release is.
func (r *Release) commissionAccount() ledger.Account {
	if r.Status == ReleaseAccrued {
		return ledger.DeferredCommission
	}
	return ledger.Commission
}

// adjust brings a release to the state that what is left of it asks for.
func (r *Release) adjust(moved int64, now time.Time) {
	switch left := r.left(moved); {
	case r.Status == ReleaseReleased && left == 0:
		r.Status, r.TransferredAt, r.NextAttemptAt, r.Block, r.BlockDetail = ReleaseTransferred, &now, nil, "", ""
	case r.Status == ReleaseTransferred && left > 0:
		r.Status, r.TransferredAt, r.NextAttemptAt = ReleaseReleased, nil, &now
	}
}

// ReversalID names a reversal, rvs_….
type ReversalID string

// ReversalKind says how money is got back from a seller's balance.
type ReversalKind string

// The kinds of reversal.
const (
	// KindReversal takes a transfer back.
	KindReversal ReversalKind = "REVERSAL"
	// KindDebit takes from the seller's balance what no transfer stands for.
	KindDebit ReversalKind = "DEBIT"
)

// Reversal is one attempt to get money back from a seller's balance at the
// provider. Its states are those of a transfer.
type Reversal struct {
	bun.BaseModel `bun:"table:reversals,alias:rvs"`

	ID          ReversalID `bun:",pk"`
	Kind        ReversalKind
	RecoveryID  RecoveryID
	TransferID  *TransferID // the transfer taken back; nil for a debit
	OrderID     order.ID    `bun:",nullzero"` // empty for a debt that is of none
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64
	// SettledMinor is what comes back to the balance at the provider in SettledCurrency,
	// when that is another one; else that is empty.
	SettledCurrency money.Currency
	SettledMinor    int64
	Status          TransferStatus
	ProviderID      *string // trr_… or tr_…, unique; nil until the provider has it
	Error           string  // the provider's text, for operators
	CreatedAt       time.Time
	CheckedAt       time.Time // when the provider was last asked, UTC
	SettledAt       *time.Time
}

// Settled is what comes back to the balance at the provider: the amount, or what it is
// worth there.
func (v *Reversal) Settled() money.Amount {
	if v.SettledCurrency == "" {
		return v.Amount()
	}
	return money.New(v.SettledMinor, v.SettledCurrency)
}

// Amount is what is taken back.
func (v *Reversal) Amount() money.Amount { return money.New(v.AmountMinor, v.Currency) }

// group is what the provider keeps together: the order, or else the debt.
func (v *Reversal) group() string {
	if v.OrderID == "" {
		return string(v.RecoveryID)
	}
	return string(v.OrderID)
}
