package audit_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/check"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/vault"
	"github.com/etal-market/etal/internal/testkit"
)

const keep = 365 * 24 * time.Hour

// aged makes a log of old entries and young ones, the old ones removed in two
// runs, behind checkpoints 10 and 20. What was removed is in the table removed.
func aged(t *testing.T, w *testkit.World, kept audit.Keeper) {
	t.Helper()
	for range 2 {
		for range 10 {
			require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
		}
		require.NoError(t, w.App.Audit.KeepAnchor(t.Context(), kept, slog.New(slog.DiscardHandler)))
		w.Advance(24 * time.Hour)
	}
	exec(t, w.DB, "CREATE TABLE removed AS SELECT * FROM audit_entries")
	w.Advance(keep - 36*time.Hour)
	for range 20 {
		require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
	}
	for range 2 {
		n, err := w.App.Audit.Prune(t.Context(), keep)
		require.NoError(t, err)
		require.EqualValues(t, 10, n)
		w.Advance(24 * time.Hour)
	}
	n, err := w.App.Audit.Prune(t.Context(), keep)
	require.NoError(t, err)
	require.Zero(t, n, "done twice, nothing more goes")
	w.Settle()
	require.NoError(t, w.App.Audit.KeepAnchor(t.Context(), kept, slog.New(slog.DiscardHandler)))
}

func TestPrune_removes_what_is_old_and_the_rest_verifies(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		anchors := &lines{}
		aged(t, w, anchors)
		all := entries(t, w)
		require.EqualValues(t, 21, all[0].Seq)
		require.Len(t, all, 22, "20 that are young, and two that say what was removed")
		require.Equal(t, "audit.pruned", all[21].Kind)
		require.Contains(t, all[21].AfterText, `"removed":10`)
		require.Contains(t, all[21].AfterText, `"upto":20`)
		w.Verified()
		from, err := w.App.Audit.Beginning(t.Context(), w.DB.Read(t.Context()))
		require.NoError(t, err)
		require.EqualValues(t, 20, from.Seq)
		require.Len(t, anchors.all, 3)
		against := func(ctx context.Context, tx db.Tx) ([]check.Finding, error) {
			return w.App.Audit.VerifyAnchors(ctx, tx, anchors.all, "")
		}
		require.Empty(t, tampered(t, w, nil, against), "anchors of what was removed, and of what is there")
		require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
		w.Verified()

		for _, statement := range []string{
			"DELETE FROM audit_entries WHERE seq = 21", "DELETE FROM audit_entries", "UPDATE audit_entries SET kind = 'x'",
			"DELETE FROM audit_checkpoints", "UPDATE audit_checkpoints SET seq = 25 WHERE seq = 20",
			"INSERT INTO audit_checkpoints SELECT 25, hash, 5, at, signature FROM audit_checkpoints WHERE seq = 20",
			"INSERT INTO audit_checkpoints SELECT 5, hash, 5, at, signature FROM audit_checkpoints WHERE seq = 20",
		} {
			require.Error(t, try(t, w.DB, statement), "the database refuses %s", statement)
		}
		w.Verified()
	})
}

