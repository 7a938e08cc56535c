package payout

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// ReleaseID names a release, rel_….
type ReleaseID string

// ReleaseStatus is the state of a release.
type ReleaseStatus string

// The states of a release.
const (
	ReleaseAccrued      ReleaseStatus = "ACCRUED"
	ReleaseReleased     ReleaseStatus = "RELEASED"
	ReleaseTransferring ReleaseStatus = "TRANSFERRING"
	ReleaseTransferred  ReleaseStatus = "TRANSFERRED"
)

// BlockReason says why released money is not transferred.
type BlockReason string

// The reasons of a block.
const (
	// BlockAccount: the payout account cannot receive money.
	BlockAccount BlockReason = "ACCOUNT_NOT_READY"
	// BlockCurrency: no bank account of the seller takes the currency of the money.
	BlockCurrency BlockReason = "NO_BANK_ACCOUNT"
	// BlockRefused: the provider refused the transfer.
	BlockRefused BlockReason = "TRANSFER_REFUSED"
	// BlockReversed: somebody has taken the transfer back at the provider, and
	// operators look at it first.
	BlockReversed BlockReason = "TRANSFER_REVERSED"
	// BlockDisputed: a part of the order is disputed, and kept until the bank has
	// decided. It is worked out, and not kept with the release.
	BlockDisputed BlockReason = "DISPUTED"
	// BlockHold: an operator holds it back, or all of the seller's money.
	BlockHold BlockReason = "HELD_BACK"
	// BlockReview: the buyer's bank warns of fraud, and an operator has to decide. It is
	// worked out, and not kept with the release. Sellers are not told of warnings.
	BlockReview BlockReason = "UNDER_REVIEW"
)

// Release is what a seller is owed for one seller order, or by a credit, and how
// far it has come.
type Release struct {
	bun.BaseModel `bun:"table:releases,alias:rel"`

	ID              ReleaseID           `bun:",pk"`
	SellerOrderID   order.SellerOrderID `bun:",nullzero"` // unique; empty for a credit
	OrderID         order.ID            `bun:",nullzero"` // empty for a credit
	CauseID         string              `bun:",nullzero"` // unique: the charge or credit it is for, else empty
	SellerID        seller.ID
	Currency        money.Currency
	AmountMinor     int64 // net of commission
	CommissionMinor int64 // earned when released
	// TakenMinor and CommissionTakenMinor are what refunds, disputes and debts have
	// taken of them, before and after the transfer.
	TakenMinor           int64
	CommissionTakenMinor int64
	Terms                // frozen when the order was captured
	// ReservedMinor is in the seller's reserve until that matures.
	ReservedMinor int64
	// OutsideMinor was paid by the platform's bank, outside the provider.
	OutsideMinor  int64
	ChargeID      string // ch_…: the transfer draws on this charge; empty: on the balance
	Status        ReleaseStatus
	ReleaseAt     *time.Time  // when the hold ends; nil until shipped, or given back whole
	Block         BlockReason // why RELEASED money waits, or empty
	BlockDetail   string      // the provider's text, for operators
	NextAttemptAt *time.Time  // when a transfer is tried next
	IsWarned      bool        // of fraud, and nobody has decided yet: it is neither released nor transferred
	// IsDisputed says that something of it is kept for a dispute. Lists read it.
	IsDisputed bool `bun:",scanonly"`
	// IsHeldBack says that an operator keeps it from being released or transferred, by a
	// hold of the seller or of the order. Lists read it.
	IsHeldBack    bool `bun:",scanonly"`
	ReleasedAt    *time.Time
	TransferredAt *time.Time
	CreatedAt     time.Time
}

// Taken is what refunds, disputes and debts have taken of it.
func (r *Release) Taken() money.Amount { return money.New(r.TakenMinor, r.Currency) }

// Reserved is what of it is in the seller's reserve.
func (r *Release) Reserved() money.Amount { return money.New(r.ReservedMinor, r.Currency) }

