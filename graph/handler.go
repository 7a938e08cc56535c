package graph

import (
	"context"
	"log/slog"
	"maps"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"go.opentelemetry.io/otel/trace"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ratelimit"
	"github.com/etal-market/etal/graph/exec"
	"github.com/etal-market/etal/graph/loader"
)

const (
	tokenLimit = 4000
	bodyMax    = 256 << 10
	timeoutMax = 10 * time.Second
)

// Config is what a handler needs. Domain and Log are required.
type Config struct {
	Domain loader.Services
	Log    *slog.Logger
	// StripeKey is the platform's publishable key, which buyers' pages confirm
	// payments with.
	StripeKey string
	// EmbeddingKey is the same key where pages may show Stripe's components; empty
	// where a simulator stands in for Stripe.
	EmbeddingKey string
	// RequestID tells the id of a request, for error answers; nil: none.
	RequestID func(context.Context) string
	// Introspection tells whether a request may read the schema; nil: nobody.
	Introspection func(context.Context) bool
	// Observe is told the name of the operation that a request runs, as the
	// client wrote it; nil: nobody is told.
	Observe func(ctx context.Context, operation string)
	// Outcome is told what became of each operation; nil: nobody is told.
	Outcome func(ctx context.Context, o Outcome)
	// Tracer makes spans of answers and of the fields that resolvers answer; nil:
	// there are none, and it costs nothing.
	Tracer trace.Tracer
	// Stale returns a context in which what strangers ask of the catalogue may be
	// answered from a copy of the database that lags behind; nil: there is none.
	Stale func(context.Context) context.Context
	// StaleBy is how much it may lag behind at most. Answers are kept for so much
	// less than a second.
	StaleBy time.Duration
	// Clock tells whether a second factor was shown lately; nil: the wall clock.
	Clock clock.Clock
	// CostMax bounds what one request may cost, besides what is allowed to whoever
	// asks: 2,000 to sessions and strangers, 5,000 to API keys; 0 means 5,000.
	CostMax int
	// Limiter bounds what is asked for over time; nil: nothing does.
	Limiter *ratelimit.Limiter
	// Budgets tells whose buckets pay for a request, the requester's own first;
	// nil: nobody's.
	Budgets func(context.Context) []ratelimit.Budget
	// Renew asks anew who a request is from, without counting it as a use: a stream
	// is asked again and again; nil: whoever it was.
	Renew func(context.Context) (actor.Actor, error)
	// Admit counts a stream that is opened, or returns a fault when there are too
	// many; nil: there are never too many.
	Admit func(context.Context) (release func(), err error)
	// Place gives what runs on a stream or a socket a place among the requests that are
	// answered at once, for as long as it runs and not while it is written or waits, or
	// returns a fault when there is none; nil: there always is one. Requests that last
	// come with a place, which Waits gives back; nil: they come without.
	Place func(context.Context) (leave func(), err error)
	Waits func(context.Context)
	// Introduce says who speaks on a WebSocket, by what its first message holds in
	// place of the headers Authorization and Etal-Act-As; nil: it must hold neither.
	Introduce func(ctx context.Context, authorization, actAs string) (context.Context, error)
	// Timeout bounds how long one request may take; 0 means 10 seconds.
	Timeout time.Duration
	// Documents are those that clients may ask for by id.
	Documents Documents
	// TrustedOnly refuses any other document to everybody but API keys.
	TrustedOnly bool
	// Changes tells what units of work write, so that answers about the catalogue
	// are kept for strangers; db.DB.OnChange is one. Nil: none are kept.
	Changes func(func(tables map[string][]string))
	// Cached is told for each question of strangers about the catalogue whether
	// its answer was kept; nil: nobody is told.
	Cached func(hit bool)
	// PublicMaxAge is for how long caches in between may keep what strangers ask of
	// the catalogue by GET and documentId; 0: not at all.
	PublicMaxAge time.Duration
	// Edition2026 answers with the status codes of the GraphQL over HTTP edition of
	// September 2026 instead of those of the draft before it.
	Edition2026 bool
}

