package report_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/report"
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
