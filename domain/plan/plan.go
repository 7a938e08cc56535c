package plan

import (
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
)

// ID names a plan, pln_….
type ID string

// VersionID names a version of a plan, plv_….
type VersionID string

// AssignmentID names an assignment, pas_….
type AssignmentID string

// Plan is what sellers may be put on.
type Plan struct {
	bun.BaseModel `bun:"table:seller_plans,alias:pln"`

	ID         ID     `bun:",pk"`
	Name       string // unique, ignoring case
	NameFolded string
	CreatedBy  id.Any     // acc_…
	CreatedAt  time.Time  // UTC
	ArchivedAt *time.Time // UTC, since when nobody is put on it; nil: somebody may be

	Versions []*Version `bun:"-"` // newest first, at most a hundred; always loaded
}

// IsArchived reports whether nobody is put on the plan any more.
func (p *Plan) IsArchived() bool { return p.ArchivedAt != nil }

// At returns the version that is in force at an instant; nil when none is.
func (p *Plan) At(at time.Time) *Version {
	for _, v := range p.Versions {
		if !v.EffectiveFrom.After(at) {
			return v
		}
	}
	return nil
}

// Fee is what a plan costs in a currency, in minor units.
type Fee struct {
	Currency     money.Currency `json:"currency"`
	MonthlyMinor int64          `json:"monthly"` // for a whole calendar month, without VAT
	ListingMinor int64          `json:"listing"` // once for each offer beyond the free ones, without VAT
}

// Monthly is what a whole calendar month costs, without VAT.
func (f *Fee) Monthly() money.Amount { return money.New(f.MonthlyMinor, f.Currency) }

// Listing is what a listing costs beyond the free ones, without VAT.
func (f *Fee) Listing() money.Amount { return money.New(f.ListingMinor, f.Currency) }

// Version is what a plan costs and allows from an instant on.
type Version struct {
	bun.BaseModel `bun:"table:seller_plan_versions,alias:plv"`

	ID           VersionID `bun:",pk"`
	PlanID       ID
	Number       int64  // from 1
	Fees         []*Fee `bun:"type:jsonb"` // one for each currency
	VAT          int64  `bun:"vat_basis_points"`
	FreeListings int64  // as long as no more offers are published, listing costs nothing
	OffersMax    *int64 // offers published at once; nil: as many as they like
	SeatsMax     *int64 // members and open invitations; nil: as many as the platform lets
	TrialDays    int64  // from when the seller first is on the plan, without a monthly fee
	Release
	EffectiveFrom time.Time // UTC
	CreatedAt     time.Time // UTC
}

// Release says when the money of sellers on a plan is released and what is kept of it. What
// is nil is as the platform's settings have it.
type Release struct {
	HoldDays           *int64 `json:"hold_days,omitempty"`            // 0 to 90
	ReserveBasisPoints *int64 `json:"reserve_basis_points,omitempty"` // of what is released, 0 to 5,000
	ReserveDays        *int64 `json:"reserve_days,omitempty"`         // how long that is kept, 1 to 90
}

// feeIn is what the version costs in a currency; zero when it has no fees in it.
func (v *Version) feeIn(c money.Currency) Fee {
	for _, f := range v.Fees {
		if f.Currency == c {
			return *f
		}
	}
	return Fee{Currency: c}
}

// charges reports whether sellers of a currency can be charged: the version has
// fees in it, or none at all.
func (v *Version) charges(c money.Currency) bool {
	return len(v.Fees) == 0 || slices.ContainsFunc(v.Fees, func(f *Fee) bool { return f.Currency == c })
}

// Assignment is which plan a seller is on from an instant on.
type Assignment struct {
	bun.BaseModel `bun:"table:seller_plan_assignments,alias:pas"`

	ID          AssignmentID `bun:",pk"`
	SellerID    id.Any       // sel_…
	PlanID      *ID          // nil: on none
	Reason      string
	CreatedBy   id.Any     // acc_…
	EffectiveAt time.Time  // UTC
	CreatedAt   time.Time  // UTC
	CancelledAt *time.Time // UTC, when it was taken back before it began; nil: it holds
	CancelledBy *id.Any    // acc_…
}

// listing notes that an offer was published under a plan.
type listing struct {
	bun.BaseModel `bun:"table:seller_plan_listings"`

	OfferID   id.Any    `bun:",pk"` // off_…
	SellerID  id.Any    // sel_…
	VersionID VersionID //
	Currency  money.Currency
	FeeMinor  int64
	CreatedAt time.Time
}

// monthForm is how months are named, such as "2026-11". UTC.
const monthForm = "2006-01"

// Subscription is what a seller owes for the days of a month on one version.
type Subscription struct {
	VersionID VersionID
	PlanName  string
	Number    int64 // of the version
	Month     string
	Days      int64 // charged
	Of        int64 // days of the month
	Amount    money.Amount
	VAT       money.Basis
}

// history is what a month of a seller is reckoned by.
type history struct {
	assignments []*Assignment // by instant, but those that were cancelled
	cancelled   []*Assignment // by instant
	plans       map[ID]*Plan
	currency    money.Currency
}

// at returns the plan and version that a seller is on at an instant, and since
// when the seller knows the plan; nil when on none.
func (h *history) at(at time.Time) (*Plan, *Version, time.Time) {
	var last *Assignment
	for _, a := range h.assignments {
		if !a.EffectiveAt.After(at) {
			last = a
		}
	}
	if last == nil || last.PlanID == nil {
		return nil, nil, time.Time{}
	}
	p := h.plans[*last.PlanID]
	for _, a := range h.assignments {
		if a.PlanID != nil && *a.PlanID == p.ID {
			return p, p.At(at), a.EffectiveAt
		}
	}
	return p, p.At(at), last.EffectiveAt
}

// changes counts what was decided: each assignment, and each that was cancelled once
// more. It only grows, so that whoever has seen it knows what they have seen.
func (h *history) changes() int64 { return int64(len(h.assignments) + 2*len(h.cancelled)) }

// month reckons what a seller owes for a month that begins at an instant. Each
// version costs its share of the month by days, rounded once, half away from
// zero.
func (h *history) month(begin time.Time) []*Subscription {
	var owed []*Subscription
	end := begin.AddDate(0, 1, 0)
	for day := begin; day.Before(end); day = day.AddDate(0, 0, 1) {
		p, v, since := h.at(day)
		if v == nil || day.Before(since.AddDate(0, 0, int(v.TrialDays))) {
			continue
		}
		i := slices.IndexFunc(owed, func(s *Subscription) bool { return s.VersionID == v.ID })
		if i < 0 {
			i = len(owed)
			owed = append(owed, &Subscription{
				VersionID: v.ID, PlanName: p.Name, Number: v.Number, Month: begin.Format(monthForm),
				Of: int64(end.Sub(begin) / (24 * time.Hour)), VAT: money.Basis(v.VAT),
				Amount: v.feeOf(h.currency),
			})
		}
		owed[i].Days++
	}
	for _, s := range owed {
		s.Amount.Minor = money.Share(s.Amount, s.Days, s.Of)
	}
	return slices.DeleteFunc(owed, func(s *Subscription) bool { return s.Amount.Minor == 0 })
}

func (v *Version) feeOf(c money.Currency) money.Amount {
	fee := v.feeIn(c)
	return fee.Monthly()
}
