package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/internal/testkit"
)

// gql OPERATION [FILE | path=text | path:=json | path@=file]…: sends
// operations/OPERATION.graphql and prints what comes back. Paths are below
// $input when the operation has one. With ! it must be refused, and the codes
// are printed with the fields that they are about.
func (s *story) gql(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, args, 1, 100, "gql OPERATION [path=value]…")
	s.last = s.ask(s.me, args[0], s.variables(ts, args[0], args[1:]))
	s.notice(s.last.data)
	switch {
	case neg && len(s.last.errors) == 0:
		s.print(ts, s.last.data)
		ts.Fatalf("it was not refused")
	case neg:
		fmt.Fprint(ts.Stdout(), s.scrub(refusals(s.last.errors)))
	case len(s.last.errors) > 0:
		ts.Fatalf("%s: %v", args[0], s.last.errors)
	default:
		s.print(ts, s.last.root())
	}
}

func refusals(errors []problem) string {
	var b strings.Builder
	for _, e := range errors {
		b.WriteString(strings.TrimSpace(e.code+" "+e.path) + "\n")
	}
	return b.String()
}

// together N OPERATION …: the same command N times at once. It prints how often
// each outcome occurred: the order or ok, or the codes of a refusal.
func (s *story) together(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 2, 100, "together N OPERATION [path=value]…")
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	variables := s.variables(ts, args[1], args[2:])
	answers := make([]answer, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { answers[i] = s.ask(s.me, args[1], variables) })
	}
	wg.Wait()
	outcomes := map[string]int{}
	for _, a := range answers {
		outcome := strings.ReplaceAll(strings.TrimSpace(refusals(a.errors)), "\n", ", ")
		if len(a.errors) == 0 {
			outcome = "ok"
			s.last = a
			s.notice(a.data)
			if order, err := dig(a.root(), "order.id"); err == nil {
				outcome += " " + show(order)
			}
		}
		outcomes[outcome]++
	}
	lines := make([]string, 0, len(outcomes))
	for outcome, times := range outcomes {
		lines = append(lines, fmt.Sprintf("%d %s\n", times, outcome))
	}
	slices.Sort(lines)
	fmt.Fprint(ts.Stdout(), s.scrub(strings.Join(lines, "")))
}

// save NAME PATH: gives a value of the last answer a name.
func (s *story) save(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 2, 2, "save NAME PATH")
	value, err := dig(s.last.root(), args[1])
	ts.Check(err)
	if show(value) == "null" {
		ts.Fatalf("%s is null", args[1])
	}
	s.call(ts, args[0], show(value))
}

// is PATH VALUE: what the last answer says at a path below its only field;
// PATH.len is the length of a list.
func (s *story) is(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, args, 2, 2, "is PATH VALUE")
	value, err := dig(s.last.root(), args[0])
	ts.Check(err)
	if (show(value) == args[1]) == neg {
		ts.Fatalf("%s is %s", args[0], s.scrub(show(value)))
	}
}

// http METHOD PATH [FILE] [Header=value]…: any other request, as whoever acts.
// It prints the status and the body. A FILE that is a number and a unit, such
// as 10MB, is that many bytes.
func (s *story) http(ts *testscript.TestScript, _ bool, args []string) {
	want(ts, args, 2, 100, "http METHOD PATH [FILE] [Header=value]…")
	var body []byte
	header := http.Header{"Content-Type": {"application/json"}}
	for _, arg := range args[2:] {
		if name, value, ok := strings.Cut(arg, "="); ok {
			header.Set(name, value)
			continue
		}
		if megabytes, ok := strings.CutSuffix(arg, "MB"); ok {
			n, err := strconv.Atoi(megabytes)
			ts.Check(err)
			body = bytes.Repeat([]byte("x"), n<<20)
			continue
		}
		body = []byte(unescape(ts.ReadFile(arg)))
	}
	status, text, err := s.send(s.me, args[0], args[1], header, body)
	if err != nil { // the server stopped listening to a body that is too long
		fmt.Fprintln(ts.Stdout(), "connection closed")
		return
	}
	s.last = answer{status: status}
	_ = s.last.read(text) // not every answer is GraphQL
	fmt.Fprintf(ts.Stdout(), "%d\n%s\n", status, s.scrub(text))
}

// unescape makes bytes that no text file may hold: \xff and \x00.
func unescape(s string) string {
	return regexp.MustCompile(`\\x[0-9a-f]{2}`).ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:], 16, 8)
		return string([]byte{byte(n)})
	})
}

// ask sends an operation over HTTP.
func (s *story) ask(who, operation string, variables map[string]any) answer {
	document, err := os.ReadFile(filepath.Join("operations", operation+".graphql"))
	require.NoError(s.t, err)
	body, err := json.Marshal(map[string]any{"query": string(document), "variables": variables})
	require.NoError(s.t, err)
	status, text, err := s.send(who, http.MethodPost, "/graphql", http.Header{"Content-Type": {"application/json"}}, body)
	if err != nil {
		s.t.Errorf("%s: %v", operation, err)
		return answer{errors: []problem{{code: "NO_ANSWER", text: err.Error()}}}
	}
	if status == http.StatusUnauthorized && strings.Contains(text, "SESSION_STALE") {
		s.signInAgain(who)
		return s.ask(who, operation, variables)
	}
	a := answer{status: status}
	if err := a.read(text); err != nil {
		s.t.Errorf("%s: %d %s", operation, status, text)
	}
	return a
}

