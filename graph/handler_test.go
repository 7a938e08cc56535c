package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/graph/loader"
)

// api is a handler over a database of its own.
type api struct {
	t       *testing.T
	handler http.Handler
	config  Config
	db      *db.DB
	domain  loader.Services
	log     *bytes.Buffer
	queries *counter
	clock   *clock.Shifted // the wall clock, until it is moved
	policy  factor.Policy  // of second factors
	keys    *seal.Keeper
}

// counter counts queries and remembers the last ones.
type counter struct {
	n     atomic.Int64
	texts sync.Map
}

func (c *counter) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	c.texts.Store(c.n.Add(1), e.Query)
	return ctx
}
func (*counter) AfterQuery(context.Context, *bun.QueryEvent) {}

func newAPI(t *testing.T) *api {
	t.Helper()
	queries := &counter{}
	moved := clock.NewShifted(clock.Wall{})
	d := dbtest.Open(t, db.SQLite, db.Options{Clock: moved, Hooks: []bun.QueryHook{queries}})
	ring, err := seal.Generate()
	require.NoError(t, err)
	people, keys := identity.New(d, identity.Options{HashMemoryKiB: 64}), seal.NewKeeper(ring, nil)
	a := &api{t: t, db: d, log: &bytes.Buffer{}, queries: queries, clock: moved, keys: keys}
	sellers := seller.New(d, people, authz.Grants())
	a.domain = loader.Services{
		APIKey: apikey.New(d, people, sellers, apikey.Options{Grants: func(by actor.Actor, permission string) bool {
			return authz.Grantable(by, authz.Permission(permission))
		}}),
		Catalog: catalog.New(d), Factor: factor.New(d, people, keys, factor.Options{BaseURL: "https://market.example"}), Identity: people, Import: productimport.New(d), Inventory: inventory.New(d), Reveal: reveal.New(d, people, order.New(d)), Seller: sellers, Terms: terms.New(d),
	}
	a.config = Config{
		Changes:       d.OnChange,
		PublicMaxAge:  time.Minute,
		Domain:        a.domain,
		Log:           slog.New(slog.NewTextHandler(a.log, nil)),
		Clock:         moved,
		RequestID:     func(context.Context) string { return "req_test" },
		Introspection: func(ctx context.Context) bool { return actor.From(ctx).IsOperator() },
	}
	a.serve(func(*Config) {})
	return a
}

// serve makes the handler, with other settings than before.
func (a *api) serve(change func(*Config)) {
	change(&a.config)
	inner := NewHandler(a.config)
	a.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		by, err := a.actor(r.Context(), token, r.Header.Get("Etal-Act-As"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		inner.ServeHTTP(w, r.WithContext(actor.With(r.Context(), a.policy.Apply(by))))
	})
}

func (a *api) actor(ctx context.Context, token, actAs string) (actor.Actor, error) {
	if apikey.IsToken(token) {
		return a.domain.APIKey.Actor(ctx, apikey.Token(token), actAs)
	}
	return a.domain.Seller.Actor(ctx, identity.Token(token), actAs)
}

// who is a session and a hat.
type who struct {
	token string
	actAs string
}

func (w who) as(hat string) who { return who{w.token, hat} }

// reply is an answer as a client reads it.
type reply struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions map[string]any
	}
}

func (r reply) code() string {
	if len(r.Errors) == 0 {
		return ""
	}
	code, _ := r.Errors[0].Extensions["code"].(string)
	return code
}

// at walks into the data by a path such as "viewer.hats.0.kind".
func (r reply) at(path string) any {
	var v any = r.Data
	for _, step := range strings.Split(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[step]
		case []any:
			v = in[int(step[0]-'0')]
		default:
			return nil
		}
	}
	return v
}

func (a *api) raw(method, target, body string, headers ...string) *httptest.ResponseRecorder {
	a.t.Helper()
	r := httptest.NewRequestWithContext(a.t.Context(), method, target, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	a.handler.ServeHTTP(w, r)
	return w
}

func (a *api) do(w who, query string, variables map[string]any) reply {
	a.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(a.t, err)
	headers := []string{}
	if w.token != "" {
		headers = append(headers, "Authorization", "Bearer "+w.token, "Etal-Act-As", w.actAs)
	}
	return decoded(a.t, a.raw(http.MethodPost, "/graphql", string(body), headers...))
}

func decoded(t *testing.T, w *httptest.ResponseRecorder) reply {
	t.Helper()
	var r reply
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &r), w.Body.String())
	return r
}

