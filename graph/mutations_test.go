package graph_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/testkit"
)

// What a mutation has changed is read anew by those after it in the same request.
func TestMutations_of_one_request_show_what_they_have_changed(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		offer := mill.Product("Tea", "1.00", 5).Offer
		price := func(amount string) map[string]any {
			return map[string]any{"id": offer, "price": map[string]any{"amount": amount, "currencyCode": "EUR"}}
		}
		answer := w.Asks(mill.Person, `mutation($a: OfferUpdateInput!, $b: OfferUpdateInput!) { a: offerUpdate(input: $a) { ...P } b: offerUpdate(input: $b) { ...P } }
			fragment P on OfferUpdatePayload { offer { variant { offers { price { amount } } } } userErrors { code } }`,
			map[string]any{"a": price("2.00"), "b": price("3.00")})
		require.Empty(t, answer.Errors)
		for alias, want := range map[string]string{"a": "2.00", "b": "3.00"} {
			variant := answer.Data[alias].(map[string]any)["offer"].(map[string]any)["variant"].(map[string]any)
			shown := variant["offers"].([]any)[0].(map[string]any)["price"].(map[string]any)["amount"]
			require.Equal(t, want, shown, "%s shows what was before", alias)
		}
	})
}
