package plan

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
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
	Assignments []*Assignment // the one that begins last first, at most a hundred; without what was cancelled
	Changes     []*Assignment // what was decided last first, at most a hundred; with what was cancelled
	ChangeCount int64         // grows with each assignment, and with each that is cancelled
}

// StandingOf tells which plan a seller is on now. The caller has checked whose
// seller it is.
func (s *Service) StandingOf(ctx context.Context, sellerID id.Any) (*Standing, error) {
	out := &Standing{SellerID: sellerID}
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
		out.ChangeCount = h.changes()
		out.Assignments = lastFirst(h.assignments)
		decided := slices.Concat(h.assignments, h.cancelled)
		slices.SortStableFunc(decided, func(a, b *Assignment) int { return a.CreatedAt.Compare(b.CreatedAt) })
		out.Changes = lastFirst(decided)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// shownMax is how many assignments of a seller are shown.
const shownMax = 100

// lastFirst turns assignments round, and leaves out what is too many.
func lastFirst(all []*Assignment) []*Assignment {
	shown := slices.Clone(all[max(len(all)-shownMax, 0):])
	slices.Reverse(shown)
	if shown == nil {
		shown = []*Assignment{}
	}
	return shown
}

// Prospect is which plan a seller would be on at an instant, and which one they are to
// be put on.
type Prospect struct {
	EffectiveAt   time.Time    // UTC
	PlanBefore    *Plan        // nil: on none
	PlanAfter     *Plan        // nil: on none
	MonthlyBefore money.Amount // what a whole month costs, without VAT
	MonthlyAfter  money.Amount
}

// ProspectOf looks ahead for what an assignment would change. It returns
// ErrSellerNotFound, ErrDate and what Assign returns for a plan.
func ProspectOf(ctx context.Context, q db.Querier, in AssignInput, now time.Time) (*Prospect, error) {
	at, err := in.begins(now)
	if err != nil {
		return nil, err
	}
	h, err := loadHistory(ctx, q, in.SellerID)
	if err != nil {
		return nil, err
	}
	none := money.New(0, h.currency)
	p := &Prospect{EffectiveAt: at, MonthlyBefore: none, MonthlyAfter: none}
	var v *Version
	if p.PlanBefore, v, _ = h.at(at); v != nil {
		p.MonthlyBefore = v.feeOf(h.currency)
	}
	if in.PlanID == nil {
		return p, nil
	}
	if p.PlanAfter, err = loadPlan(ctx, q, *in.PlanID); err != nil {
		return nil, atPlan(err)
	}
	if v, err = p.PlanAfter.fits(at, h.currency); err != nil {
		return nil, err
	}
	p.MonthlyAfter = v.feeOf(h.currency)
	return p, nil
}

// When is a seller at an instant.
type When struct {
	SellerID id.Any
	At       time.Time
}

// Of returns the plan that each seller is on at their instant, at the place of the
// question; none is empty. They are one statement, however many there are.
func Of(ctx context.Context, q db.Querier, asked []When) ([]ID, error) {
	on := make([]ID, len(asked))
	if len(asked) == 0 {
		return on, nil
	}
	sellers, last := make([]id.Any, len(asked)), asked[0].At
	for i, w := range asked {
		if sellers[i] = w.SellerID; w.At.After(last) {
			last = w.At
		}
	}
	slices.Sort(sellers)
	begun, err := selectBegun(ctx, q, slices.Compact(sellers), last)
	if err != nil {
		return nil, err
	}
	of := map[id.Any][]*Assignment{}
	for _, a := range begun {
		of[a.SellerID] = append(of[a.SellerID], a)
	}
	for i, w := range asked {
		for _, a := range slices.Backward(of[w.SellerID]) {
			if !a.EffectiveAt.After(w.At) {
				if a.PlanID != nil {
					on[i] = *a.PlanID
				}
				break
			}
		}
	}
	return on, nil
}

// plansAt returns the plans that sellers are on at one instant; those on none are not in it.
func plansAt(ctx context.Context, q db.Querier, sellers []id.Any, at time.Time) (map[id.Any]ID, error) {
	asked := make([]When, len(sellers))
	for i, s := range sellers {
		asked[i] = When{s, at}
	}
	on, err := Of(ctx, q, asked)
	found := map[id.Any]ID{}
	for i, planID := range on {
		if planID != "" {
			found[sellers[i]] = planID
		}
	}
	return found, err
}

// OnByIDs returns the plan that each seller is on now, alone in a list; sellers on none
// are not in it.
func (s *Service) OnByIDs(ctx context.Context, sellers []id.Any) (map[id.Any][]*Plan, error) {
	q := s.db.Read(ctx)
	on, err := plansAt(ctx, q, sellers, s.db.Clock().Now())
	if err != nil {
		return nil, fmt.Errorf("plans of sellers: %w", err)
	}
	plans, err := selectPlansByIDs(ctx, q, slices.Compact(slices.Sorted(maps.Values(on))))
	if err != nil {
		return nil, fmt.Errorf("plans of sellers: %w", err)
	}
	found := map[id.Any][]*Plan{}
	for of, planID := range on {
		found[of] = []*Plan{plans[planID]}
	}
	return found, nil
}

// ReleasesAt returns what the plans that sellers are on at an instant say of when their money
// is released; those on none are not in it.
func ReleasesAt(ctx context.Context, q db.Querier, sellers []id.Any, at time.Time) (map[id.Any]Release, error) {
	on, err := plansAt(ctx, q, sellers, at)
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
