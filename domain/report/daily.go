package report

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// daysMax is how many days Daily tells at most.
const daysMax = 92

const oneDay = 24 * time.Hour

// DailySales is what a seller has sold in one currency, day by day.
type DailySales struct {
	Currency money.Currency
	Days     []*DaySales // all days of the span, also those without sales
}

// DaySales is what a seller has sold in one currency on one day.
type DaySales struct {
	Figures

	Day      time.Time // its midnight, UTC
	Currency money.Currency
}

// Orders is how many orders the seller was paid for.
func (s *DailySales) Orders() (n int64) {
	for _, d := range s.Days {
		n += d.Orders
	}
	return n
}

// Gross is what buyers have paid on all days together.
func (s *DailySales) Gross() money.Amount {
	sum := int64(0)
	for _, d := range s.Days {
		sum += d.GrossMinor()
	}
	return money.New(sum, s.Currency)
}

// Refunds is what buyers and their banks got back on all days together; not below zero.
func (s *DailySales) Refunds() money.Amount {
	sum := int64(0)
	for _, d := range s.Days {
		sum -= d.RefundsMinor
	}
	return money.New(sum, s.Currency)
}

// Gross is what buyers have paid on the day.
func (d *DaySales) Gross() money.Amount { return money.New(d.GrossMinor(), d.Currency) }

// Refunds is what buyers and their banks got back on the day; not below zero.
func (d *DaySales) Refunds() money.Amount { return money.New(-d.RefundsMinor, d.Currency) }

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
		found[i] = &DailySales{Currency: p.Currency}
		for n, day := range bounds[:len(bounds)-1] {
			d := &DaySales{Day: day, Currency: p.Currency}
			if f := figures[key{*p, n}]; f != nil {
				d.Figures = *f
			}
			found[i].Days = append(found[i].Days, d)
		}
	}
	return found, nil
}
