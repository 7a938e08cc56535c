package hostile

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Codes of refusals.
const (
	bad        = "BAD_REQUEST"
	input      = "BAD_USER_INPUT"
	parse      = "GRAPHQL_PARSE_FAILED"
	invalid    = "GRAPHQL_VALIDATION_FAILED"
	large      = "OPERATION_TOO_LARGE"
	cost       = "COST_LIMIT"
	introspect = "INTROSPECTION_DISABLED"
	media      = "UNSUPPORTED_MEDIA_TYPE"
	body       = "BODY_TOO_LARGE"
	method     = "METHOD_NOT_ALLOWED"
)

const typename = `{"query":"{__typename}"}`

// List returns all attacks.
func List() []Attack {
	return slices.Concat(documents(), validations(), dear(), hints(), bodies(), values(), transports())
}

// Flood is a kind of request of which ever new ones are sent, to fill the memory
// with what is kept for later.
type Flood struct {
	Attack

	Times int
}

// Floods returns all floods.
func Floods() []Flood {
	wide := "{nodes{id title slug sellerName priceMin{amount} thumbnail{url}}}"
	return []Flood{
		{posted("ever new documents of 250 KB", "large documents are not kept, and nothing of them with their answers", "",
			"query Name{products(first:1)"+wide+"} #"+strings.Repeat("x", 250_000), nil), 400},
		{posted("ever new documents of 480 fields", "parsed documents are kept in 32 MiB", "",
			"{"+many(40, "§:viewer{"+strings.Repeat("__typename ", 11)+"} ")+"}", nil), 1500},
		{posted("ever new questions about the catalogue", "answers are kept in 64 MiB, for a second", "",
			"{a:products(first:100)"+wide+" b:products(last:100)"+wide+"}", nil), 1500},
	}
}

// documents are dear to parse, to validate or to run.
func documents() []Attack {
	signIn := `signIn(input:{email:"a@example.org",password:"` + Secret + `"}){userErrors{code}}`
	return []Attack{
		posted("60 levels", "counted before validation", large, nested(60), nil),
		posted("900 levels", "counted before validation", large, nested(900), nil),
		posted("1,200 levels", "the parser ends at its own depth", parse, nested(1200), nil),
		posted("1,000 aliases of one field", "counted before validation", large, "{"+many(1000, "§:__typename ")+"}", nil),
		posted("50 passwords in one request", "one attempt in a request", large, "mutation{"+many(50, "§:"+signIn+" ")+"}", nil),
		posted("two passwords, one behind a fragment", "counted through fragments", large,
			"mutation{...f a:"+signIn+"} fragment f on Mutation{b:"+signIn+"}", nil),
		posted("one field 10,000 times", "the tokens run out", parse, "{viewer{"+strings.Repeat("__typename ", 10_000)+"}}", nil),
		posted("one field 3,900 times", "counted before validation, which is quadratic", large, "{viewer{"+strings.Repeat("__typename ", 3900)+"}}", nil),
		posted("50,000 tokens", "the tokens run out", parse, "{"+strings.Repeat("a ", 50_000)+"}", nil),
		posted("fragments that double 16 times", "counted after expansion, each once", large, doubling(16, 2), nil),
		posted("fragments that double 50 times", "counted after expansion, each once", large, doubling(50, 2), nil),
		posted("200 fragments that overlap", "the fragments are counted", large, overlapping(200, 1), nil),
		posted("60 fragments that overlap, each pair compared", "within limits", "", overlapping(60, 1), nil),
		posted("fragments in a circle", "circles are refused before validation", invalid, "{...a} fragment a on Query{...b} fragment b on Query{...a}", nil),
		posted("a fragment of itself", "circles are refused before validation", invalid, "{...a} fragment a on Query{...a}", nil),
		posted("1,000 unknown directives in one place", "the directives of one place are counted", large, "{__typename"+strings.Repeat(" @x", 1000)+"}", nil),
		posted("200 unknown directives, five in a place", "ten errors are told", invalid, "{"+many(40, "§:__typename @a @b @c @d @e ")+"}", nil),
		posted("5,000 unknown fields", "the tokens run out", parse, "{"+many(5000, "§ ")+"}", nil),
		posted("150 unknown fields", "the root fields are counted", large, "{"+many(150, "§ ")+"}", nil),
		posted("140 unknown fields of an object", "ten errors are told", invalid, "{viewer{"+many(140, "§ ")+"}}", nil),
		posted("700 operations", "the operations are counted", large, many(700, "query §{__typename} "), nil),
		posted("900 variables", "the variables are counted", large, "query("+many(900, "$§:Int ")+"){__typename}", nil),
		posted("41 root fields", "the root fields are counted", large, "{"+strings.Repeat("__typename ", 41)+"}", nil),
		posted("11 changes in one request", "the mutations are counted", large, "mutation{"+many(11, "§:signOut{userErrors{code}} ")+"}", nil),
		posted("a list of 1,000 lists", "the parser ends at its own depth or the tokens run out", parse, "{node(id:"+strings.Repeat("[", 2000)+strings.Repeat("]", 2000)+"){id}}", nil),
		posted("a comment of 250 KB", "read and forgotten", "", "{__typename} #"+strings.Repeat("x", 250_000), nil),
		posted("introspection", "closed", introspect, "{__schema{types{name fields{name type{name}}}}}", nil),
		posted("introspection, 200 times", "closed", large, "{"+many(200, "§:__schema{types{name}} ")+"}", nil),
		posted("introspection, 39 times", "closed", introspect, "{"+many(39, "§:__schema{types{name}} ")+"}", nil),
		posted("introspection in circles", "validation refuses it", invalid,
			"{__schema{types{fields{type{fields{type{fields{type{fields{name}}}}}}}}}}", nil),
		posted("introspection behind a fragment", "closed", introspect, `{...f} fragment f on Query{__type(name:"Query"){name}}`, nil),
	}
}

