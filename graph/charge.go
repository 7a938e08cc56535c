package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/ratelimit"
)

// What one request may cost at most.
const (
	costMax        = 5000 // whoever asks
	costMaxSession = 2000 // sessions and strangers
)

const (
	// costAttempt is what trying or setting a password, or showing a factor,
	// costs besides: a hash takes a core for a while, and who guesses pays.
	costAttempt = 100
	// costSearched is the part of costSearch that is not given back when little was
	// found.
	costSearched = 25
	// costRefused is what a document costs that is not executed: it was read and
	// validated.
	costRefused = 10
	// costKept is what an answer costs that was kept: next to nothing.
	costKept = 1
	// costStats is where the checker leaves the cost of an operation.
	costStats = "EtalCost"
)

// costMaxOf returns what one request of somebody may cost.
func costMaxOf(by actor.Actor) int {
	if by.KeyID != "" {
		return costMax
	}
	return costMaxSession
}

// costs is what an operation may cost, and what it costs whatever it returns.
type costs struct{ requested, floor int }

// attempts reports whether a root field tries or sets a password, or shows a
// factor.
func attempts(name string, d *ast.FieldDefinition) bool {
	switch name {
	case "signIn", "accountRegister", "passwordReset", "passwordChange", "emailChange":
		return true
	}
	return d != nil && d.Directives.ForName("once") != nil
}

// floor is the part of the cost that does not depend on the answer.
func (c checker) floor(op *ast.OperationDefinition, variables map[string]any) int {
	total := 0
	for _, f := range roots(op.SelectionSet, nil) {
		switch {
		case f.Name == "__schema" || f.Name == "__type":
			total += costIntrospection
		case op.Operation == ast.Mutation:
			total += costMutation
		}
		if attempts(f.Name, f.Definition) {
			total += costAttempt
		}
		if searches(f, variables) {
			total += costSearched
		}
	}
	return total
}

// charged takes the cost of an operation, and refuses with 429 when it is not
// there.
func (t *transport) charged(ctx context.Context, cost int) (ratelimit.Charge, *refusal) {
	charge := t.limiter.Charge(ctx, t.budgets(ctx), int64(cost))
	if !charge.Refused {
		return charge, nil
	}
	err := coded(codeRateLimited, "You have asked for too much at once. Wait a moment and try again.")
	err.Extensions["retryAfterMs"] = charge.RetryAfter.Milliseconds()
	return charge, &refusal{status: http.StatusTooManyRequests, err: err}
}

// actual is what an operation has cost by what it returned: each object counts.
func actual(c costs, data json.RawMessage) int {
	return max(min(c.floor+objects(data)-1, c.requested), 1)
}

// objects counts the objects in an answer that was encoded without spaces.
func objects(data []byte) int {
	n := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{':
			n++
		case '"':
			end := closing(data[i+1:])
			if end < 0 {
				return n
			}
			i += 1 + end
		}
	}
	return n
}

// closing returns where a text ends whose first quote is left out.
func closing(text []byte) int {
	for from := 0; ; {
		at := bytes.IndexByte(text[from:], '"')
		if at < 0 {
			return -1
		}
		at += from
		escapes := 0
		for at-escapes > 0 && text[at-escapes-1] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at
		}
		from = at + 1
	}
}

// bill is what an answer says about its cost.
type bill struct {
	requestID         string
	requested, actual int64
	bucket            ratelimit.Bucket // not set when nothing is limited
}

// append writes the bill as the extensions of an answer.
func (b bill) append(to []byte) []byte {
	to = append(to, `"extensions":{`...)
	if b.requestID != "" {
		to = append(strconv.AppendQuote(append(to, `"requestId":`...), b.requestID), ',')
	}
	to = strconv.AppendInt(append(to, `"cost":{"requested":`...), b.requested, 10)
	to = strconv.AppendInt(append(to, `,"actual":`...), b.actual, 10)
	if b.bucket.Limit.IsSet() {
		to = strconv.AppendInt(append(to, `,"bucket":{"maximum":`...), b.bucket.Limit.Maximum, 10)
		to = strconv.AppendInt(append(to, `,"available":`...), b.bucket.Available, 10)
		to = strconv.AppendInt(append(to, `,"restoresPerSecond":`...), b.bucket.Limit.PerSecond, 10)
		to = append(to, '}')
	}
	return append(to, `}}`...)
}

// header tells the budget in the headers of an answer, and when to come back
// after a refusal for asking too often, whether of requests or of attempts.
func (b bill) header(h http.Header, errs gqlerror.List) {
	if b.bucket.Limit.IsSet() {
		h.Set("RateLimit-Policy", b.bucket.Policy())
		h.Set("RateLimit", b.bucket.State())
	}
	longest := int64(-1)
	for _, e := range errs {
		if ms, ok := e.Extensions["retryAfterMs"].(int64); ok {
			longest = max(longest, ms)
		}
	}
	if longest >= 0 {
		wait := ratelimit.Charge{RetryAfter: time.Duration(longest) * time.Millisecond}
		h.Set("Retry-After", strconv.FormatInt(wait.RetryAfterSeconds(), 10))
	}
}

// costOf reads what the checker has found.
func costOf(op *graphql.OperationContext) costs {
	c, _ := op.Stats.GetExtension(costStats).(costs)
	return c
}
