package notification_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// Each seller is told by the number of their own part, and nobody by that of another.
func TestRefund_taken_names_the_part_of_the_seller(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga := w.Seller("Mill"), w.Seller("Kiln"), w.Operator()
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "12.50", 10).Times(1), kiln.Product("Bowl", "20", 10).Times(1))
		whole := true
		_, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{
			OrderID: id.Any(o.ID), IsEverything: &whole, Reason: refund.ReasonDamaged, IdempotencyKey: "one",
		})
		require.NoError(t, err)
		w.Settle()
		owners := map[string]string{}
		for _, s := range []*testkit.Seller{mill, kiln} {
			owners[string(s.ID)] = s.Email
		}
		for _, part := range o.SellerOrders {
			require.Contains(t, told(w, owners[string(part.SellerID)]), "A buyer gets money back for order "+part.Number)
		}
	})
}
