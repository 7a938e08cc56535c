package graph

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/live"
)

const (
	// socketProtocol is the only one that is spoken.
	socketProtocol = "graphql-transport-ws"
	// initWait is how long a socket may stay open without connection_init.
	initWait = 10 * time.Second
	// reviewEvery is how often it is asked who holds a socket on which nothing runs;
	// a multiple of recheckEvery.
	reviewEvery = time.Minute
	// operationsOpenMax is how many operations may run on a socket at once.
	operationsOpenMax = 50
	operationIDMax    = 128
)

// What a socket is closed with, as the protocol has it.
const (
	closeBadRequest   websocket.StatusCode = 4400
	closeUnauthorized websocket.StatusCode = 4401
	closeForbidden    websocket.StatusCode = 4403
	closeInitTimeout  websocket.StatusCode = 4408
	closeExists       websocket.StatusCode = 4409
	closeTwoInits     websocket.StatusCode = 4429
)

// farewell ends a socket with a code and a reason.
type farewell struct {
	code   websocket.StatusCode
	reason string
}

// Error implements error.
func (c *farewell) Error() string { return c.reason }

func badMessage() error { return &farewell{closeBadRequest, "Invalid message received"} }

// IsUpgrade reports whether a request wants a WebSocket.
func IsUpgrade(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// socket is a WebSocket. One goroutine reads, one attends to the time, and one runs
// for each operation.
type socket struct {
	t    *transport
	conn *websocket.Conn

	running sync.WaitGroup

	mu      sync.Mutex
	greeted bool // connection_init was read
	ready   bool // and answered
	open    map[string]context.CancelFunc
	streams int      // subscriptions that are open
	admits  []func() // what releases all of them but one, which is the socket's own stream

	authority *authority
}

// serveSocket is GraphQL over WebSocket. Who may open one from which page is
// decided before; see package server.
func (t *transport) serveSocket(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(withSlot(r.Context(), &slot{}))
	defer cancel()
	offered := strings.Split(strings.Join(r.Header.Values("Sec-Websocket-Protocol"), ","), ",")
	if !slices.ContainsFunc(offered, func(p string) bool { return strings.TrimSpace(p) == socketProtocol }) {
		t.refuse(ctx, w, typeJSON, badRequest("Offer the subprotocol "+socketProtocol+"."))
		return
	}
	release, err := t.admit(ctx)
	if err != nil {
		t.refuse(ctx, w, typeJSON, &refusal{status: http.StatusTooManyRequests, errs: gqlerror.List{t.present(ctx, err)}})
		return
	}
	t.waits(ctx)
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{
		Subprotocols:       []string{socketProtocol},
		InsecureSkipVerify: true, // pages of every origin may come with a token of their own, and none but ours with a cookie
	})
	if err != nil { // it was answered
		release()
		return
	}
	conn.SetReadLimit(bodyMax)
	s := &socket{t: t, conn: conn, open: map[string]context.CancelFunc{}, authority: newAuthority(t.renew)}
	defer func() {
		cancel()
		s.running.Wait()
		_ = conn.CloseNow() // it is closed, or nobody is there
	}()
	s.read(ctx, release)
}

// read reads messages until the socket ends.
func (s *socket) read(ctx context.Context, release func()) {
	defer func() { release() }()
	begun := ctx // whoever greets us gets another one
	s.running.Go(func() { s.attend(begun) })
	s.running.Go(func() { s.awaitGreeting(begun) })
	for {
		kind, text, err := s.conn.Read(ctx)
		if err != nil {
			return
		}
		var m message
		if kind != websocket.MessageText || !m.decode(text) {
			err = badMessage()
		} else if m.Type == "connection_init" {
			ctx, release, err = s.greet(ctx, m, release)
		} else {
			err = s.handle(ctx, m)
		}
		var end *farewell
		switch {
		case errors.As(err, &end):
			_ = s.conn.Close(end.code, end.reason) // whoever is gone need not be told
			return
		case err != nil:
			return
		}
	}
}

// message is one message of the protocol.
type message struct {
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload"`
}

// decode reads a message as strictly as the body of a request.
func (m *message) decode(text []byte) bool {
	if !utf8.Valid(text) || excess(text) != "" {
		return false
	}
	parts, err := objectOf(text)
	if err != nil {
		return false
	}
	for name, to := range map[string]*string{"id": &m.ID, "type": &m.Type} {
		if raw, ok := parts[name]; ok && json.Unmarshal(raw, to) != nil {
			return false
		}
	}
	m.Payload = parts["payload"]
	return m.Type != ""
}

// credentials are what a page, which cannot set headers, says instead of them.
type credentials struct {
	Authorization string `json:"authorization"`
	ActAs         string `json:"etal-act-as"`
}

