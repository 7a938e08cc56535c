package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/internal/testkit"
)

// promoted is an order of two sellers of which the platform has paid most: the
// buyer pays 50.00, and the sellers are owed 81.00 and 9.00.
func promoted(t *testing.T, w *testkit.World, mill, kiln *testkit.Seller) *order.Order {
	t.Helper()
	tea, bowl := mill.Product("Tea", "90.00", 5), kiln.Product("Bowl", "10.00", 5)
	q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(pricing.Basket{
		Currency: "EUR",
		Lines: []pricing.Line{
			{Ref: string(tea.Offer), SellerID: mill.ID, UnitMinor: 9000, Quantity: 1},
			{Ref: string(bowl.Offer), SellerID: kiln.ID, UnitMinor: 1000, Quantity: 1},
		},
		Discounts: []pricing.Discount{{AmountMinor: 5000, Lines: []int{0}}},
	})
	require.NoError(t, err)
	alice := w.Buyer("Alice")
	placed := alice.OrdersAt(q, tea.Times(1), bowl.Times(1))
	require.EqualValues(t, 5000, placed.Order.TotalMinor)
	alice.Pays(placed.Payment)
	w.Settle()
	return alice.Order(placed.Order.ID)
}

func sum(transfers []*payout.Transfer) (drawn, free int64) {
	for _, t := range transfers {
		switch {
		case t.Status == payout.TransferFailed:
		case *t.ChargeID == "":
			free += t.AmountMinor
		default:
			drawn += t.AmountMinor
		}
	}
	return drawn, free
}

// What a discount of the platform adds to the sellers' shares is more than the
// charge can give: it leaves by transfers of its own, when the platform's balance
// has it. Refusals cost nothing and are tried again.
func TestTransfer_beyond_the_charge_leaves_by_its_own(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		o := promoted(t, w, mill, kiln)
		mill.Ships(o)
		kiln.Ships(o)
		w.Advance(hold)
		w.Settle()
		drawnA, freeA := sum(transfersOf(t, w, mill))
		drawnB, freeB := sum(transfersOf(t, w, kiln))
		require.EqualValues(t, 5000, drawnA+drawnB, "the charge gives all that it has, and nothing more")
		require.Zero(t, freeA+freeB, "what goes beyond it is refused")
		refused := 0
		for _, tr := range append(transfersOf(t, w, mill), transfersOf(t, w, kiln)...) {
			if tr.Status == payout.TransferFailed {
				require.Empty(t, *tr.ChargeID)
				require.Contains(t, tr.Error, "balance_insufficient")
				refused++
			}
		}
		require.Positive(t, refused)
		owed := balanceOf(t, w, mill.ID).ReleasableMinor + balanceOf(t, w, kiln.ID).ReleasableMinor
		require.Positive(t, owed, "the platform's balance does not have it")
		w.Balanced()

		w.TopsUp(10_000)
		w.Advance(8 * 24 * time.Hour)
		w.Settle()
		drawnA, freeA = sum(transfersOf(t, w, mill))
		drawnB, freeB = sum(transfersOf(t, w, kiln))
		require.EqualValues(t, 5000, drawnA+drawnB)
		require.EqualValues(t, 8100+900-5000, freeA+freeB)
		for _, of := range []*testkit.Seller{mill, kiln} {
			require.Equal(t, payout.ReleaseTransferred, releasesOf(t, w, of)[0].Status)
			require.Zero(t, balanceOf(t, w, of.ID).ReleasableMinor)
		}
		w.Balanced()
	})
}

// Both parts are released at once by many: together they still do not draw more
// than there is.
func TestTransfer_of_two_parts_at_once_draws_on_the_charge_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		o := promoted(t, w, mill, kiln)
		mill.Ships(o)
		kiln.Ships(o)
		w.Advance(hold)
		done := make(chan error, 6)
		for range cap(done) {
			go func() { done <- w.App.Payouts.Sweep(t.Context()) }()
		}
		for range cap(done) {
			require.NoError(t, <-done)
		}
		w.Settle()
		drawnA, _ := sum(transfersOf(t, w, mill))
		drawnB, _ := sum(transfersOf(t, w, kiln))
		require.EqualValues(t, 5000, drawnA+drawnB)
		w.Balanced()
	})
}

// What a bank abroad does not take stays, however long, and says so; with the
// next money it leaves.
func TestPayout_below_what_the_bank_takes_stays(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		crumb := mill.Product("Crumb", "1.00", 5)
		mill.Ships(w.Buyer("Alice").Buys(crumb.Times(1)))
		for range 8 { // 120 days: longer than money may lie elsewhere
			w.Advance(hold)
			w.Settle()
		}
		require.Empty(t, payoutsOf(t, w, mill))
		require.EqualValues(t, 90, balanceOf(t, w, mill.ID).AvailableMinor)
		outlook, err := w.App.Payouts.OutlooksOf(t.Context(), mill.Actor, nil)
		require.NoError(t, err)
		require.Equal(t, []payout.Block{payout.BlockBelowMinimum}, outlook[0].BlockedBy)
		require.Contains(t, outlook[0].Text(), "1.00")
		_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "k"})
		require.ErrorIs(t, err, payout.ErrPayoutMinimum)

		mill.Ships(w.Buyer("Bob").Buys(crumb.Times(1)))
		w.Advance(hold)
		w.Settle()
		w.Advance(25 * time.Hour)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1)
		require.EqualValues(t, 180, payoutsOf(t, w, mill)[0].AmountMinor)
		w.Balanced()
	}, testkit.Setting("PLATFORM_COUNTRY", "US"))
}
