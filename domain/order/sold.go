package order

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Sold asks what a seller sold in a currency for orders that were paid in a period.
type Sold struct {
	SellerID seller.ID
	Currency money.Currency
	Period
}

// SoldIn answers questions, each at its place: the price of the goods less the seller's
// discounts, in minor units. However many there are, they are one statement for each
// currency, and no more is kept of what was sold than what their ends tell apart.
func SoldIn(ctx context.Context, q db.Querier, asked []Sold) ([]int64, error) {
	all, stretches := talliesOf(asked), stretchesOf(asked, soldApart)
	if len(stretches) > 0 {
		for c, sellers := range all.sellers() {
			err := selectSales(ctx, q, salesQuery{c, sellers, stretches}, func(by seller.ID, at time.Time, minor int64) {
				all.add(place{by, c}, at, minor)
			})
			if err != nil {
				return nil, err
			}
		}
	}
	all.total()
	answers := make([]int64, len(asked))
	for i, s := range asked {
		t := all[place{s.SellerID, s.Currency}]
		answers[i] = t.until(s.Before) - t.until(s.From)
	}
	return answers, nil
}

// place is whose sales a tally counts, and in which currency.
type place struct {
	SellerID seller.ID
	Currency money.Currency
}

// tallies are those of all questions.
type tallies map[place]*tally

// tally counts what was sold between the ends of periods.
type tally struct {
	ends []int64 // of all periods, µs since 1970, ascending
	sums []int64 // what was sold from each end on until before the next; after total, until each end
}

// talliesOf are empty ones with the ends of all questions.
func talliesOf(asked []Sold) tallies {
	all := tallies{}
	for _, s := range asked {
		p := place{s.SellerID, s.Currency}
		if all[p] == nil {
			all[p] = &tally{}
		}
		all[p].ends = append(all[p].ends, s.From.UnixMicro(), s.Before.UnixMicro())
	}
	for _, t := range all {
		slices.Sort(t.ends)
		t.ends = slices.Clip(slices.Compact(t.ends))
		t.sums = make([]int64, len(t.ends))
	}
	return all
}

// add counts what was sold at an instant, where somebody asks for it.
func (all tallies) add(p place, at time.Time, minor int64) {
	t := all[p]
	if t == nil {
		return
	}
	i, isEnd := slices.BinarySearch(t.ends, at.UnixMicro())
	if !isEnd {
		i--
	}
	if i >= 0 {
		t.sums[i] += minor
	}
}

// total turns what was sold between ends into what was sold until each of them.
func (all tallies) total() {
	for _, t := range all {
		sum := int64(0)
		for i, sold := range t.sums {
			t.sums[i] = sum
			sum += sold
		}
	}
}

// until is what was sold before an end.
func (t *tally) until(end time.Time) int64 {
	i, _ := slices.BinarySearch(t.ends, end.UnixMicro())
	return t.sums[i]
}

// sellers are those of all tallies in each currency, by id.
func (all tallies) sellers() map[money.Currency][]seller.ID {
	of := map[money.Currency][]seller.ID{}
	for p := range all {
		of[p.Currency] = append(of[p.Currency], p.SellerID)
	}
	for _, list := range of {
		slices.Sort(list)
	}
	return of
}

// stretch is some of the time between the first and the last end of all questions.
type stretch struct {
	Period
	isWhole bool // no question begins or ends within it
}

// soldApart is how many stretches are whole. A seller may have sold much between the last
// orders and what is asked of a month before them: the database sums it up.
const soldApart = 8

// stretchesOf cuts the time that is asked about into stretches, the first first: the
// longest in which no question begins or ends, at most so many, and those between them.
func stretchesOf(asked []Sold, whole int) (all []stretch) {
	ends := make([]time.Time, 0, 2*len(asked))
	for _, s := range asked {
		ends = append(ends, s.From, s.Before)
	}
	slices.SortFunc(ends, time.Time.Compare)
	ends = slices.CompactFunc(ends, time.Time.Equal)
	if len(ends) < 2 {
		return nil
	}
	gaps := make([]Period, len(ends)-1)
	for i := range gaps {
		gaps[i] = Period{From: ends[i], Before: ends[i+1]}
	}
	slices.SortStableFunc(gaps, func(a, b Period) int { return cmp.Compare(b.Before.Sub(b.From), a.Before.Sub(a.From)) })
	gaps = gaps[:min(len(gaps), whole)]
	slices.SortFunc(gaps, func(a, b Period) int { return a.From.Compare(b.From) })
	from, last := ends[0], ends[len(ends)-1]
	for _, gap := range append(gaps, Period{From: last, Before: last}) {
		if from.Before(gap.From) {
			all = append(all, stretch{Period{From: from, Before: gap.From}, false})
		}
		if gap.From.Before(gap.Before) {
			all = append(all, stretch{gap, true})
		}
		from = gap.Before
	}
	return all
}
