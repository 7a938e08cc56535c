package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/etal-market/etal/db"
)

// Tracing makes spans of requests, operations, fields, queries, jobs and calls of
// Stripe. They name routes, operations, statements without arguments and codes,
// and nothing about a person. A nil *Tracing makes none and costs nothing.
type Tracing struct {
	provider *sdktrace.TracerProvider
	tracer   trace.Tracer
	wire     propagation.TraceContext
}

// NewTracing returns tracing by a provider, which Close shuts down.
func NewTracing(provider *sdktrace.TracerProvider) *Tracing {
	return &Tracing{provider: provider, tracer: provider.Tracer("github.com/etal-market/etal")}
}

// openTracing reads the settings that all programs with OpenTelemetry share,
// OTEL_…, and returns nil when they name no receiver of traces.
func openTracing(ctx context.Context, environ func(string) string, version string, log *slog.Logger) (*Tracing, error) {
	exporter := environ("OTEL_TRACES_EXPORTER")
	receiver := environ("OTEL_EXPORTER_OTLP_ENDPOINT") + environ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
	switch {
	case environ("OTEL_SDK_DISABLED") == "true", exporter == "none", exporter == "" && receiver == "":
		return nil, nil //nolint:nilnil // nil is off
	case exporter != "" && exporter != "otlp":
		return nil, fmt.Errorf("OTEL_TRACES_EXPORTER=%s is not known: set otlp or none", exporter)
	}
	for _, name := range []string{"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"} {
		if protocol := environ(name); protocol != "" && protocol != "http/protobuf" {
			return nil, fmt.Errorf("%s=%s is not known: traces leave by http/protobuf only", name, protocol)
		}
	}
	// What goes wrong with sending them must neither stop anything nor be silent.
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) {
		log.WarnContext(context.WithoutCancel(ctx), "traces", slog.Any("error", err))
	}))
	out, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the receiver of traces: %w", err)
	}
	about, err := resource.New(ctx, resource.WithAttributes(
		attribute.String("service.name", "etal"), attribute.String("service.version", version)), resource.WithFromEnv(), resource.WithTelemetrySDK())
	if err != nil {
		return nil, fmt.Errorf("read OTEL_RESOURCE_ATTRIBUTES: %w", err)
	}
	return NewTracing(sdktrace.NewTracerProvider(sdktrace.WithBatcher(out), sdktrace.WithResource(about))), nil
}

// Close sends what has not been sent yet.
func (t *Tracing) Close(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.provider.Shutdown(ctx)
}

// spans is the tracer for package graph; nil when there is none.
func (t *Tracing) spans() trace.Tracer {
	if t == nil {
		return nil
	}
	return t.tracer
}

// around makes a span of each request. A trace that began before us goes on when
// a trusted proxy passes it on: anybody else could have everything of theirs
// recorded, or count as the trace of somebody else.
func (t *Tracing) around(trusted proxies) middleware {
	if t == nil {
		return func(h http.Handler) http.Handler { return h }
	}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ctx := r.Context()
			if trusted.trusts(hop(r.RemoteAddr)) {
				ctx = t.wire.Extract(ctx, propagation.HeaderCarrier(r.Header))
			}
			ctx, span := t.tracer.Start(ctx, knownMethod(r.Method), trace.WithSpanKind(trace.SpanKindServer))
			defer span.End()
			inner := r.WithContext(ctx)
			defer func() { r.Pattern = inner.Pattern }() // whoever is around us counts by it
			next.ServeHTTP(w, inner)
			t.describe(span, inner, w)
		})
	}
}

// describe says what a request was, once that is known.
func (t *Tracing) describe(span trace.Span, r *http.Request, w http.ResponseWriter) {
	if !span.IsRecording() {
		return
	}
	status := 0
	route := r.Pattern[strings.LastIndexByte(r.Pattern, ' ')+1:] // a pattern may begin with a method
	if route == "" {
		route = "none"
	}
	if rec, ok := w.(*recorder); ok {
		status = rec.status
	}
	span.SetName(knownMethod(r.Method) + " " + route)
	span.SetAttributes(attribute.String("http.request.method", knownMethod(r.Method)), attribute.String("http.route", route),
		attribute.Int("http.response.status_code", status))
	if status >= http.StatusInternalServerError {
		span.SetStatus(codes.Error, "")
	}
	if info := requestFrom(r.Context()); info != nil {
		span.SetAttributes(attribute.String("etal.request_id", string(info.id)), attribute.String("etal.client_name", info.app))
	}
}

