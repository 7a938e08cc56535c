package e2e_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

const followPlaced = `subscription { sellerOrderCreated { event sellerOrder { id } } }`

// stream is an open event stream of a real process.
type stream struct {
	lines *bufio.Scanner
	last  string // the id of what was read last
	close func()
}

// follow opens a stream of the orders that are placed with a seller, after an
// event when it is not empty. It waits until the stream says where it stands. The
// status says why there is none.
func (c *client) follow(ctx context.Context, p *person, after string) (*stream, int, error) {
	body, err := json.Marshal(map[string]any{"query": followPlaced})
	if err != nil {
		return nil, 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.api+"/graphql", bytes.NewReader(body))
	if err != nil {
		cancel()
		return nil, 0, err
	}
	for name, value := range map[string]string{
		"Content-Type": "application/json", "Accept": "text/event-stream", "Authorization": "Bearer " + p.token, "Etal-Act-As": p.actAs,
	} {
		r.Header.Set(name, value)
	}
	if after != "" {
		r.Header.Set("Last-Event-ID", after)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		cancel()
		return nil, 0, err
	}
	s := &stream{lines: bufio.NewScanner(response.Body), last: after, close: func() {
		cancel()
		_ = response.Body.Close() // it is cancelled already
	}}
	if response.StatusCode != http.StatusOK {
		s.close()
		return nil, response.StatusCode, nil
	}
	for s.lines.Scan() {
		if id, ok := strings.CutPrefix(s.lines.Text(), "id: "); ok {
			s.last = id
			return s, http.StatusOK, nil
		}
	}
	s.close()
	return nil, http.StatusOK, fmt.Errorf("the stream ends before it begins: %w", s.lines.Err())
}

// follows opens a stream that must open.
func (c *client) follows(t *testing.T, p *person, after string) *stream {
	t.Helper()
	s, status, err := c.follow(t.Context(), p, after)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, status)
	t.Cleanup(s.close)
	return s
}

// hear reads the seller orders that are told, as many as asked for. It tells how
// the stream has ended before that: "complete" when it said so, and "cut".
func (s *stream) hear(n int) (orders []string, end string, err error) {
	id := ""
	for len(orders) < n && s.lines.Scan() {
		line := s.lines.Text()
		if line == "event: complete" {
			return orders, "complete", nil
		}
		if found, ok := strings.CutPrefix(line, "id: "); ok {
			id = found
		}
		data, ok := strings.CutPrefix(line, "data: ")
		if !ok {
			continue
		}
		var read struct {
			Data struct {
				SellerOrderCreated struct{ SellerOrder struct{ ID string } }
			}
		}
		if err := json.Unmarshal([]byte(data), &read); err != nil || read.Data.SellerOrderCreated.SellerOrder.ID == "" {
			return orders, "", fmt.Errorf("no order is told: %s: %w", data, err)
		}
		s.last = id
		orders = append(orders, read.Data.SellerOrderCreated.SellerOrder.ID)
	}
	if len(orders) < n {
		return orders, "cut", nil
	}
	return orders, "", nil
}

// place lets a guest order from the first seller by one process, and returns what
// the seller has to ship.
func (c *crash) place(by *client, key string) string {
	c.t.Helper()
	was := c.client
	c.client = by
	defer func() { c.client = was }()
	a, ok := by.ask(c.t.Context(), nil, "guest-start", nil)
	require.True(c.t, ok)
	token, err := dig(a.root(), "session.token")
	require.NoError(c.t, err)
	guest := &person{token: show(token)}
	a, ok = by.ask(c.t.Context(), guest, "checkout-complete", map[string]any{"input": checkoutInput(c.fill(guest, 0), key)})
	require.True(c.t, ok)
	require.Empty(c.t, a.errors)
	id, err := dig(a.root(), "order.id")
	require.NoError(c.t, err)
	return c.text("SELECT id FROM seller_orders WHERE order_id = ?", show(id))
}

// hearAll reads the same orders from each stream, once and in order.
func hearAll(t *testing.T, streams []*stream, want []string) {
	t.Helper()
	var all errgroup.Group
	for i, s := range streams {
		all.Go(func() error {
			orders, end, err := s.hear(len(want))
			if err != nil || end != "" || !slices.Equal(want, orders) {
				return fmt.Errorf("stream %d hears %v instead of %v, %s: %w", i, orders, want, end, err)
			}
			return nil
		})
	}
	require.NoError(t, all.Wait())
}

