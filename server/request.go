package server

import (
	"context"
	"log/slog"
	"net/netip"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// requestID names a request in logs and in answers.
type requestID string

// request is what is learnt about a request while it is served. The outermost
// middleware makes it, inner ones fill it in, and the access log reads it.
type request struct {
	id        requestID
	client    netip.Addr // where it comes from, as far as that is known; see proxies
	actor     actor.Actor
	operation string // name of the GraphQL operation
}

type requestKey struct{}

// withRequest begins a request. Identifiers from outside are not accepted:
// whoever chose one could hide among the log lines of somebody else.
func withRequest(ctx context.Context, client netip.Addr) (context.Context, *request) {
	r := &request{id: id.New[requestID]("req"), client: client, actor: actor.From(ctx)}
	return context.WithValue(ctx, requestKey{}, r), r
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
// actor it was written for.
func NewLogHandler(next slog.Handler) slog.Handler { return logHandler{next} }

type logHandler struct{ slog.Handler }

// Handle implements slog.Handler.
func (h logHandler) Handle(ctx context.Context, record slog.Record) error {
	if r := requestFrom(ctx); r != nil {
		record.AddAttrs(slog.String("request", string(r.id)))
		if r.actor.AccountID != "" {
			record.AddAttrs(slog.Any("actor", r.actor))
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
