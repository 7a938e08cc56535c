package plan

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
)

const (
	nameMax   = 120
	reasonMax = 1000
	feesMax   = 50
	countMax  = 1_000_000
	trialMax  = 366
	keptMax   = 90 // days that money is kept on the platform
)

func fold(name string) string { return strings.ToLower(name) }

// CreateInput makes a plan, which has no version yet.
type CreateInput struct {
	Name string // at most 120 characters
}

// FeeInput is what a plan costs in a currency, without VAT.
type FeeInput struct {
	Monthly money.Input
	Listing *money.Input
}

// PublishInput proposes a version of a plan: all of what it costs and allows.
type PublishInput struct {
	PlanID         ID
	Fees           []*FeeInput
	VATBasisPoints *int64
	FreeListings   *int64
	OffersMax      *int64
	SeatsMax       *int64
	TrialDays      *int64
	// The next three say when the money of sellers on the plan is released; nil: as the
	// platform has it.
	HoldDays           *int64     // 0 to 90
	ReserveBasisPoints *int64     // 0 to 5,000
	ReserveDays        *int64     // 1 to 90; with the hold together at most 90
	EffectiveFrom      *time.Time // nil: when the second person approves
	Reason             string
}

// Terms are what a version costs and allows.
type Terms struct {
	Fees         []*Fee `json:"fees"`
	VAT          int64  `json:"vat_basis_points"`
	FreeListings int64  `json:"free_listings"`
	OffersMax    *int64 `json:"offers_max"`
	SeatsMax     *int64 `json:"seats_max"`
	TrialDays    int64  `json:"trial_days"`
	Release
}

func orZero(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}

// terms checks the input and makes the terms of it.
func (in PublishInput) terms() (Terms, error) {
	var l fault.List
	t := Terms{
		Fees: []*Fee{}, VAT: orZero(in.VATBasisPoints), FreeListings: orZero(in.FreeListings),
		OffersMax: in.OffersMax, SeatsMax: in.SeatsMax, TrialDays: orZero(in.TrialDays),
		Release: Release{HoldDays: in.HoldDays, ReserveBasisPoints: in.ReserveBasisPoints, ReserveDays: in.ReserveDays},
	}
	within := func(n, from, to int64, field string) {
		l.Check(n >= from && n <= to, ErrTerms.Saying(fmt.Sprintf("Give a number from %d to %d.", from, to)).At(field))
	}
	within(t.VAT, 0, int64(money.Whole), "vatBasisPoints")
	within(t.FreeListings, 0, countMax, "freeListings")
	within(t.TrialDays, 0, trialMax, "trialDays")
	for _, optional := range []struct {
		n        *int64
		from, to int64
		field    string
	}{
		{t.OffersMax, 1, countMax, "offersMax"},
		{t.SeatsMax, 1, countMax, "seatsMax"},
		{t.HoldDays, 0, keptMax, "holdDays"},
		{t.ReserveBasisPoints, 0, 5000, "reserveBasisPoints"},
		{t.ReserveDays, 1, keptMax, "reserveDays"},
	} {
		if optional.n != nil {
			within(*optional.n, optional.from, optional.to, optional.field)
		}
	}
	l.Check(orZero(t.HoldDays)+orZero(t.ReserveDays) <= keptMax, ErrTerms.Saying("Hold and reserve together are at most 90 days.").At("reserveDays"))
	l.Check(len(in.Fees) <= feesMax, ErrTerms.At("fees"))
	seen := map[money.Currency]bool{}
	for i, f := range in.Fees {
		at := []string{"fees", strconv.Itoa(i)}[:2:2] // appending copies
		monthly := amountOf(&l, f.Monthly, append(at, "monthly")...)
		l.Check(!seen[monthly.Currency], ErrTerms.Saying("Give the fees of each currency once.").At(at...))
		seen[monthly.Currency] = true
		fee := &Fee{Currency: monthly.Currency, MonthlyMinor: monthly.Minor}
		if f.Listing != nil {
			listing := amountOf(&l, *f.Listing, append(at, "listing")...)
			l.Check(listing.Currency == monthly.Currency, ErrTerms.Saying("Both fees are in one currency.").At(append(at, "listing")...))
			fee.ListingMinor = listing.Minor
		}
		t.Fees = append(t.Fees, fee)
	}
	return t, l.Err()
}

// amountOf reads an amount that is not negative and can be charged.
func amountOf(l *fault.List, in money.Input, path ...string) money.Amount {
	a, err := in.Parse()
	for _, f := range fault.As(err) {
		l.Add(f.Under(path...))
	}
	if err == nil {
		l.Check(a.Minor >= 0 && a.Minor%a.Currency.Step() == 0, ErrTerms.Saying("Give an amount that can be charged.").At(path...))
	}
	return a
}

// ArchiveInput archives a plan: nobody is put on it any more, and those who are
// on it stay.
type ArchiveInput struct{ PlanID ID }

// AssignInput puts a seller on a plan.
type AssignInput struct {
	SellerID    id.Any
	PlanID      *ID        // nil: on none
	EffectiveAt *time.Time // nil: now
	Reason      string     // required, at most 1,000 characters
	// ChangeCount is that of the Standing which the operator saw; nil: whatever was
	// decided since.
	ChangeCount *int64
	// IdempotencyKey makes one assignment of a command that is sent again; nil: each is
	// one of its own.
	IdempotencyKey *string
}

// CancelInput takes back an assignment that has not begun.
type CancelInput struct{ AssignmentID AssignmentID }
