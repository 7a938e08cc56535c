package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/internal/testkit"
)

var (
	accessOnly = flag.String("access.only", "", "of which operations TestAccess makes calls: a regular expression, such as ^Subscription; all when empty")
	// gave is in the line of an operation that has succeeded.
	gave = regexp.MustCompile(`(own|call)=(OK|OPEN)`)
)

// parsedSchema is the schema as its golden file has it, which another test
// holds to what is served.
func parsedSchema(t *testing.T) *ast.Schema {
	t.Helper()
	text, err := os.ReadFile("schema.graphql")
	require.NoError(t, err)
	s, err := gqlparser.LoadSchema(&ast.Source{Input: string(text)})
	require.NoError(t, err)
	return s
}

// answer is what came back, in one word, and byte for byte.
type answer struct {
	outcome string
	bytes   string
}

// trial is one operation under one hat.
type trial struct {
	m      *market
	s      *ast.Schema
	op     *operation
	hat    *hat
	opened bool // the role may
	cases  int
	saw    []string // lines of the golden file
}

// TestAccess calls every root field of the schema under every hat, with ids of
// one's own, of somebody else, of nobody, and of every other kind of thing.
//
//   - a role that lacks the permission is refused, whatever it names;
//   - what is somebody else's answers as what does not exist does, byte for byte;
//   - so does an id of another kind;
//   - what is one's own is there;
//   - whatever was refused has changed nothing in the database.
//
// Subscriptions are opened as event streams: whoever may follow hears from where
// on, and whoever may not is told what a query would tell.
//
// The golden file is the table of what each hat gets. A root field that takes
// ids or input has no case until kinds() and inputs() say what they are.
func TestAccess(t *testing.T) {
	t.Parallel()

	s, m := parsedSchema(t), newMarket(t)
	cases, succeeded, saw := 0, map[string]bool{}, table{}
	all := operations(m, s)
	// What ends sessions and closes carts comes after what reads them.
	slices.SortStableFunc(all, func(a, b *operation) int { return strings.Compare(b.name[:1], a.name[:1]) })
	for _, op := range chosen(t, all) {
		m.forgetAttempts()
		for _, h := range m.hats {
			r := &trial{m: m, s: s, op: op, hat: h, opened: op.opensTo(h)}
			r.run()
			cases += r.cases
			for _, line := range r.saw {
				saw.add(line)
				succeeded[op.name] = succeeded[op.name] || byLink(s, op) || gave.MatchString(line)
			}
		}
		require.True(t, succeeded[op.name] || elsewhere()[op.name] != "" || strings.HasPrefix(op.name, "Query."), "%s succeeds for nobody: its case is wrong", op.name)
	}
	t.Logf("%d cases: %d operations, %d hats", cases, len(saw), len(m.hats))
	was := goldenTable(t)
	if flag.Lookup("update").Value.String() == "true" {
		require.NoError(t, os.WriteFile("testdata/access.golden", []byte(was.text(all, saw)), 0o644))
		was = goldenTable(t)
	}
	require.Equal(t, was.text(all, nil), was.text(all, saw), "who gets what has changed; when that is meant: go test ./graph -run TestAccess$ -update")
	golden, err := os.ReadFile("testdata/access.golden")
	require.NoError(t, err)
	require.Equal(t, was.text(all, nil), string(golden), "the golden file has lines of operations that are gone, or another order")
}

// opensTo reports whether a hat gets past the door of an operation. Who views
// as a seller changes nothing, not even what is public.
func (o *operation) opensTo(h *hat) bool {
	switch {
	case h.actor().IsViewing() && strings.HasPrefix(o.name, "Mutation."):
		return false
	case o.lock != "":
		return authz.Can(h.actor(), authz.Permission(o.lock))
	case h.actor().KeyID != "": // programs read what is public, and do nothing that has no lock
		return strings.HasPrefix(o.name, "Query.") && o.field.Directives.ForName("person") == nil
	}
	return true
}