// dear are within the limits of documents and ask for much.
func dear() []Attack {
	page := "{nodes{id title slug sellerName priceMin{amount} thumbnail{url}}}"
	return []Attack{
		posted("lists in lists", "priced before it runs", cost,
			"{sellers(first:100){nodes{business{members{account{id}}}}} "+many(3, "§:sellers(first:100){nodes{business{members{account{id}}}}} ")+"}", nil),
		posted("40 lists of 100", "priced before it runs", cost, "{"+many(40, "§:products(first:100)"+page+" ")+"}", nil),
		posted("a page of 2147483647", "the page is bounded", input, "{products(first:2147483647)"+page+"}", nil),
		posted("a page of -1", "the page is bounded", input, "{products(first:-1)"+page+"}", nil),
		posted("19,000 ids", "priced before it runs", cost, "query($ids:[ID!]!){nodes(ids:$ids){id}}", map[string]any{"ids": slices.Repeat([]string{"prd_x"}, 19_000)}),
		posted("100 ids, 19 times", "within limits", "", "query($ids:[ID!]!){"+many(19, "§:nodes(ids:$ids){id} ")+"}", map[string]any{"ids": slices.Repeat([]string{"prd_x"}, 100)}),
		posted("the dearest lists that may run", "within limits", "", "{"+many(2, "§:products(first:100)"+page+" ")+"}", nil),
		posted("40 searches of many words", "the searches are counted", large,
			"{"+many(40, `§:productSearch(filter:{query:"cup tea red blue small large oak linen wool clay"}){facets{count}} `)+"}", nil),
		posted("40 lists of nothing, found by words", "the searches are counted", large,
			"{"+many(40, `§:products(first:0,filter:{query:"cup"}){pageInfo{hasNextPage}} `)+"}", nil),
		posted("as many searches as may run, of one letter", "within limits", "",
			"{"+many(5, `§:productSearch(filter:{query:"s"}){results(first:0){pageInfo{hasNextPage}} facets{count sellers{count} productTypes{count} priceBands{count}}} `)+"}", nil),
		posted("a search for a text of 100 KB", "the text is bounded", input,
			"query($q:String!){productSearch(filter:{query:$q}){facets{count}}}", map[string]any{"q": strings.Repeat("cup ", 25_000)}),
	}
}

// hints try to learn the names of the schema.
func hints() []Attack {
	return []Attack{
		posted("a field that is almost right", "no hint", invalid, "{productz{nodes{id}}}", nil),
		posted("an argument that is almost right", "no hint", invalid, "{products(frst:1){nodes{id}}}", nil),
		posted("an input field that is almost right", "no hint", invalid, `mutation{signIn(input:{emial:"a",password:"b"}){userErrors{code}}}`, nil),
		posted("an enum value that is almost right", "no hint", invalid, "{productSearch(filter:{},sort:NEWESTT){facets{count}}}", nil),
		posted("a type that is almost right", "no hint", invalid, "{...on Qery{__typename}}", nil),
		posted("an object where a scalar is wanted", "refused by our own rule", input, "{node(id:{}){id}}", nil),
		posted("a null where there must be a value", "refused by validation", invalid, "{node(id:null){id}}", nil),
	}
}

