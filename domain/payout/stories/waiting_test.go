package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

// Money of many orders that waits for one thing, an account or the end of a hold, is looked
// at with as many statements as that of one order, and goes when there is nothing to wait for.
func TestSweep_takes_no_statement_for_each_release_that_waits(t *testing.T) {
	t.Parallel()
	for name, story := range map[string]struct {
		begins func(w *testkit.World) *testkit.Seller
		ends   func(w *testkit.World, s *testkit.Seller)
		block  payout.BlockReason
	}{
		"account": {
			func(w *testkit.World) *testkit.Seller { return w.Seller("Mill") },
			func(_ *testkit.World, s *testkit.Seller) { s.Onboards() },
			payout.BlockAccount,
		},
		"hold": {
			func(w *testkit.World) *testkit.Seller {
				s := w.Seller("Mill", testkit.Onboarded)
				holds(t, w, payout.HoldInput{SellerID: s.ID})
				return s
			},
			func(w *testkit.World, s *testkit.Seller) {
				all, err := w.App.Payouts.HoldsOf(t.Context(), w.Operator().Actor, &s.ID)
				require.NoError(t, err)
				lifts(t, w, all[0])
			},
			payout.BlockHold,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				s := story.begins(w)
				tea, n := s.Product("Tea", "100.00", 50), 0
				looksAt := func(sales int) (statements int) {
					for ; n < sales; n++ {
						s.Ships(w.Guest().Buys(tea.Times(1)))
					}
					w.Advance(hold)
					w.Settle()
					w.Advance(time.Hour)
					statements = dbtest.CountQueries(w.DB, func() { require.NoError(t, w.App.Payouts.Sweep(t.Context())) })
					waits := releasesOf(t, w, s)
					require.Len(t, waits, sales)
					for _, r := range waits {
						require.Equal(t, story.block, r.Block)
						require.Equal(t, w.DB.Clock().Now().Add(time.Hour), *r.NextAttemptAt)
					}
					return statements
				}
				require.Equal(t, looksAt(1), looksAt(6))
				story.ends(w, s)
				w.Settle()
				require.Len(t, transfersOf(t, w, s), 6)
				w.Balanced()
			})
		})
	}
}
