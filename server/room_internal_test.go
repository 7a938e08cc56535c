package server

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// newRoomServer serves a handler that answers when it is told to, behind a room.
func newRoomServer(t *testing.T, places int) (url string, r *room, let chan struct{}, inside, most *atomic.Int64) {
	t.Helper()
	a := &App{log: slog.New(slog.DiscardHandler)}
	r = newRoom(places, 1000, func() {})
	let, inside, most = make(chan struct{}), &atomic.Int64{}, &atomic.Int64{}
	h := a.admitting(r)(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		n := inside.Add(1)
		defer inside.Add(-1)
		for seen := most.Load(); n > seen && !most.CompareAndSwap(seen, n); seen = most.Load() {
		}
		if strings.HasPrefix(q.Header.Get("Accept"), "text/event-stream") {
			waits(q.Context())
			w.WriteHeader(http.StatusOK)
			w.(http.Flusher).Flush()
			<-q.Context().Done()
			return
		}
		select {
		case <-let:
		case <-q.Context().Done(): // a test that has failed lets nobody through
		}
	}))
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL + graphqlPath, r, let, inside, most
}

func fetch(ctx context.Context, url, accept string) (int, string, http.Header, error) {
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, "", nil, err
	}
	q.Header.Set("Accept", accept)
	answer, err := http.DefaultClient.Do(q)
	if err != nil {
		return 0, "", nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(body), answer.Header, err
}

// Two are answered, sixteen wait at most, and all others are refused at once.
func TestRoom_refuses_what_does_not_fit(t *testing.T) {
	t.Parallel()
	url, r, let, inside, most := newRoomServer(t, 2)
	r.wait = time.Hour // nobody leaves the queue by waiting
	var done sync.WaitGroup
	var answered, refused atomic.Int64
	ask := func() {
		status, body, header, err := fetch(t.Context(), url, "application/json")
		switch {
		case err == nil && status == http.StatusOK:
			answered.Add(1)
		case err == nil && status == http.StatusServiceUnavailable && header.Get("Retry-After") == "1":
			if refused.Add(1) == 1 && !assertRefusal(body) {
				t.Errorf("not a refusal: %s", body)
			}
		default:
			t.Errorf("%d %s %v", status, body, err)
		}
	}
	for range 50 {
		done.Go(ask)
	}
	// Who is about to go in still stands in line: the two may be counted there when others come.
	require.Eventually(t, func() bool {
		return inside.Load() == 2 && refused.Load() >= 32 && refused.Load() <= 34 && refused.Load()+r.waiting.Load() == 48
	}, time.Minute, time.Millisecond)
	gaps := 16 - r.waiting.Load() // the line is as much shorter then
	for range gaps {
		done.Go(ask)
	}
	require.Eventually(t, func() bool { return r.waiting.Load() == 16 }, time.Minute, time.Millisecond)
	for _, accept := range []string{"text/event-stream", "application/json, text/event-stream;q=0.1"} {
		status, _, _, err := fetch(t.Context(), url, accept)
		require.NoError(t, err)
		require.Equal(t, http.StatusServiceUnavailable, status, "%s needs a place to begin", accept)
	}
	close(let)
	done.Wait()
	require.EqualValues(t, 50+gaps, answered.Load()+refused.Load())
	require.LessOrEqual(t, most.Load(), int64(2))
	require.Zero(t, inside.Load())
	require.Zero(t, r.waiting.Load())
	require.Empty(t, r.places)
}

// What lasts begins with a place, and waits without one; so any number of streams is
// open at once. Each thing that runs on one takes a place again.
func TestRoom_is_not_held_by_what_waits(t *testing.T) {
	t.Parallel()
	url, r, let, inside, _ := newRoomServer(t, 1)
	close(let)
	ctx, end := context.WithCancel(t.Context())
	for range 5 {
		go func() { _, _, _, _ = fetch(ctx, url, "text/event-stream") }()
	}
	require.Eventually(t, func() bool { return inside.Load() == 5 && len(r.places) == 0 }, 10*time.Second, time.Millisecond)
	leave, err := r.place(t.Context())
	require.NoError(t, err)
	r.wait = time.Millisecond
	_, err = r.place(t.Context())
	require.ErrorIs(t, err, ErrOverloaded)
	leave()
	end()
	require.Eventually(t, func() bool { return inside.Load() == 0 && len(r.places) == 0 }, 10*time.Second, time.Millisecond, "a place is given back once")
	var none *room
	leave, err = none.place(t.Context())
	require.NoError(t, err)
	leave()
}

