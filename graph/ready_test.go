package graph_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	readyFolder   = "../docs/api/operations"
	readyManifest = "../clients/typescript/src/gql/persisted-documents.json"
)

// ready is a document of docs/api/operations as it is registered.
type ready struct {
	id   string
	text string
	role string // its folder: admin, buyer, seller or operator
	op   *ast.OperationDefinition
}

// roots are the root fields that it asks for.
func (d *ready) roots() (fields []*ast.Field) {
	for _, s := range d.op.SelectionSet {
		if f, ok := s.(*ast.Field); ok {
			fields = append(fields, f)
		}
	}
	return fields
}

// place is the name of a root field with its root, such as Query.node.
func (d *ready) place(f *ast.Field) string {
	return strings.ToUpper(string(d.op.Operation[:1])) + string(d.op.Operation[1:]) + "." + f.Name
}

// readyDocuments reads the manifest, and finds the folder of each document.
func readyDocuments(t *testing.T, s *ast.Schema) (found []*ready) {
	t.Helper()
	roles := map[string]string{}
	files, err := filepath.Glob(readyFolder + "/*/*.graphql")
	require.NoError(t, err)
	for _, file := range files {
		role := filepath.Base(filepath.Dir(file))
		if role == "examples" {
			continue
		}
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := parser.ParseQuery(&ast.Source{Input: string(text)})
		require.NoError(t, err, file)
		for _, op := range doc.Operations {
			require.NotContains(t, roles, op.Name, "two documents have this name")
			roles[op.Name] = role
		}
	}
	manifest, err := os.ReadFile(readyManifest)
	require.NoError(t, err)
	documents, err := graph.ReadDocuments(manifest)
	require.NoError(t, err)
	for id, text := range documents {
		doc, errs := gqlparser.LoadQueryWithRules(s, text, rules.NewDefaultRules())
		require.Empty(t, errs, text)
		require.Len(t, doc.Operations, 1)
		d := &ready{id: id, text: text, op: doc.Operations[0], role: roles[doc.Operations[0].Name]}
		require.NotEmpty(t, d.role, "%s is registered and is in no file: npm run codegen in clients/typescript", d.op.Name)
		found = append(found, d)
	}
	require.Len(t, found, len(roles), "a document is in a file and is not registered: npm run codegen in clients/typescript")
	slices.SortFunc(found, func(a, b *ready) int { return strings.Compare(a.op.Name, b.op.Name) })
	return found
}

// Every root field is in a ready document, so that whoever builds a screen finds
// how it is asked for.
func TestReady_documents_cover_the_schema(t *testing.T) {
	t.Parallel()
	s, used := parsedSchema(t), map[string]bool{}
	for _, d := range readyDocuments(t, s) {
		for _, f := range d.roots() {
			used[d.place(f)] = true
		}
	}
	var missing []string
	for _, root := range []*ast.Definition{s.Query, s.Mutation, s.Subscription} {
		for _, f := range root.Fields {
			if !strings.HasPrefix(f.Name, "__") && !used[root.Name+"."+f.Name] {
				missing = append(missing, root.Name+"."+f.Name)
			}
		}
	}
	require.Empty(t, missing, "write documents with them below docs/api/operations, and run npm run codegen in clients/typescript")
}

// Every ready document is asked for by its id, as whoever it is for, in a market
// where there is something to answer. An answer must have no errors, no errors of
// the user, and no empty list where it begins.
func TestReady_documents_run(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m, s := marketIn(t, w), parsedSchema(t)
		all := m.operationsOf(s)
		documents := readyDocuments(t, s)
		slices.SortStableFunc(documents, func(a, b *ready) int { return stage(a) - stage(b) })
		var failed []string
		for _, d := range documents {
			m.forgetAttempts()
			if why := m.runs(d, all, s); why != "" {
				failed = append(failed, d.role+"/"+d.op.Name+": "+why)
			}
		}
		require.Empty(t, failed, "%d of %d documents:\n%s", len(failed), len(documents), strings.Join(failed, "\n"))
		t.Logf("%d documents", len(documents))
	}, testkit.Setting("PLATFORM_LEGAL_NAME", "Étal GmbH"), testkit.Setting("PLATFORM_ADDRESS", "Quay 1, Hamburg"), testkit.Setting("PLATFORM_COUNTRY", "DE"))
}

// operationsOf are the operations of a schema, by their names.
func (m *market) operationsOf(s *ast.Schema) map[string]*operation {
	all := map[string]*operation{}
	for _, o := range operations(m, s) {
		all[o.name] = o
	}
	return all
}

// stage puts reading before writing, and what lets time pass or changes the market
// for everybody at the end.
func stage(d *ready) int {
	if last()[d.op.Name] {
		return 4
	}
	for _, f := range d.roots() {
		if late()[f.Name] {
			return 3
		}
	}
	return map[ast.Operation]int{ast.Query: 0, ast.Subscription: 1, ast.Mutation: 2}[d.op.Operation]
}

// wearers are the hats that may send a document, the likeliest first.
func (m *market) wearers(role string) (found []*hat) {
	names := map[string][]string{
		"buyer": {"buyer", "anonymous"}, "seller": {"seller:owner"}, "operator": {"operator:admin"},
		"admin": {"operator:admin", "seller:owner", "buyer", "anonymous"},
	}[role]
	for _, name := range names {
		found = append(found, m.hats[slices.IndexFunc(m.hats, func(h *hat) bool { return h.name == name })])
	}
	return found
}

