package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/internal/testkit"
)

// sides is from how many sides the same command is sent at once.
const sides = 8

// otherwise changes what a command says, but for its key, so that it is another one.
func (m *market) otherwise(mutation string, in map[string]any) {
	m.t.Helper()
	switch mutation {
	case "checkoutComplete":
		in["shippingAddress"] = map[string]any{"name": "B", "line1": "C 1", "postalCode": "20359", "city": "Hamburg", "country": "DE"}
	case "refundCreate":
		in["reason"] = "DAMAGED"
	case "refundPayOtherwise", "buyerCreditPayOut":
		in["reference"] = "Another transfer."
	case "sellerPayoutRequest":
		in["method"] = "INSTANT"
	case "sellerDebtDebit":
		in["debtId"] = "rcv_00000000000000000000000000"
	case "offersUpdate":
		in["offers"].([]any)[0].(map[string]any)["quantityMax"] = 7
	case "stocksAdjust":
		in["corrections"].([]any)[0].(map[string]any)["delta"] = 2
	case "stockAdjust":
		in["delta"] = 2
	case "sellerOrderShip":
		in["carrier"] = "Another carrier"
	case "fraudWarningRefund":
		in["warningId"] = m.warning(m.alice.Buys(m.tea.Times(1)))
	default:
		require.Contains(m.t, in, "reason", "say what makes another command of %s", mutation)
		in["reason"] = "Another reason."
	}
}

// keyed lists the mutations whose input has an idempotency key.
func keyed(s *ast.Schema) (names []string) {
	for _, f := range s.Mutation.Fields {
		if in := f.Arguments.ForName("input"); in != nil && s.Types[in.Type.Name()].Fields.ForName("idempotencyKey") != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// Every command that has a key is sent from eight sides at once, again later, with
// other input, and without a key: it happens once, and all answers are the first.
func TestKeys_make_a_command_happen_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m, s := marketIn(t, w), parsedSchema(t)
		all := m.operationsOf(s)
		names, documents := keyed(s), readyDocuments(t, s)
		require.GreaterOrEqual(t, len(names), 12)
		slices.SortStableFunc(names, func(a, b string) int { // what lets weeks pass ends the sessions of the others
			return map[bool]int{true: 1}[late()[a]] - map[bool]int{true: 1}[late()[b]]
		})
		for _, name := range names {
			at := slices.IndexFunc(documents, func(d *ready) bool { return d.roots()[0].Name == name })
			require.GreaterOrEqual(t, at, 0, name)
			m.forgetAttempts()
			m.happensOnce(documents[at], all, s)
		}
	})
}

// sendable prepares the ways of sending a document, the likeliest first; each makes
// what the command uses up.
func (m *market) sendable(d *ready, all map[string]*operation, s *ast.Schema) (ways []given) {
	m.t.Helper()
	if special, ok := m.givens()[d.roots()[0].Name]; ok {
		return []given{special}
	}
	for _, h := range m.wearers(d.role) {
		if !all[d.place(d.roots()[0])].opensTo(h) {
			continue
		}
		for _, everything := range []bool{false, true} {
			ways = append(ways, func() (*testkit.Person, map[string]any) { return m.asks(d, h, all, s, everything) })
		}
	}
	return ways
}

func (m *market) happensOnce(d *ready, all map[string]*operation, s *ast.Schema) {
	m.t.Helper()
	name := d.roots()[0].Name
	for _, way := range m.sendable(d, all, s) {
		who, variables := way()
		if first := m.sent(d, who, variables); outcomeOf(m.t, first) != "OK" {
			m.t.Logf("%s: %.300s", name, first)
			continue
		}
		who, variables = way() // what is done the first time only has been done
		before := m.counts()
		require.Equal(m.t, "OK", outcomeOf(m.t, m.sent(d, who, variables)), name)
		once := less(m.counts(), before)
		require.Equal(m.t, int64(1), once["idempotency_keys"], name)

		who, variables = way()
		before = m.counts()
		answers := m.sentAtOnce(d, who, variables)
		require.Equal(m.t, once, less(m.counts(), before), "%s: from eight sides it does what it does from one", name)
		for _, a := range append(answers, m.sent(d, who, variables)) {
			require.Equal(m.t, "OK", outcomeOf(m.t, a), name)
			require.JSONEq(m.t, string(answers[0]), string(a), name)
		}
		in := variables["input"].(map[string]any)
		m.otherwise(name, in)
		before = m.counts()
		require.Equal(m.t, "userError:IDEMPOTENCY_KEY_REUSED", outcomeOf(m.t, m.sent(d, who, variables)), name)
		in["idempotencyKey"] = ""
		require.Equal(m.t, "userError:IDEMPOTENCY_KEY_INVALID", outcomeOf(m.t, m.sent(d, who, variables)), name)
		require.Empty(m.t, less(m.counts(), before), "%s: what was refused has done nothing", name)
		return
	}
	require.Fail(m.t, name+" succeeds for nobody here")
}

