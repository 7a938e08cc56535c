package stories_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

// A payout outside the provider is taken from many releases with as many statements as from
// few, from the oldest on, and from the last one in part.
func TestManual_payout_takes_no_statement_for_each_release(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, ada, bo := t.Context(), w.Operator(), w.OperatorWith(identity.OperatorFinance)
		paidOutside := func(sales int) (statements int) {
			s := w.Seller("Mill") // has no account at Stripe
			tea := s.Product("Tea", "100.00", 50)
			for range sales {
				s.Ships(w.Guest().Buys(tea.Times(1)))
			}
			w.Advance(hold)
			w.Settle()
			p, err := w.App.Payouts.ProposeManual(ctx, ada.Actor, payout.ManualInput{
				SellerID: s.ID, Amount: money.Input{Amount: fmt.Sprintf("%d.00", 90*sales-10), CurrencyCode: "EUR"}, Reference: "RF18", Reason: "No account.",
				IdempotencyKey: fmt.Sprint("sales-", sales),
			})
			require.NoError(t, err)
			statements = dbtest.CountQueries(w.DB, func() {
				_, err := w.App.Approvals.Approve(ctx, bo.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
				require.NoError(t, err)
			})
			require.EqualValues(t, 1000, balanceOf(t, w, s.ID).ReleasableMinor)
			s.Onboards()
			w.Advance(2 * day)
			w.Settle()
			transfers := transfersOf(t, w, s)
			require.Len(t, transfers, 1, "what was paid outside is not transferred again")
			require.EqualValues(t, 1000, transfers[0].AmountMinor)
			return statements
		}
		few := paidOutside(2)
		require.Equal(t, few, paidOutside(6))
		w.Balanced()
	})
}
