package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ratelimit"
	"github.com/etal-market/etal/graph/loader"
)

const (
	typeJSON     = "application/json"
	typeResponse = "application/graphql-response+json"
	// statusPartial is what GraphQL over HTTP answers, by its own media type,
	// when there are data and errors.
	statusPartial = 294
	errorsMax     = 10
)

// transport is GraphQL over HTTP. The library's own transports are not used:
// they echo bodies that are not JSON, read any length, and put `"data": null`
// beside request errors.
type transport struct {
	exec     *executor.Executor
	present  graphql.ErrorPresenterFunc
	observe  func(ctx context.Context, operation string)
	services loader.Services
	timeout  time.Duration

	outcome func(ctx context.Context, o Outcome)
	stale   func(context.Context) context.Context

	cache        *cache // nil: nothing is kept
	documents    Documents
	trustedOnly  bool
	publicMaxAge time.Duration
	edition2026  bool

	limiter   *ratelimit.Limiter
	budgets   func(context.Context) []ratelimit.Budget
	requestID func(context.Context) string

	door  door
	renew func(context.Context) (actor.Actor, error)
	admit func(context.Context) (release func(), err error)
	// introduce says who speaks on a socket.
	introduce func(ctx context.Context, authorization, actAs string) (context.Context, error)
}

// ServeHTTP implements http.Handler.
func (t *transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if isUpgrade(r) {
		t.serveSocket(w, r)
		return
	}
	if wantsStream(r.Header.Values("Accept")) {
		t.serveStream(w, r)
		return
	}
	contentType, ok := negotiate(r.Header.Values("Accept"))
	if !ok {
		refused := refuse(http.StatusNotAcceptable, codeNotAcceptable, "Accept "+typeResponse+" or "+typeJSON+".")
		t.refuse(r.Context(), w, typeJSON, refused)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), t.timeout)
	defer cancel()
	ctx = loader.With(graphql.StartOperationTrace(ctx), loader.New(t.services))
	defer func() {
		if value := recover(); value != nil {
			var err *gqlerror.Error
			errors.As(t.exec.PresentRecoveredError(ctx, value), &err)
			write(w, contentType, &refusal{status: http.StatusInternalServerError},
				&answer{Errors: gqlerror.List{err}, Bill: bill{requestID: t.requestID(ctx)}})
		}
	}()
	q, refused := t.asked(ctx, w, r)
	if refused != nil {
		t.refuse(ctx, w, contentType, refused)
		return
	}
	t.run(ctx, exchange{w: w, r: r, contentType: contentType}, q)
}

// refuse answers a request that is not executed. It costs a little, and for
// whoever has nothing left the answer is that.
func (t *transport) refuse(ctx context.Context, w http.ResponseWriter, contentType string, refused *refusal) {
	charge, limited := t.charged(ctx, costRefused)
	if limited != nil {
		refused = limited
	}
	errs := refused.errs
	if refused.err != nil {
		errs = gqlerror.List{t.present(ctx, refused.err)}
	}
	a := &answer{Errors: errs, Bill: t.bill(ctx, charge, charge.Bucket, costRefused)}
	t.settled(ctx, "", 0, a)
	write(w, contentType, refused, a)
}

func (t *transport) bill(ctx context.Context, c ratelimit.Charge, left ratelimit.Bucket, actual int) bill {
	b := bill{requestID: t.requestID(ctx), requested: c.Requested, actual: int64(actual), bucket: left}
	if c.Refused {
		b.actual = 0
	}
	return b
}

// asked is what a request asks, by its text or by the id of a document.
func (t *transport) asked(ctx context.Context, w http.ResponseWriter, r *http.Request) (*question, *refusal) {
	q, refused := read(w, r)
	if refused == nil {
		refused = t.resolved(ctx, q)
	}
	if refused != nil && refused.edition != 0 && t.edition2026 {
		refused.status = refused.edition
	}
	return q, refused
}

