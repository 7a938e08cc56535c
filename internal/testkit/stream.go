package testkit

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/stretchr/testify/require"
)

// streamPatience is how long a stream of a test may stay open.
const streamPatience = 60 * time.Second

// Stream is an open event stream.
type Stream struct {
	Status int
	Header http.Header
	Body   string // of an answer that is no stream

	w       *World
	reader  *bufio.Reader
	close   func()
	LastID  string // of what was read so far
	Comment int    // signs of life read so far
}

// Event is what has come over a stream.
type Event struct {
	Name string // "next" or "complete"; "end" when the connection was closed
	ID   string
	Answer
}

// Streams lets those who follow something hear of it. It ends with the test.
func (w *World) Streams() {
	w.streaming.Do(func() {
		ctx, stop := context.WithCancel(context.WithoutCancel(w.t.Context()))
		var running sync.WaitGroup
		running.Go(func() { w.App.Live.Run(ctx) })
		w.t.Cleanup(func() {
			w.App.Live.Stop()
			stop()
			running.Wait()
		})
	})
}

// Follows opens an event stream; headers are pairs of names and values.
func (w *World) Follows(p *Person, query string, variables map[string]any, headers ...string) *Stream {
	w.t.Helper()
	w.Streams()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(w.t, err)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(w.t.Context()), streamPatience)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL+"/graphql", bytes.NewReader(body))
	require.NoError(w.t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	if p != nil {
		r.Header.Set("Authorization", "Bearer "+string(p.Token))
		if p.ActAs != "" {
			r.Header.Set("Etal-Act-As", p.ActAs)
		}
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	require.NoError(w.t, err)
	s := &Stream{Status: resp.StatusCode, Header: resp.Header, w: w, reader: bufio.NewReader(resp.Body)}
	s.close = sync.OnceFunc(func() {
		cancel()
		_ = resp.Body.Close() // it is cancelled already
	})
	w.t.Cleanup(s.close)
	if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/event-stream") {
		text, err := io.ReadAll(resp.Body)
		require.NoError(w.t, err)
		s.Body = string(text)
		s.close()
	}
	return s
}

// Close goes away.
func (s *Stream) Close() { s.close() }

// Opened waits until the stream says from where on it tells, and returns that.
func (s *Stream) Opened() string {
	s.w.t.Helper()
	for s.LastID == "" {
		_, done := s.piece()
		require.False(s.w.t, done, "the stream has ended")
	}
	return s.LastID
}

// Next waits for the next event.
func (s *Stream) Next() Event {
	s.w.t.Helper()
	for {
		e, done := s.piece()
		if done || e.Name != "" {
			return e
		}
	}
}

// piece reads up to an empty line.
func (s *Stream) piece() (e Event, done bool) {
	s.w.t.Helper()
	hasData := false
	for {
		line, err := s.reader.ReadString('\n')
		if err != nil {
			return Event{Name: "end"}, true
		}
		line = strings.TrimSuffix(line, "\n")
		field, value, _ := strings.Cut(line, ":")
		value = strings.TrimPrefix(value, " ")
		switch {
		case line == "":
			require.True(s.w.t, e.Name == "" || hasData, "a browser drops an event without data")
			return e, false
		case field == "":
			s.Comment++
		case field == "event":
			e.Name = value
		case field == "id":
			e.ID, s.LastID = value, value
		case field == "data":
			hasData = true
			if value != "" {
				require.NoError(s.w.t, json.Unmarshal([]byte(value), &e.Answer), value)
			}
		}
	}
}