// PaidOutside is what of it was paid outside the provider.
func (r *Release) PaidOutside() money.Amount { return money.New(r.OutsideMinor, r.Currency) }

// Amount is the seller's net.
func (r *Release) Amount() money.Amount { return money.New(r.AmountMinor, r.Currency) }

// BlockedBecause is why money is not released, or not transferred though it is; nil
// when only time stands in the way, or nothing.
func (r *Release) BlockedBecause() *BlockReason {
	why := r.Block
	switch {
	case r.Status != ReleaseAccrued && r.Status != ReleaseReleased:
	case r.IsWarned:
		why = BlockReview
	case r.IsDisputed && r.Status == ReleaseAccrued:
		why = BlockDisputed
	case r.IsHeldBack:
		why = BlockHold
	}
	if why == "" {
		return nil
	}
	return &why
}

// TransferID names a transfer, trf_….
type TransferID string

// TransferStatus is the state of a transfer.
type TransferStatus string

// The states of a transfer.
const (
	TransferPlanned   TransferStatus = "PLANNED"
	TransferSending   TransferStatus = "SENDING"
	TransferUnknown   TransferStatus = "UNKNOWN"
	TransferSucceeded TransferStatus = "SUCCEEDED"
	TransferFailed    TransferStatus = "FAILED"
)

func (s TransferStatus) isOpen() bool {
	switch s {
	case TransferPlanned, TransferSending, TransferUnknown:
		return true
	case TransferSucceeded, TransferFailed:
		return false
	}
	return false
}

// Transfer is one attempt to move a release to the seller's balance at the provider.
type Transfer struct {
	bun.BaseModel `bun:"table:transfers,alias:trf"`

	ID          TransferID `bun:",pk"`
	ReleaseID   ReleaseID  // unique with Attempt
	Attempt     int        // from 1
	OrderID     order.ID   `bun:",nullzero"` // empty for a credit
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64
	// ChargeID is the charge it draws on, ch_…; empty: it draws on the balance.
	// Nil: planned by a version that decided it when it was sent.
	ChargeID *string
	// ReversedMinor is what was taken back.
	ReversedMinor int64
	// SettledMinor is what leaves the balance at the provider, and SettledReversedMinor
	// what came back to it, when the provider has converted the payment of the order: in
	// SettledCurrency, which is empty when it has not.
	SettledCurrency      money.Currency
	SettledMinor         int64
	SettledReversedMinor int64
	Status               TransferStatus
	ProviderID           *string // tr_…, unique; nil until the provider has it
	Error                string  // the provider's text, for operators
	CreatedAt            time.Time
	CheckedAt            time.Time // when the provider was last asked, UTC
	SettledAt            *time.Time
}

// Reversed is what was taken back.
func (t *Transfer) Reversed() money.Amount { return money.New(t.ReversedMinor, t.Currency) }

// Amount is what is transferred.
func (t *Transfer) Amount() money.Amount { return money.New(t.AmountMinor, t.Currency) }

// Settled is what leaves the balance at the provider: the amount, or what it is worth
// there.
func (t *Transfer) Settled() money.Amount {
	if t.SettledCurrency == "" {
		return t.Amount()
	}
	return money.New(t.SettledMinor, t.SettledCurrency)
}

// priced is what an amount that came back of a transfer is of its own amount, in minor
// units: that part of what had not come back, and all of it with the last.
func (t *Transfer) priced(settled int64) int64 {
	left := ledger.Conversion{AmountMinor: t.AmountMinor - t.ReversedMinor, SettledMinor: t.SettledMinor - t.SettledReversedMinor}
	if t.SettledCurrency == "" || left.SettledMinor <= 0 {
		return settled
	}
	return min(left.Priced(settled), left.AmountMinor)
}

// group is what the provider keeps together: the order, or else the release.
func (t *Transfer) group() string {
	if t.OrderID == "" {
		return string(t.ReleaseID)
	}
	return string(t.OrderID)
}
