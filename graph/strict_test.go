package graph

import (
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// What the specification refuses and the library lets pass, and what looks like it and
// is right.
func TestStrict_values(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	for name, c := range map[string]struct{ query, variables, code string }{
		"a number for a text":              {`query($v: String!) { sellerBySlug(slug: $v) { id } }`, `{"v":5}`, codeBadUserInput},
		"a text":                           {`query($v: String!) { sellerBySlug(slug: $v) { id } }`, `{"v":"5"}`, ""},
		"a text for a number":              {`query($v: Int) { products(first: $v) { nodes { id } } }`, `{"v":"5"}`, codeBadUserInput},
		"a number":                         {`query($v: Int) { products(first: $v) { nodes { id } } }`, `{"v":5}`, ""},
		"a number of 33 bits":              {`query($v: Int) { products(first: $v) { nodes { id } } }`, `{"v":2147483648}`, codeBadUserInput},
		"a number of 33 bits, unused":      {`query($v: Int) { products(first: $v) @skip(if: true) { nodes { id } } }`, `{"v":2147483648}`, codeBadUserInput},
		"33 bits that are written out":     {`{ products(first: 2147483648) @skip(if: true) { nodes { id } } }`, `{}`, codeBadUserInput},
		"a broken number for an id":        {`query($v: ID!) { node(id: $v) { id } }`, `{"v":1.5}`, codeBadUserInput},
		"a whole number for an id":         {`query($v: ID!) { node(id: $v) { id } }`, `{"v":15}`, ""},
		"one in place of a list":           {`query($v: [ID!]!) { nodes(ids: $v) { id } }`, `{"v":"prd_1"}`, ""},
		"a number in a list of ids":        {`query($v: [ID!]!) { nodes(ids: $v) { id } }`, `{"v":["prd_1",1.5]}`, codeBadUserInput},
		"an enum in small letters":         {`query($v: ListingSort!) { products(sort: $v) { nodes { id } } }`, `{"v":"newest"}`, codeBadUserInput},
		"an enum":                          {`query($v: ListingSort!) { products(sort: $v) { nodes { id } } }`, `{"v":"NEWEST"}`, ""},
		"a name that no input has":         {`query($v: ListingFilter) { products(filter: $v) { nodes { id } } }`, `{"v":{"__typename":"ListingFilter"}}`, codeBadUserInput},
		"a number for a text inside":       {`query($v: ListingFilter) { products(filter: $v) { nodes { id } } }`, `{"v":{"query":5}}`, codeBadUserInput},
		"a list for a scalar of ours":      {`query($v: InvitationToken!) { sellerInvitation(token: $v) { email } }`, `{"v":[]}`, codeBadUserInput},
		"an object for a scalar of ours":   {`query($v: InvitationToken!) { sellerInvitation(token: $v) { email } }`, `{"v":{}}`, codeBadUserInput},
		"a list that is written out":       {`{ sellerInvitation(token: ["x"]) { email } }`, `{}`, codeBadUserInput},
		"an object for an enum":            {`{ products(sort: {}) { nodes { id } } }`, `{}`, codeBadUserInput},
		"an object by default":             {`query($v: ID! = {}) { node(id: $v) { id } }`, `{"v":"prd_1"}`, codeBadUserInput},
		"an object in a directive":         {`{ __typename ... @skip(if: {}) { a: __typename } }`, `{}`, codeBadUserInput},
		"an object in a directive, spread": {`{ __typename ...F @include(if: {}) } fragment F on Query { a: __typename }`, `{}`, codeBadUserInput},
		"half a character":                 {`{ sellerBySlug(slug: "\uD83D") { id } }`, `{}`, codeParseFailed},
		"the other half":                   {`{ sellerBySlug(slug: "\uDE00") { id } }`, `{}`, codeParseFailed},
		"both halves":                      {`{ sellerBySlug(slug: "\uD83D\uDE00") { id } }`, `{}`, ""},
		"half a character behind two":      {`{ sellerBySlug(slug: "\\\"\uD83D\uDE00\uD83Dx") { id } }`, `{}`, codeParseFailed},
		"no escape at all":                 {`{ sellerBySlug(slug: "\\uD83D") { id } } # "\uD83D`, `{}`, ""},
		"a text in three quotes":           {`{ sellerBySlug(slug: """\uD83D \""" """) { id } }`, `{}`, ""},
	} {
		body, err := json.Marshal(map[string]any{"query": c.query, "variables": json.RawMessage(c.variables)})
		require.NoError(t, err)
		r := decoded(t, a.raw(http.MethodPost, "/graphql", string(body)))
		if c.code == "" {
			require.Empty(t, r.Errors, name)
			continue
		}
		require.Len(t, r.Errors, 1, name)
		require.Equal(t, c.code, r.Errors[0].Extensions["code"], name)
		require.Nil(t, r.Data, "%s is refused before anything is executed", name)
	}
	require.NotContains(t, a.log.String(), "level=ERROR", "what a client does wrong is not our error")
}

func TestStrict_escapes_are_read_to_their_end(t *testing.T) {
	t.Parallel()
	for document, half := range map[string]bool{
		`"\u{1F600}"`: false, `"\u{D83D}"`: true, `"\u{D83D}\u{DE00}"`: true, `"\uD83D\u{DE00}"`: true, `"\uD83D`: true, `"\uD8`: false, `"\u`: false, `"\u{`: false,
		`"""\uD83D`: false, `"" "\uDE00"`: true, `""`: false, "#\\uD83D\n\"\\uDE00\"": true, `#\uD83D`: false,
		`"""\""""""\uD83D`: false, `"""\"""""" "\uD83D"`: true, `"""a\"""\uD83D""" "\uDE00"`: true, `"""\""" "\uD83D"`: false,
	} {
		require.Equal(t, half, hasHalfCharacter(document), document)
	}
}

// Whoever does not send the body in time is told so, by the status for it.
func TestHandler_a_body_that_comes_too_late_gets_408(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	server := httptest.NewUnstartedServer(a.handler)
	server.Config.ReadTimeout = 100 * time.Millisecond
	server.Start()
	t.Cleanup(server.Close)
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", strings.TrimPrefix(server.URL, "http://"))
	require.NoError(t, err)
	defer conn.Close()
	_, err = conn.Write([]byte("POST / HTTP/1.1\r\nHost: market\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"))
	require.NoError(t, err)
	answer := make([]byte, 4096)
	n, err := conn.Read(answer)
	require.NoError(t, err)
	require.Contains(t, string(answer[:n]), "HTTP/1.1 "+strconv.Itoa(http.StatusRequestTimeout))
}
