package e2e_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/internal/testkit"
	"github.com/etal-market/etal/server"
)

// TestTraces_tell_a_story_and_name_nobody tells the longest story with everything
// recorded. What belongs together is one trace, over jobs and webhooks. Nothing
// that is recorded holds a name, an address, a token, a card, an amount of money or
// an identifier, but that of the request.
func TestTraces_tell_a_story_and_name_nobody(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			recorded := tracetest.NewInMemoryExporter()
			tracing := server.NewTracing(sdktrace.NewTracerProvider(sdktrace.WithSyncer(recorded)))
			d := dbtest.Open(t, dialect, db.Options{Clock: clock.NewManual(testkit.Start)})
			w := testkit.NewTraced(t, d, tracing, testkit.Setting("MORE_CURRENCIES", "USD"))
			s := tell(t, w, "testdata/marketplace.txtar")
			spans := recorded.GetSpans()
			t.Logf("%d spans", len(spans))
			requireLineage(t, spans)
			requireNobody(t, s, spans)
		})
	}
}

// requireLineage holds that spans stand below those that caused them.
func requireLineage(t *testing.T, spans tracetest.SpanStubs) {
	t.Helper()
	byID := map[trace.SpanID]tracetest.SpanStub{}
	for _, s := range spans {
		byID[s.SpanContext.SpanID()] = s
	}
	for below, above := range map[string]string{
		"mutation CheckoutComplete":           "POST /graphql",
		"Mutation.checkoutComplete":           "mutation CheckoutComplete",
		"INSERT":                              "Mutation.checkoutComplete",
		"COMMIT":                              "Mutation.checkoutComplete",
		"stripe POST /v1/payment_intents":     "Mutation.checkoutComplete",
		"job inbox.apply":                     "POST /webhooks/stripe",
		"stripe GET /v1/payment_intents/{id}": "job inbox.apply",
		"job event.deliver":                   "job inbox.apply",
		"job notification.mail":               "job event.deliver",
		"SELECT":                              "job reconciliation.compare",
		"stripe POST /v1/transfers":           "job payout.send_transfer",
	} {
		if !someBelow(spans, byID, below, above) {
			t.Errorf("no %s below %s", below, above)
		}
	}
	if t.Failed() {
		shown := map[string]int{}
		for _, s := range spans {
			shown[byID[s.Parent.SpanID()].Name+" > "+s.Name]++
		}
		t.Log(shown)
		t.FailNow()
	}
}

func someBelow(spans tracetest.SpanStubs, byID map[trace.SpanID]tracetest.SpanStub, below, above string) bool {
	for _, s := range spans {
		if s.Name != below {
			continue
		}
		for at, ok := byID[s.Parent.SpanID()]; ok; at, ok = byID[at.Parent.SpanID()] {
			if at.Name == above && at.SpanContext.TraceID() == s.SpanContext.TraceID() {
				return true
			}
		}
	}
	return false
}

// requireNobody searches all that is recorded for what is about people.
func requireNobody(t *testing.T, s *story, spans tracetest.SpanStubs) {
	t.Helper()
	secrets := map[string]string{
		"password": testkit.Password, "bank account": "000123456789", "routing number": "110000000", "card": "4242", "client secret": "_secret_",
		"street": "Hafenstra", "city": "Hamburg", "postal code": "20359", "token": "etal_", "quoted text": "'",
		"method of payment": "pm_card",
	}
	for who, p := range s.people {
		if p.token != "" {
			secrets["token of "+who] = p.token
		}
	}
	for column, statement := range map[string]string{
		"name": "SELECT name FROM accounts WHERE LENGTH(name) > 3", "seller": "SELECT name FROM sellers WHERE LENGTH(name) > 4",
		"title": "SELECT title FROM products WHERE LENGTH(title) > 4",
	} {
		var values []string
		require.NoError(t, s.w.DB.Read(t.Context()).NewRaw(statement).Scan(t.Context(), &values))
		require.NotEmpty(t, values, column)
		for i, value := range values {
			secrets[fmt.Sprint(column, i)] = value
		}
	}
	identifier := regexp.MustCompile(`\b[a-z]{2,4}_(?:[a-zA-Z]*[0-9]){3}[0-9a-zA-Z]*\b`) // ours, and Stripe's: pi_3Nk…
	for _, span := range spans {
		require.Empty(t, span.Events, "errors have texts")
		require.Empty(t, span.Status.Description, "a description may hold what somebody has typed")
		texts := map[string]string{"name of the span": span.Name}
		for _, a := range span.Attributes {
			texts[string(a.Key)] = a.Value.String()
		}
		for key, text := range texts {
			for what, secret := range secrets {
				require.NotContains(t, text, secret, "%s holds a %s", key, what)
			}
			require.NotRegexp(t, `\w@\w`, text, "%s holds a mail address", key)
			if key != "etal.request_id" {
				require.NotRegexp(t, identifier, text, key)
			}
			if key == "db.query.text" {
				require.NotRegexp(t, `[ (=,]\d`, strings.ReplaceAll(text, "LIMIT ?", ""), "an argument in %s", text)
			}
		}
	}
}
