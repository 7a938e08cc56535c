package report

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
)

// TrendDay is what was sold on one day.
type TrendDay struct {
	Sum

	Date time.Time // its midnight, UTC
}

// Trend is what all sellers together have sold in one currency in some days up to now,
// and in as many days before, up to the same time of day.
type Trend struct {
	Currency          money.Currency
	Current, Previous Sum
	Days              []*TrendDay // the first one first, also those without sales
}

// Trend sums up what all sellers together have sold in some days, UTC, today
// included, by currency. It returns ErrSpan for less than one day or more than 92.
func (s *Service) Trend(ctx context.Context, days int) ([]*Trend, error) {
	if days < 1 || days > daysMax {
		return nil, ErrSpan.Saying(fmt.Sprintf("Ask for 1 to %d days.", daysMax)).At("days")
	}
	bounds := trendBounds(s.db.Clock().Now().UTC(), days)
	var parts map[dayKey]*Figures
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		parts, err = selectDays(ctx, q, bounds)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("sum up %d days: %w", days, err)
	}
	trends := []*Trend{}
	for _, c := range currenciesOf(parts) {
		trends = append(trends, trendOf(c, bounds, parts))
	}
	return trends, nil
}

// beforeParts are the parts of bounds before the first day: the days before, and what
// is between these and the first day.
const beforeParts = 2

// trendBounds are the first instants of the parts of a trend, and its end: the days
// before, what lies between them and the first day, and each day.
func trendBounds(now time.Time, days int) []time.Time {
	first := time.Date(now.Year(), now.Month(), now.Day()-days+1, 0, 0, 0, 0, time.UTC)
	bounds := []time.Time{first.AddDate(0, 0, -days), now.AddDate(0, 0, -days)}
	for day := range days {
		bounds = append(bounds, first.AddDate(0, 0, day))
	}
	return append(bounds, now.Add(time.Microsecond)) // what was booked at this instant counts
}

func currenciesOf(parts map[dayKey]*Figures) (list []money.Currency) {
	for k := range parts {
		if !slices.Contains(list, k.currency) {
			list = append(list, k.currency)
		}
	}
	slices.Sort(list)
	return list
}

func trendOf(c money.Currency, bounds []time.Time, parts map[dayKey]*Figures) *Trend {
	t := &Trend{Currency: c, Current: Sum{Currency: c}, Previous: Sum{Currency: c}}
	if f := parts[dayKey{c, 0}]; f != nil {
		t.Previous.plus(f)
	}
	for part := beforeParts; part < len(bounds)-1; part++ {
		day := &TrendDay{Sum: Sum{Currency: c}, Date: bounds[part]}
		if f := parts[dayKey{c, part}]; f != nil {
			day.plus(f)
			t.Current.plus(f)
		}
		t.Days = append(t.Days, day)
	}
	return t
}

// dayKey is a part of time in one currency.
type dayKey struct {
	currency money.Currency
	part     int
}

// selectDays sums the lines of statements of all sellers, in one read, for each of the
// parts of time that the bounds make.
func selectDays(ctx context.Context, q db.Querier, bounds []time.Time) (map[dayKey]*Figures, error) {
	rows, err := selectFigureRows(ctx, q, nil, bounds)
	if err != nil {
		return nil, err
	}
	parts := map[dayKey]*Figures{}
	for _, r := range rows {
		k := dayKey{r.Currency, r.Part}
		if parts[k] == nil {
			parts[k] = &Figures{}
		}
		parts[k].add(r.Kind, r.SumMinor, r.Orders)
	}
	return parts, nil
}
