package graph

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
)

const (
	typeStream = "text/event-stream"
	// lastEventID is how a browser says where it stopped when it comes back.
	lastEventID = "Last-Event-Id"
	// writeWait is how long a client may take to accept a piece.
	writeWait = 20 * time.Second
	// comeBack is when a client that was cut off comes back, in milliseconds, with
	// up to as much again at random so that not all come at once.
	comeBack = 500
)

// wantsStream reports whether a client asks for an event stream, by name and
// rather than for anything else.
func wantsStream(accept []string) bool {
	ranges := strings.Split(strings.Join(accept, ","), ",")
	if !named(ranges, typeStream) {
		return false
	}
	asked := weight(ranges, typeStream)
	return asked > 0 && asked > max(weightNamed(ranges, typeJSON), weightNamed(ranges, typeResponse))
}

func weightNamed(ranges []string, mediaType string) int {
	if !named(ranges, mediaType) {
		return 0
	}
	return weight(ranges, mediaType)
}

// Lasts reports whether a request is answered by what lasts, an event stream or a
// WebSocket.
func Lasts(r *http.Request) bool { return IsUpgrade(r) || wantsStream(r.Header.Values("Accept")) }

// serveStream is GraphQL over Server-Sent Events, with a connection for each
// operation. What is refused before it runs is answered as any other request.
func (t *transport) serveStream(w http.ResponseWriter, r *http.Request) {
	ctx := withSlot(graphql.StartOperationTrace(r.Context()), &slot{})
	q, refused := t.asked(ctx, w, r)
	if refused != nil {
		t.refuse(ctx, w, typeJSON, refused)
		return
	}
	op, errs := t.exec.CreateOperationContext(ctx, &q.RawParams)
	if len(errs) > 0 {
		refused := t.requestStatus(typeResponse, errs) // plain JSON has no other status for streams
		refused.errs = t.invalid(ctx, op, errs)
		t.refuse(ctx, w, typeJSON, refused)
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation == ast.Mutation {
		refused := refuse(http.StatusMethodNotAllowed, codeMethodNotAllowed, "GET is not for mutations.")
		refused.allow = http.MethodPost
		t.refuse(ctx, w, typeJSON, refused)
		return
	}
	if op.Operation.Operation == ast.Subscription {
		release, err := t.admit(ctx)
		if err != nil {
			t.refuse(ctx, w, typeJSON, &refusal{status: http.StatusTooManyRequests, errs: gqlerror.List{t.present(ctx, err)}})
			return
		}
		defer release()
	}
	who := newAuthority(t.renew)
	var asking sync.WaitGroup
	defer asking.Wait()
	ctx, end := context.WithCancel(ctx)
	defer end()
	asking.Go(func() { who.keepAsking(ctx) })
	t.observe(ctx, op.Operation.Name)
	t.waits(ctx)
	out := &eventStream{w: w, control: http.NewResponseController(w), clock: clock.Wall{}}
	if out.open() == nil {
		t.finish(ctx, out, t.carry(ctx, operation{op: op, cost: costOf(op), after: r.Header.Get(lastEventID), authority: who}, out))
	}
}

// finish says how a stream has ended, to a client that is still there.
func (t *transport) finish(ctx context.Context, out *eventStream, end error) {
	switch {
	case end == nil:
	case out.failed || ctx.Err() != nil:
		return
	case errors.Is(end, errCut), errors.Is(end, context.DeadlineExceeded) && len(fault.As(end)) == 0:
		_ = out.send("retry: " + strconv.Itoa(comeBack+int(out.clock.Now().UnixNano()%comeBack)) + "\n\n") // it ends in any case
		return
	default:
		last := &answer{Errors: gqlerror.List{t.presented(ctx, end)}, Bill: bill{requestID: t.requestID(ctx)}}
		if out.next(ctx, "", last) != nil {
			return
		}
	}
	_ = out.send("event: complete\ndata:\n\n") // it ends in any case
}

// eventStream writes Server-Sent Events.
type eventStream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	clock   clock.Clock
	failed  bool // the client is gone, or does not read
}

// open sends the headers. A stream has no deadline as a whole: each piece has one.
func (s *eventStream) open() error {
	h := s.w.Header()
	h.Set("Content-Type", typeStream+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // a proxy that gathers answers must not
	h.Add("Vary", "Accept")
	if err := s.control.SetReadDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	s.w.WriteHeader(http.StatusOK)
	return s.beat()
}

func (s *eventStream) start(position string) error { return s.send("id: " + position + "\n\n") }

func (s *eventStream) beat() error { return s.send(":\n\n") }

func (s *eventStream) next(_ context.Context, position string, a *answer) error {
	sortErrors(a)
	body, err := a.encode()
	if err != nil {
		return err
	}
	text := "event: next\n"
	if position != "" {
		text += "id: " + position + "\n"
	}
	return s.send(text + "data: " + string(body) + "\n\n")
}

// send writes a piece and pushes it out. Whoever does not accept it in time is
// taken for gone.
func (s *eventStream) send(text string) error {
	if s.failed {
		return errCut
	}
	err := s.control.SetWriteDeadline(s.clock.Now().Add(writeWait))
	if err == nil || errors.Is(err, http.ErrNotSupported) {
		_, err = s.w.Write([]byte(text)) // an event stream with its media type and nosniff
	}
	if err == nil {
		err = s.control.Flush()
	}
	s.failed = err != nil
	return err
}
