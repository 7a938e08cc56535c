package e2e_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// TestDrain stops the process while people buy, behind something that watches
// /readyz as a load balancer does: every request that was sent is answered,
// the process ends by itself, and whoever takes over finds nothing broken.
func TestDrain(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			c := &crash{t: t, url: dbtest.URL(t, dialect), random: rand.New(rand.NewPCG(1, 1))}
			c.open()
			c.launch("ETAL_SHUTDOWN_DELAY=2s")
			for range 2 { // it is replaced twice
				c.replace()
			}
			require.NoError(t, c.api.stop())
			var verified struct{ OK bool }
			require.NoError(t, c.api.run(&verified, "verify", "--json"))
			require.True(t, verified.OK)
		})
	}
}

// replace sends requests from many sides, asks the process to end, and starts
// it again.
func (c *crash) replace() {
	t := c.t
	var away atomic.Bool // what watches /readyz has taken the process out
	var sent, answered atomic.Int64
	var wg sync.WaitGroup
	for hand := range 8 {
		wg.Go(func() {
			for i := 0; !away.Load(); i++ {
				a, ok := c.client.ask(t.Context(), nil, "guest-start", nil)
				sent.Add(1)
				token, err := dig(a.root(), "session.token")
				if !ok || err != nil {
					t.Errorf("no answer to hand %d: %v", hand, a.errors)
					continue
				}
				answered.Add(1)
				if cart := c.fill(&person{token: show(token)}, i); cart == "" {
					t.Errorf("no cart for hand %d", hand)
				}
				input := checkoutInput(c.fill(&person{token: show(token)}, i), fmt.Sprintf("drain-%d-%d", hand, i))
				sent.Add(1)
				if a, ok := c.client.ask(t.Context(), &person{token: show(token)}, "checkout-complete", map[string]any{"input": input}); !ok || len(a.errors) > 0 {
					t.Errorf("checkout of hand %d: %v", hand, a.errors)
					continue
				}
				answered.Add(1)
			}
		})
	}
	until(t, time.Minute, "nobody buys", func() bool { return answered.Load() > 40 })
	ended := make(chan error, 1)
	go func() { ended <- c.api.stop() }()
	until(t, 10*time.Second, "it does not say that it stops", func() bool {
		r, err := c.client.http.Get(c.client.api + "/readyz")
		if err != nil {
			return true
		}
		_ = r.Body.Close()
		return r.StatusCode == http.StatusServiceUnavailable
	})
	away.Store(true)
	wg.Wait()
	require.NoError(t, <-ended)
	require.Equal(t, sent.Load(), answered.Load())
	require.Zero(t, c.retries.Load(), "requests without an answer")
	t.Logf("%d requests", c.requests.Load())
	c.api.start()
	c.api.awake()
}
