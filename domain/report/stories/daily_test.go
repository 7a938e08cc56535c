package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/seller"
)

func days(from, to string) report.DaySpan {
	return report.DaySpan(span(from, to))
}

func TestDaily_sales_of_a_seller_day_by_day(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		by := m.mill.Actor
		first := m.first.PlacedAt.UTC().Truncate(day)
		read := func(s report.DaySpan) *report.DailySales {
			list, err := m.App.Reports.Daily(t.Context(), by, nil, s)
			require.NoError(t, err)
			require.Len(t, list, 1, "one currency")
			return list[0]
		}
		all := read(report.DaySpan{From: first, To: first.Add(60 * day)})
		require.Len(t, all.Days, 61)
		require.EqualValues(t, 2, all.Orders)
		require.EqualValues(t, 8000, all.Gross().Minor)
		require.EqualValues(t, 2000, all.Refunds().Minor)
		sum := int64(0)
		for i, d := range all.Days {
			require.Equal(t, first.Add(time.Duration(i)*day), d.Day)
			sum += d.Gross().Minor
		}
		require.EqualValues(t, 8000, sum)

		only := read(report.DaySpan{From: first, To: first})
		require.Len(t, only.Days, 1)
		require.EqualValues(t, 6000, only.Days[0].Gross().Minor, "the seller's part, not that of the other seller")
		require.EqualValues(t, 1, only.Days[0].Orders)
		require.Zero(t, read(report.DaySpan{From: first.Add(-day), To: first.Add(-day)}).Gross().Minor, "the day before")
	})
}

func TestDaily_refuses_what_it_cannot_tell(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		by := m.mill.Actor
		for _, s := range []report.DaySpan{days("2035-03-02", "2035-03-01"), days("2035-01-01", "2035-04-03"), days("0001-01-01", "9999-12-31")} {
			_, err := m.App.Reports.Daily(t.Context(), by, nil, s)
			require.ErrorIs(t, err, report.ErrDays)
		}
		march := days("2035-03-01", "2035-03-31")
		_, err := m.App.Reports.Daily(t.Context(), by, &m.kiln.ID, march)
		require.ErrorIs(t, err, seller.ErrNotFound, "another seller's")
		_, err = m.App.Reports.Daily(t.Context(), m.olga.Actor, nil, march)
		require.ErrorIs(t, err, seller.ErrSellerRequired)
		list, err := m.App.Reports.Daily(t.Context(), m.olga.Actor, &m.kiln.ID, march)
		require.NoError(t, err)
		require.EqualValues(t, 4000, list[0].Gross().Minor)
	})
}