// run makes the calls that must be refused first, and those that may change
// something last.
func (r *trial) run() {
	r.m.t.Helper()
	before := r.m.fingerprint(r.op)
	lines := map[string]map[string]string{}
	keys := []string{""}
	if len(r.op.paths) > 0 {
		keys = nil
	}
	for _, p := range r.op.paths {
		for _, kind := range p.kinds {
			key := p.steps + ":" + kind
			keys = append(keys, key)
			lines[key] = r.refused(p, kind)
		}
	}
	if !r.opened {
		for _, key := range keys {
			lines[key] = r.noted(lines[key], r.word(key), r.call(r.hat.person, r.hat.own, key, ""))
		}
	}
	require.Equal(r.m.t, before, r.m.fingerprint(r.op), "%s as %s was refused and has changed something", r.op.name, r.hat.name)
	for _, key := range keys {
		if r.opened {
			who, own := r.m.prepare(r.op.name, r.hat)
			a := r.call(who, own, key, "")
			lines[key] = r.noted(lines[key], r.word(key), a)
			r.requireOwn(key, a)
		}
		line := []string{}
		for _, word := range []string{"call", "own", "foreign", "random", "other"} {
			if outcome, ok := lines[key][word]; ok {
				line = append(line, word+"="+outcome)
			}
		}
		place := r.op.name
		if key != "" {
			place += "(" + key + ")"
		}
		r.saw = append(r.saw, fmt.Sprintf("%-56s %-28s %s", place, r.hat.name, strings.Join(line, " ")))
	}
}

func (*trial) word(key string) string {
	if key == "" {
		return "call"
	}
	return "own"
}

func (*trial) noted(in map[string]string, word string, a answer) map[string]string {
	if in == nil {
		in = map[string]string{}
	}
	in[word] = a.outcome
	return in
}

// refused calls with what is not the actor's, and compares.
func (r *trial) refused(p path, kind string) map[string]string {
	r.m.t.Helper()
	t, key := r.m.t, p.steps+":"+kind
	where := fmt.Sprintf("%s(%s) as %s", r.op.name, key, r.hat.name)
	random := r.call(r.hat.person, r.hat.own, key, r.m.random(prefixes()[kind]))
	line := r.noted(nil, "random", random)
	if !r.opened {
		r.requireDenied(where, random)
	}
	operates := r.hat.actor().IsOperator() && r.opened
	if theirs := r.hat.foreign[kind]; theirs != "" && (!operates || !strings.HasPrefix(r.op.name, "Mutation.")) {
		foreign := r.call(r.hat.person, r.hat.own, key, theirs)
		line["foreign"] = foreign.outcome
		if !operates {
			require.Equal(t, random.bytes, foreign.bytes, "%s: another's row is told from none", where)
		}
	}
	if len(p.kinds) > 1 || prefixes()[kind] == "" {
		return line
	}
	for other, theirs := range r.hat.own {
		if prefixes()[other] == prefixes()[kind] || prefixes()[other] == "" {
			continue
		}
		wrong := r.call(r.hat.person, r.hat.own, key, theirs)
		require.Equal(t, random.bytes, wrong.bytes, "%s: an id of %s is told from none", where, other)
		line["other"] = wrong.outcome
		if !r.opened {
			break // the door refuses before it reads an id, so one kind stands for all
		}
	}
	return line
}

func (r *trial) requireDenied(place string, a answer) {
	r.m.t.Helper()
	want := "FORBIDDEN"
	if r.hat.person == nil {
		want = "UNAUTHENTICATED"
	} else if r.hat.actor().KeyID != "" && r.op.lock == "" {
		want = "FORBIDDEN/API_KEY_NEEDS_PERSON"
	}
	if r.hat.actor().IsViewing() && strings.HasPrefix(r.op.name, "Mutation.") {
		want = "FORBIDDEN/VIEW_AS_READ_ONLY"
	}
	require.Equal(r.m.t, want, a.outcome, place)
}

