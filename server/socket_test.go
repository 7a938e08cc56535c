package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/internal/testkit"
)

// line is a WebSocket as a test speaks on it.
type line struct {
	t    *testing.T
	ctx  context.Context //nolint:containedctx // it ends with the test
	conn *websocket.Conn
}

const transportWS = "graphql-transport-ws"

func dial(t *testing.T, w *testkit.World, header http.Header, protocols ...string) (*line, *http.Response, error) {
	t.Helper()
	w.Streams()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), 60*time.Second)
	t.Cleanup(cancel)
	conn, resp, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(w.URL, "http")+"/graphql", &websocket.DialOptions{Subprotocols: protocols, HTTPHeader: header})
	if err != nil {
		return nil, resp, err
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &line{t, ctx, conn}, resp, nil
}

// greeted is a socket of a person who has said who they are in the first message.
func greeted(t *testing.T, w *testkit.World, p *testkit.Person) *line {
	t.Helper()
	l, _, err := dial(t, w, nil, transportWS)
	require.NoError(t, err)
	l.says(map[string]any{"type": "connection_init", "payload": map[string]any{"authorization": "Bearer " + string(p.Token), "etal-act-as": p.ActAs}})
	require.Equal(t, "connection_ack", l.hears()["type"])
	return l
}

func (l *line) says(message any) {
	l.t.Helper()
	text, ok := message.(string)
	if !ok {
		body, err := json.Marshal(message)
		require.NoError(l.t, err)
		text = string(body)
	}
	require.NoError(l.t, l.conn.Write(l.ctx, websocket.MessageText, []byte(text)))
}

func (l *line) asks(id, query string, variables map[string]any) {
	l.t.Helper()
	l.says(map[string]any{"id": id, "type": "subscribe", "payload": map[string]any{"query": query, "variables": variables}})
}

func (l *line) hears() map[string]any {
	l.t.Helper()
	_, text, err := l.conn.Read(l.ctx)
	require.NoError(l.t, err)
	var m map[string]any
	require.NoError(l.t, json.Unmarshal(text, &m), string(text))
	return m
}

// requireClosed reads until the socket is closed.
func (l *line) requireClosed(code int) {
	l.t.Helper()
	for {
		_, _, err := l.conn.Read(l.ctx)
		if err != nil {
			require.Equal(l.t, websocket.StatusCode(code), websocket.CloseStatus(err), "%v", err)
			return
		}
	}
}

func tellOrder(t *testing.T, w *testkit.World, id order.ID, name string) {
	t.Helper()
	require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return order.TellTx(ctx, tx, name, id) }))
}

func TestSocket_carries_operations_beside_each_other(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		placed := alice.Orders(w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10).Times(1))
		l := greeted(t, w, alice)
		l.says(`{"type":"ping","payload":{"a":1}}`)
		require.Equal(t, map[string]any{"type": "pong", "payload": map[string]any{"a": 1.0}}, l.hears())
		l.says(`{"type":"pong"}`)
		l.asks("a", `{ viewer { account { name } } }`, nil)
		first := l.hears()
		require.Equal(t, "next", first["type"])
		require.Equal(t, "Alice", first["payload"].(map[string]any)["data"].(map[string]any)["viewer"].(map[string]any)["account"].(map[string]any)["name"])
		require.Equal(t, map[string]any{"id": "a", "type": "complete"}, l.hears())

		l.asks("a", followOrder, ids(placed.Order.ID)) // an id is free again
		l.asks("wrong", `{ nothing }`, nil)
		refused := l.hears()
		require.Equal(t, "error", refused["type"])
		require.Equal(t, "wrong", refused["id"])
		require.Eventually(t, func() bool { return w.App.Live.Open() == 1 }, 20*time.Second, time.Millisecond)
		tellOrder(t, w, placed.Order.ID, "one")
		update := l.hears()["payload"].(map[string]any)["data"].(map[string]any)["orderUpdated"].(map[string]any)
		require.Equal(t, "one", update["event"])
		l.says(`{"type":"complete","id":"a"}`)
		require.Eventually(t, func() bool { return w.App.Live.Open() == 0 }, 20*time.Second, time.Millisecond)
		tellOrder(t, w, placed.Order.ID, "two")
		l.asks("b", followOrder, map[string]any{"id": placed.Order.ID, "after": update["eventId"]})
		again := l.hears()
		require.Equal(t, "b", again["id"], "nothing comes for what was completed")
		require.Equal(t, "two", again["payload"].(map[string]any)["data"].(map[string]any)["orderUpdated"].(map[string]any)["event"])
		require.NoError(t, w.App.Identity.SignOut(t.Context(), alice.Actor))
		end := l.hears()
		require.Equal(t, "error", end["type"])
		require.Equal(t, "UNAUTHENTICATED", end["payload"].([]any)[0].(map[string]any)["extensions"].(map[string]any)["code"])
		l.asks("c", `{ viewer { account { name } } }`, nil)
		require.Equal(t, "error", l.hears()["type"], "the session is asked anew for each operation")
	})
}

