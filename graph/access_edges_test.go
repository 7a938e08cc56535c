package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/authz"
)

// depthMax is how many steps from a root field the walk goes along every edge.
const depthMax = 2

// TestAccess_edges walks from every root field along every edge of the schema
// under every hat, from what is the actor's own, and looks in each answer for
// what only others may know: their names, addresses, ids, orders, drafts,
// secrets. A type that the walk does not reach fails it.
func TestAccess_edges(t *testing.T) {
	t.Parallel()

	s, m := parsedSchema(t), newMarket(t)
	edges, asked := map[string]bool{}, 0
	ops := operations(m, s)
	// What leads to any kind of thing comes last, so that each edge is taken from the
	// field that shows the thing; lists before it, since far edges cost less from one thing.
	rank := func(o *operation) int {
		switch {
		case strings.HasPrefix(o.name, "Query.node"):
			return 2
		case strings.HasSuffix(o.field.Type.Name(), "Connection"):
			return 1
		}
		return 0
	}
	slices.SortStableFunc(ops, func(a, b *operation) int { return rank(a) - rank(b) })
	for _, op := range ops {
		if !strings.HasPrefix(op.name, "Query.") {
			continue
		}
		all := ways(s, s.Types[op.field.Type.Name()], nil, edges)
		for _, h := range walkers(m, op) {
			r := &trial{m: m, s: s, op: op, hat: h, opened: true}
			for _, key := range keysOf(op) {
				for _, way := range r.leading(key, all) {
					if r.requireSilence(key, way) {
						asked++
					}
				}
			}
		}
	}
	for _, d := range s.Types {
		if d.Kind != ast.Object || d.BuiltIn || d == s.Query || d == s.Mutation || onlyPayload(d) || followed(s, d) {
			continue
		}
		for _, f := range d.Fields {
			if !s.Types[f.Type.Name()].IsLeafType() && f.Name != "edges" && !strings.HasSuffix(d.Name, "Edge") {
				require.True(t, edges[d.Name+"."+f.Name], "no way leads along %s.%s", d.Name, f.Name)
			}
		}
	}
	t.Logf("%d edges, %d answers", len(edges), asked)
}

// leading are the ways that lead somewhere: from a node, those of the type that an id
// names, and what they all have.
func (r *trial) leading(key string, all []string) (found []string) {
	r.m.t.Helper()
	if r.s.Types[r.op.field.Type.Name()].Kind != ast.Interface {
		return all
	}
	head, rest, _ := strings.Cut(document(r.s, r.op), "{ r: ")
	call, _, _ := strings.Cut(rest, " {")
	named := r.callWith(head+"{ r: "+call+" { __typename } }", key).bytes
	for _, way := range all {
		typ, isOfType := strings.CutPrefix(way, "{ ... on ")
		typ, _, _ = strings.Cut(typ, " ")
		if !isOfType || strings.Contains(named, `"__typename":"`+typ+`"`) {
			found = append(found, way)
		}
	}
	return found
}

// walkers are those who may ask, without operators, who may know everything; an
// operator where nobody else may.
func walkers(m *market, op *operation) (found []*hat) {
	var admin *hat
	for _, h := range m.hats {
		if h.name == "operator:admin" {
			admin = h
		}
		if len(h.secrets) > 0 && op.opensTo(h) {
			found = append(found, h)
		}
	}
	if len(found) == 0 {
		return []*hat{admin}
	}
	return found
}

// followed are the types that subscriptions answer with. Each has one edge, which
// reads for whoever follows as the root field of a query does; package server tests
// who hears what.
func followed(s *ast.Schema, d *ast.Definition) bool {
	return d == s.Subscription || slices.ContainsFunc(s.Subscription.Fields, func(f *ast.FieldDefinition) bool { return f.Type.Name() == d.Name })
}

// onlyPayload are types that only mutations answer with.
func onlyPayload(d *ast.Definition) bool {
	return strings.HasSuffix(d.Name, "Payload") || slices.Contains([]string{
		"Session", "Upload", "UserError", "PasskeyCreation", "PasskeyCreationOptions", "PasskeyRequest", "PasskeyRequestOptions",
	}, d.Name)
}

func keysOf(op *operation) []string {
	keys := []string{}
	for _, p := range op.paths {
		for _, kind := range p.kinds {
			keys = append(keys, p.steps+":"+kind)
		}
	}
	if len(keys) == 0 {
		return []string{""}
	}
	return keys
}

