package simulate

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/server"
)

var (
	updateFaults = flag.Bool("update", false, "write docs/faults.md")
	faultsFull   = flag.Bool("faults.full", os.Getenv("ETAL_E2E_FULL") == "1", "break every call in every way on PostgreSQL, too")
)

// wrong is a way in which a call goes wrong.
type wrong struct {
	name string
	kind breakage
	// after says that the call had its effect nevertheless.
	after bool
	// stored is a kind of fault of the simulator, which remembers the answer under
	// the key; for calls that change something.
	stored string
}

// wrongs are the columns of the matrix.
func wrongs() []wrong {
	return []wrong{
		{name: "reset before", kind: resetBefore},
		{name: "reset after", kind: resetAfter, after: true},
		{name: "time-out after", kind: timeoutAfter, after: true},
		{name: "409", kind: inUse},
		{name: "429", kind: tooMany},
		{name: "500", kind: serverError, stored: "500_stored"},
		{name: "500 after", kind: errorAfter, after: true, stored: "500_stored"},
		{name: "502 HTML", kind: badGateway},
		{name: "killed before", kind: killedBefore},
		{name: "killed after", kind: killedAfter, after: true},
	}
}

// call is a row of the matrix: one call of the adapter, and what brings it about.
type call struct {
	name         string // of the method of server.Provider
	method, path string // of the request, the path as a pattern
	onSeller     bool   // it is made on a seller's account
	// asked narrows requests of the same path by a parameter: with it, or without.
	asked string
	story func(m *matrix)
	// before and after are what becomes of a call that had no effect, and of one that had.
	before, after string
}

func (c *call) matches(r *http.Request) bool {
	ok, err := path.Match(c.path, r.URL.Path)
	if err != nil || !ok || r.Method != c.method || (r.Header.Get("Stripe-Account") != "") != c.onSeller {
		return false
	}
	name, without := strings.CutPrefix(c.asked, "!")
	return c.asked == "" || r.URL.Query().Has(name) != without
}

// matrix is one world while one call is broken in every way.
type matrix struct {
	*World

	t    *testing.T
	call *call
	how  wrong
	// times is how often the story has been told.
	times int64
	trap  *trap
	// forgotten says that Stripe has forgotten the key of the call.
	forgotten bool
}

// ways are the ways in which a call is broken on a database. What differs there is
// what a process that dies leaves of what it was writing around a change; without
// -faults.full only that is tried on PostgreSQL. What becomes of an answer that is lost
// is decided by the same statements on both, and the worlds of TestRun_the_money lose
// answers on PostgreSQL as well.
func (c *call) ways(on db.Dialect) []wrong {
	if on == db.SQLite || *faultsFull {
		return wrongs()
	}
	if c.method == http.MethodGet {
		return nil
	}
	return slices.DeleteFunc(wrongs(), func(h wrong) bool { return h.kind != killedBefore && h.kind != killedAfter })
}

// TestFaults breaks each call to Stripe in each way, over the real adapter, the
// real services and the simulator, on both databases. Afterwards nothing is lost,
// nothing was done twice and nothing is left undecided: every invariant holds, the
// ledger is Stripe's to the cent, and what the story wanted has come true.
func TestFaults(t *testing.T) {
	t.Parallel()
	for _, c := range calls() {
		for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
			ways := c.ways(dialect)
			if len(ways) == 0 {
				continue
			}
			t.Run(c.name+strings.ReplaceAll(" "+c.method+c.path, "/", "_")+"/"+string(dialect), func(t *testing.T) {
				t.Parallel()
				m := &matrix{t: t, call: &c}
				m.open(dialect)
				for _, how := range ways {
					m.how = how
					m.times++
					m.run()
				}
				m.ends()
			})
		}
	}
}

