package order

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Whatever is asked, what the tallies say is what a look through all sales says, also when
// what lies in a whole stretch is shown at its beginning, as by the database.
func TestTallies_say_what_a_look_through_all_sales_says(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		instant := rapid.Custom(func(t *rapid.T) time.Time {
			return start.Add(time.Duration(rapid.IntRange(0, 60).Draw(t, "at")) * time.Microsecond)
		})
		whose := rapid.Custom(func(t *rapid.T) place {
			return place{rapid.SampledFrom([]seller.ID{"sel_mill", "sel_kiln"}).Draw(t, "seller"), rapid.SampledFrom([]money.Currency{"EUR", "USD"}).Draw(t, "currency")}
		})
		var asked []Sold
		for range rapid.IntRange(1, 12).Draw(t, "asked") {
			p, from, before := whose.Draw(t, "of"), instant.Draw(t, "from"), instant.Draw(t, "before")
			if before.Before(from) {
				from, before = before, from
			}
			asked = append(asked, Sold{p.SellerID, p.Currency, Period{from, before}})
		}
		all, stretches := talliesOf(asked), stretchesOf(asked, rapid.IntRange(0, 5).Draw(t, "whole"))
		want := make([]int64, len(asked))
		for range rapid.IntRange(0, 30).Draw(t, "sales") {
			p, at, minor := whose.Draw(t, "by"), instant.Draw(t, "paid at"), rapid.Int64Range(1, 100).Draw(t, "minor")
			for i, s := range asked {
				if p == (place{s.SellerID, s.Currency}) && !at.Before(s.From) && at.Before(s.Before) {
					want[i] += minor
				}
			}
			for _, s := range stretches { // one of them, or none where nobody asks
				if at.Before(s.From) || !at.Before(s.Before) {
					continue
				}
				if s.isWhole {
					at = s.From
				}
				all.add(p, at, minor)
				break
			}
		}
		all.total()
		for i, s := range asked {
			of := all[place{s.SellerID, s.Currency}]
			require.Equal(t, want[i], of.until(s.Before)-of.until(s.From), "%v", s)
		}
	})
}

func TestStretchesOf_cut_all_that_is_asked_about(t *testing.T) {
	t.Parallel()
	at := func(day int) time.Time { return time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC) }
	asked := []Sold{{Period: Period{at(1), at(20)}}, {Period: Period{at(2), at(20)}}, {Period: Period{at(5), at(23)}}}
	require.Equal(t, []stretch{
		{Period{at(1), at(2)}, false}, {Period{at(2), at(5)}, true}, {Period{at(5), at(20)}, true}, {Period{at(20), at(23)}, false},
	}, stretchesOf(asked, 2))
	require.Equal(t, []stretch{{Period{at(1), at(23)}, false}}, stretchesOf(asked, 0))
	require.Len(t, stretchesOf(asked, 8), 4)
	require.Equal(t, []stretch{{Period{at(1), at(20)}, true}}, stretchesOf(asked[:1], 8), "one question is one sum")
	require.Empty(t, stretchesOf([]Sold{{Period: Period{at(1), at(1)}}}, 8), "a period of nothing")
}
