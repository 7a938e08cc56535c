package docs_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/testkit"
)

// block is a fenced block of a page, by its language and what stands behind it.
type block struct{ language, says, text string }

var fenced = regexp.MustCompile("(?ms)^```([a-z]+) ?([a-z]*)\n(.*?)^```$")

func blocksOf(page string) (found []block) {
	for _, m := range fenced.FindAllStringSubmatch(page, -1) {
		found = append(found, block{m[1], m[2], m[3]})
	}
	return found
}

// reader lives what the guides of the API tell: it sends their requests as whoever
// they name, and knows the ids and tokens of the answers.
type reader struct {
	t      *testing.T
	w      *testkit.World
	people map[string]*testkit.Person
	known  map[string]string // by prefix, such as off_
	cursor string
	sent   int
}

// TestGuides_are_true sends every request of the pages below docs/api, in their
// order, to a marketplace of its own for each page, and compares the answers with
// those that stand behind them.
func TestGuides_are_true(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("api/*.md")
	require.NoError(t, err)
	for _, page := range pages {
		text := read(t, "docs/"+page)
		if strings.Contains(text, "DO NOT EDIT") || page == "api/cost.md" { // a test of graph measures what stands there
			continue
		}
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				r := newReader(t, w)
				blocks := blocksOf(text)
				for i, b := range blocks {
					if b.language != "graphql" && b.language != "http" {
						continue
					}
					rest := blocks[i+1:]
					variables := map[string]any{}
					if len(rest) > 0 && rest[0].says == "variables" {
						require.NoError(t, json.Unmarshal([]byte(r.filled(rest[0].text)), &variables), rest[0].text)
						rest = rest[1:]
					}
					answer := r.send(b, variables)
					if len(rest) > 0 && rest[0].language == "json" {
						r.compare(rest[0].text, answer)
					}
				}
				require.True(t, r.sent > 0 || page == "api/sandbox.md", "a guide shows a request")
			})
		})
	}
}

func newReader(t *testing.T, w *testkit.World) *reader {
	t.Helper()
	mill := w.Seller("Mill", testkit.Onboarded)
	tea := mill.Product("Tea", "12.50", 10)
	mill.Product("Teapot", "40.00", 10)
	mill.Product("Bowl", "30.00", 10)
	alice := w.Buyer("alice")
	w.Settle()
	placed := alice.Orders(tea.Times(1))
	cart := alice.Cart(tea.Times(1))
	return &reader{t: t, w: w, people: map[string]*testkit.Person{"nobody": nil, "buyer": alice, "seller": mill.Person}, known: map[string]string{
		"prd_": string(tea.ID), "off_": string(tea.Offer), "ord_": string(placed.Order.ID), "crt_": string(cart.ID), "sel_": string(mill.ID),
		"etal_ses_": string(alice.Token), "alice@example.org": alice.Email,
	}}
}

var (
	placeholder = regexp.MustCompile(`([a-z]{3}_|etal_ses_)…`)
	identifier  = regexp.MustCompile(`^([a-z]{3}_|etal_ses_)[0-9A-Za-z_-]{10,}$`)
)

// filled puts ids and the last cursor in place of what stands for them.
func (r *reader) filled(text string) string {
	text = placeholder.ReplaceAllStringFunc(text, func(of string) string {
		id, ok := r.known[strings.TrimSuffix(of, "…")]
		require.True(r.t, ok, "nothing is known to begin with %s", of)
		return id
	})
	return strings.NewReplacer("<endCursor>", r.cursor, "alice@example.org", r.known["alice@example.org"]).Replace(text)
}

