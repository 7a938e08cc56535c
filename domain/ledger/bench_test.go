package ledger_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ledger"
)

// entriesVariable names how many entries the larger ledger of BenchmarkBalance
// has; without it there is only the small one, since filling takes minutes.
const entriesVariable = "ETAL_BENCH_LEDGER_ENTRIES"

// BenchmarkBalance reads balances of a small and of a large ledger, half of which
// is one seller's, with five hundred journals that are not chained yet.
func BenchmarkBalance(b *testing.B) {
	sizes := []int{10_000}
	if given, err := strconv.Atoi(os.Getenv(entriesVariable)); err == nil {
		sizes = append(sizes, given)
	}
	for _, size := range sizes {
		b.Run(fmt.Sprint("entries=", size), func(b *testing.B) {
			dbtest.Bench(b, func(b *testing.B, d *db.DB) {
				fill(b, d, size)
				noon := time.Date(2026, 11, 15, 12, 0, 0, 0, time.UTC)
				for name, read := range map[string]func() error{
					"seller":  func() error { _, err := ledger.SellerBalances(b.Context(), d.Read(b.Context()), "sel_a"); return err },
					"account": func() error { return readAccount(b, d, nil) },
					"as of":   func() error { return readAccount(b, d, &noon) },
				} {
					b.Run(name, func(b *testing.B) {
						for b.Loop() {
							if err := read(); err != nil {
								b.Fatal(err)
							}
						}
					})
				}
			})
		})
	}
}

// BenchmarkBalance_by_size reads the balances of a seller of a small and of a large ledger in
// turn, so that whatever else the machine does hits both, and tells how many times longer
// the large one takes, by the medians.
func BenchmarkBalance_by_size(b *testing.B) {
	large, err := strconv.Atoi(os.Getenv(entriesVariable))
	if err != nil {
		large = 100_000
	}
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		b.Run(fmt.Sprint(dialect, " 10000 and ", large), func(b *testing.B) {
			both := []*db.DB{dbtest.Open(b, dialect, db.Options{}), dbtest.Open(b, dialect, db.Options{})}
			fill(b, both[0], 10_000)
			fill(b, both[1], large)
			took := make([][]time.Duration, len(both))
			for b.Loop() {
				for i, d := range both {
					watch := clock.Start()
					if _, err := ledger.SellerBalances(b.Context(), d.Read(b.Context()), "sel_a"); err != nil {
						b.Fatal(err)
					}
					took[i] = append(took[i], watch.Elapsed())
				}
			}
			for i := range took {
				slices.Sort(took[i])
			}
			small, more := took[0][len(took[0])/2], took[1][len(took[1])/2]
			b.ReportMetric(float64(small.Microseconds()), "µs/small")
			b.ReportMetric(float64(more.Microseconds()), "µs/large")
			b.ReportMetric(float64(more)/float64(small), "times")
		})
	}
}

func readAccount(b *testing.B, d *db.DB, at *time.Time) error {
	_, err := ledger.AccountBalances(b.Context(), d.Read(b.Context()), ledger.StripePending, at)
	return err
}

// fill writes entries with their sums as chaining would have left them, past the
// guards: thirty days of journals of two entries. Then it posts some more. Indexes are
// made anew behind the rows, which takes minutes for ten million where keeping them in
// order would take many.
func fill(b *testing.B, d *db.DB, entries int) {
	b.Helper()
	f := fillingOf(d)
	rows := fmt.Sprintf(f.rows, entries/2)
	do(b, d, f.off...)
	indexes := indexesOf(b, d)
	for name := range indexes {
		do(b, d, "DROP INDEX "+name)
	}
	seller := "CASE WHEN n.i % 2 = 0 THEN 'sel_a' ELSE 'sel_' || (n.i % 1000) END"
	const id = "CAST(100000000 + n.i AS TEXT)"
	into := "INSERT INTO ledger_entries (id, journal_id, account, seller_id, currency, amount_minor, posted_at) " + rows + "SELECT "
	do(b, d,
		"INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at) "+rows+
			"SELECT 'j' || "+id+", 'SALE_CAPTURED', 's' || "+id+", '', '', '', "+f.at+" FROM n",
		into+"'a' || "+id+", 'j' || "+id+", 'stripe:pending', '', 'EUR', 100, "+f.at+" FROM n",
		into+"'b' || "+id+", 'j' || "+id+", 'pay:seller:held', "+seller+", 'EUR', -100, "+f.at+" FROM n",
		`INSERT INTO ledger_days (seller_id, account, currency, day, amount_minor)
			SELECT seller_id, account, currency, substr(CAST(posted_at AS TEXT), 1, 10), SUM(amount_minor) FROM ledger_entries GROUP BY 1, 2, 3, 4`,
		`INSERT INTO ledger_checkpoints (seller_id, account, currency, seq, amount_minor)
			SELECT seller_id, account, currency, 1, SUM(amount_minor) FROM ledger_days GROUP BY 1, 2, 3`)
	for _, definition := range indexes {
		do(b, d, definition)
	}
	do(b, d, append(f.on, "ANALYZE")...)
	for i := range 500 {
		_, err := post(b.Context(), d, sale(fmt.Sprint("capture:", i), 1000))
		require.NoError(b, err)
	}
}

