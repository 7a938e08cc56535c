package stories_test

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// Of the story the second order is of today; the first, of 100.00 for tea and a bowl,
// is of 30 days ago. The packet that came back is of today.
func TestTrend_compares_days_with_as_many_before(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		trend := func(days int) *report.Trend {
			list, err := m.App.Reports.Trend(t.Context(), days)
			require.NoError(t, err)
			require.Len(t, list, 1)
			require.EqualValues(t, "EUR", list[0].Currency)
			require.Len(t, list[0].Days, days)
			sum := int64(0)
			for i, d := range list[0].Days {
				sum += d.Gross().Minor
				if i > 0 {
					require.Equal(t, list[0].Days[i-1].Date.AddDate(0, 0, 1), d.Date, "no day is left out")
				}
			}
			require.Equal(t, list[0].Current.Gross().Minor, sum, "the days sum up to the whole")
			return list[0]
		}
		month := trend(30)
		today := month.Days[29]
		require.Equal(t, m.Clock.Now().UTC().Format(time.DateOnly), today.Date.Format(time.DateOnly))
		require.EqualValues(t, 1, month.Current.Orders)
		require.EqualValues(t, 2000, month.Current.Gross().Minor)
		require.EqualValues(t, 2000, month.Current.Refunds().Minor)
		require.EqualValues(t, 0, month.Current.Kept().Minor, "2.00 of the sale, less what was given back")
		require.Nil(t, month.Current.TakeRateBasisPoints(), "nothing is left of what was sold")
		require.EqualValues(t, 1, month.Previous.Orders, "one order of two sellers is one")
		require.EqualValues(t, 10000, month.Previous.Gross().Minor)
		require.EqualValues(t, 1000, month.Previous.Kept().Minor)
		require.Equal(t, 1000, *month.Previous.TakeRateBasisPoints())
		require.EqualValues(t, 1, today.Orders)
		require.EqualValues(t, 2000, today.Gross().Minor)
		require.EqualValues(t, 10000, today.Previous.Gross().Minor, "of the day 30 days ago")
		require.Equal(t, today.Date.AddDate(0, 0, -30), today.PreviousDate())
		before := int64(0)
		for _, d := range month.Days {
			before += d.Previous.Gross().Minor
		}
		require.Equal(t, month.Previous.Gross().Minor, before)
		require.EqualValues(t, 0, month.Current.Net().Minor)
		require.Equal(t, 10000, *month.Current.RefundBasisPoints())
		change := month.Change()
		require.Equal(t, []int{0, -8000, -10000, -10000}, []int{*change.Orders, *change.Gross, *change.Net, *change.Kept})
		require.Nil(t, change.Refunds, "nothing was given back before")

		long := trend(60)
		require.EqualValues(t, 2, long.Current.Orders)
		require.EqualValues(t, 12000, long.Current.Gross().Minor)
		require.Zero(t, long.Previous.Orders)
		require.EqualValues(t, 800+400-200, long.Current.Kept().Minor)

		for _, days := range []int{0, -1, 93, 1 << 40} {
			_, err := m.App.Reports.Trend(t.Context(), days)
			require.ErrorIs(t, err, report.ErrSpan, days)
		}
		m.Advance(200 * day)
		list, err := m.App.Reports.Trend(t.Context(), 30)
		require.NoError(t, err)
		require.Empty(t, list, "what is longer ago is not in it")
	})
}

// The rest of the day that is compared with today is in neither part.
func TestTrend_compares_today_up_to_this_time_of_day(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		w.Advance(w.Clock.Now().UTC().Truncate(day).Add(day + 12*time.Hour).Sub(w.Clock.Now())) // noon
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		tea := mill.Product("Tea", "20.00", 100)
		alice.Buys(tea.Times(1))
		w.Advance(2 * time.Hour)
		alice.Buys(tea.Times(2))
		w.Advance(6*day + 23*time.Hour)
		alice.Buys(tea.Times(3))
		w.Settle()
		list, err := w.App.Reports.SellerTrend(t.Context(), mill.Actor, nil, 7)
		require.NoError(t, err)
		require.Len(t, list, 1)
		require.EqualValues(t, 6000, list[0].Current.Gross().Minor)
		require.EqualValues(t, 2000, list[0].Previous.Gross().Minor, "what was sold later on that day is not compared")
		require.Equal(t, 20000, *list[0].Change().Gross)
		require.EqualValues(t, 6000, list[0].Days[6].Gross().Minor)
		require.EqualValues(t, 2000, list[0].Days[6].Previous.Gross().Minor)
		top, err := w.App.Reports.SellerTopProducts(t.Context(), mill.Actor, nil, report.TopInput{Days: 7, First: 1})
		require.NoError(t, err)
		require.Len(t, top, 1)
		require.EqualValues(t, 3, top[0].Units)
		require.EqualValues(t, 2000, top[0].BeforeMinor)
	})
}