// TestDrain_with_open_streams asks a process to end on which sellers follow their
// orders. It ends by itself, cuts every stream without a last word, and whoever
// comes back to its successor hears what was missed, once, and what comes.
func TestDrain_with_open_streams(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			c := &crash{t: t, url: dbtest.URL(t, dialect), random: rand.New(rand.NewPCG(1, 1))}
			c.open()
			c.launch("ETAL_SHUTDOWN_DELAY=1s")
			seller := &c.sellers[0].person
			var streams []*stream
			for range 20 { // as many as an account may have
				streams = append(streams, c.client.follows(t, seller, ""))
			}
			hearAll(t, streams, []string{c.place(c.client, "first")})
			missed := make([]string, 3)
			for i := range missed {
				missed[i] = c.place(c.client, fmt.Sprint("missed-", i))
			}
			before := make([]string, len(streams))
			for i, s := range streams {
				before[i] = s.last
			}
			require.NoError(t, c.api.stop(), "streams do not keep a process from ending")
			for _, s := range streams {
				_, end, err := s.hear(1000)
				require.NoError(t, err)
				require.Equal(t, "cut", end, "a client that is told complete would not come back")
			}
			c.api.start()
			c.api.awake()
			for i := range streams {
				streams[i] = c.client.follows(t, seller, before[i])
			}
			hearAll(t, streams, append(missed, c.place(c.client, "last")))
			require.NoError(t, c.api.stop())
		})
	}
}

// TestStreams_over_two_processes on one PostgreSQL: whatever happens through one
// is heard on both, once and in the same order, also after the other has died.
func TestStreams_over_two_processes(t *testing.T) {
	t.Parallel()
	c := &crash{t: t, url: dbtest.URL(t, db.Postgres), random: rand.New(rand.NewPCG(1, 1))}
	c.open()
	c.launch()
	listen := freePorts(t, 1)[0]
	second := newProcess(t, "http://"+listen+"/healthz", append(slices.Clone(c.api.environ), "ETAL_LISTEN="+listen), "serve")
	second.start()
	second.awake()
	other := &client{api: "http://" + listen, http: c.client.http, count: func() { c.requests.Add(1) }}
	seller := &c.sellers[0].person
	streams := []*stream{c.client.follows(t, seller, ""), other.follows(t, seller, "")}
	var placed []string
	for i := range 10 {
		by := c.client
		if i%2 == 1 {
			by = other
		}
		placed = append(placed, c.place(by, fmt.Sprint("two-", i)))
	}
	hearAll(t, streams, placed)
	position := streams[0].last
	c.api.kill()
	alone := c.place(other, "alone")
	hearAll(t, []*stream{streams[1], other.follows(t, seller, position)}, []string{alone})
	_, end, err := streams[0].hear(1)
	require.NoError(t, err)
	require.Equal(t, "cut", end)
	require.NoError(t, second.stop())
}

// TestStreams_leave_nothing_behind opens and closes a thousand streams: the process
// runs no more goroutines than before.
func TestStreams_leave_nothing_behind(t *testing.T) {
	t.Parallel()
	const hands, each = 8, 125
	c := &crash{t: t, url: dbtest.URL(t, db.SQLite), random: rand.New(rand.NewPCG(1, 1))}
	c.open()
	metrics := freePorts(t, 1)[0]
	c.launch("ETAL_METRICS_LISTEN=" + metrics)
	seller := &c.sellers[0].person
	c.client.follows(t, seller, "").close() // what is started once is started now
	before := goroutines(t, metrics)
	var opened, refused atomic.Int64
	var all errgroup.Group
	for range hands {
		all.Go(func() error {
			for done := 0; done < each; {
				s, status, err := c.client.follow(t.Context(), seller, "")
				switch {
				case err != nil:
					return err
				case status == http.StatusTooManyRequests: // those before are not away yet
					refused.Add(1)
					pause(t.Context(), 10*time.Millisecond)
				case status != http.StatusOK:
					return fmt.Errorf("status %d", status)
				default:
					s.close()
					opened.Add(1)
					done++
				}
			}
			return nil
		})
	}
	require.NoError(t, all.Wait())
	require.EqualValues(t, hands*each, opened.Load())
	after := 0
	until(t, 30*time.Second, "goroutines are left", func() bool {
		after = goroutines(t, metrics)
		return after <= before+20 // those of connections and of jobs come and go; one for each stream would be a thousand
	})
	t.Logf("%d streams, %d refused meanwhile: %d goroutines before, %d after", opened.Load(), refused.Load(), before, after)
	require.NoError(t, c.api.stop())
}

// goroutines reads how many a process runs.
func goroutines(t *testing.T, metrics string) int {
	t.Helper()
	response, err := http.Get("http://" + metrics + "/metrics")
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	_, rest, ok := strings.Cut(string(text), "\ngo_goroutines ")
	require.True(t, ok)
	line, _, _ := strings.Cut(rest, "\n")
	n, err := strconv.ParseFloat(line, 64)
	require.NoError(t, err)
	return int(n)
}