func (a *api) register(name string) who {
	a.t.Helper()
	opened, err := a.domain.Identity.Register(a.t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: name + "@example.org", Name: name, Password: "a quiet harbour 47",
	})
	require.NoError(a.t, err)
	return who{token: string(opened.Token)}
}

func (a *api) operator(role identity.OperatorRole) who {
	a.t.Helper()
	in := identity.RegisterInput{Email: string(role) + "@example.org", Password: "a quiet harbour 47"}
	_, err := a.domain.Identity.CreateOperator(a.t.Context(), role, in)
	require.NoError(a.t, err)
	opened, err := a.domain.Identity.SignIn(a.t.Context(), actor.Actor{}, identity.SignInInput{Email: in.Email, Password: in.Password})
	require.NoError(a.t, err)
	return who{string(opened.Token), "operator"}
}

const typename = `{"query":"{__typename}"}`

func TestHandler_media_types(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	for accept, want := range map[string]string{
		"":                                typeJSON,
		"*/*":                             typeJSON,
		"application/json; charset=utf-8": typeJSON,
		typeResponse:                      typeResponse,
		typeResponse + ", application/json;q=0.9":                                       typeResponse,
		typeResponse + ";q=0.5, application/json":                                       typeJSON,
		typeResponse + ";q=0, */*;q=0.1":                                                typeJSON,
		"text/html, application/xhtml+xml, application/xml;q=0.9, image/webp, */*;q=.8": typeJSON,
	} {
		w := a.raw(http.MethodPost, "/graphql", typename, "Accept", accept)
		require.Equal(t, 200, w.Code, accept)
		require.Equal(t, want+"; charset=utf-8", w.Header().Get("Content-Type"), accept)
		require.Equal(t, map[string]any{"__typename": "Query"}, decoded(t, w).Data)
	}
	w := a.raw(http.MethodPost, "/graphql", typename, "Accept", "text/html")
	require.Equal(t, http.StatusNotAcceptable, w.Code)
	require.Equal(t, codeNotAcceptable, decoded(t, w).code())
}

// Values are counted outside of text, and as many as may be are read.
func TestHandler_answers_with_as_many_values_as_may_be(t *testing.T) {
	t.Parallel()

	body := `{"query":"{__typename}","variables":{"a":[` + strings.Repeat("0,", 19_990) + `0],"b":"` + strings.Repeat(",[", 9_000) + `"}}`
	require.Equal(t, map[string]any{"__typename": "Query"}, decoded(t, newAPI(t).raw(http.MethodPost, "/graphql", body)).Data)
}