// TestVerify_finds_a_hundred_random_tamperings_around_the_checkpoint does each
// as whoever owns the database can, without the guards.
func TestVerify_finds_a_hundred_random_tamperings_around_the_checkpoint(t *testing.T) {
	t.Parallel()

	const upto = 20 // the last that was removed, of 42
	moved := func(to int) string {
		return fmt.Sprintf("UPDATE audit_checkpoints SET seq = %[1]d, hash = (SELECT hash FROM audit_entries WHERE seq = %[1]d), removed = %[1]d - 10 WHERE seq = 20", to)
	}
	columns := []string{"seq = seq + 1", "hash = hash || 'x'", "removed = removed + 1", "signature = 'AAAA'", "signature = ''", "signature = (SELECT signature FROM audit_checkpoints WHERE seq = 10)"}
	kinds := map[string]func(r *rand.Rand) []string{
		"more removed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("DELETE FROM audit_entries WHERE seq <= %d", upto+1+r.IntN(21))}
		},
		"one removed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("DELETE FROM audit_entries WHERE seq = %d", upto+1+r.IntN(22))}
		},
		"more removed, and the checkpoint moved": func(r *rand.Rand) []string {
			to := upto + 1 + r.IntN(21)
			return []string{moved(to), fmt.Sprintf("DELETE FROM audit_entries WHERE seq <= %d", to)}
		},
		"more removed, and a checkpoint made": func(r *rand.Rand) []string {
			to := upto + 1 + r.IntN(21)
			return []string{
				fmt.Sprintf(`INSERT INTO audit_checkpoints (seq, hash, removed, at, signature)
					SELECT seq, hash, seq - 20, (SELECT at FROM audit_checkpoints WHERE seq = 20), (SELECT signature FROM audit_checkpoints WHERE seq = 20)
					FROM audit_entries WHERE seq = %d`, to),
				fmt.Sprintf("DELETE FROM audit_entries WHERE seq <= %d", to),
			}
		},
		"a checkpoint changed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("UPDATE audit_checkpoints SET %s WHERE seq = 20", columns[r.IntN(len(columns))])}
		},
		"a checkpoint removed": func(r *rand.Rand) []string {
			return []string{[]string{"DELETE FROM audit_checkpoints", "DELETE FROM audit_checkpoints WHERE seq = 20", "DELETE FROM audit_checkpoints WHERE seq = 10"}[r.IntN(3)]}
		},
		"an old entry put back": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("INSERT INTO audit_entries SELECT * FROM removed WHERE seq = %d", 1+r.IntN(upto))}
		},
		"the first one changed": func(r *rand.Rand) []string {
			column := []string{"kind", "subject", "actor_id", "after_text", "hash"}[r.IntN(5)]
			return []string{fmt.Sprintf("UPDATE audit_entries SET %[1]s = %[1]s || 'x' WHERE seq = %[2]d", column, upto+1)}
		},
	}
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		aged(t, w, &lines{})
		dropGuards(t, w.DB)
		r := rand.New(rand.NewPCG(47, 11))
		look := func(ctx context.Context, tx db.Tx) ([]check.Finding, error) { return w.App.Audit.Verify(ctx, tx) }
		for name, tamper := range kinds {
			for range 100 {
				statements := tamper(r)
				require.NotEmpty(t, tampered(t, w, statements, look), "%s: %s", name, statements)
			}
		}
		require.Empty(t, tampered(t, w, nil, look))
	})
}

// Whoever has changed what is old must not get rid of it by waiting.
func TestPrune_removes_nothing_that_does_not_add_up(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		grow(t, w, 10)
		_, err := w.App.Audit.Prune(t.Context(), keep)
		require.NoError(t, err)
		w.Advance(keep + time.Hour)
		dropGuards(t, w.DB)
		exec(t, w.DB, "UPDATE audit_entries SET actor_id = 'acc_somebody' WHERE seq = 7")
		n, err := w.App.Audit.Prune(t.Context(), keep)
		require.ErrorIs(t, err, audit.ErrBroken)
		require.Zero(t, n)
		require.Len(t, entries(t, w), 10)

		exec(t, w.DB, "UPDATE audit_entries SET actor_id = '' WHERE seq = 7")
		n, err = w.App.Audit.Prune(t.Context(), keep)
		require.NoError(t, err)
		require.EqualValues(t, 10, n)
		w.Settle()
		w.Verified()
		w.Advance(keep + time.Hour)
		exec(t, w.DB, "UPDATE audit_checkpoints SET signature = 'AAAA'")
		_, err = w.App.Audit.Prune(t.Context(), keep)
		require.ErrorIs(t, err, audit.ErrBroken)
	})
}

func TestPrune_at_once_makes_one_chain_of_checkpoints(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		grow(t, w, 30)
		w.Advance(keep + time.Hour)
		results := make(chan int64, 6)
		for range cap(results) {
			go func() {
				n, err := w.App.Audit.Prune(context.WithoutCancel(t.Context()), keep)
				if err != nil {
					n = -1
				}
				results <- n
			}()
		}
		var removed int64
		for range cap(results) {
			n := <-results
			require.GreaterOrEqual(t, n, int64(0))
			removed += n
		}
		require.EqualValues(t, 30, removed)
		w.Settle()
		w.Verified()
		require.Len(t, entries(t, w), 1)
	})
}

func TestPrune_needs_a_keyset(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		grow(t, w, 3)
		w.Advance(2 * keep)
		_, err := audit.New(w.DB, vault.New(seal.NewKeeper(nil, nil))).Prune(t.Context(), keep)
		require.ErrorIs(t, err, audit.ErrUnsigned)
		require.Len(t, entries(t, w), 3)
	})
}

// The setting says how long, and the workers do it.
func TestPrune_is_done_by_the_workers(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		grow(t, w, 3)
		w.Advance(keep - time.Hour)
		w.Settle()
		require.Len(t, entries(t, w), 3)
		w.Advance(8 * time.Hour) // a year has six hours more than 365 days
		w.Settle()
		require.Len(t, entries(t, w), 1, "that they were removed")
		w.Verified()
	}, testkit.Setting("AUDIT_YEARS", "1"))
}