func (m *matrix) open(dialect db.Dialect) {
	m.t.Helper()
	ctx := m.t.Context()
	setup := Setup{Sellers: 2, Country: "DE", Currencies: []string{"EUR"}, OneHand: true, Limit: 100_000_000, PayHours: 1}
	w, err := newWorld(ctx, Plan{Setup: setup}, Options{}, dbtest.URL(m.t, dialect))
	require.NoError(m.t, err)
	m.t.Cleanup(func() { require.NoError(m.t, w.close()) })
	w.base, m.World = ctx, w
	require.NoError(m.t, w.populate(w.life))
	m.settles()
	m.playsByHand()
	m.outside("/v1/topups", url.Values{"amount": {strconv.FormatInt(purse, 10)}, "currency": {"eur"}})
	m.rests()
}

// purse is what the platform has of its own, so that refunds need not wait.
const purse = 5_000_000

// run tells the story once, with the call broken in one way.
func (m *matrix) run() {
	m.t.Helper()
	m.trap, m.forgotten = nil, false
	m.step = m.call.name + ", " + m.how.name
	require.NoError(m.t, m.signInAll(m.life))
	m.call.story(m)
	m.settles()
	require.NotNil(m.t, m.trap, "%s: the story breaks nothing", m.step)
	if m.how.stored == "" || m.call.method == http.MethodGet {
		require.Positive(m.t, m.trap.sprung, "%s: the call was not made", m.step)
	} else {
		require.NotContains(m.t, m.get(m.t.Context(), "/_sim/faults"), `"500_stored"`, "%s: the call was not made", m.step)
	}
	m.judged()
}

// breaks lets the call go wrong from now on: more often than the adapter repeats
// it by itself, and once when the process dies of it.
func (m *matrix) breaks() {
	m.t.Helper()
	m.trap = &trap{kind: m.how.kind, only: m.call.matches, count: 3}
	switch {
	case m.how.stored != "" && m.call.method != http.MethodGet:
		form := url.Values{"method": {m.call.method}, "path": {m.call.path}, "kind": {m.how.stored}}
		if m.how.after {
			form.Set("effect", "true")
		}
		m.outside("/_sim/faults", form)
		return
	case m.how.kind == killedBefore || m.how.kind == killedAfter:
		m.trap.count = 1
	}
	m.door.traps = append(m.door.traps, m.trap)
}

// loses breaks the answer to one call of another kind, so that the adapter has to
// look for what became of it.
func (m *matrix) loses(other call) {
	m.door.traps = append(m.door.traps, &trap{kind: resetAfter, only: other.matches, count: 1})
}

// does does something of which the answer may be lost, as people and workers do.
func (m *matrix) does(what func(ctx context.Context) error) {
	m.t.Helper()
	err := what(m.life)
	if m.fate.dead {
		require.NoError(m.t, m.reborn())
		return
	}
	if err != nil {
		require.NotNil(m.t, m.trap, "%s: %v", m.step, err)
	}
}

func (m *matrix) settles() {
	m.t.Helper()
	require.NoError(m.t, m.settle())
	require.Empty(m.t, m.found)
}

// rests lets the world come to rest and holds it against everything that must be
// true. A 500 that Stripe remembers lasts until it forgets the key: the jobs that
// have given up by then are retried, as an operator does.
func (m *matrix) rests() {
	m.t.Helper()
	ctx := m.t.Context()
	if m.trap != nil && m.how.stored != "" && m.call.method != http.MethodGet && !m.forgotten {
		for range 3 {
			m.settles()
			m.advance(newsAfter)
		}
		m.advance(25 * time.Hour)
		m.forgotten = true
		m.settles()
		require.NoError(m.t, m.pardon(ctx))
		m.settles()
		m.ear.heard = nil
	}
	require.NoError(m.t, m.rest(ctx))
	require.Empty(m.t, m.found, m.step)
}

// judged lets the world come to rest, longer than Stripe keeps a key, and holds
// it against everything that must be true.
func (m *matrix) judged() {
	m.t.Helper()
	m.settles()
	m.rests()
	m.advance(25 * time.Hour)
	m.rests()
}

// ends lets everything come to an end.
func (m *matrix) ends() {
	m.t.Helper()
	m.step = "the end of " + m.call.name
	require.NoError(m.t, m.outlast(m.t.Context()))
	require.NoError(m.t, m.judgeEnd(m.t.Context()))
	require.Empty(m.t, m.found, m.step)
}