// read takes the parameters out of a request.
func read(w http.ResponseWriter, r *http.Request) (*question, *refusal) {
	if len(r.URL.RequestURI()) > urlMax {
		refused := badRequest("The URL has more than 8 KiB.")
		refused.edition = http.StatusRequestURITooLong
		return nil, refused
	}
	switch r.Method {
	case http.MethodGet:
		return decodeURL(r.URL)
	case http.MethodPost:
	default:
		refused := refuse(http.StatusMethodNotAllowed, codeMethodNotAllowed, "Use POST, or GET for queries.")
		refused.allow = "GET, POST"
		return nil, refused
	}
	if !isJSON(r.Header) {
		return nil, refuse(http.StatusUnsupportedMediaType, codeUnsupportedMediaType, "Send "+typeJSON+" in UTF-8, not compressed.")
	}
	body, refused := readBody(w, r)
	if refused != nil {
		return nil, refused
	}
	return decodeBody(body)
}

func isJSON(h http.Header) bool {
	media, options, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || media != typeJSON || h.Get("Content-Encoding") != "" {
		return false
	}
	charset := options["charset"]
	return charset == "" || strings.EqualFold(charset, "utf-8")
}

// exchange is a request and where its answer goes.
type exchange struct {
	w           http.ResponseWriter
	r           *http.Request
	contentType string
	operation   string // its name, once that is known
}

// run executes an operation, or looks up what it has answered a moment ago, and
// writes the answer.
func (t *transport) run(ctx context.Context, x exchange, q *question) {
	key, ofAnybody := t.cache.keyOf(ctx, &q.RawParams)
	if ofAnybody {
		if e, ok := t.cache.get(key); ok {
			t.observe(ctx, e.operation)
			x.operation = e.operation
			t.cache.observe(true)
			t.pay(ctx, x, e.cost, func() *answer { return &answer{Data: e.data, kept: true, public: q.documentID != ""} })
			return
		}
	}
	op, errs := t.exec.CreateOperationContext(ctx, &q.RawParams)
	if len(errs) > 0 {
		errs = t.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs).Errors
		refused := t.requestStatus(x.contentType, errs)
		refused.errs = errs
		t.refuse(ctx, x.w, x.contentType, refused)
		return
	}
	if x.r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		refused := refuse(http.StatusMethodNotAllowed, codeMethodNotAllowed, "GET is for queries only.")
		refused.allow = http.MethodPost
		t.refuse(ctx, x.w, x.contentType, refused)
		return
	}
	t.observe(ctx, op.Operation.Name)
	x.operation = op.Operation.Name
	t.pay(ctx, x, costOf(op), func() *answer {
		if !ofAnybody || !isOfCatalogue(op) {
			return t.dispatch(t.mayBeStale(ctx, op), op)
		}
		t.cache.observe(false)
		a := t.cache.share(ctx, key, op, func(ctx context.Context) *answer { return t.dispatch(t.mayBeStale(ctx, op), op) })
		a.public = q.documentID != ""
		return a
	})
}

// pay takes the cost of an operation, has it answered, and settles.
func (t *transport) pay(ctx context.Context, x exchange, cost costs, ask func() *answer) {
	charge, limited := t.charged(ctx, cost.requested)
	if limited != nil {
		a := &answer{Errors: gqlerror.List{t.present(ctx, limited.err)}, Bill: t.bill(ctx, charge, charge.Bucket, 0)}
		t.settled(ctx, x.operation, 0, a)
		write(x.w, x.contentType, limited, a)
		return
	}
	watch := clock.Start()
	a := ask()
	spent := costKept
	if !a.kept {
		spent = actual(cost, a.Data)
	}
	left := charge.Settle(ctx, int64(spent))
	a.Bill = t.bill(ctx, charge, left, spent)
	t.settled(ctx, x.operation, watch.Elapsed(), a)
	if a.public && len(a.Errors) == 0 && x.r.Method == http.MethodGet && t.publicMaxAge > 0 {
		public(x, t.publicMaxAge, a)
		return
	}
	result := &refusal{status: http.StatusOK}
	if x.contentType == typeResponse && len(a.Errors) > 0 && !a.late {
		result.status = statusPartial
	}
	write(x.w, x.contentType, result, a)
}

// dispatch executes an operation.
func (t *transport) dispatch(ctx context.Context, op *graphql.OperationContext) *answer {
	ctx, faults := collecting(ctx)
	responses, ctx := t.exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil { // the time ran out before it began
		err := t.present(ctx, context.DeadlineExceeded)
		return &answer{Data: json.RawMessage("null"), Errors: gqlerror.List{err}, late: true}
	}
	return &answer{Errors: response.Errors, Data: response.Data, faults: *faults}
}