func TestSocket_is_closed_as_the_protocol_says(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	alice := w.Buyer("Alice")
	open := func(t *testing.T) *line {
		t.Helper()
		l, _, err := dial(t, w, nil, transportWS)
		require.NoError(t, err)
		return l
	}
	long := strings.Repeat("x", 129)
	for name, c := range map[string]struct {
		greeted bool
		says    string
		code    int
	}{
		"no JSON":                 {false, `hello`, 4400},
		"no object":               {false, `[]`, 4400},
		"no type":                 {false, `{"id":"a"}`, 4400},
		"type twice":              {false, `{"type":"ping","type":"pong"}`, 4400},
		"unknown type":            {false, `{"type":"start"}`, 4400},
		"init payload is a text":  {false, `{"type":"connection_init","payload":"x"}`, 4400},
		"init twice":              {true, `{"type":"connection_init"}`, 4429},
		"subscribe before init":   {false, `{"type":"subscribe","id":"a","payload":{"query":"{viewer{kind}}"}}`, 4401},
		"a bad token":             {false, `{"type":"connection_init","payload":{"authorization":"Bearer nonsense"}}`, 4403},
		"no bearer":               {false, `{"type":"connection_init","payload":{"authorization":"nonsense"}}`, 4403},
		"a hat without a session": {false, `{"type":"connection_init","payload":{"etal-act-as":"operator"}}`, 4403},
		"no id":                   {true, `{"type":"subscribe","payload":{"query":"{viewer{kind}}"}}`, 4400},
		"a long id":               {true, `{"type":"subscribe","id":"` + long + `","payload":{"query":"{viewer{kind}}"}}`, 4400},
		"id is a number":          {true, `{"type":"subscribe","id":1,"payload":{"query":"{viewer{kind}}"}}`, 4400},
		"no payload":              {true, `{"type":"subscribe","id":"a"}`, 4400},
		"no query":                {true, `{"type":"subscribe","id":"a","payload":{}}`, 4400},
		"complete without id":     {true, `{"type":"complete"}`, 4400},
		"nested":                  {true, `{"type":"ping","payload":` + strings.Repeat("[", 70) + strings.Repeat("]", 70) + `}`, 4400},
		"too long":                {true, `{"type":"ping","payload":"` + strings.Repeat("x", 300<<10) + `"}`, 1009},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var l *line
			if c.greeted {
				l = greeted(t, w, alice)
			} else {
				l = open(t)
			}
			// What is too long may be refused before all of it was written.
			_ = l.conn.Write(l.ctx, websocket.MessageText, []byte(c.says))
			l.requireClosed(c.code)
		})
	}
	t.Run("binary", func(t *testing.T) {
		t.Parallel()
		l := open(t)
		require.NoError(t, l.conn.Write(l.ctx, websocket.MessageBinary, []byte(`{"type":"ping"}`)))
		l.requireClosed(4400)
	})
	t.Run("nothing is said", func(t *testing.T) {
		t.Parallel()
		open(t).requireClosed(4408)
	})
}

