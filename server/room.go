package server

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/graph"
)

const (
	// roomPerProcessor is how many requests to the API are answered at the same
	// time for each processor, where no setting says otherwise: more of them only
	// make each other slower.
	roomPerProcessor = 16
	// queuePerPlace is how many requests wait for each place.
	queuePerPlace = 8
	// roomWait is how long a request waits for a place at most. Whoever has waited
	// longer has gone or tried again.
	roomWait = time.Second
	// apiAhead is how much of a body is read before there is a place: all that the
	// API takes.
	apiAhead = 256 << 10
	// webhookRoom is how many webhooks are stored at the same time, whatever the API
	// is asked.
	webhookRoom = 16
	// roomRetry is when it may be worth while to come again.
	roomRetry = time.Second
)

// ErrOverloaded is the answer to whoever comes while more is asked for than can be
// answered.
var ErrOverloaded = fault.New(fault.Unavailable, "OVERLOADED", "Too much is asked for at the moment. Try again in a second.")

// room bounds how many requests are answered at once. A few more wait for a short
// time; the rest is refused at once, which costs next to nothing, so that what is
// let in is answered in time however much is asked for.
//
// Nobody holds a place by being slow: a body is read before, and the answer is
// written after.
type room struct {
	places  chan struct{}
	ahead   int64 // bytes of a body that are read before
	queue   int64
	waiting atomic.Int64
	wait    time.Duration
	refused func()
}

func newRoom(places int, ahead int64, refused func()) *room {
	return &room{places: make(chan struct{}, places), ahead: ahead, queue: int64(places * queuePerPlace), wait: roomWait, refused: refused}
}

// apiRoom is the room of the API; nil when a setting takes the limit away.
func (a *App) apiRoom() *room {
	places := a.Config.Concurrency
	if places < 0 {
		return nil
	}
	if places == 0 {
		places = roomPerProcessor * runtime.GOMAXPROCS(0)
	}
	return newRoom(places, apiAhead, a.metrics.shed)
}

// enter waits for a place, and reports false when there is none in time.
//
// All who have come stand in line before the first of them goes in. A request that
// does nothing but compute, and with SQLite that is each, would otherwise be done
// before the next one has begun: nobody would ever wait here, but all of them for a
// processor, where nobody counts them.
func (r *room) enter(ctx context.Context) bool {
	defer r.waiting.Add(-1)
	if r.waiting.Add(1) > r.queue {
		return false
	}
	runtime.Gosched()
	select {
	case r.places <- struct{}{}:
		return true
	default:
	}
	timer := time.NewTimer(r.wait)
	defer timer.Stop()
	select {
	case r.places <- struct{}{}:
		return true
	case <-timer.C:
	case <-ctx.Done():
	}
	return false
}

func (r *room) leave() { <-r.places }

// admitting lets requests into a room. What lasts, such as a stream, gives its place
// back when it begins to wait, and takes one for each thing that it then runs.
func (a *App) admitting(r *room) middleware {
	return func(next http.Handler) http.Handler {
		if r == nil {
			return next
		}
		return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
			readAhead(q, r.ahead)
			if !r.enter(q.Context()) {
				r.refused()
				w.Header().Set("Retry-After", "1")
				a.refuseSession(w, q, ErrOverloaded.After(roomRetry))
				return
			}
			if graph.Lasts(q) {
				r.serveLasting(next, w, q)
				return
			}
			answer := &held{ResponseWriter: w}
			func() {
				defer r.leave()
				next.ServeHTTP(answer, q)
			}()
			answer.release()
		})
	}
}

// readAhead reads a body as far as a handler would. Whatever is too long is left
// to the handler to refuse.
func readAhead(q *http.Request, most int64) {
	if q.Body == nil || q.Body == http.NoBody || q.ContentLength > most {
		return
	}
	head, _ := io.ReadAll(io.LimitReader(q.Body, most+1)) // the handler meets the same error
	q.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(head), q.Body), q.Body}
}

// held is an answer that is written when its place is free again.
type held struct {
	http.ResponseWriter

	status int
	body   []byte
}

// WriteHeader implements http.ResponseWriter.
func (h *held) WriteHeader(status int) {
	if h.status == 0 {
		h.status = status
	}
}

// Write implements http.ResponseWriter.
func (h *held) Write(part []byte) (int, error) {
	h.WriteHeader(http.StatusOK)
	h.body = append(h.body, part...)
	return len(part), nil
}

func (h *held) release() {
	if h.status != 0 {
		h.ResponseWriter.WriteHeader(h.status)
	}
	if len(h.body) > 0 {
		_, _ = h.ResponseWriter.Write(h.body) // a client that is gone cannot be told
	}
}
