package audit_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// TestVerify_finds_a_hundred_random_tamperings_of_each_kind does each in a unit
// that is given up afterwards, so that all begin with the same log.
func TestVerify_finds_a_hundred_random_tamperings_of_each_kind(t *testing.T) {
	t.Parallel()

	const entries = 40
	columns := []string{"kind", "subject", "seller_id", "actor_id", "actor_role", "request_id", "address", "before_text", "after_text", "hash", "event_id"}
	kinds := map[string]func(r *rand.Rand) []string{
		"byte changed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("UPDATE audit_entries SET %[1]s = %[1]s || 'x' WHERE seq = %[2]d", columns[r.IntN(len(columns))], 1+r.IntN(entries))}
		},
		"removed": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("DELETE FROM audit_entries WHERE seq = %d", 1+r.IntN(entries))}
		},
		"removed, and the rest moved up": func(r *rand.Rand) []string {
			at := 1 + r.IntN(entries-1)
			statements := []string{fmt.Sprintf("DELETE FROM audit_entries WHERE seq = %d", at)}
			for i := at + 1; i <= entries; i++ {
				statements = append(statements, fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = %d", i-1, i))
			}
			return append(statements, "UPDATE audit_heads SET seq = seq - 1")
		},
		"swapped": func(r *rand.Rand) []string {
			a := 1 + r.IntN(entries)
			b := 1 + (a+r.IntN(entries-1))%entries
			return []string{
				fmt.Sprintf("UPDATE audit_entries SET seq = 1000 WHERE seq = %d", a),
				fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = %d", a, b),
				fmt.Sprintf("UPDATE audit_entries SET seq = %d WHERE seq = 1000", b),
			}
		},
		"moved to another seller": func(r *rand.Rand) []string {
			return []string{fmt.Sprintf("UPDATE audit_entries SET seller_id = '%s' WHERE seq = %d", seller.NewID(), 1+r.IntN(entries))}
		},
	}
	undo := errors.New("undo")
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		for range entries {
			require.NoError(t, record(t, w.DB, t.Context(), seller.Suspended{SellerID: seller.NewID(), Reason: "Test."}))
		}
		require.Empty(t, verify(t, w.DB))
		dropGuards(t, w.DB)
		r := rand.New(rand.NewPCG(47, 11)) //nolint:gosec // a test that can be repeated
		for name, tamper := range kinds {
			found := 0
			for range 100 {
				statements := tamper(r)
				require.ErrorIs(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					for _, s := range statements {
						if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
							return err
						}
					}
					findings, err := audit.Verify(ctx, tx)
					if err != nil {
						return err
					}
					if len(findings) > 0 {
						found++
					}
					return undo
				}), undo)
			}
			require.Equal(t, 100, found, name)
		}
		require.Empty(t, verify(t, w.DB))
	})
}