// outside does something at Stripe as somebody else.
func (m *matrix) outside(at string, form url.Values) string {
	m.t.Helper()
	status, body, err := m.atStripe(m.t.Context(), at, form, "")
	require.NoError(m.t, err)
	require.Less(m.t, status, 300, body)
	return body
}

// counts requires how many rows a statement counts.
func (m *matrix) counts(want int64, statement string) {
	m.t.Helper()
	n, err := m.number(m.t.Context(), statement)
	require.NoError(m.t, err)
	require.Equal(m.t, want, n, "%s: %s", m.step, statement)
}

// nth is how often the story has been told, this time included.
func (m *matrix) nth() int64 { return m.times }

// TestFaults_has_a_row_for_each_call fails when the adapter gets a call that
// nobody has broken.
func TestFaults_has_a_row_for_each_call(t *testing.T) {
	t.Parallel()
	broken := map[string]bool{}
	for _, c := range calls() {
		broken[c.name] = true
	}
	provider := reflect.TypeFor[server.Provider]()
	for i := range provider.NumMethod() {
		name := provider.Method(i).Name
		require.True(t, broken[name], "%s is in no row of calls(): say how it is brought about, and what becomes of it", name)
		delete(broken, name)
	}
	require.Empty(t, broken, "no such call")
}

const faultsPage = "../../docs/faults.md"

// TestFaults_are_on_the_page holds docs/faults.md to the matrix; -update writes it.
func TestFaults_are_on_the_page(t *testing.T) {
	t.Parallel()
	page := faultsText()
	if *updateFaults {
		require.NoError(t, os.WriteFile(faultsPage, []byte(page), 0o600))
	}
	written, err := os.ReadFile(faultsPage)
	require.NoError(t, err)
	require.Equal(t, page, string(written), "go test ./internal/simulate -run TestFaults_are -update")
}

func faultsText() string {
	var b strings.Builder
	b.WriteString(`# When a call to Stripe goes wrong

Each call that Étal makes to Stripe, broken in each of these ways, and what becomes of it. "Before": the call had no effect. "After": it had its
effect, and the answer was lost. A 500 is remembered by Stripe under the key and given again for a day. "Killed": the process is gone at that point,
and another one goes on with what is in the database.

`)
	b.WriteString("| fault | effect at Stripe | how often |\n|-------|------------------|-----------|\n")
	for _, h := range wrongs() {
		effect, often := "no", "three calls in a row"
		if h.after {
			effect = "yes"
		}
		switch {
		case h.stored != "":
			often = "once, and again under the same key; reads: three calls in a row"
		case h.kind == killedBefore || h.kind == killedAfter:
			often = "once"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", h.name, effect, often)
	}
	b.WriteString(`
What always holds afterwards: M1 to M5 and the chain (` + "`etal verify`" + `), the ledger is Stripe's to the minor unit, movement by movement
(` + "`etal reconcile`" + `), and nothing is left undecided. ` + "`TestFaults`" + ` of internal/simulate breaks every row in every way, over the real
adapter, the real services and the simulator, on both databases, and writes this page; ` + "`TestFaults_has_a_row_for_each_call`" + ` fails when the
adapter gets a call without a row. By itself the test tries on PostgreSQL only what writes, with the kills; with ` + "`-faults.full`" + ` (or ` + "`ETAL_E2E_FULL=1`" + `) everything.
Everything was run on 2026-11-26 and 27: 37 calls in 10 ways on both databases, 740 in all, each as it stands here; 150 s of processor time beside that of the
PostgreSQL server, on two processors at a load average of 8 to 64.

| call | request | after a fault before the effect | after a fault behind the effect | holds |
|------|---------|---------------------------------|---------------------------------|-------|
`)
	for _, c := range calls() {
		request := c.method + " " + c.path
		if c.onSeller {
			request += " on the seller's account"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %d of %d |\n", c.name, request, c.before, c.after, len(wrongs()), len(wrongs()))
	}
	return b.String()
}
