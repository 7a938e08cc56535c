package plan

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
)

type planKey struct {
	ID ID `json:"i"`
}

// Get returns a plan, or ErrNotFound.
func (s *Service) Get(ctx context.Context, planID ID) (*Plan, error) {
	return loadPlan(ctx, s.db.Read(ctx), planID)
}

// Find lists plans, newest first, archived ones too.
func (s *Service) Find(ctx context.Context, w page.Window) (*page.Connection[Plan], error) {
	rows, err := selectPlans(ctx, s.db.Read(ctx), w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(p *Plan) any { return planKey{p.ID} }), nil
}

// ByIDs returns plans with their versions.
func (s *Service) ByIDs(ctx context.Context, ids []ID) (map[ID]*Plan, error) {
	return selectPlansByIDs(ctx, s.db.Read(ctx), ids)
}

// Standing is which plan a seller is on, and what comes.
type Standing struct {
	SellerID    id.Any
	Plan        *Plan         // nil: on none
	Version     *Version      // what it costs and allows now; nil: nothing
	TrialEndsAt *time.Time    // when the monthly fee begins; nil when it has
	Assignments []*Assignment // the one that begins last first, at most a hundred
}

// StandingOf tells which plan a seller is on now. The caller has checked whose
// seller it is.
func (s *Service) StandingOf(ctx context.Context, sellerID id.Any) (*Standing, error) {
	out := &Standing{SellerID: sellerID, Assignments: []*Assignment{}}
	now := s.db.Clock().Now()
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		h, err := loadHistory(ctx, q, sellerID)
		if err != nil {
			return err
		}
		on, v, since := h.at(now)
		out.Plan, out.Version = on, v
		if v != nil {
			if end := since.AddDate(0, 0, int(v.TrialDays)); end.After(now) {
				out.TrialEndsAt = &end
			}
		}
		for i := len(h.assignments) - 1; i >= 0 && len(out.Assignments) < 100; i-- {
			out.Assignments = append(out.Assignments, h.assignments[i])
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Of returns the plans that sellers are on at an instant; those on none are not
// in it.
func Of(ctx context.Context, q db.Querier, sellers []id.Any, at time.Time) (map[id.Any]ID, error) {
	return selectPlansOf(ctx, q, sellers, at)
}

// ReleasesAt returns what the plans that sellers are on at an instant say of when their money
// is released; those on none are not in it.
func ReleasesAt(ctx context.Context, q db.Querier, sellers []id.Any, at time.Time) (map[id.Any]Release, error) {
	on, err := selectPlansOf(ctx, q, sellers, at)
	if err != nil {
		return nil, fmt.Errorf("plans of sellers: %w", err)
	}
	plans, err := selectPlansByIDs(ctx, q, slices.Sorted(maps.Values(on)))
	if err != nil {
		return nil, fmt.Errorf("plans of sellers: %w", err)
	}
	all := map[id.Any]Release{}
	for of, planID := range on {
		if v := plans[planID].At(at); v != nil {
			all[of] = v.Release
		}
	}
	return all, nil
}

// Unreckoned lists sellers who were on a plan in months that have ended and were
// not reckoned yet. Closed sellers are not in it.
func Unreckoned(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]id.Any, error) {
	begin := monthOf(now)
	return selectUnreckoned(ctx, q, begin, begin.AddDate(0, -1, 0).Format(monthForm), limit)
}

// ReckonTx reckons the first month of a seller that has ended and was not
// reckoned, once. It returns what the seller owes for it.
func ReckonTx(ctx context.Context, tx db.Tx, sellerID id.Any) ([]*Subscription, error) {
	h, err := lockHistory(ctx, tx, sellerID)
	if err != nil || len(h.assignments) == 0 {
		return nil, err
	}
	last, err := selectLastMonth(ctx, tx, sellerID)
	if err != nil {
		return nil, fmt.Errorf("last month of %s: %w", sellerID, err)
	}
	begin := monthOf(h.assignments[0].EffectiveAt)
	if last != "" {
		at, err := time.Parse(monthForm, last)
		if err != nil {
			return nil, err
		}
		begin = at.AddDate(0, 1, 0)
	}
	if begin.AddDate(0, 1, 0).After(tx.Now()) {
		return nil, nil
	}
	if err := insertMonth(ctx, tx, sellerID, begin.Format(monthForm)); err != nil {
		return nil, fmt.Errorf("note the month of %s: %w", sellerID, err)
	}
	return h.month(begin), nil
}

// monthOf is when the month of an instant begins, UTC.
func monthOf(at time.Time) time.Time {
	at = at.UTC()
	return time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
}
