package graph

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
)

const variantPage = `query($id: ID!, $filter: VariantFilter, $first: Int, $after: String) { product(id: $id) { variantCount variants { id }
	options { name values valueCount }
	variantsConnection(filter: $filter, first: $first, after: $after) { nodes { id title offers { id sku isInStock } } pageInfo { hasNextPage endCursor } } } }`

func sizesOf(from, n int) (list []any) {
	for i := range n {
		list = append(list, map[string]any{"optionValues": []string{fmt.Sprintf("Size %d", from+i)}, "offer": map[string]any{
			"sku": fmt.Sprintf("S-%d", from+i), "quantity": 5, "price": map[string]any{"amount": "12.50", "currencyCode": "EUR"},
		}})
	}
	return list
}

func TestVariants_are_added_and_changed_a_hundred_at_a_time(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	admin := a.operator(identity.OperatorAdmin)
	owner, other := a.mill(admin, "alice", "Mill"), a.mill(admin, "bob", "Kiln")
	in := map[string]any{"title": "Wide", "status": "ACTIVE", "optionNames": []string{"Size"}, "variants": sizesOf(0, 251)}
	r := a.do(owner, createProduct, map[string]any{"in": in})
	require.Equal(t, "TOO_MANY", r.at("productCreate.userErrors.0.code"), "no more in one request")
	in["variants"] = sizesOf(0, 250)
	const create = `mutation($in: ProductCreateInput!) { productCreate(input: $in) { product { id } userErrors { code } } }`
	product := a.do(owner, create, map[string]any{"in": in}).at("productCreate.product.id").(string)

	const add = `mutation($in: VariantsCreateInput!) { variantsCreate(input: $in) { variants { id position } userErrors { code field } } }`
	r = a.do(owner, add, map[string]any{"in": map[string]any{"productId": product, "variants": sizesOf(250, 101)}})
	require.Equal(t, []any{"input", "variants"}, r.at("variantsCreate.userErrors.0.field"))
	r = a.do(owner, add, map[string]any{"in": map[string]any{"productId": product, "variants": append(sizesOf(250, 2), sizesOf(7, 1)...)}})
	require.Nil(t, r.at("variantsCreate.variants"))
	require.Equal(t, []any{"input", "variants", "2", "offer", "sku"}, r.at("variantsCreate.userErrors.0.field"))
	r = a.do(owner, add, map[string]any{"in": map[string]any{"productId": product, "variants": sizesOf(250, 100)}})
	require.InDelta(t, 251, r.at("variantsCreate.variants.0.position"), 0)

	page := func(w who, variables map[string]any) reply {
		variables["id"] = product
		r := a.do(w, variantPage, variables)
		require.Empty(t, r.Errors)
		return r
	}
	r = page(owner, map[string]any{"first": 100})
	require.InDelta(t, 350, r.at("product.variantCount"), 0)
	require.Len(t, r.at("product.variants"), 250, "the first of them")
	require.InDelta(t, 350, r.at("product.options.0.valueCount"), 0)
	require.Len(t, r.at("product.options.0.values"), 250)
	require.Len(t, r.at("product.variantsConnection.nodes"), 100)
	var offers []any
	for _, node := range r.at("product.variantsConnection.nodes").([]any) {
		offers = append(offers, node.(map[string]any)["offers"].([]any)[0].(map[string]any)["id"])
	}
	r = page(owner, map[string]any{"filter": map[string]any{"text": "s-34"}})
	require.Len(t, r.at("product.variantsConnection.nodes"), 11)
	r = page(other, map[string]any{"filter": map[string]any{"text": "s-34"}})
	require.Empty(t, r.at("product.variantsConnection.nodes"), "a stranger finds no SKU")
	r = page(who{}, map[string]any{"filter": map[string]any{"options": []any{map[string]any{"name": "Size", "value": "Size 349"}}}})
	require.Equal(t, "Size 349", r.at("product.variantsConnection.nodes.0.title"))
	require.Equal(t, codeBadUserInput, a.do(who{}, variantPage, map[string]any{"id": product, "first": 101}).code())

	var changes, corrections []any
	for _, id := range offers {
		changes = append(changes, map[string]any{"id": id, "price": map[string]any{"amount": "9.00", "currencyCode": "EUR"}})
		corrections = append(corrections, map[string]any{"offerId": id, "delta": -5})
	}
	r = a.do(owner, `mutation($in: OffersUpdateInput!) { offersUpdate(input: $in) { offers { id price { amount } } userErrors { code } } }`, map[string]any{"in": map[string]any{"offers": changes}})
	require.Equal(t, "9.00", r.at("offersUpdate.offers.99.price.amount"))
	const adjust = `mutation($in: StocksAdjustInput!) { stocksAdjust(input: $in) { stocks { onHand } userErrors { code field } } }`
	r = a.do(owner, adjust, map[string]any{"in": map[string]any{"corrections": corrections}})
	require.InDelta(t, 0, r.at("stocksAdjust.stocks.99.onHand"), 0)
	corrections[99].(map[string]any)["delta"], corrections[0].(map[string]any)["delta"] = -1, 3
	r = a.do(owner, adjust, map[string]any{"in": map[string]any{"corrections": append(corrections[:1:1], corrections[99])}})
	require.Equal(t, []any{"input", "corrections", "1", "delta"}, r.at("stocksAdjust.userErrors.0.field"))
	r = page(owner, map[string]any{"first": 1})
	require.Equal(t, false, r.at("product.variantsConnection.nodes.0.offers.0.isInStock"), "nothing of it was done")
}
