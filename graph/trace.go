package graph

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/graph/model"
)

const (
	// fieldSpansMax bounds the spans of one answer: a list of lists must not fill a
	// trace with a thousand that all say the same.
	fieldSpansMax = 200
	// nameMax bounds what a client has named an operation by.
	nameMax = 60
)

// tracer makes a span of each answer, and one of each field that a resolver
// answers. What people ask for and get, variables and values, is in none of them.
type tracer struct{ spans trace.Tracer }

var (
	_ graphql.ResponseInterceptor = tracer{}
	_ graphql.FieldInterceptor    = tracer{}
)

// ExtensionName implements graphql.HandlerExtension.
func (tracer) ExtensionName() string { return "EtalTracer" }

// Validate implements graphql.HandlerExtension.
func (tracer) Validate(graphql.ExecutableSchema) error { return nil }

type fieldSpans struct{}

// InterceptResponse implements graphql.ResponseInterceptor.
func (t tracer) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	op := graphql.GetOperationContext(ctx).Operation
	if op == nil || !trace.SpanFromContext(ctx).IsRecording() {
		return next(ctx)
	}
	ctx, span := t.spans.Start(ctx, string(op.Operation)+" "+clipName(op.Name), trace.WithAttributes(
		attribute.String("graphql.operation.type", string(op.Operation)),
		attribute.String("graphql.operation.name", clipName(op.Name))))
	defer span.End()
	response := next(context.WithValue(ctx, fieldSpans{}, new(atomic.Int64)))
	if response != nil && len(response.Errors) > 0 {
		code, _ := response.Errors[0].Extensions["code"].(string)
		span.SetAttributes(attribute.Int("graphql.errors", len(response.Errors)), attribute.String("error.type", code))
		if code == codeInternal || code == codeUnavailable {
			span.SetStatus(codes.Error, "")
		}
	}
	return response
}

// InterceptField implements graphql.FieldInterceptor.
func (t tracer) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	at := graphql.GetFieldContext(ctx)
	made, counted := ctx.Value(fieldSpans{}).(*atomic.Int64)
	if !at.IsResolver || !counted || made.Add(1) > fieldSpansMax {
		return next(ctx)
	}
	ctx, span := t.spans.Start(ctx, at.Object+"."+at.Field.Name)
	defer span.End()
	value, err := next(ctx)
	if err != nil { // its text may hold what somebody has typed
		span.SetAttributes(attribute.Bool("graphql.field.failed", true))
	}
	return value, err
}

// clipName returns the name of an operation; a client may have chosen a long one.
func clipName(name string) string { return name[:min(len(name), nameMax)] }

// Outcome is what became of an operation, for whoever counts. Nothing in it is
// about a person.
type Outcome struct {
	Operation string // its name, as the client wrote it
	Took      time.Duration
	Cost      int      // in points, by what was returned
	Codes     []string // of the errors at the top level
	Faults    []string // the codes of its userErrors
	// Deprecated are the coordinates of what it uses that is to go away, each once.
	Deprecated []string
	Executed   bool // whether it was executed or answered from what was kept; else it was refused
}

// faultsKey finds what collects the codes of the userErrors of an operation.
type faultsKey struct{}

// collecting returns a context in which told collects, and what it has collected.
// The fields of a mutation run one after the other.
func collecting(ctx context.Context) (context.Context, *[]string) {
	codes := new([]string)
	return context.WithValue(ctx, faultsKey{}, codes), codes
}

// told notes the codes of userErrors for whoever counts.
func told(ctx context.Context, faults []*model.UserError) {
	codes, ok := ctx.Value(faultsKey{}).(*[]string)
	if !ok {
		return
	}
	for _, f := range faults {
		*codes = append(*codes, string(f.Code))
	}
}

// settled tells who counts of an operation.
func (t *transport) settled(ctx context.Context, operation string, took time.Duration, a *answer) {
	if t.outcome == nil {
		return
	}
	o := Outcome{Operation: operation, Took: took, Cost: int(a.Bill.actual), Executed: len(a.Data) > 0, Faults: a.faults, Deprecated: a.olds}
	for _, err := range a.Errors {
		code, _ := err.Extensions["code"].(string)
		o.Codes = append(o.Codes, code)
	}
	t.outcome(ctx, o)
}

// mayBeStale lets what a stranger asks of the catalogue be answered from a copy
// of the database that lags behind a little.
func (t *transport) mayBeStale(ctx context.Context, op *graphql.OperationContext) context.Context {
	if t.stale == nil || actor.From(ctx).Role != actor.Anonymous || !isOfCatalogue(op) {
		return ctx
	}
	return t.stale(ctx)
}

// CatalogueTables are the tables that answers about the public catalogue are read
// from.
func CatalogueTables() []string { return append([]string(nil), catalogueTables...) }
