package e2e_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/bench/hostile"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// TestAttacks sends every attack of the list to a process as it is shipped. Each is
// answered as the list says, in at most 64 KiB, without a word of what is inside;
// afterwards the process has given its memory back and the log holds no secret.
func TestAttacks(t *testing.T) { //nolint:tparallel // its attacks come one after the other
	t.Parallel()
	target := newTarget(t)
	for _, attack := range hostile.List() {
		t.Run(attack.Name, func(t *testing.T) { //nolint:paralleltest // one after the other, so that memory is that of one
			for range 2 { // what is kept for later is there the second time
				status, answer, err := attack.Send(t.Context(), target.address)
				require.NoError(t, err)
				require.Equal(t, attack.Status, status, "%.300s", answer)
				require.Equal(t, attack.Code, hostile.CodeOf(answer), "%.300s", answer)
				require.Empty(t, hostile.Leak(answer), "%.300s", answer)
				if attack.Code != "" {
					require.LessOrEqual(t, len(answer), hostile.AnswerBytesMax)
				}
			}
		})
	}
	target.settles(t)
	log, err := os.ReadFile(target.process.logs.Name())
	require.NoError(t, err)
	require.NotContains(t, string(log), hostile.Secret)
	require.NotContains(t, string(log), `"level":"ERROR"`, "what a client does wrong is not our error")
}

// TestAttacks_floods sends thousands of requests each of which is another one, so that
// whatever is kept for later grows: it is bounded.
func TestAttacks_floods(t *testing.T) {
	t.Parallel()
	target := newTarget(t)
	for _, flood := range hostile.Floods() {
		for range flood.Times {
			status, answer, err := flood.Send(t.Context(), target.address)
			require.NoError(t, err)
			require.Equal(t, flood.Status, status, "%s: %.300s", flood.Name, answer)
			require.Equal(t, flood.Code, hostile.CodeOf(answer), "%s: %.300s", flood.Name, answer)
		}
		t.Logf("%s: %.0f MiB before, %.0f MiB after", flood.Name, target.before, target.memory(t))
	}
	target.settles(t)
}

// TestAttacks_slow_clients holds connections with half a request each, and a byte
// now and then: others are answered meanwhile, and the server hangs up.
func TestAttacks_slow_clients(t *testing.T) {
	t.Parallel()
	target := newTarget(t)
	var held []net.Conn
	for range 200 {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", target.address)
		require.NoError(t, err)
		defer conn.Close()
		_, err = conn.Write([]byte("POST /graphql HTTP/1.1\r\nHost: market\r\nX-Slow: "))
		require.NoError(t, err)
		held = append(held, conn)
	}
	begun := time.Now()
	for _, conn := range held {
		for open := true; open; {
			require.Less(t, time.Since(begun), 30*time.Second, "half a header is held for ever")
			_, writeErr := conn.Write([]byte("x"))
			require.NoError(t, conn.SetReadDeadline(time.Now().Add(200*time.Millisecond)))
			_, err := io.ReadAll(conn)
			open = writeErr == nil && errors.Is(err, os.ErrDeadlineExceeded)
			r, err := http.Get("http://" + target.address + "/healthz")
			require.NoError(t, err, "others are answered meanwhile")
			require.NoError(t, r.Body.Close())
		}
	}
	target.settles(t)
}

// TestAttacks_split_requests tries to hide a request in another one: lengths that
// contradict each other, and headers without end.
func TestAttacks_split_requests(t *testing.T) {
	t.Parallel()
	target := newTarget(t)
	hidden := "0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: market\r\n\r\n"
	for name, head := range map[string]string{
		"two lengths":          "Content-Length: 5\r\nContent-Length: 50\r\n",
		"a length and chunks":  "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n",
		"an unknown coding":    "Transfer-Encoding: xchunked\r\n",
		"a negative length":    "Content-Length: -1\r\n",
		"a header of 40 KB":    "X-Long: " + strings.Repeat("x", 40<<10) + "\r\n",
		"a header that breaks": "X-Broken : a\r\n",
		"a NUL in a header":    "X-Broken: a\x00b\r\n",
	} {
		conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", target.address)
		require.NoError(t, err)
		defer conn.Close()
		_, _ = conn.Write([]byte("POST /graphql HTTP/1.1\r\nHost: market\r\n" + head + "\r\n" + hidden)) // it may hang up before all is sent
		require.NoError(t, conn.SetReadDeadline(time.Now().Add(10*time.Second)))
		answers, _ := io.ReadAll(conn) // it may be cut off
		require.NotContains(t, string(answers), " 200 OK", "%s: the hidden request was answered", name)
		first, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(answers)), nil)
		if err == nil {
			require.Contains(t, []int{400, 431, 501}, first.StatusCode, name)
			require.NoError(t, first.Body.Close())
		}
	}
}

// target is a process that is attacked, and how much memory it had before.
type target struct {
	process *process
	address string // host:port, and that of the private listener
	private string
	before  float64 // MiB
}

func newTarget(t *testing.T) *target {
	t.Helper()
	ports := freePorts(t, 3)
	environ := []string{
		"ETAL_MODE=development", "ETAL_DATABASE_URL=" + dbtest.URL(t, db.SQLite), "ETAL_LISTEN=" + ports[0], "ETAL_METRICS_LISTEN=" + ports[1],
		"ETAL_BASE_URL=http://" + ports[0], "ETAL_STRIPE_API_URL=http://" + ports[2], "ETAL_RATE_LIMITS=off", "ETAL_GRAPHQL_INTROSPECTION=off",
	}
	stripe := newProcess(t, "http://"+ports[2]+"/_sim/clock", environ, "stripe-simulator", "--file", "", "--listen", ports[2])
	stripe.start()
	stripe.awake() // sweeps ask it: that nobody answers them would be an error in the log
	x := &target{address: ports[0], private: ports[1]}
	x.process = newProcess(t, "http://"+x.address+"/healthz", environ, "serve")
	x.process.start()
	x.process.awake()
	x.before = x.memory(t)
	return x
}

// settles waits until the process has no more than fifty MiB more than before.
func (x *target) settles(t *testing.T) {
	t.Helper()
	until(t, time.Minute, "the memory is not given back", func() bool {
		return x.memory(t)-x.before <= hostile.MemoryMiBMax
	})
	t.Logf("%.0f MiB before, %.0f MiB after", x.before, x.memory(t))
}

// memory is what the process holds of its own, in MiB, after it has collected
// what nobody needs.
func (x *target) memory(t *testing.T) float64 {
	t.Helper()
	r, err := http.Get("http://" + x.private + "/debug/pprof/heap?gc=1")
	require.NoError(t, err)
	_, err = io.Copy(io.Discard, r.Body)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", x.process.cmd.Process.Pid))
	require.NoError(t, err)
	_, after, found := strings.Cut(string(status), "RssAnon:")
	require.True(t, found)
	kib, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	require.NoError(t, err)
	return kib / 1024
}
