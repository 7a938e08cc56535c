package report

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/seller"
)

// daysMax is how many days are told one by one at most.
const daysMax = 92

const oneDay = 24 * time.Hour

// DailySales is what a seller has sold in one currency: all days together, and day by
// day.
type DailySales struct {
	Sum

	Days []*DaySales // all days of the span, also those without sales
}

// DaySales is what a seller has sold in one currency on one day.
type DaySales struct {
	Sum

	Day time.Time // its midnight, UTC
}

// DaySpan is days of a calendar, UTC.
type DaySpan struct {
	From time.Time // midnight of the first day
	To   time.Time // midnight of the last day, which belongs to it
}

// bounds are the midnights between the days and at both ends, or ErrDays.
func (s DaySpan) bounds() ([]time.Time, error) {
	n := int(s.To.Sub(s.From)/oneDay) + 1
	if s.To.Before(s.From) || n > daysMax {
		return nil, ErrDays
	}
	bounds := make([]time.Time, n+1)
	for i := range bounds {
		bounds[i] = s.From.Add(time.Duration(i) * oneDay)
	}
	return bounds, nil
}

// Daily sums what a seller has sold, day by day, in each currency that it was ever paid
// in: the actor's seller, or for an operator the one asked for. It returns ErrDays, and
// seller.ErrNotFound or seller.ErrSellerRequired.
func (s *Service) Daily(ctx context.Context, by actor.Actor, asked *seller.ID, span DaySpan) (found []*DailySales, err error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	bounds, err := span.bounds()
	if err != nil {
		return nil, err
	}
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		found, err = daily(ctx, q, of, bounds)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("report days of %s: %w", of, err)
	}
	return found, nil
}

func daily(ctx context.Context, q db.Querier, of seller.ID, bounds []time.Time) ([]*DailySales, error) {
	purses, err := selectPursesOf(ctx, q, of)
	if err != nil {
		return nil, err
	}
	figures, err := selectFigures(ctx, q, purses, bounds)
	if err != nil {
		return nil, err
	}
	found := make([]*DailySales, len(purses))
	for i, p := range purses {
		all := &DailySales{Sum: Sum{Currency: p.Currency}}
		for n, midnight := range bounds[:len(bounds)-1] {
			d := &DaySales{Sum: Sum{Currency: p.Currency}, Day: midnight}
			if f := figures[key{*p, n}]; f != nil {
				d.plus(f)
				all.plus(f)
			}
			all.Days = append(all.Days, d)
		}
		found[i] = all
	}
	return found, nil
}
