package extract_test

import (
	"fmt"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const take = `mutation($input: ListExportCreateInput!) { listExportCreate(input: $input) { export { id kind filename } userErrors { code } } }`

// fetched asks for a file as somebody, and says what the server answers.
func fetched(t *testing.T, w *testkit.World, p *testkit.Person, exportID string) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+"/exports/"+exportID, http.NoBody)
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+string(p.Token))
	if p.ActAs != "" {
		r.Header.Set("Etal-Act-As", p.ActAs)
	}
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, string(text)
}

// Who may take away a list is who may read it and take lists away, when they ask and
// when they fetch, under the hat that they asked with.
func TestExports_of_lists_take_the_permission_of_the_list(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		mill.Product("Flour", "1.00", 1)
		all := map[string]any{}
		for _, list := range []string{"orders", "sellerOrders", "sellers", "products", "payouts", "transfers", "refunds", "ledgerEntries"} {
			all[list] = map[string]any{}
		}
		for name, c := range map[string]struct {
			by  *testkit.Person
			may []string
		}{
			"owner":             {mill.Person, []string{"sellerOrders", "products", "payouts", "transfers", "refunds", "ledgerEntries"}},
			"catalog":           {mill.Member("Cara", seller.RoleCatalog), []string{"products"}},
			"support":           {mill.Member("Sue", seller.RoleSupport), nil},
			"readonly":          {mill.Member("Rex", seller.RoleReadOnly), nil},
			"buyer":             {w.Buyer("Bob"), nil},
			"operator, support": {w.OperatorWith(identity.OperatorSupport), nil},
			"operator, finance": {w.OperatorWith(identity.OperatorFinance), []string{"orders", "sellerOrders", "sellers", "payouts", "transfers", "refunds", "ledgerEntries"}},
		} {
			var may []string
			for list := range all {
				answer := w.Asks(c.by, take, map[string]any{"input": map[string]any{list: map[string]any{}}})
				if len(answer.Errors) == 0 && answer.Data["listExportCreate"].(map[string]any)["export"] != nil {
					may = append(may, list)
				} else {
					require.Regexp(t, "FORBIDDEN|NOT_FOUND", fmt.Sprint(answer.Errors), "%s, %s", name, list)
				}
				w.Settle() // few files are made for one person at once
			}
			require.ElementsMatch(t, c.may, may, name)
		}
		require.Contains(t, fmt.Sprint(w.Asks(mill.Person, take, map[string]any{"input": all}).Data), "EXPORT_ONE_LIST")

		answer := w.Asks(mill.Person, take, map[string]any{"input": map[string]any{"products": map[string]any{}}})
		made := answer.Data["listExportCreate"].(map[string]any)["export"].(map[string]any)
		require.Equal(t, "PRODUCTS", made["kind"])
		require.Equal(t, "etal-products-2035-03-05.csv", made["filename"])
		w.Settle()
		exportID := made["id"].(string)
		asBuyer := *mill.Person
		asBuyer.ActAs = ""
		for _, p := range []*testkit.Person{kiln.Person, &asBuyer, w.Operator()} {
			status, _ := fetched(t, w, p, exportID)
			require.Equal(t, http.StatusNotFound, status)
		}
		status, body := fetched(t, w, mill.Person, exportID)
		require.Equal(t, http.StatusOK, status)
		require.Contains(t, body, "Flour")
		status, _ = fetched(t, w, mill.Person, exportID)
		require.Equal(t, http.StatusNotFound, status, "once")
	})
}
