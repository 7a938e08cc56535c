package demo

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

// eachApp runs fn on both databases, on an App that is wired to nothing.
func eachApp(t *testing.T, fn func(t *testing.T, a *server.App)) {
	t.Helper()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			cfg, err := config.Load(map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, dialect)}, config.Development)
			require.NoError(t, err)
			a, done, err := server.Open(t.Context(), cfg, slog.New(slog.DiscardHandler))
			require.NoError(t, err)
			t.Cleanup(func() { require.NoError(t, done()) })
			fn(t, a)
		})
	}
}

// counts counts the rows of all tables.
func counts(t *testing.T, d *db.DB) map[string]int {
	t.Helper()
	tables, err := d.Tables(t.Context())
	require.NoError(t, err)
	found := map[string]int{}
	for _, table := range tables {
		var n int
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT COUNT(*) FROM "+table.Name).Scan(t.Context(), &n))
		found[table.Name] = n
	}
	return found
}

// changed names the tables in which a row with the same key is not what it was.
func changed(before, after []sampled) []string {
	names := map[string]bool{}
	for _, b := range before {
		was := map[string]string{}
		for _, row := range b.rows {
			was[strings.Join(b.table.KeyOf(row), ",")] = strings.Join(row, ",")
		}
		for _, a := range after {
			for _, row := range a.rows {
				old, known := was[strings.Join(a.table.KeyOf(row), ",")]
				if a.table.Name == b.table.Name && known && old != strings.Join(row, ",") {
					names[a.table.Name] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// Whatever an order touches is copied, or it is said why not.
func TestCopies_forget_no_table(t *testing.T) {
	t.Parallel()
	eachApp(t, func(t *testing.T, a *server.App) {
		ctx := t.Context()
		s, err := openStage(ctx, a, a.DB.Clock().Now().Add(-span), 1)
		require.NoError(t, err)
		defer func() { require.NoError(t, s.close()) }()
		_, err = Fill(ctx, s.app, Size{Sellers: 2, Products: 30, Stock: 100}, nil)
		require.NoError(t, err)
		require.NoError(t, s.populate(ctx, 40))
		empty, everything := counts(t, s.db), whole(t, s.db)

		tables, err := s.playOn(ctx, 40, func(int, int) {})
		require.NoError(t, err)
		played := counts(t, s.db)
		require.Empty(t, slices.DeleteFunc(changed(everything, whole(t, s.db)), isApart), "rows that orders change are not copied")

		c, err := newCopier(s.db, tables, 1)
		require.NoError(t, err)
		written, err := c.copyAll(ctx, 3, 24*time.Hour, func(int) {})
		require.NoError(t, err)
		sum := 0
		for name, n := range counts(t, s.db) {
			grown := played[name] - empty[name]
			sum += n - played[name]
			switch {
			case name == "ledger_tail":
				require.Equal(t, 4*grown, n, "what is copied is to be chained")
				sum -= n - played[name]
			case isApart(name):
				require.Equal(t, played[name], n, name)
			default:
				require.Equal(t, played[name]+3*grown, n, "three copies of what came to %s", name)
			}
		}
		require.Equal(t, sum, written)
		for _, name := range []string{
			"orders", "seller_orders", "order_lines", "payments", "payment_allocations", "stock_reservations", "stock_movements", "shipments",
			"releases", "transfers", "payouts", "ledger_journals", "ledger_entries", "ledger_maturities", "refunds", "refund_parts", "carts", "cart_lines",
		} {
			require.Greater(t, played[name], empty[name], "the sample has %s", name)
			require.False(t, isApart(name), name)
		}
		for name := range apart() {
			require.Contains(t, played, name, "there is no such table any more")
		}
	})
}

// whole reads all rows of all tables that people know by a key.
func whole(t *testing.T, d *db.DB) (all []sampled) {
	t.Helper()
	tables, err := d.Tables(t.Context())
	require.NoError(t, err)
	for _, table := range tables {
		if len(table.Key) == 0 || strings.HasPrefix(table.Name, "listings_") || strings.HasPrefix(table.Name, "search_entries_") {
			continue
		}
		rows, err := d.Literals(t.Context(), table)
		require.NoError(t, err)
		all = append(all, sampled{table, rows})
	}
	return all
}

func TestFillWithOrders(t *testing.T) {
	t.Parallel()
	eachApp(t, func(t *testing.T, a *server.App) {
		ctx := t.Context()
		phases := map[Phase]int{}
		size := OrdersSize{Size: Size{Sellers: 3, Products: 40, Stock: 200}, Orders: 900, Sample: 30}
		made, err := FillWithOrders(ctx, a, size, func(p Phase, done, total int) {
			require.LessOrEqual(t, done, total)
			phases[p]++
		})
		require.NoError(t, err)
		require.Len(t, phases, 4)
		require.Equal(t, 903, made.Orders, "and those of the last day")
		require.Equal(t, 33, made.Placed)

		findings, err := a.Verify(ctx, nil)
		require.NoError(t, err)
		require.Empty(t, findings)
		for statement, want := range map[string]int{
			"SELECT COUNT(*) FROM orders":                                                                                 903,
			"SELECT COUNT(DISTINCT number) FROM orders":                                                                   903,
			"SELECT COUNT(DISTINCT intent_id) FROM payments":                                                              903,
			"SELECT COUNT(*) FROM ledger_tail":                                                                            0,
			"SELECT COUNT(*) FROM river_job WHERE state = 'discarded'":                                                    0,
			"SELECT COUNT(DISTINCT status) FROM orders":                                                                   2,
			"SELECT COUNT(*) FROM payouts WHERE status <> 'PAID'":                                                         0,
			"SELECT COUNT(*) FROM orders AS o WHERE number NOT LIKE '_____-_____'":                                        0,
			`SELECT COUNT(*) FROM orders AS o WHERE upper(substr(o.id, 21, 5) || '-' || substr(o.id, 26, 5)) <> o.number`: 0,
		} {
			require.Equal(t, want, count(t, a.DB, statement), statement)
		}
		oldest, newest := ends(t, a.DB)
		require.Greater(t, newest.Sub(oldest), 380*24*time.Hour)
		require.Less(t, a.DB.Clock().Now().Sub(newest), 48*time.Hour)

		_, err = FillWithOrders(ctx, a, size, nil)
		require.ErrorIs(t, err, ErrHasOrders, "copies are made of all orders there are")
	})
}

func count(t *testing.T, d *db.DB, statement string) (n int) {
	t.Helper()
	require.NoError(t, d.Read(t.Context()).NewRaw(statement).Scan(t.Context(), &n), statement)
	return n
}

func ends(t *testing.T, d *db.DB) (oldest, newest time.Time) {
	t.Helper()
	require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
		if err := q.NewRaw("SELECT placed_at FROM orders ORDER BY placed_at LIMIT 1").Scan(ctx, &oldest); err != nil {
			return fmt.Errorf("oldest: %w", err)
		}
		return q.NewRaw("SELECT placed_at FROM orders ORDER BY placed_at DESC LIMIT 1").Scan(ctx, &newest)
	}))
	return oldest, newest
}