// filling is how a database is filled.
type filling struct {
	off, on []string // takes the guards away, and puts them back
	rows    string   // numbers up to one that is given, as n(i)
	at      string   // the instant of a number
}

func fillingOf(d *db.DB) filling {
	at := "'2026-1' || (n.i % 3) || '-1' || (n.i / 3 % 10) || ' 12:00:00+00:00'"
	if d.ServesMany() {
		return filling{
			off:  []string{"ALTER TABLE ledger_journals DISABLE TRIGGER ALL", "ALTER TABLE ledger_entries DISABLE TRIGGER ALL"},
			on:   []string{"ALTER TABLE ledger_journals ENABLE TRIGGER ALL", "ALTER TABLE ledger_entries ENABLE TRIGGER ALL"},
			rows: "WITH n(i) AS (SELECT * FROM generate_series(1, %d)) ",
			at:   "CAST(" + at + " AS TIMESTAMPTZ)",
		}
	}
	return filling{
		off: []string{"DROP TRIGGER ledger_journals_balance", "DROP TRIGGER ledger_entries_closed", "DROP TRIGGER ledger_entries_tail"},
		on: []string{`CREATE TRIGGER ledger_entries_tail AFTER INSERT ON ledger_entries BEGIN
			INSERT INTO ledger_tail (entry_id, journal_id, seller_id, account, currency, amount_minor, posted_at)
			VALUES (NEW.id, NEW.journal_id, NEW.seller_id, NEW.account, NEW.currency, NEW.amount_minor, NEW.posted_at); END`},
		rows: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ",
		at:   at,
	}
}

// indexesOf are the indexes of journals and entries, without those of constraints, by
// name.
func indexesOf(b *testing.B, d *db.DB) map[string]string {
	b.Helper()
	text := "SELECT name, sql AS definition FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('ledger_journals', 'ledger_entries')"
	if d.ServesMany() {
		text = `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename IN ('ledger_journals', 'ledger_entries')
			AND indexname NOT IN (SELECT conname FROM pg_constraint)`
	}
	var rows []struct{ Name, Definition string }
	require.NoError(b, d.Read(b.Context()).NewRaw(text).Scan(b.Context(), &rows))
	all := map[string]string{}
	for _, r := range rows {
		all[r.Name] = r.Definition
	}
	require.NotEmpty(b, all)
	return all
}

func do(b *testing.B, d *db.DB, statements ...string) {
	b.Helper()
	for _, s := range statements {
		require.NoError(b, d.Write(b.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw(s).Exec(ctx)
			return err
		}), strings.TrimSpace(s))
	}
}

// BenchmarkPostTx posts journals of three entries, each in a unit of its own, from so many
// sides at once, and tells how many come to be a second.
func BenchmarkPostTx(b *testing.B) {
	for _, writers := range []int{1, 8, 64} {
		b.Run(fmt.Sprint("writers=", writers), func(b *testing.B) {
			dbtest.Bench(b, func(b *testing.B, d *db.DB) {
				var next atomic.Int64
				var wg sync.WaitGroup
				b.ResetTimer()
				for range writers {
					wg.Go(func() {
						for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
							if _, err := post(b.Context(), d, sale(fmt.Sprint("capture:", n), 1000)); err != nil {
								b.Error(err)
								return
							}
						}
					})
				}
				wg.Wait()
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "postings/s")
			})
		})
	}
}

// BenchmarkPostTx_together posts from eight sides at once: as it is, and as it
// would be if whoever posts also chained.
func BenchmarkPostTx_together(b *testing.B) {
	var n atomic.Int64
	for name, and := range map[string]func(ctx context.Context, tx db.Tx, source string) error{
		"chained later":   func(context.Context, db.Tx, string) error { return nil },
		"chained at once": ledger.ChainAtOnceTx,
	} {
		b.Run(name, func(b *testing.B) {
			dbtest.Bench(b, func(b *testing.B, d *db.DB) {
				b.SetParallelism(4) // times two processors
				b.RunParallel(func(pb *testing.PB) {
					for pb.Next() {
						draft := sale(fmt.Sprint("capture:", n.Add(1)), 1000)
						err := d.Write(b.Context(), func(ctx context.Context, tx db.Tx) error {
							if _, err := ledger.PostTx(ctx, tx, draft); err != nil {
								return err
							}
							return and(ctx, tx, draft.Source)
						})
						if err != nil {
							b.Error(err)
						}
					}
				})
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "journals/s")
			})
		})
	}
}

// BenchmarkChain chains a thousand journals at a time.
func BenchmarkChain(b *testing.B) {
	const journals = 1000
	dbtest.Bench(b, func(b *testing.B, d *db.DB) {
		s := ledger.New(d)
		n := 0
		for b.Loop() {
			b.StopTimer()
			require.NoError(b, d.Write(b.Context(), func(ctx context.Context, tx db.Tx) error {
				for range journals {
					n++
					if _, err := ledger.PostTx(ctx, tx, sale(fmt.Sprint("capture:", n), 1000)); err != nil {
						return err
					}
				}
				return nil
			}))
			b.StartTimer()
			if err := s.Chain(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N*journals)/b.Elapsed().Seconds(), "journals/s")
	})
}