func TestHandler_refuses(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	tests := map[string]struct {
		body    string
		headers []string
		status  int
		code    string
	}{
		"not_json":          {"secret=hunter2", nil, 400, codeBadRequest},
		"empty":             {"", nil, 400, codeBadRequest},
		"a_batch":           {"[" + typename + "]", nil, 400, codeBadRequest},
		"null":              {"null", nil, 400, codeBadRequest},
		"no_query":          {`{"operationName":"hunter2"}`, nil, 400, codeBadRequest},
		"query_is_a_number": {`{"query":1}`, nil, 400, codeBadRequest},
		"capital_name":      {`{"QUERY":"{__typename}"}`, nil, 400, codeBadRequest},
		"variables_a_list":  {`{"query":"{__typename}","variables":[]}`, nil, 400, codeBadRequest},
		"twice":             {`{"query":"{__typename}","query":"{viewer{account{id}}}"}`, nil, 400, codeBadRequest},
		"something_follows": {typename + `{"query":"hunter2"}`, nil, 400, codeBadRequest},
		"not_utf8":          {"{\"query\":\"{__typename} #\xff\"}", nil, 400, codeBadRequest},
		"deep":              {`{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 70) + strings.Repeat("]", 70) + `}}`, nil, 400, codeBadRequest},
		"many_values":       {`{"query":"{__typename}","variables":{"a":[` + strings.Repeat("0,", 20_000) + `0]}}`, nil, 400, codeBadRequest},
		"persisted":         {`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`, nil, 200, codePersistedUnsupported},
		"too_large":         {`{"query":"` + strings.Repeat("#", 300<<10) + `"}`, nil, 413, codeBodyTooLarge},
		"form":              {"query={__typename}", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, codeUnsupportedMediaType},
		"text":              {typename, []string{"Content-Type", "text/plain"}, 415, codeUnsupportedMediaType},
		"no_type":           {typename, []string{"Content-Type", ""}, 415, codeUnsupportedMediaType},
		"utf16":             {typename, []string{"Content-Type", "application/json; charset=utf-16"}, 415, codeUnsupportedMediaType},
		"compressed":        {typename, []string{"Content-Encoding", "gzip"}, 415, codeUnsupportedMediaType},
		"syntax":            {`{"query":"{"}`, nil, 200, codeParseFailed},
		"no_such_field":     {`{"query":"{viewr{id}}"}`, nil, 200, codeValidationFailed},
		"no_such_operation": {`{"query":"query a{__typename}","operationName":"b"}`, nil, 200, codeValidationFailed},
		"missing_variable":  {`{"query":"query($i:ID!){node(id:$i){id}}"}`, nil, 200, codeValidationFailed},
		"bad_variable":      {`{"query":"query($i:Int){sellers(first:$i){nodes{id}}}","variables":{"i":"x"}}`, nil, 200, codeValidationFailed},
		"object_for_scalar": {`{"query":"{node(id:{}){id}}"}`, nil, 200, codeBadUserInput},
		"nul_in_literal":    {`{"query":"{sellerBySlug(slug:\"a\\u0000\"){id}}"}`, nil, 200, codeBadUserInput},
		"nul_in_variable":   {`{"query":"query($s:String!){sellerBySlug(slug:$s){id}}","variables":{"s":"a\u0000"}}`, nil, 200, codeBadUserInput},
		"introspection":     {`{"query":"{__schema{types{name}}}"}`, nil, 200, codeIntrospectionDisabled},
		"hidden_fragment":   {`{"query":"{...f} fragment f on Query{__type(name:\"Query\"){name}}"}`, nil, 200, codeIntrospectionDisabled},
		"defer":             {`{"query":"{...@defer{viewer{account{id}}}}"}`, nil, 200, codeValidationFailed},
		"many_ids":          {`{"query":"{nodes(ids:[` + strings.Repeat(`\"a\",`, 101) + `]){id}}"}`, nil, 200, codeBadUserInput},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := a.raw(http.MethodPost, "/graphql", tt.body, tt.headers...)
			require.Equal(t, tt.status, w.Code, w.Body.String())
			require.Equal(t, tt.code, decoded(t, w).code(), w.Body.String())
			require.NotContains(t, w.Body.String(), "hunter2", "nothing is echoed")
			require.NotContains(t, w.Body.String(), "Did you mean")
			if name != "many_ids" {
				require.NotContains(t, w.Body.String(), `"data"`, "nothing was executed")
			}
		})
	}
	require.Empty(t, a.log.String(), "what a client does wrong is not our error")
}

func TestHandler_status_by_own_media_type(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	for query, status := range map[string]int{
		`{__typename}`:                  200,
		`{`:                             400,
		`{viewr}`:                       400,
		`{sellers{nodes{id}}}`:          294,
		`{__schema{types{name}}}`:       400,
		`mutation{signOut{__typename}}`: 200,
	} {
		body, err := json.Marshal(map[string]string{"query": query})
		require.NoError(t, err)
		w := a.raw(http.MethodPost, "/graphql", string(body), "Accept", typeResponse)
		require.Equal(t, status, w.Code, query)
	}
}

func TestHandler_GET(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	w := a.raw(http.MethodGet, "/graphql?query=query($s:String!){sellerBySlug(slug:$s){id}}&variables=%7B%22s%22%3A%22x%22%7D", "")
	require.Equal(t, map[string]any{"sellerBySlug": nil}, decoded(t, w).Data)

	w = a.raw(http.MethodGet, "/graphql?query=mutation{guestSessionCreate{session{id}}}", "")
	require.Equal(t, http.StatusMethodNotAllowed, w.Code)
	require.Equal(t, "POST", w.Header().Get("Allow"))
	for _, target := range []string{
		"/graphql", "/graphql?query=", "/graphql?query={__typename}&variables={", "/graphql?query=%ff",
		"/graphql?query={__typename}&query={x}", "/graphql?query={__typename}&x=" + strings.Repeat("a", 9000),
		"/graphql/" + strings.Repeat("a", 9000) + "?query={__typename}",
	} {
		w = a.raw(http.MethodGet, target, "")
		require.Equal(t, http.StatusBadRequest, w.Code, target)
		require.Equal(t, codeBadRequest, decoded(t, w).code(), target)
	}
	w = a.raw(http.MethodPut, "/graphql", "")
	require.Equal(t, http.StatusMethodNotAllowed, w.Code)
	require.Equal(t, "GET, POST", w.Header().Get("Allow"))
}

