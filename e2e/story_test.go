// Package e2e_test tells stories about the whole marketplace and tries to break it.
// It holds tests only.
//
// A story is a script in testdata/: what people do over HTTP, what Stripe does
// meanwhile, and what must be true afterwards. Each runs on SQLite and on
// PostgreSQL against the server with its real client for Stripe and the
// simulator, on a clock that only the story moves. At the end of each,
// every invariant must hold, the ledger must agree with Stripe to the minor
// unit, and no job may have failed for good. words_test.go lists the words of
// the scripts; operations/ holds the documents that they send.
//
//	go test ./e2e -run 'TestStories/abandoned'     # one story, both databases
//	go test ./e2e -run TestStories -v              # with the transcripts
//	go test ./e2e -run 'TestStories/x/sqlite' -update
//
// TestRace lets a hundred buyers want the last unit. TestCrash kills the
// process over and over while people buy; ETAL_E2E_FULL=1 makes it long.
package e2e_test

import (
	"encoding/json"
	"flag"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/testkit"
)

var update = flag.Bool("update", false, "write what the stories print into their scripts")

func TestStories(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) { tell(t, w, file) }, testkit.Setting("MORE_CURRENCIES", "USD"))
		})
	}
}

// tell runs one story in one world, and then asks what every story is asked. It
// returns the story as it has ended.
func tell(t *testing.T, w *testkit.World, file string) *story {
	t.Helper()
	s := newStory(t, w)
	testscript.RunT(teller{t}, testscript.Params{
		Files: []string{file}, Cmds: s.words(), UpdateScripts: *update, WorkdirRoot: t.TempDir(),
	})
	w.Settle()
	w.Balanced()
	require.Equal(t, s.parked, w.Parked(), "jobs that failed for good")
	return s
}

// teller runs a script in the test that has the world, without a subtest. It
// is verbose, so that a story that fails shows all of its transcript.
type teller struct{ *testing.T }

// Parallel implements testscript.T.
func (teller) Parallel() {}

// Verbose implements testscript.T.
func (teller) Verbose() bool { return true }

// Run implements testscript.T.
func (t teller) Run(_ string, f func(testscript.T)) { f(t) }

// story is a script while it runs.
type story struct {
	t *testing.T
	w *testkit.World

	people   map[string]*person
	me       string            // who acts
	names    map[string]string // values that differ from run to run, with the names that outputs show instead
	accounts map[string]string // seller's name → its id
	parked   int               // jobs that may have failed for good

	last   answer         // what the API said last
	secret string         // client secret of the payment that was seen last
	pubkey string         // the publishable key beside it
	rows   map[string]int // rows by table, when the story looked
}

// person is somebody with a session, under one hat.
type person struct {
	token string
	actAs string
	email string // empty for a guest
}

// answer is what the API has said.
type answer struct {
	status int
	data   map[string]any
	errors []problem
}

// problem is something that the API has refused.
type problem struct {
	code string
	path string
	text string
}

func newStory(t *testing.T, w *testkit.World) *story {
	t.Helper()
	return &story{
		t: t, w: w, people: map[string]*person{"nobody": {}}, me: "nobody",
		names: map[string]string{}, accounts: map[string]string{},
	}
}

func (s *story) words() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"guest": s.guest, "buyer": s.buyer, "seller": s.seller, "operator": s.operator, "product": s.product,
		"orders": s.orders,
		"as":     s.as, "signed-in": s.signedIn, "mailed": s.mailed, "gql": s.gql, "together": s.together, "save": s.save, "is": s.is, "http": s.http,
		"stripe": s.stripe, "onboards": s.onboards,
		"advance": s.advance, "settle": s.settle, "jobs": s.jobs, "parked": s.parkedWord,
		"balances": s.balances, "trial": s.trial, "journals": s.journals,
		"verify": s.verify, "reconcile": s.reconcile, "rows": s.rowsWord, "readyz": s.readyz, "doctor": s.doctor,
	}
}

// root is the value of the only field of the answer.
func (a answer) root() any {
	if len(a.data) != 1 {
		return a.data
	}
	for _, v := range a.data {
		return v
	}
	return nil
}

// read fills the answer from the body of a response.
func (a *answer) read(body string) error {
	var raw struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Path       []any
			Extensions struct{ Code, Reason string }
		}
	}
	if err := json.Unmarshal([]byte(body), &raw); err != nil {
		return err
	}
	a.data = raw.Data
	for _, e := range raw.Errors {
		code := e.Extensions.Code
		if e.Extensions.Reason != "" && e.Extensions.Reason != code {
			code += " " + e.Extensions.Reason
		}
		a.errors = append(a.errors, problem{code: code, text: e.Message})
	}
	for _, field := range raw.Data {
		a.readUserErrors(field)
	}
	if a.status != http.StatusOK && len(a.errors) == 0 {
		a.errors = append(a.errors, problem{code: http.StatusText(a.status), text: body})
	}
	return nil
}

func (a *answer) readUserErrors(payload any) {
	fields, ok := payload.(map[string]any)
	if !ok {
		return
	}
	list, _ := fields["userErrors"].([]any)
	for _, item := range list {
		e, ok := item.(map[string]any)
		if !ok {
			continue
		}
		var path []string
		steps, _ := e["field"].([]any)
		for _, step := range steps {
			text, _ := step.(string)
			path = append(path, text)
		}
		code, _ := e["code"].(string)
		text, _ := e["message"].(string)
		a.errors = append(a.errors, problem{code, strings.Join(path, "."), text})
	}
}