// requireOwn holds what a hat gets of its own.
func (r *trial) requireOwn(key string, a answer) {
	r.m.t.Helper()
	place := fmt.Sprintf("%s(%s) as %s: %s", r.op.name, key, r.hat.name, a.bytes)
	// Factors are of people with an account, whatever their hat.
	ofFactors := r.op.field.Directives.ForName("once") != nil || r.op.name == "Mutation.passkeyRename" || r.op.name == "Mutation.passkeyStepUpStart"
	if by := r.hat.actor().Role; ofFactors && (by == actor.Anonymous || by == actor.Guest) {
		refusals := []string{
			"UNAUTHENTICATED/SESSION_INVALID", "userError:FACTOR_NOT_PENDING", "userError:PASSKEY_CEREMONY_OVER", "userError:FACTOR_NONE",
		}
		require.Contains(r.m.t, refusals, a.outcome, place)
		return
	}
	if ofTerms := r.op.name == "Mutation.termsAccept" || r.op.name == "Mutation.consentWithdraw"; ofTerms && r.hat.person == nil {
		require.Equal(r.m.t, "UNAUTHENTICATED/TERMS_SIGN_IN", a.outcome, place)
		return // whoever is nobody agrees to nothing
	}
	if strings.Contains(r.op.name, ".notification") && r.hat.person == nil {
		require.Contains(r.m.t, []string{"UNAUTHENTICATED/NOTIFICATION_NOBODY", "NOT_FOUND/NOTIFICATION_NOT_FOUND"}, a.outcome, place)
		return // nobody is told anything
	}
	if ofPages := strings.Contains(r.op.name, ".savedView") || strings.HasSuffix(r.op.name, ".preferencesSet"); ofPages && r.hat.person == nil {
		require.Equal(r.m.t, "UNAUTHENTICATED/PREFERENCE_NOBODY", a.outcome, place)
		return // nobody prefers anything
	}
	if by := r.hat.actor(); r.op.name == "Query.search" && !by.IsOperator() && !by.IsSeller() {
		require.Contains(r.m.t, []string{"UNAUTHENTICATED", "FORBIDDEN"}, a.outcome, place)
		return // who has no role has nothing to search in
	}
	if a.outcome == "FORBIDDEN/PROPOSAL_FORBIDDEN" && strings.HasPrefix(r.op.name, "Mutation.proposal") {
		return // each kind of proposal asks for a permission of its own besides
	}
	if r.op.name == "Mutation.listExportCreate" && !authz.Can(r.hat.actor(), authz.RefundRead) {
		require.Equal(r.m.t, "FORBIDDEN", a.outcome, place)
		return // a file asks for the permission of its list besides, here that of refunds
	}
	if a.outcome == "BAD_USER_INPUT/STREAM_SUBJECT_REQUIRED" && r.hat.actor().SellerID == "" {
		return // nothing is placed with who acts for no seller
	}
	for _, refusal := range []string{"FORBIDDEN", "UNAUTHENTICATED", "INTERNAL", "VALIDATION", "BAD_", "COST", "TOO_LARGE"} {
		require.False(r.m.t, strings.HasPrefix(a.outcome, refusal) || strings.Contains(a.outcome, refusal+" "), place)
	}
	_, kind, _ := strings.Cut(key, ":")
	if lock, ok := nodeLocks()[kind]; ok && strings.HasPrefix(r.op.name, "Query.node") {
		if lock != "" && !authz.Can(r.hat.actor(), lock) {
			require.Contains(r.m.t, []string{"NULL", "EMPTY"}, a.outcome, place)
			return
		}
	}
	if r.hat.person == r.m.loom.Person {
		return // who is not approved has nothing yet
	}
	if key != "" && (r.hat.own[kind] != "" && (r.hat.person != nil || kind != "account")) {
		require.NotContains(r.m.t, a.outcome, "NOT_FOUND", place)
		require.NotEqual(r.m.t, "NULL", a.outcome, place)
	}
}

// nodeLocks says which permission a kind of thing asks for as a node.
func nodeLocks() map[string]authz.Permission {
	return map[string]authz.Permission{
		"apiKey": authz.APIKeyRead, "cart": authz.CartRead, "dispute": authz.DisputeRead, "import": authz.ImportRead, "order": authz.OrderRead, "proposal": authz.ProposalRead, "refund": authz.RefundRead,
		"webhook": authz.WebhookRead, "webhookDelivery": authz.WebhookRead,
		"sellerOrder": authz.SellerOrderRead, "warning": authz.FraudWarningRead,
	}
}

// call asks with the actor's own ids, but for one path.
func (r *trial) call(who *testkit.Person, own ids, key, instead string) answer {
	r.m.t.Helper()
	r.cases++
	ask := r.m.send
	if strings.HasPrefix(r.op.name, subscriptions) {
		ask = r.m.follow
	}
	a := ask(who, document(r.s, r.op), r.variables(own, key, instead))
	if instead != "" {
		a.bytes = strings.ReplaceAll(a.bytes, instead, "the id")
	}
	return a
}

// callWith asks for one's own by another document.
func (r *trial) callWith(doc, key string) answer {
	r.m.t.Helper()
	return r.m.send(r.hat.person, doc, r.variables(r.hat.own, key, ""))
}