// Each subscription counts as a stream of its account, the first one with its socket.
func TestSocket_takes_an_id_once_and_twenty_streams(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	alice := w.Buyer("Alice")
	placed := alice.Orders(w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10).Times(1))
	l := greeted(t, w, alice)
	for i := range 20 {
		l.asks(fmt.Sprint(i), followOrder, ids(placed.Order.ID))
	}
	require.Eventually(t, func() bool { return w.App.Live.Open() == 20 }, 20*time.Second, time.Millisecond)
	tooMany := func(l *line) {
		t.Helper()
		refused := l.hears()
		require.Equal(t, "error", refused["type"])
		require.Equal(t, "STREAMS_TOO_MANY", refused["payload"].([]any)[0].(map[string]any)["extensions"].(map[string]any)["reason"])
	}
	l.asks("21", followOrder, ids(placed.Order.ID))
	tooMany(l)
	l.asks("asking", askSelf, nil)
	require.Equal(t, "next", l.hears()["type"], "what only asks is no stream")
	require.Equal(t, "complete", l.hears()["type"])
	require.Equal(t, http.StatusTooManyRequests, w.Follows(alice, followOrder, ids(placed.Order.ID)).Status)
	l.says(map[string]any{"id": "3", "type": "complete"})
	require.Eventually(t, func() bool {
		s := w.Follows(alice, followOrder, ids(placed.Order.ID))
		defer s.Close()
		return s.Status == http.StatusOK
	}, 20*time.Second, 10*time.Millisecond, "what has ended makes room")
	tellOrder(t, w, placed.Order.ID, "one")
	seen := map[any]bool{}
	for range 19 {
		m := l.hears()
		require.Equal(t, "next", m["type"])
		seen[m["id"]] = true
	}
	require.Len(t, seen, 19)
	l.asks("7", followOrder, ids(placed.Order.ID))
	l.requireClosed(4409)
	require.Eventually(t, func() bool { return w.App.Live.Open() == 0 }, 20*time.Second, time.Millisecond, "what was open has ended")
}

func TestSocket_ends_when_the_process_does(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	l := greeted(t, w, w.Buyer("Alice"))
	w.App.Live.Stop()
	l.requireClosed(1012)
}

func TestSocket_is_opened_with_a_cookie_by_our_own_pages_only(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	alice := w.Buyer("Alice")
	cookie := "etal_session=" + string(alice.Token)
	for origin, status := range map[string]int{"": 403, "https://evil.example": 403, "null": 403, "http://localhost:1": 403, w.URL: 101} {
		header := http.Header{"Cookie": {cookie}}
		if origin != "" {
			header.Set("Origin", origin)
		}
		l, resp, err := dial(t, w, header, transportWS)
		require.Equal(t, status, resp.StatusCode, origin)
		if status != http.StatusSwitchingProtocols {
			require.Error(t, err)
			continue
		}
		l.says(`{"type":"connection_init"}`)
		require.Equal(t, "connection_ack", l.hears()["type"])
		l.asks("a", `{ viewer { account { name } } }`, nil)
		require.Contains(t, fmt.Sprint(l.hears()), "Alice")
	}
	// With a token of their own, pages of other origins may.
	l, _, err := dial(t, w, http.Header{"Origin": {"https://other.example"}}, transportWS)
	require.NoError(t, err)
	l.says(map[string]any{"type": "connection_init", "payload": map[string]any{"authorization": "Bearer " + string(alice.Token)}})
	require.Equal(t, "connection_ack", l.hears()["type"])
	// A token that ends nowhere does not fall back to nobody.
	_, resp, err := dial(t, w, http.Header{"Authorization": {"Bearer " + string(identity.Token("nonsense"))}}, transportWS)
	require.Error(t, err)
	require.Equal(t, http.StatusUnauthorized, resp.StatusCode)
}

func TestSocket_speaks_one_protocol(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	for _, offered := range [][]string{nil, {"graphql-ws"}, {"chat"}} {
		_, resp, err := dial(t, w, nil, offered...)
		require.Error(t, err)
		require.Equal(t, http.StatusBadRequest, resp.StatusCode, "%v", offered)
	}
	l, resp, err := dial(t, w, nil, "graphql-ws", transportWS)
	require.NoError(t, err)
	require.Equal(t, transportWS, resp.Header.Get("Sec-WebSocket-Protocol"))
	require.NoError(t, l.conn.Close(websocket.StatusNormalClosure, ""))
}

// Whatever ends a session ends all that runs on a socket, within five seconds.
func TestSocket_ends_all_it_carries_when_authority_does(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	alice := w.Buyer("Alice")
	placed := alice.Orders(w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10).Times(1))
	l := greeted(t, w, alice)
	for i := range 10 {
		l.asks(fmt.Sprint(i), followOrder, ids(placed.Order.ID))
	}
	require.Eventually(t, func() bool { return w.App.Live.Open() == 10 }, 20*time.Second, time.Millisecond)
	require.NoError(t, w.App.Identity.SignOut(t.Context(), alice.Actor))
	began, ended := time.Now(), map[any]bool{}
	for range 10 {
		m := l.hears()
		require.Equal(t, "error", m["type"])
		require.Equal(t, "UNAUTHENTICATED", m["payload"].([]any)[0].(map[string]any)["extensions"].(map[string]any)["code"])
		ended[m["id"]] = true
	}
	require.Len(t, ended, 10)
	require.Less(t, time.Since(began), 5*time.Second)
}