// NewHandler answers GraphQL over HTTP: POST, and GET for queries, and by event
// streams. The session
// middleware has put the actor into the context of the request (actor.With);
// without one, nobody asks.
func NewHandler(c Config) http.Handler {
	c = c.withDefaults()
	return c.serving(newSchema(c))
}

func (c Config) serving(schema graphql.ExecutableSchema) http.Handler {
	p := presenter{log: c.Log, requestID: c.RequestID}
	e := executor.New(schema)
	e.SetErrorPresenter(p.present)
	e.SetRecoverFunc(p.recovered)
	e.SetQueryCache(newBounded(documentBytes, weighDocument))
	e.SetParserTokenLimit(tokenLimit)
	e.SetDisableSuggestion(true) // of the two rules that it would put in again
	e.SetDefaultRulesFn(rulesWithoutHints)
	e.Use(&guard{passed: newBounded(verdictBytes, func(bool) int { return 0 })})
	e.Use(checker{introspection: c.Introspection, costMax: c.CostMax, schema: schema.Schema(), overdue: c.Domain.Terms.Overdue})
	e.Use(fresh{c.Domain})
	if c.Tracer != nil {
		e.Use(tracer{c.Tracer})
	}
	var answers *cache
	if c.Changes != nil {
		answers = newCache(c.Cached, cachedFor-c.StaleBy)
		c.Changes(answers.changed)
	}
	return &transport{
		cache: answers, documents: c.Documents, trustedOnly: c.TrustedOnly, publicMaxAge: c.PublicMaxAge, edition2026: c.Edition2026,
		exec: e, present: p.present, observe: c.Observe, services: c.Domain, timeout: c.Timeout,
		limiter: c.Limiter, budgets: c.Budgets, requestID: c.RequestID,
		outcome: c.Outcome, deprecated: deprecationsOf(schema.Schema()), stale: c.Stale,
		door: door{c.Clock}, renew: c.Renew, admit: c.Admit, introduce: c.Introduce,
		place: c.Place, waits: c.Waits,
	}
}

func (c Config) withDefaults() Config {
	if c.RequestID == nil {
		c.RequestID = func(context.Context) string { return "" }
	}
	if c.Introspection == nil {
		c.Introspection = func(context.Context) bool { return false }
	}
	if c.Observe == nil {
		c.Observe = func(context.Context, string) {}
	}
	if c.Budgets == nil {
		c.Budgets = func(context.Context) []ratelimit.Budget { return nil }
	}
	if c.Renew == nil {
		c.Renew = func(ctx context.Context) (actor.Actor, error) { return actor.From(ctx), nil }
	}
	if c.Admit == nil {
		c.Admit = func(context.Context) (func(), error) { return func() {}, nil }
	}
	if c.Place == nil {
		c.Place = func(context.Context) (func(), error) { return func() {}, nil }
	}
	if c.Waits == nil {
		c.Waits = func(context.Context) {}
	}
	if c.Introduce == nil {
		c.Introduce = func(ctx context.Context, _, _ string) (context.Context, error) { return ctx, ErrForbidden }
	}
	if c.Clock == nil {
		c.Clock = clock.Wall{}
	}
	if c.Cached == nil {
		c.Cached = func(bool) {}
	}
	if c.CostMax == 0 {
		c.CostMax = costMax
	}
	if c.Timeout == 0 {
		c.Timeout = timeoutMax
	}
	return c
}

// newSchema is the executable schema without `@defer`, which every schema of
// the library declares and no plain answer can keep: it would answer null for
// a field that is not nullable, and never send the rest.
func newSchema(c Config) graphql.ExecutableSchema {
	return schemaBehind(c, exec.DirectiveRoot{Can: door{c.Clock}.can})
}

func schemaBehind(c Config, doors exec.DirectiveRoot) graphql.ExecutableSchema {
	config := exec.Config{
		Resolvers:  &Resolver{Domain: c.Domain, StripeKey: c.StripeKey, EmbeddingKey: c.EmbeddingKey, clock: c.Clock},
		Directives: doors,
	}
	schema := *exec.NewExecutableSchema(config).Schema()
	schema.Directives = maps.Clone(schema.Directives)
	delete(schema.Directives, "defer")
	config.Schema = &schema
	return exec.NewExecutableSchema(config)
}
