package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	urlMax      = 8 << 10
	nestingMax  = 64     // of JSON
	valuesMax   = 20_000 // of JSON
	persistedID = "persistedQuery"
)

// question is what a request asks.
type question struct {
	graphql.RawParams

	documentID string // of a registered document; empty when the text was sent
}

// refusal is an answer to a request that is not executed.
type refusal struct {
	status int
	err    *gqlerror.Error
	errs   gqlerror.List // presented already, when there may be several
	allow  string        // methods, for 405
	// edition is its status by the edition of September 2026, where that is another.
	edition int
}

func refuse(status int, code, message string) *refusal {
	return &refusal{status: status, err: coded(code, message)}
}

func badRequest(message string) *refusal {
	return refuse(http.StatusBadRequest, codeBadRequest, message)
}

// misshapen refuses what is well-formed JSON and asks for nothing that could be
// executed.
func misshapen(message string) *refusal {
	r := badRequest(message)
	r.edition = http.StatusUnprocessableEntity
	return r
}

// readBody reads at most bodyMax bytes, without trusting Content-Length.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, *refusal) {
	if r.ContentLength > bodyMax {
		return nil, tooLargeBody()
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyMax))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, tooLargeBody()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, refuse(http.StatusRequestTimeout, codeBadRequest, "The body did not come in time.")
	case err != nil:
		return nil, badRequest("The body could not be read.")
	}
	return body, nil
}

func tooLargeBody() *refusal {
	return refuse(http.StatusRequestEntityTooLarge, codeBodyTooLarge, "The body has more than 256 KiB.")
}

// decodeBody reads the parameters of a POST. It is strict, so that whatever
// stands in front of Étal and reads the body reads the same query: exact names,
// no name twice, nothing after the value, UTF-8 only.
func decodeBody(body []byte) (*question, *refusal) {
	if !utf8.Valid(body) {
		return nil, badRequest("The body is not UTF-8.")
	}
	if much := excess(body); much != "" {
		return nil, badRequest("The body " + much + ".")
	}
	parts, err := objectOf(body)
	if err != nil {
		return nil, badRequest("The body is not one JSON object: " + err.Error() + ".")
	}
	return params(parts)
}

// decodeURL reads the parameters of a GET.
func decodeURL(u *url.URL) (*question, *refusal) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, badRequest("The parameters of the URL are not well-formed.")
	}
	parts := map[string]json.RawMessage{}
	for name, given := range values {
		text := given[0]
		switch {
		case len(given) > 1 && isParameter(name):
			return nil, badRequest("A parameter is given twice.")
		case !utf8.ValidString(text):
			return nil, badRequest("A parameter is not UTF-8.")
		case text == "":
			continue
		case name == "variables" || name == "extensions":
			if excess([]byte(text)) != "" || !json.Valid([]byte(text)) {
				return nil, badRequest("The parameter " + name + " is not JSON.")
			}
			parts[name] = json.RawMessage(text)
		case isParameter(name):
			quoted, _ := json.Marshal(text) // text always encodes
			parts[name] = quoted
		}
	}
	return params(parts)
}

func isParameter(name string) bool {
	return name == "query" || name == "documentId" || name == "operationName" || name == "variables" || name == "extensions"
}

// params checks the shape of the parameters; unknown ones are ignored.
func params(parts map[string]json.RawMessage) (*question, *refusal) {
	q := &question{}
	for _, field := range []struct {
		name string
		dst  any
		want string
	}{
		{"query", &q.Query, "a text"},
		{"documentId", &q.documentID, "a text"},
		{"operationName", &q.OperationName, "a text"},
		{"variables", &q.Variables, "an object"},
		{"extensions", &q.Extensions, "an object"},
	} {
		raw, ok := parts[field.name]
		if !ok {
			continue
		}
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.UseNumber()
		if err := dec.Decode(field.dst); err != nil {
			return nil, misshapen("The parameter " + field.name + " is not " + field.want + ".")
		}
	}
	if q.Query != "" || q.documentID != "" {
		return q, nil
	}
	if _, ok := q.Extensions[persistedID]; ok {
		return nil, refuse(http.StatusOK, codePersistedUnsupported, "PersistedQueryNotSupported")
	}
	return nil, misshapen("The parameter query or documentId is missing.")
}

var (
	errNotObject = errors.New("it does not begin with {")
	errTwice     = errors.New("a name occurs twice")
	errSyntax    = errors.New("its syntax is wrong")
	errTrailing  = errors.New("something follows it")
)

// objectOf splits a JSON object into its members. Its errors never hold what
// the body holds.
func objectOf(body []byte) (map[string]json.RawMessage, error) {
	dec := json.NewDecoder(bytes.NewReader(body))
	if first, err := dec.Token(); err != nil || first != json.Delim('{') {
		return nil, errNotObject
	}
	members := map[string]json.RawMessage{}
	for dec.More() {
		token, err := dec.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return nil, errSyntax
		}
		if _, twice := members[name]; twice {
			return nil, errTwice
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, errSyntax
		}
		members[name] = value
	}
	if _, err := dec.Token(); err != nil {
		return nil, errSyntax
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errTrailing
	}
	return members, nil
}

// excess says what JSON has too much of, and nothing when it is within limits: levels and
// values are counted by brackets and commas outside of text, before anything recurses
// into them or makes room for them.
func excess(body []byte) string {
	depth, values, inText := 0, 1, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case inText:
		case c == ',':
			values++
		case c == '{' || c == '[':
			depth++
			values++
		case c == '}' || c == ']':
			depth--
		}
		switch {
		case depth > nestingMax:
			return "is nested too deeply"
		case values > valuesMax:
			return fmt.Sprintf("has more than %d values", valuesMax)
		}
	}
	return ""
}
