package reconciliation

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// ID names a difference, dif_….
type ID string

// Kind says what kind of difference there is; its values are those of the GraphQL
// enum.
type Kind string

// The kinds of difference.
const (
	// NotBooked: the provider moved money that no journal answers to.
	NotBooked Kind = "NOT_BOOKED"
	// NotMoved: a journal answers to a movement the provider does not have.
	NotMoved Kind = "NOT_MOVED"
	// AmountDiffers: journal and movement are of different amounts.
	AmountDiffers Kind = "AMOUNT_DIFFERS"
	// BalanceDiffers: the sums differ by more than the other differences explain.
	BalanceDiffers Kind = "BALANCE_DIFFERS"
)

// Status says where a difference stands; its values are those of the GraphQL enum.
type Status string

// The statuses of a difference.
const (
	// Open was seen at the last comparison, and nobody has explained it.
	Open Status = "OPEN"
	// Suspended is booked against the account of suspense.
	Suspended Status = "SUSPENDED"
	// Accepted is a matter of time, an operator says.
	Accepted Status = "ACCEPTED"
	// Resolved was booked or linked by an operator.
	Resolved Status = "RESOLVED"
	// Cleared is there no more.
	Cleared Status = "CLEARED"
)

// Resolution says how a difference ended; its values are those of the GraphQL enum.
type Resolution string

// The resolutions. The first three are decided by operators.
const (
	// Booked to an account of the ledger.
	Booked Resolution = "BOOKED"
	// Linked to a journal that answers to a movement the provider does not have.
	Linked Resolution = "LINKED"
	// Timing: it goes away by itself.
	Timing Resolution = "TIMING"
	// Answered: the journal that says what it was has come.
	Answered Resolution = "ANSWERED"
	// Gone: a later comparison did not find it any more.
	Gone Resolution = "GONE"
)

// Age says how long a difference has been there; its values are those of the
// GraphQL enum.
type Age string

// The ages.
const (
	UnderDay   Age = "UNDER_1_DAY"
	UnderWeek  Age = "UNDER_7_DAYS"
	UnderMonth Age = "UNDER_30_DAYS"
	OverMonth  Age = "OVER_30_DAYS"
)

const day = 24 * time.Hour

// acceptedFor is how long a difference counts as a matter of time.
const acceptedFor = 7 * day

// Difference is one thing on which ledger and provider disagree, or did.
type Difference struct {
	bun.BaseModel `bun:"table:reconciliation_differences,alias:dif"`

	ID            ID             `bun:",pk" json:"id"`
	Place         string         `json:"-"` // unique: where it is
	Kind          Kind           `json:"kind"`
	Status        Status         `json:"status"`
	Account       string         `bun:"provider_account" json:"account"` // provider.Platform or acct_…
	SellerID      seller.ID      `json:"sellerId,omitempty"`             // whose account it is; empty for the platform's
	Transaction   string         `bun:"transaction_id" json:"transaction,omitempty"`
	Day           string         `json:"day,omitempty"`                         // on which the transaction was made, UTC; empty when there is none
	Type          string         `bun:"transaction_type" json:"type,omitempty"` // of the transaction, as the provider says
	Source        string         `bun:"journal_source" json:"source,omitempty"` // of the journal
	Currency      money.Currency `json:"currency"`
	ProviderMinor int64          `json:"providerMinor"` // minor units
	LedgerMinor   int64          `json:"ledgerMinor"`   // minor units
	SizeMinor     int64          `json:"sizeMinor"`     // by how much they differ, without a sign
	Resolution    Resolution     `json:"resolution,omitempty"`
	BookedTo      string         `json:"bookedTo,omitempty"` // the account of the ledger
	LinkedID      ID             `json:"linkedId,omitempty"` // the other difference
	Reason        string         `json:"reason,omitempty"`   // of the operator
	ResolvedBy    string         `json:"-"`                  // acc_…; empty when nobody has
	FirstSeenAt   time.Time      `json:"firstSeenAt"`        // UTC
	LastSeenAt    time.Time      `json:"lastSeenAt"`         // UTC
	SuspendedAt   *time.Time     `json:"suspendedAt,omitempty"`
	ResolvedAt    *time.Time     `json:"resolvedAt,omitempty"`
}

