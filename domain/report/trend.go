package report

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// TrendDay is what was sold on one day, and on the one as many days before as the
// trend has days.
type TrendDay struct {
	Sum

	Date     time.Time // its midnight, UTC
	Previous Sum       // for today, up to the same time of day

	span int // how many days lie between the two
}

// PreviousDate is the midnight of the day before that this one is compared with, UTC.
func (d *TrendDay) PreviousDate() time.Time { return d.Date.AddDate(0, 0, -d.span) }

// Trend is what was sold in one currency in some days up to now, and in as many days
// before, up to the same time of day.
type Trend struct {
	Currency          money.Currency
	Current, Previous Sum
	Days              []*TrendDay // the first one first, also those without sales
}

// Change is how much more was sold than before, in basis points of what was before,
// cut off; less is below zero. Each is nil when there was nothing before.
type Change struct{ Orders, Gross, Net, Refunds, Kept *int }

// Change compares the days with those before.
func (t *Trend) Change() *Change {
	now, before := &t.Current, &t.Previous
	return &Change{
		Orders: change(now.Orders, before.Orders), Gross: change(now.GrossMinor(), before.GrossMinor()), Net: change(now.NetMinor(), before.NetMinor()),
		Refunds: change(-now.RefundsMinor, -before.RefundsMinor), Kept: change(now.KeptMinor(), before.KeptMinor()),
	}
}

// changeMax is the most that a change can be: what an Int of GraphQL holds.
const changeMax = 1<<31 - 1

// change is how much more now is than before, in basis points of before.
func change(now, before int64) *int {
	if before == 0 {
		return nil
	}
	more := new(big.Int).Sub(big.NewInt(now), big.NewInt(before))
	more.Mul(more, big.NewInt(int64(money.Whole))).Quo(more, new(big.Int).Abs(big.NewInt(before)))
	points := changeMax * more.Sign()
	if more.IsInt64() && more.Int64() < changeMax && more.Int64() > -changeMax {
		points = int(more.Int64())
	}
	return &points
}

// Trend sums up what all sellers together have sold in some days, UTC, today
// included, by currency. It returns ErrSpan for less than one day or more than 92.
func (s *Service) Trend(ctx context.Context, days int) ([]*Trend, error) {
	return s.trend(ctx, nil, days)
}

// SellerTrend sums up what one seller has sold: the actor's, or for an operator the
// one asked for. It returns ErrSpan, and seller.ErrNotFound or
// seller.ErrSellerRequired.
func (s *Service) SellerTrend(ctx context.Context, by actor.Actor, asked *seller.ID, days int) ([]*Trend, error) {
	of, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return s.trend(ctx, &of, days)
}

func (s *Service) trend(ctx context.Context, of *seller.ID, days int) ([]*Trend, error) {
	w, err := s.window(days)
	if err != nil {
		return nil, err
	}
	var sold map[dayKey]*Figures
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		sold, err = selectDays(ctx, q, of, w)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("sum up %d days: %w", days, err)
	}
	trends := []*Trend{}
	for _, c := range currenciesOf(sold) {
		trends = append(trends, trendOf(c, w, sold))
	}
	return trends, nil
}

// window is some days up to now, and as many before up to the same time of day.
type window struct {
	days int
	now  time.Time
}

// window returns the days up to now, or ErrSpan.
func (s *Service) window(days int) (window, error) {
	if days < 1 || days > daysMax {
		return window{}, ErrSpan.Saying(fmt.Sprintf("Ask for 1 to %d days.", daysMax)).At("days")
	}
	return window{days, s.db.Clock().Now().UTC()}, nil
}

// first is the midnight with which the days begin.
func (w window) first() time.Time {
	return time.Date(w.now.Year(), w.now.Month(), w.now.Day()-w.days+1, 0, 0, 0, 0, time.UTC)
}

// before is the midnight with which the days before begin.
func (w window) before() time.Time { return w.first().AddDate(0, 0, -w.days) }

// cut is when the days before end: what was sold between it and the first day is in
// neither.
func (w window) cut() time.Time { return w.now.AddDate(0, 0, -w.days) }

// bounds are the first instants of the parts of a window, and its end: each of the days
// before, what is in neither, and each day.
func (w window) bounds() (bounds []time.Time) {
	for day := range w.days {
		bounds = append(bounds, w.before().AddDate(0, 0, day))
	}
	bounds = append(bounds, w.cut())
	for day := range w.days {
		bounds = append(bounds, w.first().AddDate(0, 0, day))
	}
	return append(bounds, w.now.Add(time.Microsecond)) // what was booked at this instant counts
}

func currenciesOf(sold map[dayKey]*Figures) (list []money.Currency) {
	for k := range sold {
		if !slices.Contains(list, k.currency) {
			list = append(list, k.currency)
		}
	}
	slices.Sort(list)
	return list
}

func trendOf(c money.Currency, w window, sold map[dayKey]*Figures) *Trend {
	t := &Trend{Currency: c, Current: Sum{Currency: c}, Previous: Sum{Currency: c}}
	for n := range w.days {
		day := &TrendDay{Sum: Sum{Currency: c}, Previous: Sum{Currency: c}, Date: w.first().AddDate(0, 0, n), span: w.days}
		if f := sold[keyOf(c, day.Date)]; f != nil {
			day.plus(f)
			t.Current.plus(f)
		}
		if f := sold[keyOf(c, day.PreviousDate())]; f != nil {
			day.Previous.plus(f)
			t.Previous.plus(f)
		}
		t.Days = append(t.Days, day)
	}
	return t
}

// dayKey is a day in one currency.
type dayKey struct {
	currency money.Currency
	day      string // such as 2026-11-27
}

func keyOf(c money.Currency, day time.Time) dayKey { return dayKey{c, day.Format(time.DateOnly)} }

// selectDays sums the lines of statements by day, in one read: those of one seller, or
// of all together when it is nil.
func selectDays(ctx context.Context, q db.Querier, of *seller.ID, w window) (map[dayKey]*Figures, error) {
	var sellers []seller.ID
	if of != nil {
		sellers = []seller.ID{*of}
	}
	bounds := w.bounds()
	rows, err := selectFigureRows(ctx, q, sellers, bounds)
	if err != nil {
		return nil, err
	}
	sold := map[dayKey]*Figures{}
	for _, r := range rows {
		if r.Part == w.days { // between the two
			continue
		}
		k := keyOf(r.Currency, bounds[r.Part])
		if sold[k] == nil {
			sold[k] = &Figures{}
		}
		sold[k].add(r.Kind, r.SumMinor, r.Orders)
	}
	return sold, nil
}
