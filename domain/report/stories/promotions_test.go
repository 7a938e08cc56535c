package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
)

// What the platform got back of discounts is what its account for them says, whatever became
// of refunds and disputes, and what was asked for as of an instant stays as it was.
func TestSales_promotions_are_what_was_booked(t *testing.T) {
	t.Parallel()
	eachTeahouse(t, func(t *testing.T, m *teahouse) {
		type noted struct {
			at   time.Time
			paid int64
		}
		var all []noted
		promotions := func(asOf *time.Time) int64 {
			t.Helper()
			list, err := m.App.Reports.Sales(t.Context(), span("2035-01-01", "2036-01-01"), asOf, page.First(10))
			require.NoError(t, err)
			require.Len(t, list.Nodes, 1)
			r := list.Nodes[0]
			require.Equal(t, r.KeptMinor()-r.Promotions().Minor, r.Margin().Minor)
			return r.Promotions().Minor
		}
		after := func(what string, want int64) {
			t.Helper()
			booked, err := ledger.AccountBalances(t.Context(), m.DB.Read(t.Context()), ledger.PlatformPromotions, nil)
			require.NoError(t, err)
			sum := int64(0)
			for _, b := range booked {
				sum += b.AmountMinor
			}
			require.Equal(t, want, sum, what)
			require.Equal(t, want, promotions(nil), what)
			m.Advance(time.Minute)
			all = append(all, noted{m.Clock.Now(), want})
			m.Advance(time.Minute)
		}
		half := m.sells()
		after("a sale", 600)
		given := m.givesHalf(half, refund.MethodBank)
		after("half of it given back", 300)
		m.cancels(given)
		after("that came to nothing", 600)

		at := disputed(t, m.World, m.sells())
		after("a dispute has given nothing back yet", 1200)
		decides(m.World, at, "lost")
		after("it is lost", 600)
		decides(m.World, at, "won")
		after("it is won after all", 1200)

		taken := m.sells()
		given = m.givesHalf(taken, refund.MethodBank)
		after("another half given back", 1500)
		m.RefundsAtStripe(m.Payment(taken.ID).ChargeID, taken.TotalMinor)
		m.Settle()
		after("all of it, at Stripe: no more than the other half remains", 1200)
		m.cancels(given)
		after("the half that came to nothing covers the rest of that", 1200)

		for _, n := range all {
			require.Equal(t, n.paid, promotions(&n.at), "as of %s", n.at)
		}
	})
}