// sent sends a document and returns the answer to its root field, as outcomeOf reads it.
func (m *market) sent(d *ready, who *testkit.Person, variables map[string]any) []byte {
	m.t.Helper()
	text, err := answerTo(m.sending(d, who, variables))
	require.NoError(m.t, err)
	return m.rooted(d, text)
}

// sending is the request that sends a document by its id.
func (m *market) sending(d *ready, who *testkit.Person, variables map[string]any) *http.Request {
	m.t.Helper()
	r := m.request(who, "", nil)
	body, err := json.Marshal(map[string]any{"documentId": d.id, "variables": variables})
	require.NoError(m.t, err)
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return r
}

func (m *market) sentAtOnce(d *ready, who *testkit.Person, variables map[string]any) [][]byte {
	m.t.Helper()
	texts, errs := make([][]byte, sides), make([]error, sides)
	var wg sync.WaitGroup
	for i := range sides {
		r := m.sending(d, who, variables)
		wg.Go(func() { texts[i], errs[i] = answerTo(r) })
	}
	wg.Wait()
	for i := range sides {
		require.NoError(m.t, errs[i])
		texts[i] = m.rooted(d, texts[i])
	}
	return texts
}

func answerTo(r *http.Request) ([]byte, error) {
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// rooted names the root field of an answer as outcomeOf expects it.
func (m *market) rooted(d *ready, text []byte) []byte {
	m.t.Helper()
	var read struct {
		Data   map[string]json.RawMessage `json:"data"`
		Errors []json.RawMessage          `json:"errors"`
	}
	require.NoError(m.t, json.Unmarshal(text, &read), string(text))
	root := map[string]any{"data": map[string]any{"r": read.Data[d.roots()[0].Alias]}}
	if len(read.Errors) > 0 {
		root["errors"] = read.Errors
	}
	again, err := json.Marshal(root)
	require.NoError(m.t, err)
	return again
}

// counts tells how many rows each table has, when no news is on its way any more.
func (m *market) counts() map[string]int64 {
	m.t.Helper()
	require.Eventually(m.t, func() bool { return m.Stripe.PendingWebhooks() == 0 }, 30*time.Second, time.Millisecond)
	var tables, parts []string
	q := m.DB.Read(m.t.Context())
	list := `SELECT tablename FROM pg_tables WHERE schemaname = current_schema()`
	if !m.DB.ServesMany() {
		list = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'`
	}
	require.NoError(m.t, q.NewRaw(list).Scan(m.t.Context(), &tables))
	for _, name := range tables {
		if !passing(name) {
			parts = append(parts, fmt.Sprintf(`SELECT '%s' AS name, COUNT(*) AS n FROM "%s"`, name, name))
		}
	}
	var rows []struct {
		Name string
		N    int64
	}
	require.NoError(m.t, q.NewRaw(strings.Join(parts, " UNION ALL ")).Scan(m.t.Context(), &rows))
	counted := map[string]int64{}
	for _, r := range rows {
		counted[r.Name] = r.N
	}
	return counted
}

// passing are tables whose rows come and go by themselves.
func passing(table string) bool {
	return strings.HasPrefix(table, "river_") || strings.HasPrefix(table, "inbox") || strings.HasSuffix(table, "throttles") || table == "news"
}

// less is by how much each count is larger than before.
func less(now, before map[string]int64) map[string]int64 {
	more := map[string]int64{}
	for name, n := range now {
		if n != before[name] {
			more[name] = n - before[name]
		}
	}
	return more
}