func (r *trial) variables(own ids, key, instead string) map[string]any {
	variables := r.m.inputs(r.op.name)
	if arg := r.op.field.Arguments.ForName("input"); arg != nil {
		variables = map[string]any{"input": variables}
	}
	for _, p := range r.op.paths {
		kind := p.kinds[0]
		at, only, _ := strings.Cut(key, ":")
		value := own[kind]
		if at == p.steps {
			if value = own[only]; instead != "" {
				value = instead
			}
		}
		if value == "" {
			value = r.m.random(prefixes()[kind])
		}
		if p.list {
			place(variables, p.steps, []any{value})
		} else {
			place(variables, p.steps, value)
		}
	}
	return variables
}

// place sets a value at a path of an object.
func place(in map[string]any, steps string, value any) {
	first, rest, deeper := strings.Cut(steps, ".")
	if !deeper {
		in[first] = value
		return
	}
	if rows, isList := in[first].([]any); isList {
		place(rows[0].(map[string]any), strings.TrimPrefix(rest, "0."), value)
		return
	}
	inner, ok := in[first].(map[string]any)
	if !ok {
		inner = map[string]any{}
		in[first] = inner
	}
	place(inner, rest, value)
}

// document selects what has no arguments, two objects deep.
func document(s *ast.Schema, op *operation) string {
	kind, _, _ := strings.Cut(op.name, ".")
	declared, passed := []string{}, []string{}
	for _, a := range op.field.Arguments {
		declared = append(declared, "$"+a.Name+": "+a.Type.String())
		passed = append(passed, a.Name+": $"+a.Name)
	}
	head, args := "", ""
	if len(declared) > 0 {
		head, args = "("+strings.Join(declared, ", ")+")", "("+strings.Join(passed, ", ")+")"
	}
	return fmt.Sprintf("%s%s { r: %s%s %s }", strings.ToLower(kind), head, op.field.Name, args, selection(s, s.Types[op.field.Type.Name()], 2))
}

func selection(s *ast.Schema, of *ast.Definition, depth int) string {
	if of.IsLeafType() {
		return ""
	}
	var b strings.Builder
	b.WriteString("{ __typename ")
	for _, possible := range s.GetPossibleTypes(of) {
		if of.Kind == ast.Interface {
			fmt.Fprintf(&b, "... on %s { id } ", possible.Name)
		}
	}
	for _, f := range of.Fields {
		inner := s.Types[f.Type.Name()]
		switch {
		case strings.HasPrefix(f.Name, "__"), f.Name == "edges":
		case f.Arguments.ForName("first") != nil:
			b.WriteString(f.Name + "(first: 3) " + selection(s, inner, 1) + " ")
		case inner.IsLeafType():
			b.WriteString(f.Name + " ")
		case depth > 0:
			b.WriteString(f.Name + " " + selection(s, inner, depth-1) + " ")
		}
	}
	return b.String() + "}"
}