// ways lists selections that lead from a type along each of its edges, one for
// each, with all scalars at its end.
func ways(s *ast.Schema, from *ast.Definition, passed []string, edges map[string]bool) []string {
	found := []string{selection(s, from, 0)}
	if from.IsLeafType() {
		return []string{""}
	}
	if from.Kind == ast.Interface {
		for _, possible := range s.GetPossibleTypes(from) {
			for _, way := range ways(s, possible, passed, edges) {
				found = append(found, fmt.Sprintf("{ ... on %s %s }", possible.Name, way))
			}
		}
		return found
	}
	for _, f := range from.Fields {
		next := s.Types[f.Type.Name()]
		if strings.HasPrefix(f.Name, "__") || next.IsLeafType() || f.Name == "edges" || slices.Contains(passed, next.Name) || f.Name == "pageInfo" && len(passed) > 1 {
			continue
		}
		if len(passed) >= depthMax && edges[from.Name+"."+f.Name] {
			continue // deeper only along what no shorter way has taken
		}
		edges[from.Name+"."+f.Name] = true
		args := ""
		if f.Arguments.ForName("first") != nil {
			args = "(first: 3)"
		}
		for _, way := range ways(s, next, append(slices.Clone(passed), from.Name), edges) {
			found = append(found, fmt.Sprintf("{ %s%s %s }", f.Name, args, way))
		}
	}
	return found
}

// requireSilence asks along a way and fails when the answer says what is not the
// hat's to know. It reports whether there was an answer: a way through so many lists that
// it costs too much is nobody's to go.
func (r *trial) requireSilence(key, way string) bool {
	r.m.t.Helper()
	doc := document(r.s, r.op)
	head, rest, _ := strings.Cut(doc, "{ r: ")
	call, _, _ := strings.Cut(strings.TrimSuffix(rest, "}"), " {") // a number has no fields
	doc = head + "{ r: " + call + " " + way + " }"
	a := r.callWith(doc, key)
	if strings.Contains(a.outcome, "COST_LIMIT") {
		return false
	}
	for _, refusal := range []string{"VALIDATION", "PARSE", "TOO_LARGE", "INTERNAL"} {
		require.NotContains(r.m.t, a.outcome, refusal, doc)
	}
	for _, secret := range r.hat.secrets {
		if secret != "" && strings.Contains(a.bytes, secret) {
			require.Fail(r.m.t, "a secret is told", "%s learns %q by %s: %s", r.hat.name, secret, doc, a.bytes)
		}
	}
	return true
}

// TestAccess_what_the_platform_keeps: commission and net are the seller's and
// operators' to see, the secret of a payment its buyer's alone.
func TestAccess_what_the_platform_keeps(t *testing.T) {
	t.Parallel()

	m := newMarket(t)
	const part = `{ sellerOrder(id: "%s") { commission { amountMinor } net { amountMinor } lines { commission { amountMinor } } } }`
	const whole = `{ order(id: "%s") { payment { clientSecret } sellerOrders { commission { amountMinor } net { amountMinor } lines { commission { amountMinor } } } } }`
	for _, h := range m.hats {
		if h.person == nil || h.person == m.loom.Person {
			continue
		}
		if authz.Can(h.actor(), authz.SellerOrderRead) {
			a := m.send(h.person, fmt.Sprintf(strings.Replace(part, "sellerOrder(", "r: sellerOrder(", 1), h.own["sellerOrder"]), nil)
			require.Equal(t, 3, strings.Count(a.bytes, "amountMinor"), "%s: %s", h.name, a.bytes)
		}
		if !authz.Can(h.actor(), authz.OrderRead) {
			continue
		}
		id := h.own["unpaid"]
		a := m.send(h.person, fmt.Sprintf(strings.Replace(whole, "order(", "r: order(", 1), id), nil)
		require.Equal(t, "OK", a.outcome, h.name)
		if h.actor().IsOperator() {
			require.NotContains(t, a.bytes, h.own["secret"], h.name)
			require.Contains(t, a.bytes, "amountMinor", h.name)
			continue
		}
		require.Contains(t, a.bytes, h.own["secret"], "%s: %s", h.name, a.bytes)
		require.NotContains(t, a.bytes, "amountMinor", "%s sees what the platform keeps: %s", h.name, a.bytes)
	}
}