// greet answers connection_init, whose payload may say who speaks.
func (s *socket) greet(ctx context.Context, m message, release func()) (context.Context, func(), error) {
	s.mu.Lock()
	again := s.greeted
	s.greeted = true
	s.mu.Unlock()
	if again {
		return ctx, release, &farewell{closeTwoInits, "Too many initialisation requests"}
	}
	var given credentials
	if len(m.Payload) > 0 && json.Unmarshal(m.Payload, &given) != nil {
		return ctx, release, badMessage()
	}
	if given != (credentials{}) {
		known, err := s.t.introduce(ctx, given.Authorization, given.ActAs)
		if err != nil {
			return ctx, release, &farewell{closeForbidden, "Forbidden: " + string(s.t.reason(ctx, err))}
		}
		admitted, err := s.t.admit(known)
		if err != nil {
			return ctx, release, &farewell{websocket.StatusTryAgainLater, string(live.ErrTooMany.Code)}
		}
		release()
		ctx, release = known, admitted
	}
	s.mu.Lock()
	s.ready = true
	s.mu.Unlock()
	s.running.Go(func() { s.review(ctx) })
	return ctx, release, s.send(ctx, `{"type":"connection_ack"}`)
}

// reason names what a client did wrong, if anything.
func (t *transport) reason(ctx context.Context, err error) fault.Code {
	if faults := fault.As(err); len(faults) > 0 {
		return faults[0].Code
	}
	_ = t.present(ctx, err) // it is logged
	return codeInternal
}

// handle does what any other message says.
func (s *socket) handle(ctx context.Context, m message) error {
	switch m.Type {
	case "ping":
		if len(m.Payload) > 0 {
			return s.send(ctx, `{"type":"pong","payload":`+string(m.Payload)+`}`)
		}
		return s.send(ctx, `{"type":"pong"}`)
	case "pong":
		return nil
	case "subscribe":
		return s.subscribe(ctx, m)
	case "complete":
		if m.ID == "" {
			return badMessage()
		}
		if end := s.take(m.ID); end != nil {
			end()
		}
		return nil
	}
	return badMessage()
}

// take removes an operation, and returns what ends it.
func (s *socket) take(id string) context.CancelFunc {
	s.mu.Lock()
	defer s.mu.Unlock()
	end := s.open[id]
	delete(s.open, id)
	return end
}

// subscribe begins an operation.
func (s *socket) subscribe(ctx context.Context, m message) error {
	if m.ID == "" || len(m.ID) > operationIDMax {
		return badMessage()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ready {
		return &farewell{closeUnauthorized, "Unauthorized"}
	}
	if _, exists := s.open[m.ID]; exists {
		return &farewell{closeExists, "Subscriber for " + shortened(m.ID) + " already exists"}
	}
	parts, err := objectOf(m.Payload)
	if err != nil {
		return badMessage()
	}
	asked, refused := params(parts)
	if refused != nil {
		return badMessage()
	}
	if len(s.open) >= operationsOpenMax {
		return s.fail(ctx, m.ID, gqlerror.List{s.t.present(ctx, live.ErrTooMany.After(time.Second))})
	}
	ctx, end := context.WithCancel(ctx)
	s.open[m.ID] = end
	s.running.Go(func() {
		defer end()
		s.run(ctx, m.ID, asked)
	})
	return nil
}

// shortened cuts a text for the reason of a close, which holds 123 bytes.
func shortened(text string) string { return text[:min(len(text), 64)] }

// run runs an operation and says how it has ended, unless the client has ended
// it.
func (s *socket) run(ctx context.Context, id string, asked *question) {
	errs, end := s.carry(ctx, id, asked)
	if ctx.Err() != nil || s.take(id) == nil {
		return
	}
	switch {
	case len(errs) > 0:
		_ = s.fail(ctx, id, errs) // whoever is gone need not be told
	case errors.Is(end, errCut):
		_ = s.conn.Close(websocket.StatusServiceRestart, "Service restart")
	case end != nil:
		_ = s.fail(ctx, id, gqlerror.List{s.t.presented(ctx, end)})
	default:
		_ = s.send(ctx, `{"id":`+quoted(id)+`,"type":"complete"}`)
	}
}

// carry passes the same door as any request: the session as it is now, the size of
// the document, cost, and rate.
func (s *socket) carry(ctx context.Context, id string, asked *question) (gqlerror.List, error) {
	ctx, op, errs, err := s.prepared(ctx, asked)
	if err != nil || len(errs) > 0 {
		return errs, err
	}
	if op.Operation.Operation == ast.Subscription {
		release, err := s.admit(ctx)
		if err != nil {
			return nil, err
		}
		defer release()
	}
	s.t.observe(ctx, op.Operation.Name)
	return nil, s.t.carry(ctx, operation{op: op, cost: costOf(op), authority: s.authority}, &socketWire{s, quoted(id)})
}

// admit counts a subscription as a stream until it is released. The socket itself was
// counted as one, so that its first one is in it.
func (s *socket) admit(ctx context.Context) (release func(), err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.streams > 0 {
		one, err := s.t.admit(ctx)
		if err != nil {
			return nil, err
		}
		s.admits = append(s.admits, one)
	}
	s.streams++
	return s.release, nil
}

func (s *socket) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.streams--
	if last := len(s.admits) - 1; last >= 0 {
		s.admits[last]()
		s.admits = s.admits[:last]
	}
}

