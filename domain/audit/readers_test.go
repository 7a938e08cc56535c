package audit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// TestLog_readers: of a seller's members only owners and managers read the log, and
// of the log only what is about their seller; of operators administrators and
// auditors read all of it.
func TestLog_readers(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		manager, stranger := mill.Member("Mara", seller.RoleManager), kiln.Member("Kim", seller.RoleManager)
		w.Settle()
		const query = `query($of: ID) { auditEntries(filter: {sellerId: $of}, first: 100) { nodes { kind seller { id } actor { id } } } }`
		read := func(p *testkit.Person, of *seller.ID) ([]any, string) {
			var named any // null unless a seller is asked for
			if of != nil {
				named = string(*of)
			}
			answer := w.Asks(p, query, map[string]any{"of": named})
			if len(answer.Errors) > 0 {
				return nil, answer.Errors[0]["extensions"].(map[string]any)["code"].(string)
			}
			list, _ := answer.Data["auditEntries"].(map[string]any)
			nodes, _ := list["nodes"].([]any)
			return nodes, ""
		}
		sellers := func(nodes []any) map[string]int {
			of := map[string]int{}
			for _, n := range nodes {
				about, _ := n.(map[string]any)["seller"].(map[string]any)
				name, _ := about["id"].(string)
				of[name]++
			}
			return of
		}

		for name, p := range map[string]*testkit.Person{"owner": mill.Person, "manager": manager} {
			nodes, refused := read(p, nil)
			require.Empty(t, refused, name)
			require.Equal(t, []string{string(mill.ID)}, keysOf(sellers(nodes)), "%s: Mill's own, and nothing else", name)
			named, refused := read(p, &mill.ID)
			require.Empty(t, refused, name)
			require.Len(t, named, len(nodes), name)
			nodes, _ = read(p, &kiln.ID)
			require.Empty(t, nodes, "%s: not another seller's, by whatever name", name)
		}
		nodes, _ := read(stranger, nil)
		require.Equal(t, []string{string(kiln.ID)}, keysOf(sellers(nodes)))

		for _, role := range []seller.Role{seller.RoleCatalog, seller.RoleFulfilment, seller.RoleFinance, seller.RoleSupport, seller.RoleReadOnly} {
			nodes, refused := read(mill.Member("Max", role), nil)
			require.Equal(t, "FORBIDDEN", refused, role)
			require.Empty(t, nodes)
		}
		_, refused := read(w.Buyer("Alice"), &mill.ID)
		require.Equal(t, "FORBIDDEN", refused)
		_, refused = read(nil, &mill.ID)
		require.Equal(t, "UNAUTHENTICATED", refused)

		for _, role := range []identity.OperatorRole{identity.OperatorAdmin, identity.OperatorAuditor} {
			nodes, refused := read(w.OperatorWith(role), nil)
			require.Empty(t, refused, role)
			of := sellers(nodes)
			require.Positive(t, of[string(mill.ID)], role)
			require.Positive(t, of[string(kiln.ID)], role)
		}
		for _, role := range []identity.OperatorRole{identity.OperatorFinance, identity.OperatorSupport, identity.OperatorModerator} {
			_, refused := read(w.OperatorWith(role), nil)
			require.Equal(t, "FORBIDDEN", refused, role)
		}

		removed, err := w.App.Sellers.MembershipOf(t.Context(), manager.Account, mill.ID)
		require.NoError(t, err)
		_, err = w.App.Sellers.Remove(t.Context(), mill.Actor, seller.MemberInput{MemberID: removed.ID})
		require.NoError(t, err)
		nodes, refused = read(manager, nil)
		require.NotEmpty(t, refused, "whoever was removed reads nothing with the next request")
		require.Empty(t, nodes)
	})
}

func keysOf(m map[string]int) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}