// runs sends a document and says what was wrong with the answers; nothing when one
// was as it should be.
func (m *market) runs(d *ready, all map[string]*operation, s *ast.Schema) string {
	m.t.Helper()
	_, why := m.works(d, all, s)
	return why
}

// asking is a document with who sends it and with what.
type asking struct {
	d         *ready
	who       *testkit.Person
	hat       *hat // whose things the variables name; nil: special makes them
	variables map[string]any
	whole     bool // the variables that need not be given are given
	special   given
}

// works sends a document as runs does, and says besides how it was sent.
func (m *market) works(d *ready, all map[string]*operation, s *ast.Schema) (a asking, why string) {
	m.t.Helper()
	special, ok := m.givens()[d.op.Name]
	if !ok {
		special, ok = m.givens()[d.roots()[0].Name]
	}
	if ok {
		who, variables := special()
		return asking{d: d, who: who, variables: variables, special: special}, m.wrong(d, who, variables)
	}
	var whys []string
	for _, h := range m.wearers(d.role) {
		opens := true
		for _, f := range d.roots() {
			opens = opens && all[d.place(f)].opensTo(h)
		}
		if !opens {
			continue
		}
		for _, everything := range []bool{false, true} {
			who, variables := m.asks(d, h, all, s, everything)
			why := m.wrong(d, who, variables)
			if why == "" {
				return asking{d, who, h, variables, everything, nil}, ""
			}
			whys = append(whys, h.name+": "+why)
		}
	}
	return asking{}, strings.Join(append(whys, "nobody else may"), "; ")
}

// asks gives the variables of a document what the access test gives the arguments:
// those that are required, or everything.
func (m *market) asks(d *ready, h *hat, all map[string]*operation, s *ast.Schema, everything bool) (*testkit.Person, map[string]any) {
	m.t.Helper()
	who, variables := h.person, map[string]any{}
	for _, f := range d.roots() {
		o := all[d.place(f)]
		person, own := m.prepare(o.name, h)
		who = person
		r := &trial{m: m, s: s, op: o, hat: h}
		given := r.variables(own, "", "")
		for _, a := range f.Arguments {
			if a.Value.Kind != ast.Variable {
				continue
			}
			v := d.op.VariableDefinitions.ForName(a.Value.Raw)
			if value, ok := given[a.Name]; ok && (everything || v.Type.NonNull) {
				variables[v.Variable] = value
			} else if v.Type.NonNull {
				variables[v.Variable] = map[string]any{}
			}
		}
	}
	return who, variables
}

// wrong says what is wrong with the answer to a document.
func (m *market) wrong(d *ready, who *testkit.Person, variables map[string]any) string {
	m.t.Helper()
	if d.op.Operation == ast.Subscription {
		return m.hears(d, who, variables)
	}
	text, err := answerTo(m.sending(d, who, variables))
	require.NoError(m.t, err)
	var read struct {
		Data   map[string]json.RawMessage
		Errors []any
	}
	require.NoError(m.t, json.Unmarshal(text, &read), string(text))
	if len(read.Errors) > 0 {
		return fmt.Sprintf("%.300s", text)
	}
	for _, f := range d.roots() {
		if _, asked := read.Data[f.Alias]; !asked && f.Directives.ForName("include") != nil {
			continue // the variables leave it out
		}
		inner := fmt.Sprintf(`{"data":{"r":%s}}`, read.Data[f.Alias])
		if outcome := outcomeOf(m.t, []byte(inner)); outcome != "OK" {
			return outcome + fmt.Sprintf(" %.200s", read.Data[f.Alias])
		}
	}
	return ""
}

// hears opens a subscription and lets something happen.
func (m *market) hears(d *ready, who *testkit.Person, variables map[string]any) string {
	m.t.Helper()
	if a := m.follow(who, d.text, variables); a.outcome != opened {
		return a.outcome
	}
	stream := m.Follows(who, d.text, variables)
	defer stream.Close()
	stream.Opened()
	field := d.roots()[0].Name
	happens, ok := m.happenings()[field]
	if !ok {
		return "say in happenings() what makes " + field + " tell something"
	}
	happens(variables)
	e := stream.Next()
	if e.Name != "next" || len(e.Errors) > 0 || e.Data[field] == nil {
		return fmt.Sprintf("%+v", e)
	}
	return ""
}

// Whoever may send a document may also be allowed by its lock: a document of a
// folder that its hats do not open is in the wrong one.
func TestReady_documents_stand_where_their_readers_look(t *testing.T) {
	t.Parallel()
	s := parsedSchema(t)
	opens := map[string]actor.Role{"buyer": actor.Buyer, "seller": seller.RoleOwner.Role(), "operator": identity.OperatorAdmin.Role()}
	for _, d := range readyDocuments(t, s) {
		role, ok := opens[d.role]
		if !ok {
			continue
		}
		for _, f := range d.roots() {
			if can := f.Definition.Directives.ForName("can"); can != nil {
				lock := authz.Permission(can.Arguments.ForName("do").Value.Raw)
				require.Contains(t, authz.Of(role), lock, "%s needs %s, which %s has not", d.op.Name, lock, role)
			}
		}
	}
}