func TestHandler_limits_of_a_document(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	doubling := "{...f0}"
	for i := range 16 {
		doubling += strings.ReplaceAll("fragment fI on Query{...fJ ...fJ}", "I", string(rune('0'+i%10))+strings.Repeat("x", i/10))
		doubling = strings.ReplaceAll(doubling, "J", string(rune('0'+(i+1)%10))+strings.Repeat("x", (i+1)/10))
	}
	doubling += "fragment f6x on Query{__typename}"
	signIn := `signIn(input:{email:"a@example.org",password:"x"}){userErrors{code}}`
	for name, tt := range map[string]struct {
		query string
		code  string
	}{
		"doubling_fragments": {doubling, codeOperationTooLarge},
		"aliases":            {"{" + many(61, "aN:__typename ") + "}", codeOperationTooLarge},
		"root_fields":        {"{" + many(41, "__typename ") + "}", codeOperationTooLarge},
		"one_field_often":    {"{viewer{" + many(151, "__typename ") + "}}", codeOperationTooLarge},
		"depth":              {"{" + strings.Repeat("viewer{", 19) + "x" + strings.Repeat("}", 20), codeOperationTooLarge},
		"mutations":          {"mutation{" + many(11, "aN:signOut{userErrors{code}} ") + "}", codeOperationTooLarge},
		"passwords":          {"mutation{a:" + signIn + " b:" + signIn + "}", codeOperationTooLarge},
		"passwords_hidden":   {"mutation{...f a:" + signIn + "} fragment f on Mutation{b:" + signIn + "}", codeOperationTooLarge},
		"directives":         {"{__typename" + strings.Repeat(" @skip(if:false)", 6) + "}", codeOperationTooLarge},
		"operations":         {many(11, "query qN{__typename} "), codeOperationTooLarge},
		"tokens":             {"{" + strings.Repeat("a ", 4001) + "}", codeParseFailed},
		"fragment_cycle":     {"{...a} fragment a on Query{...b} fragment b on Query{...a}", codeValidationFailed},
		"cost":               {"{sellers(first:100){nodes{business{members{account{id}}}}}" + many(20, " sN:sellers(first:100){nodes{business{members{account{id}}}}}") + "}", codeCostLimit},
	} {
		r := a.do(who{}, tt.query, nil)
		require.Equal(t, tt.code, r.code(), "%s: %v", name, r)
		require.Nil(t, r.Data, name)
		again := a.do(who{}, tt.query, nil)
		require.Equal(t, r, again, "%s: the verdict is the same the second time", name)
	}
}

// many repeats text n times with N counted up.
func many(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "N", strings.Repeat("z", i+1)))
	}
	return b.String()
}

// toolsIntrospection is what GraphiQL and code generators ask for.
const toolsIntrospection = `query IntrospectionQuery {
  __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types { ...FullType }
    directives { name description locations args { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description specifiedByURL
  fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type {
  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
}`

func TestHandler_introspection_for_whom_it_is_open(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	auditor := a.operator(identity.OperatorAuditor)
	r := a.do(auditor, `{__schema{queryType{name} directives{name}}}`, nil)
	require.Equal(t, "Query", r.at("__schema.queryType.name"))

	r = a.do(auditor, toolsIntrospection, nil)
	require.Empty(t, r.Errors)
	require.Equal(t, "Mutation", r.at("__schema.mutationType.name"))

	for _, query := range []string{
		`{__schema{types{fields{type{fields{name}}}}}}`,
		`{__schema{types{...f}}} fragment f on __Type{possibleTypes{...{interfaces{name}}}}`,
		`{__schema{queryType{name}} ...{__schema{queryType{name}}}}`,
		`{a:__schema{queryType{name}}}`, `{__schema{types{fields{a:description b:description}}}}`,
		`{__schema{queryType{name}} ...f} fragment f on Query{__type(name:"Query"){name}}`,
	} {
		require.Equal(t, codeOperationTooLarge, a.do(auditor, query, nil).code(), query)
	}
	began := time.Now()
	r = a.do(auditor, toolsIntrospection, nil)
	require.Empty(t, r.Errors)
	t.Log("what tools ask of the schema took", time.Since(began))
}

func TestHandler_hides_what_went_wrong(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	a.domain.Seller = nil // every use case of it panics
	a.handler = NewHandler(Config{
		Domain: a.domain, Log: slog.New(slog.NewTextHandler(a.log, nil)),
		RequestID: func(context.Context) string { return "req_test" },
	})
	r := a.do(who{}, `{ sellerBySlug(slug: "mill") { id } b: sellerBySlug(slug: "b") { id } }`, nil)
	require.Len(t, r.Errors, 2)
	for _, e := range r.Errors {
		require.Equal(t, somethingWrong, e.Message)
		require.Equal(t, map[string]any{"code": codeInternal, "requestId": "req_test"}, e.Extensions)
	}
	require.Equal(t, []any{"b"}, r.Errors[0].Path, "sorted by their place")
	require.Equal(t, 2, strings.Count(a.log.String(), "level=ERROR"), a.log.String())
	require.Equal(t, map[string]any{"sellerBySlug": nil, "b": nil}, r.Data)
}

