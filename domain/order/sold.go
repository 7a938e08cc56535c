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
// discounts, in minor units. They are one statement, however many there are, and no more
// is kept of what was sold than what their ends tell apart.
func SoldIn(ctx context.Context, q db.Querier, asked []Sold) ([]int64, error) {
	if len(asked) == 0 {
		return nil, nil
	}
	all := talliesOf(asked)
	if err := selectSold(ctx, q, all, asked); err != nil {
		return nil, err
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

// gapsOf are the longest stretches of time between two ends that are next to one another,
// at most so many: nobody asks for an instant in them.
func gapsOf(asked []Sold, most int) []Period {
	ends := make([]time.Time, 0, 2*len(asked))
	for _, s := range asked {
		ends = append(ends, s.From, s.Before)
	}
	slices.SortFunc(ends, time.Time.Compare)
	ends = slices.CompactFunc(ends, time.Time.Equal)
	gaps := make([]Period, len(ends)-1)
	for i := range gaps {
		gaps[i] = Period{From: ends[i], Before: ends[i+1]}
	}
	slices.SortStableFunc(gaps, func(a, b Period) int { return cmp.Compare(b.Before.Sub(b.From), a.Before.Sub(a.From)) })
	return gaps[:min(len(gaps), most)]
}