// prepared reads an operation, and returns the context of whoever asks for it now.
func (s *socket) prepared(ctx context.Context, asked *question) (context.Context, *graphql.OperationContext, gqlerror.List, error) {
	leave, err := s.t.place(ctx)
	if err != nil {
		return ctx, nil, nil, err
	}
	defer leave()
	by, err := s.t.renew(ctx)
	if err != nil {
		return ctx, nil, nil, err
	}
	ctx = graphql.StartOperationTrace(actor.With(ctx, by))
	if refused := s.t.resolved(ctx, asked); refused != nil {
		return ctx, nil, gqlerror.List{s.t.present(ctx, refused.err)}, nil
	}
	op, errs := s.t.exec.CreateOperationContext(ctx, &asked.RawParams)
	if len(errs) > 0 {
		if _, limited := s.t.charged(ctx, costRefused); limited != nil {
			return ctx, nil, nil, limited.err
		}
		return ctx, nil, s.t.invalid(ctx, op, errs), nil
	}
	return ctx, op, nil, nil
}

func (s *socket) fail(ctx context.Context, id string, errs gqlerror.List) error {
	a := &answer{Errors: errs}
	sortErrors(a)
	body, err := json.Marshal(a.Errors)
	if err != nil {
		return err
	}
	return s.send(ctx, `{"id":`+quoted(id)+`,"type":"error","payload":`+string(body)+`}`)
}

// send writes a message. Whoever does not accept it in time is cut off.
func (s *socket) send(ctx context.Context, text string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	// A write that is cut short closes the whole socket, so the end of one operation
	// must not cut it: once begun, a message is written.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), writeWait)
	defer cancel()
	return s.conn.Write(ctx, websocket.MessageText, []byte(text))
}

func quoted(text string) string {
	body, err := json.Marshal(text)
	if err != nil { // text always encodes
		return strconv.Quote("")
	}
	return string(body)
}

// awaitGreeting closes a socket whose client does not say connection_init.
func (s *socket) awaitGreeting(ctx context.Context) {
	timer := time.NewTimer(initWait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return
	case <-timer.C:
	}
	s.mu.Lock()
	late := !s.greeted
	s.mu.Unlock()
	if late {
		_ = s.conn.Close(closeInitTimeout, "Connection initialisation timeout")
	}
}

// attend makes sure that somebody is there, and says when the process ends.
func (s *socket) attend(ctx context.Context) {
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	var stopping <-chan struct{}
	if s.t.services.Live != nil {
		stopping = s.t.services.Live.Stopping()
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-stopping:
			_ = s.conn.Close(websocket.StatusServiceRestart, "Service restart")
			return
		case <-beat.C:
			waiting, cancel := context.WithTimeout(ctx, writeWait)
			err := s.conn.Ping(waiting)
			cancel()
			if err != nil {
				_ = s.conn.CloseNow() // nobody is there
				return
			}
		}
	}
}

// review asks again and again who holds the socket: often while anything runs on it,
// which ends by itself then, and else now and then.
func (s *socket) review(ctx context.Context) {
	every := time.NewTicker(recheckEvery)
	defer every.Stop()
	for waited := recheckEvery; ; waited += recheckEvery {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
		due := waited >= reviewEvery
		if due {
			waited = 0
		}
		if !due && !s.follows() {
			continue
		}
		if err := s.authority.ask(ctx); due && len(fault.As(err)) > 0 {
			_ = s.conn.Close(closeUnauthorized, "Unauthorized")
			return
		}
	}
}

func (s *socket) follows() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.streams > 0
}

// socketWire carries an operation over a socket.
type socketWire struct {
	s  *socket
	id string // as JSON
}

// start says nothing: the first event says where it stands.
func (*socketWire) start(string) error { return nil }

// beat says nothing: the socket has signs of life of its own.
func (*socketWire) beat() error { return nil }

func (w *socketWire) next(ctx context.Context, _ string, a *answer) error {
	sortErrors(a)
	body, err := a.encode()
	if err != nil {
		return err
	}
	return w.s.send(ctx, `{"id":`+w.id+`,"type":"next","payload":`+string(body)+`}`)
}