// bodies are not what a request is.
func bodies() []Attack {
	return []Attack{
		raw("a body that is not JSON", "nothing of it is told back or logged", 400, bad, "password="+Secret),
		raw("nothing", "refused", 400, bad, ""),
		raw("a batch of 100", "refused", 400, bad, "["+strings.Repeat(typename+",", 99)+typename+"]"),
		raw("bytes after the value", "refused: something in front would read another query", 400, bad, typename+`{"query":"`+Secret+`"}`),
		raw("one name twice", "refused", 400, bad, `{"query":"{__typename}","query":"{viewer{account{id}}}"}`),
		raw("a name in capitals", "refused", 400, bad, `{"QUERY":"{__typename}"}`),
		raw("bytes that are not UTF-8", "refused", 400, bad, "{\"query\":\"{__typename} #\xff\xfe\"}"),
		raw("variables nested 2,000 deep", "brackets are counted before anything recurses", 400, bad, deepVariables(2000)),
		raw("variables nested 100,000 deep", "brackets are counted before anything recurses", 400, bad, deepVariables(100_000)),
		raw("variables that are a list", "refused", 400, bad, `{"query":"{__typename}","variables":[]}`),
		raw("a query that is a number of 200,000 digits", "refused, not told back", 400, bad, `{"query":`+strings.Repeat("9", 200_000)+`}`),
		raw("a stranger's document by its hash", "not offered", 200, "PERSISTED_QUERY_NOT_SUPPORTED",
			`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"`+strings.Repeat("a", 64)+`"}}}`),
		raw("10,000 unknown members", "ignored", 200, "", `{"query":"{__typename}"`+many(10_000, `,"§":1`)+`}`),
		sent("16 MiB, length told", "not read", 413, body, func() []byte { return []byte(strings.Repeat(" ", 16<<20)) }),
		sent("16 MiB, in chunks", "read to the limit", 413, body, func() []byte { return []byte(strings.Repeat(" ", 16<<20)) }).
			as(func(a *Attack) { a.length = false }),
		sent("a document of 1 MiB", "not read", 413, body, func() []byte { return []byte(`{"query":"{` + strings.Repeat("a", 1<<20) + `}"}`) }),
	}
}

// values are well-formed and not what a resolver wants to see.
func values() []Attack {
	return []Attack{
		posted("a field name of 200 KB", "names are bounded", large, "{"+strings.Repeat("a", 200_000)+"}", nil),
		posted("a number of 200,000 digits", "texts of errors are clipped", invalid, "{products(first:"+strings.Repeat("9", 200_000)+"){nodes{id}}}", nil),
		posted("a variable of 200 KB that does not fit", "texts of errors are clipped", invalid,
			"query($n:Int){products(first:$n){nodes{id}}}", map[string]any{"n": strings.Repeat("x", 200_000)}),
		posted("NUL in a literal", "refused before a resolver", input, `{sellerBySlug(slug:"a\u0000"){id}}`, nil),
		posted("NUL in a variable", "refused before a resolver", input, "query($s:String!){sellerBySlug(slug:$s){id}}", map[string]any{"s": "a\x00"}),
		posted("control characters and turned text", "looked up, and not there", "", "query($s:String!){sellerBySlug(slug:$s){id}}", map[string]any{"s": "\x1b[31m\u202egnp.exe\r\n\t"}),
		posted("SQL in a value", "a value, and no more", "", "query($s:String!){sellerBySlug(slug:$s){id}}", map[string]any{"s": `'; DROP TABLE accounts; --`}),
		posted("SQL in a search", "words, and no more", "", "query($s:String!){productSearch(filter:{query:$s}){facets{count}}}", map[string]any{"s": `" OR 1=1 * NEAR( ')) --`}),
		posted("a cursor of somebody's making", "refused", input, `{products(first:1,after:"`+strings.Repeat("A", 5000)+`"){nodes{id}}}`, nil),
		posted("a session of somebody's making", "refused", "UNAUTHENTICATED", "{viewer{account{id}}}", nil).
			as(func(a *Attack) {
				a.Status, a.headers = 401, map[string]string{"Authorization": "Bearer " + Secret}
			}),
		posted("a document nobody has registered", "refused", input, "", nil).
			as(func(a *Attack) {
				a.Status = 400
				a.body = func() []byte { return fmt.Appendf(nil, `{"documentId":"sha256:%064d"}`, 7) }
			}),
	}
}