func TestSellerTrend_is_of_one_seller(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		list, err := m.App.Reports.SellerTrend(t.Context(), m.mill.Actor, nil, 30)
		require.NoError(t, err)
		require.Len(t, list, 1)
		require.EqualValues(t, 2000, list[0].Current.Gross().Minor)
		require.EqualValues(t, 6000, list[0].Previous.Gross().Minor, "without the part of the other seller")
		list, err = m.App.Reports.SellerTrend(t.Context(), m.olga.Actor, &m.kiln.ID, 30)
		require.NoError(t, err)
		require.Zero(t, list[0].Current.Gross().Minor)
		require.Nil(t, list[0].Current.RefundBasisPoints())
		require.Equal(t, -10000, *list[0].Change().Gross)
		_, err = m.App.Reports.SellerTrend(t.Context(), m.mill.Actor, &m.kiln.ID, 30)
		require.ErrorIs(t, err, seller.ErrNotFound, "another seller's")
		_, err = m.App.Reports.SellerTrend(t.Context(), m.olga.Actor, nil, 30)
		require.ErrorIs(t, err, seller.ErrSellerRequired)
		_, err = m.App.Reports.SellerTrend(t.Context(), m.mill.Actor, nil, 93)
		require.ErrorIs(t, err, report.ErrSpan)
	})
}

func TestChange_is_cut_off_and_never_overflows(t *testing.T) {
	t.Parallel()
	of := func(now, before int64) *int {
		trend := report.Trend{Current: report.Sum{Figures: report.Figures{Orders: now}}, Previous: report.Sum{Figures: report.Figures{Orders: before}}}
		return trend.Change().Orders
	}
	require.Nil(t, of(5, 0))
	for _, c := range []struct {
		now, before int64
		want        int
	}{{0, 5, -10000}, {5, 5, 0}, {2, 3, -3333}, {1, 1 << 62, -9999}, {1 << 62, 1, 1<<31 - 1}, {-1 << 62, 1, -(1<<31 - 1)}, {1, -1, 20000}, {-3, -1, -20000}} {
		require.Equal(t, c.want, *of(c.now, c.before), c)
	}
}

// Of the story: the tea that came back was sold in the days before.
func TestTopProducts_are_those_with_the_largest_net(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		top := func(of *seller.ID, days, first int) (lines []string) {
			list, err := m.App.Reports.TopProducts(t.Context(), report.TopInput{Days: days, First: first})
			if of != nil {
				list, err = m.App.Reports.SellerTopProducts(t.Context(), m.olga.Actor, of, report.TopInput{Days: days, First: first})
			}
			require.NoError(t, err)
			for _, p := range list {
				change := "new"
				if c := p.ChangeBasisPoints(); c != nil {
					change = strconv.Itoa(*c)
				}
				lines = append(lines, fmt.Sprint(p.Title, " ", p.Units, " ", p.Gross(), " ", p.Net(), " ", change))
			}
			return lines
		}
		require.Equal(t, []string{"Tea 1 20.00 EUR 20.00 EUR -5000"}, top(nil, 30, 5))
		require.Equal(t, []string{"Tea 4 80.00 EUR 60.00 EUR new", "Bowl 1 40.00 EUR 40.00 EUR new"}, top(nil, 60, 5))
		require.Equal(t, []string{"Tea 4 80.00 EUR 60.00 EUR new"}, top(nil, 60, 1))
		require.Equal(t, []string{"Bowl 1 40.00 EUR 40.00 EUR new"}, top(&m.kiln.ID, 60, 5))
		require.Empty(t, top(&m.kiln.ID, 30, 5))

		for _, in := range []report.TopInput{{Days: 30}, {Days: 30, First: 21}, {Days: 30, First: -1}} {
			_, err := m.App.Reports.TopProducts(t.Context(), in)
			require.ErrorIs(t, err, report.ErrProducts)
		}
		_, err := m.App.Reports.TopProducts(t.Context(), report.TopInput{Days: 0, First: 5})
		require.ErrorIs(t, err, report.ErrSpan)
		_, err = m.App.Reports.SellerTopProducts(t.Context(), m.mill.Actor, &m.kiln.ID, report.TopInput{Days: 30, First: 5})
		require.ErrorIs(t, err, seller.ErrNotFound)
	})
}

func TestSalesTrend_is_for_those_who_read_reports(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		const query = `query($days: Int!) { salesTrend(days: $days) { currency current { orders gross { amount } refunds { amount } kept { amount } takeRateBasisPoints } days { date orders } } }`
		w.Buyer("Alice").Buys(w.Seller("Mill", testkit.Onboarded).Product("Tea", "20.00", 9).Times(1))
		w.Settle()
		answer := w.Asks(w.Operator(), query, map[string]any{"days": 7})
		require.Empty(t, answer.Errors)
		list, _ := answer.Data["salesTrend"].([]any)
		require.Len(t, list, 1)
		trend, _ := list[0].(map[string]any)
		days, _ := trend["days"].([]any)
		require.Len(t, days, 7)
		last, _ := days[6].(map[string]any)
		require.Equal(t, "1", last["orders"])
		require.Equal(t, w.Clock.Now().UTC().Format(time.DateOnly), last["date"])
		require.NotEmpty(t, w.Asks(w.Operator(), query, map[string]any{"days": 1000}).Errors)
		require.NotEmpty(t, w.Asks(w.Seller("Kiln").Person, query, map[string]any{"days": 7}).Errors)
		require.NotEmpty(t, w.Asks(w.Buyer("Bob"), query, map[string]any{"days": 7}).Errors)
	})
}