// send asks over HTTP and boils the answer down.
func (m *market) send(who *testkit.Person, query string, variables map[string]any) answer {
	m.t.Helper()
	resp, err := http.DefaultClient.Do(m.request(who, query, variables))
	require.NoError(m.t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(m.t, err)
	return answer{outcomeOf(m.t, text), requestID.ReplaceAllString(string(text), `"requestId":""`)}
}

// request is what somebody asks for under their hat.
func (m *market) request(who *testkit.Person, query string, variables map[string]any) *http.Request {
	m.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(m.t, err)
	r, err := http.NewRequestWithContext(m.t.Context(), http.MethodPost, m.URL+"/graphql", bytes.NewReader(body))
	require.NoError(m.t, err)
	r.Header.Set("Content-Type", "application/json")
	if who != nil {
		r.Header.Set("Authorization", "Bearer "+string(who.Token))
		if who.ActAs != "" {
			r.Header.Set("Etal-Act-As", who.ActAs)
		}
	}
	return r
}

var requestID = regexp.MustCompile(`"requestId":"[^"]*"`)

// outcomeOf says in a word what was answered.
func outcomeOf(t *testing.T, body []byte) string {
	t.Helper()
	var read struct {
		Data   struct{ R json.RawMessage }
		Errors []struct {
			Extensions struct{ Code, Reason string }
		}
	}
	require.NoError(t, json.Unmarshal(body, &read), string(body))
	if len(read.Errors) > 0 {
		e := read.Errors[0].Extensions
		if e.Reason != "" && e.Reason != e.Code {
			return e.Code + "/" + e.Reason
		}
		return e.Code
	}
	var object struct {
		UserErrors []struct{ Code string }
		Nodes      *[]any
	}
	var list []any
	switch {
	case string(read.Data.R) == "null", string(read.Data.R) == "[null]":
		return "NULL"
	case json.Unmarshal(read.Data.R, &list) == nil:
		if len(list) == 0 {
			return "EMPTY"
		}
	case json.Unmarshal(read.Data.R, &object) == nil && len(object.UserErrors) > 0:
		return "userError:" + object.UserErrors[0].Code
	case object.Nodes != nil && len(*object.Nodes) == 0:
		return "EMPTY"
	}
	return "OK"
}

// elsewhere names what succeeds for nobody in this market, and the test in which it
// does.
func elsewhere() map[string]string {
	return map[string]string{
		"Mutation.commissionInvoiceExportCreate":   "TestReady_documents_run, which issues one: this market has no legal data",
		"Mutation.reconciliationDifferenceResolve": "TestReady_documents_run, which makes a difference: nothing of this market differs",
		"Mutation.sellerPayoutExportCreate":        "TestPayout_files: no payout of this market has left for the bank",
		"Mutation.sellerPayoutRecord":              "TestManual_payout: no released money of this market waits for its transfer",
		"Mutation.taxRemittanceRecord":             "TestReady_documents_run, which collects a tax: nothing is taxed in this market",
		"Mutation.sellerPayoutRequest":             "TestRequest_pays_once: all money of this market was paid out by itself",
	}
}

// forgetAttempts lets the network of this test try again, which is refused after
// thirty attempts in a minute.
func (m *market) forgetAttempts() {
	m.t.Helper()
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("DELETE FROM sign_in_throttles").Exec(ctx)
		return err
	}))
}

// fingerprint says how often each table has changed; nothing for queries, which are not
// expected to write.
func (m *market) fingerprint(op *operation) map[string]int64 {
	m.t.Helper()
	if strings.HasPrefix(op.name, "Query.") {
		return nil
	}
	// News of what an earlier call has asked of the provider may be on its way.
	require.Eventually(m.t, func() bool { return m.Stripe.PendingWebhooks() == 0 }, 30*time.Second, time.Millisecond)
	var rows []struct {
		Name string
		N    int64
	}
	require.NoError(m.t, m.DB.Read(m.t.Context()).NewRaw("SELECT name, n FROM access_changes").Scan(m.t.Context(), &rows))
	changes := map[string]int64{}
	for _, r := range rows {
		changes[r.Name] = r.N
	}
	return changes
}

// watches has the market's database count each change of a row, by triggers that only it
// has. Indexes of words follow the tables whose words they have, and attempts are counted
// whether or not they are refused.
func (m *market) watches() {
	m.t.Helper()
	ctx := m.t.Context()
	var names []string
	require.NoError(m.t, m.DB.Read(ctx).NewRaw(`SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).Scan(ctx, &names))
	tables, err := m.DB.Tables(ctx)
	require.NoError(m.t, err)
	statements := []string{"CREATE TABLE access_changes (name TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL)"}
	for _, t := range tables {
		if t.Name != "sign_in_throttles" && slices.Contains(names, t.Name) {
			statements = append(statements, counting(t)...)
		}
	}
	require.NoError(m.t, m.DB.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		for _, s := range statements {
			if _, err := tx.NewRaw(s).Exec(ctx); err != nil {
				return fmt.Errorf("%s: %w", s, err)
			}
		}
		return nil
	}))
}

// counting are the statements that have each change of a row of a table counted. An update
// to what was there before is none.
func counting(t db.Table) (statements []string) {
	var differs []string
	for _, c := range t.Columns {
		differs = append(differs, fmt.Sprintf(`OLD."%[1]s" IS NOT NEW."%[1]s"`, c.Name))
	}
	statements = append(statements, fmt.Sprintf(`INSERT INTO access_changes (name, n) VALUES ('%s', 0)`, t.Name))
	for change, when := range map[string]string{"INSERT": "", "DELETE": "", "UPDATE": "WHEN " + strings.Join(differs, " OR ")} {
		statements = append(statements, fmt.Sprintf(`CREATE TRIGGER "access_%[1]s_%[2]s" AFTER %[2]s ON "%[1]s" %[3]s BEGIN
			UPDATE access_changes SET n = n + 1 WHERE name = '%[1]s'; END`, t.Name, change, when))
	}
	return statements
}