// transports come by a way that is not offered.
func transports() []Attack {
	form := "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n" +
		`{"query":"mutation($f:String){signOut{userErrors{code}}}","variables":{"f":null}}` +
		"\r\n--x\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{\"0\":[\"variables.f.%s\"]}\r\n--x--\r\n"
	of := func(contentType string) func(*Attack) { return func(a *Attack) { a.contentType = contentType } }
	by := func(m string) func(*Attack) {
		return func(a *Attack) { a.method, a.body, a.contentType = m, nil, "" }
	}
	got := func(name, outcome string, status int, code, query string) Attack {
		return raw(name, outcome, status, code, "").as(by(http.MethodGet)).as(func(a *Attack) { a.path += "?query=" + url.QueryEscape(query) })
	}
	return []Attack{
		got("a change by GET", "refused, with Allow", 405, method, "mutation{signOut{userErrors{code}}}"),
		got("a URL of 9 KB", "refused", 400, bad, "{__typename} #"+strings.Repeat("x", 9000)),
		raw("PUT", "refused, with Allow", 405, method, "").as(by(http.MethodPut)),
		raw("DELETE", "refused, with Allow", 405, method, "").as(by(http.MethodDelete)),
		raw("text/plain", "refused: a page elsewhere can send it unasked", 415, media, typename).as(of("text/plain")),
		raw("a form", "refused: a page elsewhere can send it unasked", 415, media, "query={__typename}").as(of("application/x-www-form-urlencoded")),
		raw("no content type", "refused", 415, media, typename).as(of("")),
		raw("another charset", "refused", 415, media, typename).as(of("application/json; charset=utf-16")),
		raw("a compressed body", "refused: it could be a bomb", 415, media, typename).
			as(func(a *Attack) { a.headers = map[string]string{"Content-Encoding": "gzip"} }),
		raw("a form with files", "refused: not offered", 415, media, fmt.Sprintf(form, "0")).as(of("multipart/form-data; boundary=x")),
		raw("a form with files at place 999999999", "refused: not offered", 415, media, fmt.Sprintf(form, "999999999")).as(of("multipart/form-data; boundary=x")),
		raw("a form with files at place -1", "refused: not offered", 415, media, fmt.Sprintf(form, "-1")).as(of("multipart/form-data; boundary=x")),
		sent("48 MiB of files", "refused, not read", 415, media, func() []byte { return []byte(strings.Repeat("x", 48<<20)) }).as(of("multipart/form-data; boundary=x")),
		posted("a subscription by plain POST", "refused", input, `subscription{orderUpdated(id:"ord_x"){event}}`, nil),
		posted("@defer by plain POST", "there is no such directive", invalid, "{...@defer{viewer{account{id}}}}", nil),
		posted("@stream by plain POST", "there is no such directive", invalid, "{products(first:1){nodes @stream{id}}}", nil),
		posted("from a page elsewhere", "refused for whoever has a cookie", "FORBIDDEN", "mutation{signOut{userErrors{code}}}", nil).as(elsewhere),
		got("by GET, from a page elsewhere", "refused for whoever has a cookie", 403, "FORBIDDEN", "{viewer{account{id}}}").as(elsewhere),
		got("an event stream from a page elsewhere", "refused for whoever has a cookie", 403, "FORBIDDEN", "subscription{notificationReceived{event}}").
			as(elsewhere).as(func(a *Attack) { a.headers["Accept"] = "text/event-stream" }),
	}
}

// elsewhere sends a request as a browser does for a page of another site that
// somebody visits who is signed in.
func elsewhere(a *Attack) {
	a.Status = 403
	a.headers = map[string]string{"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site", "Cookie": "etal_session=" + Secret}
}

func nested(levels int) string {
	return "{" + strings.Repeat("viewer{", levels) + "__typename" + strings.Repeat("}", levels) + "}"
}

// doubling are fragments each of which spreads the next one so many times.
func doubling(fragments, times int) string {
	var b strings.Builder
	b.WriteString("{...f" + number(0) + "}")
	for i := range fragments {
		b.WriteString(" fragment f" + number(i) + " on Query{" + strings.Repeat("...f"+number(i+1)+" ", times) + "}")
	}
	b.WriteString(" fragment f" + number(fragments) + " on Query{__typename}")
	return b.String()
}

// overlapping are fragments that all ask for the same names, so that each has to
// be compared with each other one.
func overlapping(fragments, fields int) string {
	var spreads, definitions strings.Builder
	for i := range fragments {
		spreads.WriteString("...g" + number(i) + " ")
		definitions.WriteString(" fragment g" + number(i) + " on Viewer{" + many(fields, "§:account{id} ") + "}")
	}
	return "{viewer{" + spreads.String() + "}}" + definitions.String()
}

func deepVariables(levels int) string {
	return `{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", levels) + strings.Repeat("]", levels) + `}}`
}
