package server

import (
	"context"
	"net/http"
	"sync"
)

type leaveKey struct{}

// serveLasting serves a request that lasts, with a place that it gives back when it
// waits, or at the end.
func (r *room) serveLasting(next http.Handler, w http.ResponseWriter, q *http.Request) {
	leave := sync.OnceFunc(r.leave)
	defer leave()
	next.ServeHTTP(w, q.WithContext(context.WithValue(q.Context(), leaveKey{}, leave)))
}

// waits gives back the place of a request that lasts.
func waits(ctx context.Context) {
	if leave, ok := ctx.Value(leaveKey{}).(func()); ok {
		leave()
	}
}

// place gives what runs on a stream or a socket a place, as if it were a request of
// its own. It returns ErrOverloaded.
func (r *room) place(ctx context.Context) (leave func(), err error) {
	if r == nil {
		return func() {}, nil
	}
	if !r.enter(ctx) {
		r.refused()
		return nil, ErrOverloaded.After(roomRetry)
	}
	return r.leave, nil
}