// requestStatus is the status of a request that was refused by the GraphQL
// rules. By the draft of GraphQL over HTTP it is 200 by plain JSON, since such a
// client takes anything else for the answer of a machine in between; by the
// edition of September 2026 it tells what cannot be parsed from the rest.
func (t *transport) requestStatus(contentType string, errs gqlerror.List) *refusal {
	switch {
	case t.edition2026 && len(errs) > 0 && errs[0].Extensions["code"] == codeParseFailed:
		return &refusal{status: http.StatusBadRequest}
	case t.edition2026:
		return &refusal{status: http.StatusUnprocessableEntity}
	case contentType == typeResponse:
		return &refusal{status: http.StatusBadRequest}
	}
	return &refusal{status: http.StatusOK}
}

// answer is the body of a response. Data is absent when nothing was executed.
type answer struct {
	Errors gqlerror.List
	Data   json.RawMessage
	Bill   bill

	kept   bool     // it was executed for somebody else
	public bool     // it was asked by the id of a document, of the public catalogue, by a stranger
	late   bool     // the time ran out before it began
	faults []string // the codes of its userErrors
}

// encode writes the answer as JSON. Data is copied: it has been encoded already,
// and json.Marshal would read all of it again.
func (a *answer) encode() ([]byte, error) {
	const rest = 256 // what is around the data, errors left out
	body := append(make([]byte, 0, len(a.Data)+rest), '{')
	if len(a.Errors) > 0 {
		errs, err := json.Marshal(a.Errors)
		if err != nil {
			return nil, err
		}
		body = append(append(append(body, `"errors":`...), errs...), ',')
	}
	if len(a.Data) > 0 {
		body = append(append(append(body, `"data":`...), a.Data...), ',')
	}
	return append(a.Bill.append(body), '}'), nil
}

// sortErrors sorts errors by their place, since fields run concurrently, and cuts
// them to the first few.
func sortErrors(a *answer) {
	slices.SortStableFunc(a.Errors, func(x, y *gqlerror.Error) int {
		return cmp.Compare(x.Path.String(), y.Path.String())
	})
	if len(a.Errors) > errorsMax {
		a.Errors = a.Errors[:errorsMax]
	}
}

// write sends an answer.
func write(w http.ResponseWriter, contentType string, result *refusal, a *answer) {
	sortErrors(a)
	body, err := a.encode()
	if err != nil {
		http.Error(w, somethingWrong, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentType+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	a.Bill.header(h, a.Errors)
	if result.allow != "" {
		h.Set("Allow", result.allow)
	}
	w.WriteHeader(result.status)
	_, _ = w.Write(body) // JSON with its media type and nosniff; a client that is gone cannot be told
}

// negotiate chooses the media type of the answer by the weights of Accept:
// GraphQL's own where it is asked for by name, plain JSON for whoever does not
// say. It reports false when neither is acceptable.
func negotiate(accept []string) (string, bool) {
	ranges := strings.Split(strings.Join(accept, ","), ",")
	if strings.TrimSpace(strings.Join(ranges, "")) == "" {
		return typeJSON, true
	}
	json, response := weight(ranges, typeJSON), weight(ranges, typeResponse)
	switch {
	case json <= 0 && response <= 0:
		return "", false
	case response > json || response == json && named(ranges, typeResponse) && !named(ranges, typeJSON):
		return typeResponse, true
	}
	return typeJSON, true
}

// weight is the weight, in thousandths, of the most specific range that fits a
// media type; 0 when none does.
func weight(ranges []string, mediaType string) int {
	best, found := 0, 0
	for _, r := range ranges {
		media, options, err := mime.ParseMediaType(r)
		if err != nil {
			continue
		}
		specific := 0
		switch media {
		case mediaType:
			specific = 3
		case "application/*":
			specific = 2
		case "*/*":
			specific = 1
		}
		if specific > best {
			best, found = specific, thousandths(options["q"])
		}
	}
	return found
}

func named(ranges []string, mediaType string) bool {
	return slices.ContainsFunc(ranges, func(r string) bool {
		media, _, err := mime.ParseMediaType(r)
		return err == nil && media == mediaType
	})
}

// thousandths reads a weight such as "0.8"; 1000 when it is absent or wrong.
func thousandths(q string) int {
	whole, frac, _ := strings.Cut(q, ".")
	n, err := strconv.Atoi(whole + (frac + "000")[:3])
	if q == "" || err != nil || n < 0 || n > 1000 {
		return 1000
	}
	return n
}
