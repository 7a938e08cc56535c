package stories_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/report"
)

func (m *market) exec(texts ...string) {
	m.t.Helper()
	for _, text := range texts {
		require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw(text).Exec(ctx)
			return err
		}), text)
	}
}

// figures is all that reports say of a span that begins and ends within days.
func (m *market) figures() []any {
	m.t.Helper()
	span := report.Span{From: m.first.PlacedAt.Add(-time.Hour), To: m.Clock.Now().Add(time.Minute)}
	rows, err := m.App.Reports.Sales(m.t.Context(), span, nil, page.First(10))
	require.NoError(m.t, err)
	before, err := m.App.Reports.Sales(m.t.Context(), span, &m.before, page.First(10))
	require.NoError(m.t, err)
	quarters, err := m.App.Reports.DAC7(m.t.Context(), 2035, &m.before, page.First(10))
	require.NoError(m.t, err)
	daily, err := m.App.Reports.Daily(m.t.Context(), m.mill.Actor, nil, days("2035-03-01", "2035-04-30"))
	require.NoError(m.t, err)
	trend, err := m.App.Reports.Trend(m.t.Context(), 30)
	require.NoError(m.t, err)
	return []any{rows, before, quarters, daily, trend}
}

// Reports say the same of what is in the sums of days and of what is not yet, such as what
// a version without sums has followed.
func TestFigures_of_what_is_not_summed_yet(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		summed := m.figures()
		m.exec("DELETE FROM statement_days", "DELETE FROM statement_moves", "UPDATE statement_heads SET summed_seq = 0, summed_month = ''")
		require.Equal(t, summed, m.figures(), "it is read from the lines")
		require.NoError(t, m.App.Statements.Follow(t.Context()))
		require.Equal(t, summed, m.figures(), "it is read from the sums again")
		m.Verified()
	})
}

// Whole days are read from their sums, however many lines there are: a sum that is wrong
// shows. What is left of a day is read from its lines.
func TestFigures_read_the_sums_of_days(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		march := days("2035-03-05", "2035-03-05")
		before, err := m.App.Reports.Daily(t.Context(), m.mill.Actor, nil, march)
		require.NoError(t, err)
		m.exec("UPDATE statement_days SET amount_minor = amount_minor + 7 WHERE kind = 'SALES' AND day = '2035-03-05'")
		after, err := m.App.Reports.Daily(t.Context(), m.mill.Actor, nil, march)
		require.NoError(t, err)
		require.Equal(t, before[0].SalesMinor+7, after[0].SalesMinor)

		noon := report.Span{From: march.From, To: march.From.Add(day - time.Second)}
		rows, err := m.App.Reports.Sales(t.Context(), noon, nil, page.First(10))
		require.NoError(t, err)
		require.Len(t, rows.Nodes, 2)
		require.Contains(t, []int64{rows.Nodes[0].SalesMinor, rows.Nodes[1].SalesMinor}, before[0].SalesMinor)
	})
}

// Purses are found one behind the other, in both directions.
func TestSales_goes_through_purses_in_pages(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		span := report.Span{From: m.first.PlacedAt.Add(-day), To: m.Clock.Now().Add(day)}
		all, err := m.App.Reports.Sales(t.Context(), span, nil, page.First(10))
		require.NoError(t, err)
		require.Len(t, all.Nodes, 2)
		var forward, backward []*report.SalesRow
		one := 1
		for args := (page.Args{First: &one}); ; {
			found := m.sales(span, args)
			forward = append(forward, found.Nodes...)
			if !found.PageInfo.HasNextPage {
				break
			}
			args.After = found.PageInfo.EndCursor
		}
		for args := (page.Args{Last: &one}); ; {
			found := m.sales(span, args)
			backward = append(found.Nodes, backward...)
			if !found.PageInfo.HasPreviousPage {
				break
			}
			args.Before = found.PageInfo.StartCursor
		}
		require.Equal(t, all.Nodes, forward)
		require.Equal(t, all.Nodes, backward)
	})
}

func (m *market) sales(span report.Span, args page.Args) *page.Connection[report.SalesRow] {
	m.t.Helper()
	w, err := args.Window()
	require.NoError(m.t, err)
	found, err := m.App.Reports.Sales(m.t.Context(), span, nil, w)
	require.NoError(m.t, err)
	return found
}

// Lines are read a few parts of orders at a time, each once.
func TestTaxes_read_each_line_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		span := report.Span{From: m.first.PlacedAt.Add(-day), To: m.Clock.Now().Add(day)}
		read := func(parts int64) (of []string) {
			require.NoError(t, report.TaxedLines(t.Context(), m.DB.Read(t.Context()), span, parts, func(l *report.TaxedLine) { of = append(of, l.PartID) }))
			return of
		}
		all := read(100)
		require.Len(t, all, 3, "two parts of the first order, and one of the second")
		for _, parts := range []int64{1, 2, 3} {
			require.Equal(t, all, read(parts), parts)
		}
	})
}

// Orders and entries of a report on taxes are found by the time at which they were paid and
// posted.
func TestTaxes_read_their_span(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		plan := dbtest.Plan(t, d, "SELECT id, paid_at FROM seller_orders WHERE paid_at >= '2026-01-01' AND paid_at < '2026-02-01' ORDER BY paid_at, id LIMIT 500")
		require.Contains(t, plan, "seller_orders_paid_at_idx")
		plan = dbtest.Plan(t, d, "SELECT account FROM ledger_entries AS e WHERE substr(e.account, 1, 17) = 'pay:tax:platform:' "+
			"AND e.posted_at >= '2026-01-01' AND e.posted_at < '2026-02-01'")
		require.Contains(t, plan, "ledger_entries_platform_taxes_idx")
	})
}
