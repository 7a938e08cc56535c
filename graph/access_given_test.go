package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/internal/testkit"
)

// Lines of somebody else are none: neither of another seller's part of the same order,
// nor of another order of one's own, and nothing is sent.
func TestAccess_a_parcel_holds_no_line_of_another_order(t *testing.T) {
	t.Parallel()
	m := newMarket(t)
	const ship = `mutation($input: SellerOrderShipInput!) { r: sellerOrderShip(input: $input) { sellerOrder { id } userErrors { code message field } } }`
	bought, own := m.alice.Buys(m.tea.Times(1), m.bowl.Times(1)), m.alice.Buys(m.tea.Times(1))
	var part, theirs *order.SellerOrder
	for _, p := range bought.SellerOrders {
		if p.SellerID == m.mill.ID {
			part = p
		} else {
			theirs = p
		}
	}
	asks := func(line string) answer {
		return m.send(m.mill.Person, ship, map[string]any{"input": map[string]any{
			"sellerOrderId": part.ID, "lines": []any{map[string]any{"lineId": line, "quantity": 1}},
		}})
	}
	shipping := &operation{name: "Mutation.sellerOrderShip"}
	before := m.fingerprint(shipping)
	nothing := asks(m.random("lin"))
	require.Contains(t, nothing.outcome, "userError:")
	for name, line := range map[string]order.LineID{
		"another seller's": theirs.Lines[0].ID, "another order's": own.SellerOrders[0].Lines[0].ID,
	} {
		require.Equal(t, nothing.bytes, asks(string(line)).bytes, name)
	}
	require.Equal(t, before, m.fingerprint(shipping))
	require.Equal(t, "OK", asks(string(part.Lines[0].ID)).outcome)
}

// Every filter of a file that names something answers to a member for what is somebody
// else's as for what is not there, and holds as many rows: none.
func TestAccess_files_of_lists_hold_nothing_of_others(t *testing.T) {
	t.Parallel()
	s, m := parsedSchema(t), newMarket(t)
	foreign := map[string]string{"sellerId": string(m.kiln.ID), "orderId": string(m.bob.Buys(m.bowl.Times(1)).ID)}
	cases := 0
	for _, list := range s.Types["ListExportCreateInput"].Fields {
		for _, f := range s.Types[list.Type.Name()].Fields {
			if f.Type.Name() != "ID" {
				continue
			}
			require.NotEmpty(t, foreign[f.Name], "say what is somebody else's for %s of %s", f.Name, list.Name)
			for _, who := range []*testkit.Person{m.mill.Person, m.alice, m.bob} {
				random := m.listed(who, list, f.Name, m.random(map[string]string{"sellerId": "sel", "orderId": "ord"}[f.Name]))
				require.Equal(t, random, m.listed(who, list, f.Name, foreign[f.Name]), "%s of %s as %s", f.Name, list.Name, who.Name)
				cases++
			}
		}
	}
	require.GreaterOrEqual(t, cases, 15)
}

// listed has a file made of a list that one thing narrows, and says what came of it.
func (m *market) listed(who *testkit.Person, list *ast.FieldDefinition, field, value string) string {
	m.t.Helper()
	const take = `mutation($input: ListExportCreateInput!) { r: listExportCreate(input: $input) { export { id } userErrors { code } } }`
	a := m.send(who, take, map[string]any{"input": map[string]any{list.Name: map[string]any{field: value}}})
	if a.outcome != "OK" {
		return a.outcome
	}
	var made struct {
		Data struct {
			R struct{ Export struct{ ID string } }
		}
	}
	require.NoError(m.t, json.Unmarshal([]byte(a.bytes), &made))
	m.Settle()
	var rows int64
	err := m.DB.Read(m.t.Context()).NewRaw("SELECT done FROM exports WHERE id = ?", made.Data.R.Export.ID).Scan(m.t.Context(), &rows)
	require.NoError(m.t, err)
	return fmt.Sprint("OK, rows: ", rows)
}

// What operators write for each other is reached by nobody else, by no document: neither
// by ids nor by what leads to the seller or the order.
func TestAccess_notes_are_seen_by_operators_only(t *testing.T) {
	t.Parallel()
	m := newMarket(t)
	bought := m.alice.Buys(m.tea.Times(1))
	for _, subject := range []string{string(m.mill.ID), string(bought.ID)} {
		a := m.send(m.olga, `mutation($input: NoteAddInput!) { r: noteAdd(input: $input) { userErrors { code } } }`, map[string]any{
			"input": map[string]any{"subject": subject, "text": "Notecanary."},
		})
		require.Equal(t, "OK", a.outcome)
	}
	const read = `query($subject: ID!) { r: notes(subject: $subject) { nodes { text isOwn author { name } } totalCount } }`
	viewing := m.olga.Wearing(m.olga.Views(m.mill))
	for name, who := range map[string]*testkit.Person{
		"the owner": m.mill.Person, "another seller": m.kiln.Person, "the buyer": m.alice, "a guest": m.gina, "nobody": nil, "who views as the seller": viewing,
	} {
		for _, subject := range []string{string(m.mill.ID), string(bought.ID)} {
			a := m.send(who, read, map[string]any{"subject": subject})
			require.Contains(t, []string{"FORBIDDEN", "UNAUTHENTICATED"}, a.outcome, name)
			require.NotContains(t, a.bytes, "Notecanary", name)
		}
	}
	found, err := m.App.Audit.Find(t.Context(), m.mill.Actor, audit.Filter{}, page.First(100))
	require.NoError(t, err)
	for _, e := range found.Nodes {
		require.NotContains(t, e.Kind, "note.", "the log of a seller does not say that somebody has written about them")
	}
	a := m.send(m.olga, read, map[string]any{"subject": string(m.mill.ID)})
	require.Contains(t, a.bytes, "Notecanary")
}