// insist asks again for as long as the server has no room, as it is told to: with
// its key a command happens once.
func (s *story) insist(who, operation string, variables map[string]any) answer {
	for {
		a := s.ask(who, operation, variables)
		if len(a.errors) == 0 || a.errors[0].code != "UNAVAILABLE OVERLOADED" || s.t.Context().Err() != nil {
			return a
		}
	}
}

// signInAgain is what somebody does whose hat has rested for too long: days pass
// in stories.
func (s *story) signInAgain(who string) {
	p := s.people[who]
	opened, err := s.w.App.Identity.SignIn(s.t.Context(), actor.Actor{},
		identity.SignInInput{Email: p.email, Password: testkit.Password})
	require.NoError(s.t, err)
	p.token = string(opened.Token)
}

func (s *story) send(who, method, path string, header http.Header, body []byte) (status int, text string, err error) {
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.w.URL+path, bytes.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header = header
	p := s.people[who]
	if p.token != "" {
		r.Header.Set("Authorization", "Bearer "+p.token)
	}
	if p.actAs != "" {
		r.Header.Set("Etal-Act-As", p.actAs)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	return response.StatusCode, string(content), err
}

// variables reads the arguments of gql.
func (s *story) variables(ts *testscript.TestScript, operation string, args []string) map[string]any {
	document, err := os.ReadFile(filepath.Join("operations", operation+".graphql"))
	ts.Check(err)
	under := ""
	if strings.Contains(string(document), "$input:") {
		under = "input."
	}
	all := map[string]any{}
	if under != "" {
		all["input"] = map[string]any{}
	}
	for _, arg := range args {
		path, value, ok := strings.Cut(arg, "=")
		if !ok {
			content := os.Expand(ts.ReadFile(arg), ts.Getenv)
			var read map[string]any
			ts.Check(json.Unmarshal([]byte(content), &read))
			all["input"] = read
			continue
		}
		var set any = value
		switch {
		case strings.HasSuffix(path, ":"):
			path = strings.TrimSuffix(path, ":")
			ts.Check(json.Unmarshal([]byte(value), &set))
		case strings.HasSuffix(path, "@"):
			path, set = strings.TrimSuffix(path, "@"), unescape(ts.ReadFile(value))
		}
		put(all, strings.Split(under+path, "."), set)
	}
	return all
}

func put(into map[string]any, path []string, value any) {
	for _, step := range path[:len(path)-1] {
		next, ok := into[step].(map[string]any)
		if !ok {
			next = map[string]any{}
			into[step] = next
		}
		into = next
	}
	into[path[len(path)-1]] = value
}

// dig follows a path such as nodes.0.id; len is the length of a list, a point alone
// the value itself.
func dig(v any, path string) (any, error) {
	if path == "." {
		return v, nil
	}
	for step := range strings.SplitSeq(path, ".") {
		switch at := v.(type) {
		case map[string]any:
			next, ok := at[step]
			if !ok {
				return nil, fmt.Errorf("there is no %q in %s", path, show(v))
			}
			v = next
		case []any:
			if step == "len" {
				v = len(at)
				continue
			}
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(at) {
				return nil, fmt.Errorf("there is no %q in %s", path, show(v))
			}
			v = at[i]
		default:
			return nil, fmt.Errorf("there is no %q in %s", path, show(v))
		}
	}
	return v, nil
}

// show writes a value as a script does: text without quotation marks.
func show(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err.Error()
	}
	return strings.TrimSpace(b.String())
}

// notice remembers the payment that an answer shows, for Stripe.
func (s *story) notice(v any) {
	switch at := v.(type) {
	case map[string]any:
		secret, _ := at["clientSecret"].(string)
		key, _ := at["publishableKey"].(string)
		if secret != "" {
			s.secret, s.pubkey = secret, key
		}
		for _, next := range at {
			s.notice(next)
		}
	case []any:
		for _, next := range at {
			s.notice(next)
		}
	}
}

func (s *story) print(ts *testscript.TestScript, v any) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	ts.Check(encoder.Encode(v))
	fmt.Fprint(ts.Stdout(), s.scrub(b.String()))
}

// What differs from run to run, and what stands for it when it has no name.
func strangers() []struct{ pattern, instead string } {
	return []struct{ pattern, instead string }{
		{`etal_ses_[A-Za-z0-9_-]{43}`, "<token>"},
		{`pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+`, "<secret>"},
		{`\b([a-z]{3})_[0-9a-z]{26}\b`, "<$1>"},
		{`\b(acct|pi|tr|po|ch|txn|py|lnk|req)_[A-Za-z0-9]{10,}\b`, "<$1>"},
		{`\b[0-9A-Z]{5}-[0-9A-Z]{5}\b`, "<number>"},
		{`http://127\.0\.0\.1:\d+`, "<url>"},
	}
}

// scrub makes a text the same in every run.
func (s *story) scrub(text string) string {
	values := make([]string, 0, len(s.names))
	for value := range s.names {
		values = append(values, value)
	}
	slices.SortFunc(values, func(a, b string) int { return len(b) - len(a) })
	for _, value := range values {
		text = strings.ReplaceAll(text, value, s.names[value])
	}
	for _, x := range strangers() {
		text = regexp.MustCompile(x.pattern).ReplaceAllString(text, x.instead)
	}
	return text
}