func (r *reader) send(b block, variables map[string]any) []byte {
	r.t.Helper()
	r.sent++
	text := r.filled(b.text)
	var request *http.Request
	var err error
	if b.language == "http" {
		request, err = http.ReadRequest(bufio.NewReader(strings.NewReader(framed(text))))
		require.NoError(r.t, err, text)
		body, err := io.ReadAll(request.Body)
		require.NoError(r.t, err)
		header := request.Header
		request, err = http.NewRequestWithContext(r.t.Context(), request.Method, r.w.URL+request.RequestURI, bytes.NewReader(body))
		require.NoError(r.t, err)
		request.Header = header
	} else {
		body, err := json.Marshal(map[string]any{"query": text, "variables": variables})
		require.NoError(r.t, err)
		request, err = http.NewRequestWithContext(r.t.Context(), http.MethodPost, r.w.URL+"/graphql", bytes.NewReader(body))
		require.NoError(r.t, err)
		request.Header.Set("Content-Type", "application/json")
		p, ok := r.people[b.says]
		require.True(r.t, ok, "say behind ```graphql who asks: %q", b.says)
		if p != nil {
			request.Header.Set("Authorization", "Bearer "+string(p.Token))
			request.Header.Set("Etal-Act-As", p.ActAs)
			if p.ActAs == "" {
				request.Header.Del("Etal-Act-As")
			}
		}
	}
	if request.Header.Get("Accept") == "text/event-stream" {
		return r.listen(request)
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(r.t, err)
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	require.NoError(r.t, err)
	require.Less(r.t, response.StatusCode, 300, "%s: %s", text, answer)
	return answer
}

// framed gives a request as a page shows it the length of its body.
func framed(text string) string {
	head, body, _ := strings.Cut(text, "\n\n")
	line, headers, _ := strings.Cut(head, "\n")
	lines := strings.Split(strings.TrimSpace(headers+fmt.Sprintf("\nHost: localhost\nContent-Length: %d", len(body))), "\n")
	return line + " HTTP/1.1\r\n" + strings.Join(lines, "\r\n") + "\r\n\r\n" + body
}

// listen opens an event stream, and reads what it says first.
func (r *reader) listen(request *http.Request) []byte {
	r.t.Helper()
	r.w.Streams()
	response, err := http.DefaultClient.Do(request)
	require.NoError(r.t, err)
	defer response.Body.Close()
	require.Equal(r.t, http.StatusOK, response.StatusCode)
	require.Contains(r.t, response.Header.Get("Content-Type"), "text/event-stream")
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "id: ") {
			return nil
		}
		require.NotContains(r.t, lines.Text(), "data:", "a stream says first where it stands")
	}
	require.Fail(r.t, "the stream has ended")
	return nil
}

// compare holds an answer to what a page shows of it, and remembers the ids in it.
func (r *reader) compare(shown string, answer []byte) {
	r.t.Helper()
	var want, got any
	require.NoError(r.t, json.Unmarshal([]byte(strings.ReplaceAll(shown, "alice@example.org", r.known["alice@example.org"])), &want), shown)
	require.NoError(r.t, json.Unmarshal(answer, &got), string(answer))
	r.hold("", want, got, string(answer))
	r.learn(got)
}

func (r *reader) hold(at string, want, got any, answer string) {
	r.t.Helper()
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		require.True(r.t, ok, "%s: %s", at, answer)
		for name, value := range w {
			require.Contains(r.t, g, name, "%s: %s", at, answer)
			r.hold(at+"."+name, value, g[name], answer)
		}
	case []any:
		g, ok := got.([]any)
		require.True(r.t, ok && len(g) >= len(w) && (len(w) > 0 || len(g) == 0), "%s: %s", at, answer)
		for i, value := range w {
			r.hold(fmt.Sprint(at, ".", i), value, g[i], answer)
		}
	case string:
		g, ok := got.(string)
		require.True(r.t, ok, "%s: %s", at, answer)
		if start, _, open := strings.Cut(w, "…"); open {
			require.True(r.t, strings.HasPrefix(g, start) && g != "", "%s: %s", at, answer)
		} else {
			require.Equal(r.t, w, g, "%s: %s", at, answer)
		}
	default:
		require.Equal(r.t, want, got, "%s: %s", at, answer)
	}
}

func (r *reader) learn(from any) {
	switch v := from.(type) {
	case map[string]any:
		for name, value := range v {
			if text, ok := value.(string); ok && name == "endCursor" {
				r.cursor = text
			}
			r.learn(value)
		}
	case []any:
		for _, value := range v {
			r.learn(value)
		}
	case string:
		if m := identifier.FindStringSubmatch(v); m != nil {
			r.known[m[1]] = v
		}
	}
}

// The cards that the page of the sandbox and the guide show are cards of the
// simulator's.
func TestSandbox_shows_cards_that_there_are(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	response, err := http.Get(w.URL + "/dev/sandbox")
	require.NoError(t, err)
	defer response.Body.Close()
	page, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	row := regexp.MustCompile(`<code>(\d{16})</code></td><td><code>pm_card_(\w+)</code>`)
	simulator, guide := read(t, "docs/stripe-simulator.md"), read(t, "docs/api/sandbox.md")
	shown := row.FindAllStringSubmatch(string(page), -1)
	require.GreaterOrEqual(t, len(shown), 10)
	for _, card := range shown {
		require.Regexp(t, `\| `+card[1]+` \| [^|]*\x60`+card[2]+`\x60`, simulator)
		require.Contains(t, guide, card[1])
		require.Contains(t, guide, "pm_card_"+card[2])
	}
}
