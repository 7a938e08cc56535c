package testkit

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/etal-market/etal/domain/webhook"
)

// Receivers stand for all programs that webhooks are sent to: what they got is kept,
// and they answer what a test has them answer. They are safe for use by many at once.
type Receivers struct {
	mu     sync.Mutex
	got    []webhook.Request
	answer func(webhook.Request) webhook.Answer
}

// Send implements webhook.Sender. Whoever has said nothing else takes all.
func (r *Receivers) Send(_ context.Context, request webhook.Request) webhook.Answer {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.got = append(r.got, request)
	if r.answer != nil {
		return r.answer(request)
	}
	return webhook.Answer{Outcome: webhook.Taken, StatusCode: 204, Took: time.Millisecond}
}

// Answers has the receivers answer by a function from now on; nil: they take all.
func (r *Receivers) Answers(with func(webhook.Request) webhook.Answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answer = with
}

// Got returns all that was sent, the oldest first.
func (r *Receivers) Got() []webhook.Request {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.got)
}
