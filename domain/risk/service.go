package risk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// Source knows how many parts of orders of a seller were ever paid, how many of
// them since an instant, and how many disputes there were since then. Whoever
// keeps that gives it.
type Source func(ctx context.Context, q db.Querier, of seller.ID, since time.Time) (orders, recent, disputed int64, err error)

// Service rates sellers.
type Service struct {
	db      *db.DB
	sellers *seller.Service
	source  Source
	rule    Rule
}

// New returns the ratings under a rule.
func New(d *db.DB, sellers *seller.Service, of Source, r Rule) *Service {
	return &Service{db: d, sellers: sellers, source: of, rule: r}
}

// TierAt is the tier that a seller was in at an instant.
func TierAt(ctx context.Context, q db.Querier, of seller.ID, at time.Time) (Tier, error) {
	r, err := selectRatingAt(ctx, q, of, at)
	if errors.Is(err, db.ErrNotFound) {
		return TierNew, nil
	}
	if err != nil {
		return "", fmt.Errorf("load rating: %w", err)
	}
	return r.Tier, nil
}

// TiersAt is TierAt for several sellers.
func TiersAt(ctx context.Context, q db.Querier, of []seller.ID, at time.Time) (map[seller.ID]Tier, error) {
	tiers, err := selectTiersAt(ctx, q, of, at)
	if err != nil {
		return nil, fmt.Errorf("load ratings: %w", err)
	}
	for _, id := range of {
		if tiers[id] == "" {
			tiers[id] = TierNew
		}
	}
	return tiers, nil
}

// RatingsOf lists the ratings of a seller, the newest first, at most a hundred.
// It returns seller.ErrNotFound.
func (s *Service) RatingsOf(ctx context.Context, by actor.Actor, of seller.ID) ([]*Rating, error) {
	if _, err := s.sellers.Get(ctx, by, of); err != nil {
		return nil, err
	}
	return selectRatings(ctx, s.db.Read(ctx), of)
}

const reasonMax = 1000

// SetInput puts a seller in a tier, or gives it back to the rule.
type SetInput struct {
	SellerID seller.ID
	Tier     *Tier  // nil: as the rule has it
	Reason   string // required, at most 1,000 characters
}

// Set puts a seller in a tier, for what is captured from now on. It stands until
// an operator gives it back to the rule. It returns seller.ErrNotFound, ErrTier and
// the faults of the reason.
func (s *Service) Set(ctx context.Context, by actor.Actor, in SetInput) (*Rating, error) {
	found, err := s.sellers.Get(ctx, by, in.SellerID)
	if err != nil {
		return nil, err
	}
	var l fault.List
	in.Reason = l.RequiredLines(in.Reason, reasonMax, "reason")
	l.Check(in.Tier == nil || slices.Contains(Tiers(), *in.Tier), ErrTier.At("tier"))
	if err := l.Err(); err != nil {
		return nil, err
	}
	who := identity.AccountID(by.AccountID)
	var made *Rating
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r := &Rating{Reason: in.Reason, CreatedBy: &who}
		if in.Tier != nil {
			r.Tier = *in.Tier
		} else {
			tier, why, err := s.rate(ctx, tx, found, tx.Now())
			if err != nil {
				return err
			}
			r.Tier, r.Reason, r.IsAutomatic = tier, in.Reason+" "+why, true
		}
		made, err = s.writeTx(ctx, tx, found.ID, r)
		return err
	})
	return made, err
}

func (s *Service) rate(ctx context.Context, q db.Querier, of *seller.Seller, now time.Time) (Tier, string, error) {
	orders, recent, disputed, err := s.source(ctx, q, of.ID, now.Add(-Window))
	if err != nil {
		return "", "", fmt.Errorf("what %s has sold: %w", of.ID, err)
	}
	tier, why := s.rule.Rate(Facts{Age: now.Sub(of.CreatedAt), Orders: orders, Recent: recent, Disputed: disputed})
	return tier, why, nil
}

// writeTx writes a version.
func (*Service) writeTx(ctx context.Context, tx db.Tx, of seller.ID, r *Rating) (*Rating, error) {
	before, err := TierAt(ctx, tx, of, tx.Now())
	if err != nil {
		return nil, err
	}
	r.ID, r.SellerID, r.CreatedAt = id.New[RatingID]("rat"), of, tx.Now()
	if err := insertRating(ctx, tx, r); err != nil {
		return nil, fmt.Errorf("insert rating: %w", err)
	}
	return r, event.Emit(ctx, tx, RatingChanged{r.ID, of, before, r.Tier, r.IsAutomatic, r.Reason})
}

// Review rates every seller by the rule that no operator has put in a tier. It
// writes a version where the tier is another one, and goes on after a failure.
func (s *Service) Review(ctx context.Context) error {
	q := s.db.Read(ctx)
	ids, err := selectRateable(ctx, q)
	if err != nil {
		return fmt.Errorf("find sellers: %w", err)
	}
	all, err := s.sellers.ByIDs(ctx, ids)
	if err != nil {
		return err
	}
	var errs []error
	for _, sellerID := range ids {
		found := all[sellerID]
		if found == nil { // closed meanwhile
			continue
		}
		r, err := s.review(ctx, q, found, s.db.Clock().Now())
		if err == nil && r != nil {
			err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
				if r, err = s.review(ctx, tx, found, tx.Now()); err != nil || r == nil {
					return err
				}
				_, err = s.writeTx(ctx, tx, found.ID, r)
				return err
			})
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// review is the version that the rule would write; nil when there is nothing to
// change, or an operator has decided.
func (s *Service) review(ctx context.Context, q db.Querier, of *seller.Seller, now time.Time) (*Rating, error) {
	held, err := selectRatingAt(ctx, q, of.ID, now)
	switch {
	case errors.Is(err, db.ErrNotFound):
		held = &Rating{Tier: TierNew, IsAutomatic: true}
	case err != nil:
		return nil, err
	}
	if !held.IsAutomatic {
		return nil, nil
	}
	tier, why, err := s.rate(ctx, q, of, now)
	if err != nil || tier == held.Tier {
		return nil, err
	}
	return &Rating{Tier: tier, Reason: why, IsAutomatic: true}, nil
}