// knownMethod keeps what somebody has invented out of traces.
func knownMethod(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodPatch:
		return method
	}
	return "_OTHER"
}

// marks are what a job carries of whatever causes it: the request and the trace.
func (t *Tracing) marks(ctx context.Context) map[string]string {
	request := RequestID(ctx)
	traced := t != nil && trace.SpanContextFromContext(ctx).IsValid()
	if request == "" && !traced {
		return nil
	}
	marks := map[string]string{}
	if request != "" {
		marks["request"] = request
	}
	if traced {
		t.wire.Inject(ctx, propagation.MapCarrier(marks))
	}
	return marks
}

// job makes a span of one run of a job, in the trace of what caused it.
func (t *Tracing) job(ctx context.Context, run db.JobRun, do func(context.Context) error) error {
	if t == nil {
		return do(ctx)
	}
	ctx = t.wire.Extract(ctx, propagation.MapCarrier(run.Marks))
	ctx, span := t.tracer.Start(ctx, "job "+run.Kind, trace.WithSpanKind(trace.SpanKindConsumer), trace.WithAttributes(
		attribute.String("etal.job", run.Kind), attribute.Int64("etal.job_id", run.ID), attribute.Int("etal.attempt", run.Attempt)))
	defer span.End()
	err := do(ctx)
	if err != nil { // its text may hold what somebody has typed
		span.SetStatus(codes.Error, "")
	}
	return err
}

// Hook makes a span of each query of a database that belongs to a trace.
func (t *Tracing) Hook(d *db.DB) bun.QueryHook {
	system := "sqlite"
	if d.ServesMany() {
		system = "postgresql"
	}
	return queryTracer{t.tracer, system}
}

type queryTracer struct {
	tracer trace.Tracer
	system string
}

// querySpan is where a query keeps its span. Its context cannot: a unit of work
// goes on with that of its BEGIN, whose span has ended by then.
type querySpan struct{}

// BeforeQuery implements bun.QueryHook.
func (q queryTracer) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	if !trace.SpanFromContext(ctx).IsRecording() {
		return ctx
	}
	_, span := q.tracer.Start(ctx, verb(e.Operation()), trace.WithSpanKind(trace.SpanKindClient))
	if e.Stash == nil {
		e.Stash = map[any]any{}
	}
	e.Stash[querySpan{}] = span
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (q queryTracer) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	span, ok := e.Stash[querySpan{}].(trace.Span)
	if !ok {
		return
	}
	defer span.End()
	var server *pgconn.PgError
	if errors.As(e.Err, &server) {
		span.SetAttributes(attribute.String("db.response.status_code", server.Code))
	}
	span.SetAttributes(attribute.String("db.system.name", q.system), attribute.String("db.operation.name", verb(e.Operation())),
		attribute.String("db.query.text", db.Shape(e.Query)))
	if e.Err != nil && !errors.Is(e.Err, db.ErrNotFound) {
		span.SetStatus(codes.Error, "")
	}
}

// Calls makes a span of each call of Stripe.
func (t *Tracing) Calls(next http.RoundTripper) http.RoundTripper {
	if t == nil {
		return next
	}
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		if !trace.SpanFromContext(r.Context()).IsRecording() {
			return next.RoundTrip(r)
		}
		call := callOf(r)
		ctx, span := t.tracer.Start(r.Context(), "stripe "+call, trace.WithSpanKind(trace.SpanKindClient),
			trace.WithAttributes(attribute.String("etal.stripe.call", call)))
		defer span.End()
		response, err := next.RoundTrip(r.WithContext(ctx)) // no header tells Stripe of the trace
		result := resultOf(response, err)
		span.SetAttributes(attribute.String("etal.stripe.result", result))
		if response != nil {
			span.SetAttributes(attribute.String("http.response.status_code", strconv.Itoa(response.StatusCode)))
		}
		if result != resultOK {
			span.SetStatus(codes.Error, "")
		}
		return response, err
	})
}

// environment reads the environment of the process.
func environment(name string) string { return os.Getenv(name) }
