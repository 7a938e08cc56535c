package load_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/bench/load"
)

func TestClosed_does_each_job_once_and_counts_errors(t *testing.T) {
	t.Parallel()
	var done [100]atomic.Int32
	broken := errors.New("broken")
	r := load.Closed(t.Context(), load.Limits{Concurrency: 7, Count: 100, For: time.Minute}, func(_, i int) (int, error) {
		done[i].Add(1)
		if i%10 == 0 {
			return 0, broken
		}
		return 3, nil
	})
	for i := range done {
		require.Equal(t, int32(1), done[i].Load())
	}
	require.Equal(t, 100, r.Jobs)
	require.Equal(t, 10, r.Errors)
	require.ErrorIs(t, r.FirstError, broken)
	require.Equal(t, int64(270), r.Bytes)
}

// A server that stalls makes later jobs late although each takes no time of
// its own.
func TestOpen_measures_from_when_a_job_was_due(t *testing.T) {
	t.Parallel()
	const stall = 100 * time.Millisecond
	r := load.Open(t.Context(), load.Limits{Concurrency: 1, Count: 50, For: time.Minute}, 1000, func(_, i int) (int, error) {
		if i == 0 {
			<-time.After(stall)
		}
		return 0, nil
	})
	require.Equal(t, 50, r.Jobs)
	require.GreaterOrEqual(t, r.P50, stall/2)
}

func TestConn_reads_what_a_server_of_net_http_answers(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("long ", 50_000)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		switch r.URL.Path {
		case "/short":
			_, _ = w.Write(append([]byte(r.Method+" "+r.Header.Get("X-A")+" "), body...))
		case "/chunked":
			_, _ = io.WriteString(w, long)
		default:
			w.WriteHeader(http.StatusTeapot)
		}
	}))
	defer s.Close()
	c := load.NewConn(s.Listener.Addr().String())
	defer c.Close()
	for range 3 {
		status, body, err := c.Do(load.Request{Method: "POST", Path: "/short", Header: "X-A: b\r\n", Body: []byte("text")})
		require.NoError(t, err)
		require.Equal(t, 200, status)
		require.Equal(t, "POST b text", string(body))
		status, body, err = c.Do(load.Request{Method: "GET", Path: "/chunked"})
		require.NoError(t, err)
		require.Equal(t, 200, status)
		require.Equal(t, long, string(body))
		status, body, err = c.Do(load.Request{Method: "GET", Path: "/tea"})
		require.NoError(t, err)
		require.Equal(t, http.StatusTeapot, status)
		require.Empty(t, body)
	}
}