// The edition of September 2026 has a status for each kind of refusal, whatever
// media type is asked for.
func TestHandler_status_by_edition_2026(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	a.serve(func(c *Config) { c.Edition2026 = true })
	for body, status := range map[string]int{
		`{"query":"{"}`: 400, `nonsense`: 400, `{"query":"{viewr{id}}"}`: 422, `{"operationName":"a"}`: 422, `{"query":1}`: 422,
		`{"query":"query($i:Int){sellers(first:$i){nodes{id}}}","variables":{"i":"x"}}`: 422, `{"query":"{__typename}","variables":7}`: 422,
		`{"query":"{__typename}","unknown":7}`: 200,
	} {
		for _, accept := range []string{typeJSON, typeResponse} {
			w := a.raw(http.MethodPost, "/graphql", body, "Accept", accept)
			require.Equal(t, status, w.Code, "%s %s", accept, body)
			require.Equal(t, accept+"; charset=utf-8", w.Header().Get("Content-Type"))
		}
	}
	long := "/graphql?query={__typename}&x=" + strings.Repeat("a", 9000)
	require.Equal(t, http.StatusRequestURITooLong, a.raw(http.MethodGet, long, "").Code)
	require.Equal(t, http.StatusRequestURITooLong, a.raw(http.MethodPost, long, `{"query":"{__typename}"}`).Code)
}

// What is refused before a stream begins has the status of its edition.
func TestHandler_status_of_streams(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	for _, edition := range []bool{false, true} {
		a.serve(func(c *Config) { c.Edition2026 = edition })
		for body, status := range map[string][2]int{
			`{"query":"{"}`: {400, 400}, `nonsense`: {400, 400}, `{"query":"{viewr{id}}"}`: {400, 422}, `{"query":1}`: {400, 422}, `{"operationName":"a"}`: {400, 422},
			`{"query":"query($i:Int){sellers(first:$i){nodes{id}}}","variables":{"i":"x"}}`: {400, 422},
		} {
			want := status[0]
			if edition {
				want = status[1]
			}
			w := a.raw(http.MethodPost, "/graphql", body, "Accept", typeStream)
			require.Equal(t, want, w.Code, "%v %s", edition, body)
			require.Equal(t, typeJSON+"; charset=utf-8", w.Header().Get("Content-Type"))
		}
	}
}

// What runs on a stream takes a place while it runs, and none while it is written.
func TestHandler_streams_take_places(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	var taken, inside, waited int
	full := false
	a.serve(func(c *Config) {
		c.Place = func(context.Context) (func(), error) {
			if full {
				return nil, fault.New(fault.Unavailable, "OVERLOADED", "Too much.")
			}
			taken, inside = taken+1, inside+1
			return func() { inside-- }, nil
		}
		c.Waits = func(context.Context) { waited++ }
	})
	const query = `{"query":"{__typename}"}`
	require.Equal(t, "Query", decoded(t, a.raw(http.MethodPost, "/graphql", query, "Accept", "application/json, text/event-stream;q=0.1")).Data["__typename"])
	require.Zero(t, taken+waited, "it is answered at once, with the place that it came with")
	w := a.raw(http.MethodPost, "/graphql", query, "Accept", typeStream)
	require.Contains(t, w.Body.String(), `"data":{"__typename":"Query"}`)
	require.Equal(t, []int{1, 0, 1}, []int{taken, inside, waited})
	full = true
	w = a.raw(http.MethodPost, "/graphql", query, "Accept", typeStream)
	require.Contains(t, w.Body.String(), `"code":"UNAVAILABLE"`)
	require.NotContains(t, w.Body.String(), `"data"`)
}

// An event is not lost because there is no place for it at the moment.
func TestStream_events_wait_for_a_place(t *testing.T) {
	t.Parallel()

	asked, overloaded := 0, fault.New(fault.Unavailable, "OVERLOADED", "Too much.")
	tr := &transport{place: func(context.Context) (func(), error) {
		if asked++; asked == 1 {
			return nil, overloaded
		}
		return func() {}, nil
	}}
	_, err := tr.patient(t.Context())
	require.NoError(t, err)
	require.Equal(t, 2, asked)

	tr.place = func(context.Context) (func(), error) { return nil, overloaded }
	gone, leave := context.WithCancel(t.Context())
	leave()
	_, err = tr.patient(gone)
	require.ErrorIs(t, err, context.Canceled, "whoever has gone waits no more")
}