// Provider is what the provider says.
func (d *Difference) Provider() money.Amount { return money.New(d.ProviderMinor, d.Currency) }

// Ledger is what the ledger says.
func (d *Difference) Ledger() money.Amount { return money.New(d.LedgerMinor, d.Currency) }

// Amount is by how much the provider has more than the ledger; less when negative.
func (d *Difference) Amount() money.Amount { return money.New(d.delta(), d.Currency) }

// AgeAt says how long it has been there at an instant, or had been when it ended.
func (d *Difference) AgeAt(now time.Time) Age {
	if d.ResolvedAt != nil && d.Status != Accepted {
		now = *d.ResolvedAt
	}
	switch since := now.Sub(d.FirstSeenAt); {
	case since < day:
		return UnderDay
	case since < 7*day:
		return UnderWeek
	case since < 30*day:
		return UnderMonth
	}
	return OverMonth
}

// ResolutionOrNil is how it ended; nil until then.
func (d *Difference) ResolutionOrNil() *Resolution {
	if d.Resolution == "" {
		return nil
	}
	return &d.Resolution
}

// LinkedIDOrNil is the difference it was linked to; nil when there is none.
func (d *Difference) LinkedIDOrNil() *id.Any {
	if d.LinkedID == "" {
		return nil
	}
	linked := id.Any(d.LinkedID)
	return &linked
}

// IsOpen reports whether it is still to be explained.
func (d *Difference) IsOpen() bool { return d.Status == Open || d.Status == Suspended }

func (d *Difference) delta() int64 { return d.ProviderMinor - d.LedgerMinor }

// is reports whether both are the same disagreement, to the minor unit.
func (d *Difference) is(o *Difference) bool {
	return d.Kind == o.Kind && d.ProviderMinor == o.ProviderMinor && d.LedgerMinor == o.LedgerMinor
}

// explains reports whether it makes the sums of its account differ.
func (d *Difference) explains() bool {
	return d.Kind != BalanceDiffers && (d.Status == Open || d.Status == Accepted)
}

// see takes over what a comparison has found.
func (d *Difference) see(found *Difference, now time.Time) {
	d.Kind, d.Type, d.Source, d.Day = found.Kind, found.Type, found.Source, found.Day
	d.ProviderMinor, d.LedgerMinor, d.LastSeenAt = found.ProviderMinor, found.LedgerMinor, now
	d.SizeMinor = max(d.delta(), -d.delta())
}

// seeAgain takes over what a comparison has found of a difference that is known, and
// reports whether that changes it.
func (d *Difference) seeAgain(found *Difference, now time.Time) bool {
	same := d.is(found)
	switch d.Status {
	case Suspended: // it is in the ledger, and what was found is older than that
		return false
	case Resolved:
		if same && d.Kind != BalanceDiffers {
			return false // it was booked beside, and the two will differ for ever
		}
		d.reopen(now)
	case Cleared:
		d.reopen(now)
	case Accepted:
		if !same || d.ResolvedAt == nil || !now.Before(d.ResolvedAt.Add(acceptedFor)) {
			d.reopen(d.FirstSeenAt)
		}
	case Open:
	}
	d.see(found, now)
	return true
}

// reopen makes it open, since now unless it is the same one as before.
func (d *Difference) reopen(since time.Time) {
	d.Status, d.Resolution, d.BookedTo, d.LinkedID, d.Reason, d.ResolvedBy = Open, "", "", "", "", ""
	d.FirstSeenAt, d.SuspendedAt, d.ResolvedAt = since, nil, nil
}

// end says how it ended.
func (d *Difference) end(s Status, how Resolution, at time.Time) {
	d.Status, d.Resolution, d.ResolvedAt = s, how, &at
}
