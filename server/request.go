package server

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// requestID names a request in logs and in answers.
type requestID string

// request is what is learnt about a request while it is served. The outermost
// middleware makes it, inner ones fill it in, and the access log reads it.
type request struct {
	id     requestID
	client netip.Addr // where it comes from, as far as that is known; see proxies
	app    string     // the program that asks, as it calls itself

	// What runs on one socket at the same time shares its request.
	mu    sync.Mutex
	who   actor.Actor
	named string
}

type requestKey struct{}

// withRequest begins a request. Identifiers from outside are not accepted:
// whoever chose one could hide among the log lines of somebody else.
func withRequest(ctx context.Context, client netip.Addr) (context.Context, *request) {
	r := &request{id: id.New[requestID]("req"), client: client, who: actor.From(ctx)}
	return context.WithValue(ctx, requestKey{}, r), r
}

// The headers in which programs say what they are called; the second is what
// Apollo's clients write, and the third what they write with it, which nobody reads.
const (
	appHeader           = "Etal-Client-Name"
	apolloAppHeader     = "Apollographql-Client-Name"
	apolloVersionHeader = "Apollographql-Client-Version"
)

// appOf is the name of the program that asks; empty when it has none that could
// be one.
func appOf(h http.Header) string {
	name := cmp.Or(h.Get(appHeader), h.Get(apolloAppHeader))
	if !isName(name) {
		return labelOther
	}
	return name
}

type jobKey struct{}

// withJob begins a run of a job, so that its log lines say which it is and which
// request has caused it.
func withJob(ctx context.Context, run db.JobRun) context.Context {
	return context.WithValue(ctx, jobKey{}, run)
}

// workOf says what a context is for: a GraphQL operation or a job.
func workOf(ctx context.Context) string {
	if run, ok := ctx.Value(jobKey{}).(db.JobRun); ok {
		return run.Kind
	}
	if r := requestFrom(ctx); r != nil {
		return r.operation()
	}
	return ""
}

// is sets who asks, which is known once the session was read.
func (r *request) is(who actor.Actor) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.who = who
}

func (r *request) actor() actor.Actor {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.who
}

// runs sets the name of the GraphQL operation; on a socket that is the last one.
func (r *request) runs(operation string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.named = operation
}

func (r *request) operation() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.named
}

// from is the address of the client as text; empty when it is not known.
func (r *request) from() string {
	if r == nil || !r.client.IsValid() {
		return ""
	}
	return r.client.String()
}

func requestFrom(ctx context.Context) *request {
	r, _ := ctx.Value(requestKey{}).(*request)
	return r
}

// RequestID returns the identifier of the request that ctx belongs to, req_…,
// or "" outside of a request.
func RequestID(ctx context.Context) string {
	if r := requestFrom(ctx); r != nil {
		return string(r.id)
	}
	return ""
}

// NewLogHandler returns a handler that adds to each record the request and the
// actor it was written for, or the job and the request that has caused it.
func NewLogHandler(next slog.Handler) slog.Handler { return logHandler{next} }

type logHandler struct{ slog.Handler }

// Handle implements slog.Handler.
func (h logHandler) Handle(ctx context.Context, record slog.Record) error {
	if r := requestFrom(ctx); r != nil {
		record.AddAttrs(slog.String("request", string(r.id)))
		if who := r.actor(); who.AccountID != "" {
			record.AddAttrs(slog.Any("actor", who))
		}
	}
	if run, ok := ctx.Value(jobKey{}).(db.JobRun); ok {
		record.AddAttrs(slog.Int64("job_id", run.ID))
		if cause := run.Marks["request"]; cause != "" {
			record.AddAttrs(slog.String("caused_by", cause))
		}
	}
	return h.Handler.Handle(ctx, record)
}

// WithAttrs implements slog.Handler.
func (h logHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return logHandler{h.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (h logHandler) WithGroup(name string) slog.Handler {
	return logHandler{h.Handler.WithGroup(name)}
}
