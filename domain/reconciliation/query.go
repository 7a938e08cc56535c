package reconciliation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Filter narrows a list of differences; what is empty does not narrow.
type Filter struct {
	Statuses   []Status
	Kind       *Kind
	Account    *string // at the provider: platform or acct_…
	SellerID   *seller.ID
	Currency   *money.Currency
	SeenBefore *time.Time // first seen before this instant
}

// Sort says in which order differences are listed; its values are those of the
// GraphQL enum.
type Sort string

// The orders.
const (
	OldestFirst   Sort = "OLDEST_FIRST"
	NewestFirst   Sort = "NEWEST_FIRST"
	LargestFirst  Sort = "LARGEST_FIRST"
	SmallestFirst Sort = "SMALLEST_FIRST"
)

// differenceKey is the sort key of a difference in every order.
type differenceKey struct {
	At   time.Time `json:"a"`
	Size int64     `json:"s"`
	ID   ID        `json:"i"`
}

// Find pages through differences, for callers that may see all of them. Sizes are in
// minor units, whatever the currency.
func (s *Service) Find(ctx context.Context, f Filter, order Sort, w page.Window) (*page.Connection[Difference], error) {
	rows, err := selectDifferences(ctx, s.db.Read(ctx), f, order, w)
	if err != nil {
		return nil, fmt.Errorf("load differences: %w", err)
	}
	return page.Connect(w, rows, func(d *Difference) any { return differenceKey{d.FirstSeenAt, d.SizeMinor, d.ID} }), nil
}

// Get returns a difference, or ErrNotFound.
func (s *Service) Get(ctx context.Context, differenceID ID) (*Difference, error) {
	d, err := selectDifference(ctx, s.db.Read(ctx), differenceID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load difference: %w", err)
	}
	return d, nil
}

// ByIDs returns differences by their ids, for callers that may see all of them.
func (s *Service) ByIDs(ctx context.Context, ids []ID) (map[ID]*Difference, error) {
	rows, err := selectDifferencesByIDs(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load differences: %w", err)
	}
	found := make(map[ID]*Difference, len(rows))
	for _, d := range rows {
		found[d.ID] = d
	}
	return found, nil
}

// AgeOf says how old a difference is now.
func (s *Service) AgeOf(d *Difference) Age { return d.AgeAt(s.db.Clock().Now()) }

// Overview says how far ledger and provider agree.
type Overview struct {
	Accounts     int64      // that were compared
	Transactions int64      // at the last comparisons
	Matched      int64      // of these
	ComparedAt   *time.Time // of the account that was not compared for longest; nil when none was
	Ageing       []*Aged    // what is to be explained, by currency and age
}

// Aged is what is to be explained of one currency and age.
type Aged struct {
	Currency  money.Currency
	Age       Age
	Count     int64
	SizeMinor int64 // without signs
}

// Size is how much it is, without signs.
func (a *Aged) Size() money.Amount { return money.New(a.SizeMinor, a.Currency) }

// Overview returns how far ledger and provider agree.
func (s *Service) Overview(ctx context.Context) (*Overview, error) {
	q := s.db.Read(ctx)
	o, err := selectOverview(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("sum comparisons: %w", err)
	}
	if o.Ageing, err = selectAgeing(ctx, q, s.db.Clock().Now()); err != nil {
		return nil, fmt.Errorf("sum differences: %w", err)
	}
	return o, nil
}