func assertRefusal(body string) bool {
	return strings.Contains(body, `"code":"UNAVAILABLE"`) && strings.Contains(body, `"reason":"OVERLOADED"`) && strings.Contains(body, `"errors"`)
}

// Whoever waits too long, or has gone, leaves its place in the queue to others.
func TestRoom_waits_for_a_short_time(t *testing.T) {
	t.Parallel()
	r := newRoom(1, 1000, func() {})
	require.True(t, r.enter(t.Context()))
	r.wait = time.Millisecond
	require.False(t, r.enter(t.Context()), "the wait is over")
	r.wait = time.Hour
	gone, leave := context.WithCancel(t.Context())
	leave()
	require.False(t, r.enter(gone), "whoever has gone waits no more")
	require.Zero(t, r.waiting.Load())
	r.leave()
	require.True(t, r.enter(t.Context()))
}

// On one processor, requests that only compute are done one after the other. Those who
// have come meanwhile count as waiting all the same. The number of processors is one
// for a process, so the test runs in one of its own.
func TestRoom_counts_those_who_wait_for_a_processor(t *testing.T) {
	t.Parallel()
	if os.Getenv("GOMAXPROCS") != "1" {
		again := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		again.Env = append(os.Environ(), "GOMAXPROCS=1")
		out, err := again.CombinedOutput()
		require.NoError(t, err, string(out))
		require.Contains(t, string(out), "--- PASS: "+t.Name())
		return
	}
	r := newRoom(1, 1000, func() {})
	a := &App{log: slog.New(slog.DiscardHandler)}
	computed := 0
	h := a.admitting(r)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { computed++ }))
	var done sync.WaitGroup
	var refused atomic.Int64
	for range 20 * queuePerPlace {
		done.Go(func() {
			answer := httptest.NewRecorder()
			h.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, graphqlPath, nil))
			if answer.Code == http.StatusServiceUnavailable {
				refused.Add(1)
			}
		})
	}
	done.Wait()
	require.Positive(t, computed)
	require.Greater(t, refused.Load(), int64(10*queuePerPlace))
	require.Zero(t, r.waiting.Load())
	require.Empty(t, r.places)
}

// A body that does not come, and an answer that is not read, hold no place.
func TestRoom_is_not_held_by_the_slow(t *testing.T) {
	t.Parallel()
	url, r, let, _, _ := newRoomServer(t, 1)
	close(let)
	r.wait = time.Hour
	address := strings.TrimSuffix(strings.TrimPrefix(url, "http://"), graphqlPath)
	for range 20 {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		require.NoError(t, err)
		defer conn.Close()
		_, err = conn.Write([]byte("POST " + graphqlPath + " HTTP/1.1\r\nHost: market\r\nContent-Length: 10\r\n\r\n12345"))
		require.NoError(t, err)
	}
	for range 20 {
		status, _, _, err := fetch(t.Context(), url, "application/json")
		require.NoError(t, err)
		require.Equal(t, http.StatusOK, status)
	}
	require.Zero(t, r.waiting.Load())

	slow := &unread{ResponseRecorder: httptest.NewRecorder(), reached: make(chan struct{}), read: make(chan struct{})}
	a := &App{log: slog.New(slog.DiscardHandler)}
	h := a.admitting(r)(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("answer")) }))
	done := make(chan struct{})
	go func() {
		defer close(done)
		h.ServeHTTP(slow, httptest.NewRequest(http.MethodGet, graphqlPath, nil))
	}()
	<-slow.reached
	require.True(t, r.enter(t.Context()), "the place is free while the answer is written")
	close(slow.read)
	<-done
	require.Equal(t, "answer", slow.Body.String())
}

// unread is an answer whose client takes its time.
type unread struct {
	*httptest.ResponseRecorder

	reached, read chan struct{}
}

func (u *unread) Write(part []byte) (int, error) {
	close(u.reached)
	<-u.read
	return u.ResponseRecorder.Write(part)
}
