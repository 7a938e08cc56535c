package ledger_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/ledger"
)

// postMany posts in few units, as fast as it goes.
func postMany(t *testing.T, d *db.DB, prefix string, n int) {
	t.Helper()
	for from := 0; from < n; from += 1000 {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			for i := from; i < min(from+1000, n); i++ {
				if _, err := ledger.PostTx(ctx, tx, sale(fmt.Sprintf("%s:%d", prefix, i), 1000)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
}

func exported(t *testing.T, d *db.DB, span ledger.Span) (rows []ledger.ExportRow, steps int) {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
		return ledger.Export(ctx, q, span, &out, func(done, total int64) {
			require.LessOrEqual(t, done, total)
			steps++
		})
	}))
	for decoder := json.NewDecoder(&out); decoder.More(); {
		var r ledger.ExportRow
		require.NoError(t, decoder.Decode(&r))
		rows = append(rows, r)
	}
	return rows, steps
}

func TestExport_writes_every_entry_of_a_span_once(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		postMany(t, d, "before", 2)
		c.Advance(time.Hour)
		postMany(t, d, "within", 1203) // many at one instant, over several batches
		require.NoError(t, ledger.New(d).Chain(t.Context()))
		c.Advance(time.Microsecond)
		postMany(t, d, "late", 3)
		c.Advance(time.Hour)
		postMany(t, d, "after", 2)

		rows, steps := exported(t, d, ledger.Span{From: start.Add(time.Hour), To: start.Add(2 * time.Hour), Format: ledger.FormatJSONL})
		require.Len(t, rows, 3*1206)
		require.Equal(t, 3, steps)
		seen, sum, unchained := map[ledger.EntryID]bool{}, int64(0), 0
		for _, r := range rows {
			seen[r.EntryID] = true
			sum += r.AmountMinor
			if r.Seq == 0 {
				unchained++
			}
			require.Regexp(t, "^(within|late):", r.Source)
		}
		require.Len(t, seen, len(rows))
		require.Zero(t, sum)
		require.Equal(t, 9, unchained)

		none, _ := exported(t, d, ledger.Span{From: start.AddDate(1, 0, 0), To: start.AddDate(2, 0, 0), Format: ledger.FormatJSONL})
		require.Empty(t, none)
		all, _ := exported(t, d, ledger.Span{To: c.Now().Add(time.Hour), Format: ledger.FormatJSONL})
		require.Len(t, all, 3*1210)
	})
}

// The job makes the same file part by part, also when it is taken up in between.
func TestExportMaker_makes_what_Export_writes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		postMany(t, d, "capture", 1203)
		span := ledger.Span{To: d.Clock().Now().Add(time.Hour), Format: ledger.FormatCSV}
		var whole, parts bytes.Buffer
		require.NoError(t, ledger.Export(t.Context(), d.Read(t.Context()), span, &whole, func(int64, int64) {}))
		params, err := json.Marshal(span)
		require.NoError(t, err)
		e := &export.Export{Params: string(params)}
		for last := false; !last; {
			part, err := ledger.ExportMaker{}.Next(t.Context(), d.Read(t.Context()), e)
			require.NoError(t, err)
			again, err := ledger.ExportMaker{}.Next(t.Context(), d.Read(t.Context()), e)
			require.NoError(t, err)
			require.Equal(t, part, again, "the same position gives the same part")
			parts.Write(part.Content)
			e.Position, last = part.Position, part.Last
			require.EqualValues(t, 1203, part.Total)
		}
		require.Equal(t, whole.String(), parts.String())
		rows, err := csv.NewReader(&whole).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1+3*1203)
		require.Equal(t, "amount_minor", rows[0][13])
		var sum int64
		for _, r := range rows[1:] {
			minor, err := strconv.ParseInt(r[13], 10, 64)
			require.NoError(t, err)
			sum += minor
		}
		require.Zero(t, sum)
	})
}
