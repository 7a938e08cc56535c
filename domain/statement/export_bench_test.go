package statement_test

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/statement"
)

// BenchmarkExport makes the file of a statement of a hundred thousand lines and
// tells the most memory that was in use between two parts, and what was allocated
// for each line.
func BenchmarkExport(b *testing.B) {
	const lines = 100_000
	dbtest.Bench(b, func(b *testing.B, d *db.DB) {
		fill(b, d, lines)
		var start, now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&start)
		var peak, bytes uint64
		b.ResetTimer()
		for range b.N {
			e := &export.Export{Params: `{"StatementID":"stm_x"}`}
			for last := false; !last; {
				require.NoError(b, d.View(b.Context(), func(ctx context.Context, q db.Querier) error {
					part, err := statement.ExportMaker{}.Next(ctx, q, e)
					e.Position, e.Done, last = part.Position, part.Done, part.Last
					bytes += uint64(len(part.Content))
					return err
				}))
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapAlloc)
			}
			require.EqualValues(b, lines, e.Done)
		}
		b.ReportMetric(float64(peak-min(peak, start.HeapAlloc))/(1<<20), "peak-MiB")
		b.ReportMetric(float64(now.Mallocs-start.Mallocs)/float64(lines*b.N), "allocs/line")
		b.ReportMetric(float64(bytes)/float64(lines*b.N), "bytes/line")
	})
}

// However long a statement is, a thousand lines of it are in memory at once: each part
// of the file has as many, and goes on behind the one before.
func TestExport_has_a_thousand_lines_in_memory(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		const lines, bound = 12_345, 1000
		fill(t, d, lines)
		e := &export.Export{Params: `{"StatementID":"stm_x"}`}
		parts, rows := 0, 0
		for last := false; !last; parts++ {
			require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
				part, err := statement.ExportMaker{}.Next(ctx, q, e)
				require.LessOrEqual(t, bytes.Count(part.Content, []byte("\n")), bound+5, "beside the lines there are a head and four balances")
				require.EqualValues(t, lines, part.Total)
				require.LessOrEqual(t, part.Done-e.Done, int64(bound))
				rows += bytes.Count(part.Content, []byte(",SALES,"))
				e.Position, e.Done, last = part.Position, part.Done, part.Last
				return err
			}))
		}
		require.Equal(t, lines, rows)
		require.Equal(t, lines/bound+1, parts)

		e = &export.Export{Params: `{"StatementID":"stm_x","Format":"PDF"}`}
		require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
			part, err := statement.ExportMaker{}.Next(ctx, q, e)
			require.True(t, part.Last)
			require.Less(t, len(part.Content), 200_000, "the lines of a long statement are not printed")
			return err
		}))
	})
}

// fill writes a closed statement with so many lines.
func fill(b testing.TB, d *db.DB, lines int) {
	b.Helper()
	at := "'2026-10-12 12:00:00+00:00'"
	begin, end := "PRAGMA defer_foreign_keys = ON", "SELECT 1"
	if d.ServesMany() {
		at, begin, end = "CAST("+at+" AS TIMESTAMPTZ)", "SET LOCAL session_replication_role = replica", "SELECT 1"
	}
	statements := []string{
		begin,
		"DROP TRIGGER ledger_journals_balance" + map[bool]string{true: " ON ledger_journals"}[d.ServesMany()],
		fmt.Sprintf("INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at) VALUES ('jrn_x', 'SALE_CAPTURED', 's', '', '', '', %s)", at),
		fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "+
			"INSERT INTO statement_lines (seller_id, currency, seq, position, journal_id, order_id, kind, book, amount_minor, vat_basis_points, posted_at) "+
			"SELECT 'sel_x', 'EUR', n.i / 4 + 1, n.i %% 4, 'jrn_x', 'ord_x', 'SALES', 'PLATFORM', 1250, 0, %s FROM n", lines, at),
		fmt.Sprintf("INSERT INTO sellers (id, slug, name, name_folded, country, currency, status, support_email, description, reason, is_platform, created_at, updated_at) "+
			"VALUES ('sel_x', 'x', 'X', 'x', 'DE', 'EUR', 'APPLIED', '', '', '', FALSE, %[1]s, %[1]s)", at),
		fmt.Sprintf("INSERT INTO statement_periods (month, from_seq, to_seq, closed_at) VALUES ('2026-10', 0, %d, %s)", lines, at),
		fmt.Sprintf("INSERT INTO seller_statements (id, number, seller_id, currency, month, from_seq, to_seq, opening_minor, closing_minor, provider_opening_minor, provider_closing_minor, totals, closed_at) "+
			"VALUES ('stm_x', 'ST-2026-000001', 'sel_x', 'EUR', '2026-10', 0, %[1]d, 0, 0, 0, 0, '[{\"kind\":\"SALES\",\"book\":\"PLATFORM\",\"currency\":\"EUR\",\"minor\":%[2]d,\"lines\":%[1]d}]', %[3]s)", lines, lines*1250, at),
		end,
	}
	require.NoError(b, d.Write(b.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, s := range statements {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return fmt.Errorf("%s: %w", s, err)
			}
		}
		return nil
	}))
}
