package ratelimit_test

import (
	"fmt"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ratelimit"
)

var (
	start   = time.Date(2035, 3, 5, 9, 0, 0, 0, time.UTC)
	session = ratelimit.Limit{Name: "session", Maximum: 2000, PerSecond: 100}
)

func one(subject string) []ratelimit.Budget {
	return []ratelimit.Budget{{Subject: subject, Limit: session}}
}

func TestCharge_empties_and_refills_a_bucket(t *testing.T) {
	t.Parallel()
	c := clock.NewManual(start)
	l := ratelimit.New(nil, ratelimit.Options{Clock: c})

	first := l.Charge(t.Context(), one("a"), 1500)
	require.False(t, first.Refused)
	require.EqualValues(t, 500, first.Bucket.Available)
	second := l.Charge(t.Context(), one("a"), 501)
	require.True(t, second.Refused)
	require.Equal(t, 10*time.Millisecond, second.RetryAfter, "one point at a hundred a second")
	require.EqualValues(t, 1, second.RetryAfterSeconds())
	require.EqualValues(t, 500, second.Bucket.Available, "what is refused costs nothing")
	require.False(t, l.Charge(t.Context(), one("b"), 2000).Refused, "somebody else's bucket")

	c.Advance(second.RetryAfter)
	require.False(t, l.Charge(t.Context(), one("a"), 501).Refused)
	c.Advance(time.Hour)
	full := l.Charge(t.Context(), one("a"), 1)
	require.EqualValues(t, 1999, full.Bucket.Available, "never more than the maximum")
	require.Equal(t, `"session";q=2000;w=20`, full.Bucket.Policy())
	require.Equal(t, `"session";r=1999;t=1`, full.Bucket.State())
}

func TestCharge_gives_back_what_it_did_not_cost(t *testing.T) {
	t.Parallel()
	l := ratelimit.New(nil, ratelimit.Options{Clock: clock.NewManual(start)})
	charge := l.Charge(t.Context(), one("a"), 1000)
	require.EqualValues(t, 1000, charge.Bucket.Available)
	require.EqualValues(t, 1962, charge.Settle(t.Context(), 38).Available)
	require.EqualValues(t, 2000, l.Charge(t.Context(), one("a"), 10).Settle(t.Context(), -100).Available, "never above the maximum")
}

func TestCharge_of_several_budgets_is_all_or_none(t *testing.T) {
	t.Parallel()
	l := ratelimit.New(nil, ratelimit.Options{Clock: clock.NewManual(start)})
	wide := ratelimit.Limit{Name: "network", Maximum: 100, PerSecond: 1}
	both := []ratelimit.Budget{{Subject: "account:a", Limit: session}, {Subject: "network:n", Limit: wide}}

	require.False(t, l.Charge(t.Context(), both, 60).Refused)
	refused := l.Charge(t.Context(), both, 60)
	require.True(t, refused.Refused)
	require.Equal(t, "network", refused.Bucket.Limit.Name, "the answer names the bucket that refused")
	require.Equal(t, 20*time.Second, refused.RetryAfter)
	require.EqualValues(t, 1940, l.Charge(t.Context(), one("account:a"), 0).Bucket.Available, "the other has paid nothing")
}

func TestCharge_without_limits(t *testing.T) {
	t.Parallel()
	var none *ratelimit.Limiter
	require.False(t, none.Charge(t.Context(), one("a"), 1e9).Refused)
	l := ratelimit.New(nil, ratelimit.Options{})
	charge := l.Charge(t.Context(), []ratelimit.Budget{{Subject: "a"}}, 1e9)
	require.False(t, charge.Refused || charge.IsLimited())
	charge.Settle(t.Context(), 5)
}

func TestByNetwork(t *testing.T) {
	t.Parallel()
	subject := func(address string) string {
		a, _ := netip.ParseAddr(address)
		return ratelimit.ByNetwork(a, session).Subject
	}
	require.Equal(t, subject("198.51.100.7"), subject("::ffff:198.51.100.7"))
	require.NotEqual(t, subject("198.51.100.7"), subject("198.51.100.8"))
	require.Equal(t, subject("2001:db8:1:2::1"), subject("2001:db8:1:2:ffff:ffff:ffff:ffff"), "a household has a /64")
	require.Equal(t, subject("fe80::1%eth0"), subject("fe80::1%eth1"))
	require.NotEqual(t, subject("2001:db8:1:2::1"), subject("2001:db8:1:3::1"))
	require.NotEmpty(t, subject("no address"))
}

// A flood of addresses costs no memory without end, and who is limited stays so
// while they go on.
func TestLimiter_forgets_before_it_grows(t *testing.T) {
	t.Parallel()
	c := clock.NewManual(start)
	l := ratelimit.New(nil, ratelimit.Options{Clock: c, Subjects: 1024})
	require.False(t, l.Charge(t.Context(), one("busy"), 2000).Refused)
	for i := range 20_000 {
		l.Charge(t.Context(), one(fmt.Sprint("flood", i)), 1)
		require.True(t, l.Charge(t.Context(), one("busy"), 2000).Refused)
	}
	require.LessOrEqual(t, l.Subjects(), 1024+64)
	c.Advance(time.Minute)
	for i := range 20_000 {
		l.Charge(t.Context(), one(fmt.Sprint("later", i%50)), 1)
	}
	require.LessOrEqual(t, l.Subjects(), 1024)
}

func TestCharge_at_once(t *testing.T) {
	t.Parallel()
	l := ratelimit.New(nil, ratelimit.Options{Clock: clock.NewManual(start)})
	var admitted atomic.Int64
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			for range 50 {
				if !l.Charge(t.Context(), one("a"), 7).Refused {
					admitted.Add(7)
				}
			}
		})
	}
	group.Wait()
	require.EqualValues(t, 2000/7*7, admitted.Load())
}

// processes are several limiters on one PostgreSQL, each with connections of its
// own, which wait for it as long as a busy machine needs.
func processes(t *testing.T, n int, c clock.Clock) (limiters []*ratelimit.Limiter, databases []*db.DB) {
	t.Helper()
	url := dbtest.URL(t, db.Postgres)
	for range n {
		d, err := db.Open(t.Context(), url, db.Options{Clock: c, Connections: 4, Readers: 1})
		require.NoError(t, err)
		t.Cleanup(func() { _ = d.Close() })
		limiters, databases = append(limiters, ratelimit.New(d, ratelimit.Options{Clock: c, Patience: time.Minute})), append(databases, d)
	}
	return limiters, databases
}

// What several processes admit together stays under the limit and the credit,
// whatever the cost of a request; and they do not admit too little either.
func TestCharge_holds_over_several_processes(t *testing.T) {
	t.Parallel()
	for _, cost := range []int64{1, 7, 60, 199, 201, 900} {
		t.Run(fmt.Sprint(cost), func(t *testing.T) {
			t.Parallel()
			const nodes, period = 3, 10 * time.Second
			c := clock.NewManual(start)
			limiters, _ := processes(t, nodes, c)
			var admitted atomic.Int64
			for step := time.Duration(0); step <= period; step += period / 4 {
				var group sync.WaitGroup
				for _, l := range limiters {
					group.Go(func() {
						for refused := 0; refused < 3; {
							if l.Charge(t.Context(), one("account:a"), cost).Refused {
								refused++
								continue
							}
							admitted.Add(cost)
						}
						require.NoError(t, l.Flush(t.Context()))
					})
				}
				group.Wait()
				if step < period {
					c.Advance(period / 4)
				}
			}
			limit := session.Maximum + session.PerSecond*int64(period/time.Second)
			require.LessOrEqual(t, admitted.Load(), limit+nodes*session.Maximum/10)
			require.GreaterOrEqual(t, admitted.Load(), limit-5*cost*nodes, "the limit is there to be used")
		})
	}
}

// Whoever is refused by one process cannot begin anew at another.
func TestCharge_an_empty_bucket_is_empty_everywhere(t *testing.T) {
	t.Parallel()
	c := clock.NewManual(start)
	limiters, _ := processes(t, 2, c)
	require.False(t, limiters[0].Charge(t.Context(), one("account:a"), 2000).Refused)
	require.True(t, limiters[1].Charge(t.Context(), one("account:a"), 2000).Refused)
	require.False(t, limiters[1].Charge(t.Context(), one("account:b"), 2000).Refused)
	c.Advance(20 * time.Second)
	back := limiters[1].Charge(t.Context(), one("account:a"), 2000)
	require.False(t, back.Refused)
	back.Settle(t.Context(), 10)
	require.NoError(t, limiters[1].Flush(t.Context()))
	require.False(t, limiters[0].Charge(t.Context(), one("account:a"), 1900).Refused, "what was given back is there for all")
}

// Cheap requests ask the database once in a while, and a flood of refused ones
// hardly ever.
func TestCharge_hardly_asks_the_database(t *testing.T) {
	t.Parallel()
	limiters, databases := processes(t, 1, clock.NewManual(start))
	asked := dbtest.CountQueries(databases[0], func() {
		for range 90 {
			require.False(t, limiters[0].Charge(t.Context(), one("account:a"), 1).Refused)
		}
	})
	require.Zero(t, asked)
	for !limiters[0].Charge(t.Context(), one("account:a"), 500).Refused {
	}
	require.NoError(t, limiters[0].Flush(t.Context()))
	asked = dbtest.CountQueries(databases[0], func() {
		for range 10_000 {
			require.True(t, limiters[0].Charge(t.Context(), one("account:a"), 500).Refused)
		}
	})
	require.LessOrEqual(t, asked, 20)
}

// A database that does not answer makes each process limit by itself.
func TestCharge_without_its_database(t *testing.T) {
	t.Parallel()
	limiters, databases := processes(t, 1, clock.NewManual(start))
	require.NoError(t, databases[0].Close())
	admitted := int64(0)
	for !limiters[0].Charge(t.Context(), one("account:a"), 100).Refused {
		admitted += 100
	}
	require.EqualValues(t, 2000, admitted)
}

func TestSweep_forgets_rows(t *testing.T) {
	t.Parallel()
	c := clock.NewManual(start)
	limiters, _ := processes(t, 1, c)
	require.False(t, limiters[0].Charge(t.Context(), one("account:a"), 1000).Refused)
	gone, err := limiters[0].Sweep(t.Context())
	require.NoError(t, err)
	require.Zero(t, gone)
	c.Advance(2 * time.Hour)
	gone, err = limiters[0].Sweep(t.Context())
	require.NoError(t, err)
	require.EqualValues(t, 1, gone)

	require.False(t, ratelimit.New(dbtest.New(t), ratelimit.Options{}).Charge(t.Context(), one("a"), 2000).Refused)
}

// BenchmarkCharge measures what a cheap request pays for being limited by its
// account and by its network, on a clock that runs.
func BenchmarkCharge(b *testing.B) {
	wide := ratelimit.Limit{Name: "network", Maximum: 1 << 40, PerSecond: 1 << 30}
	busy := ratelimit.Limit{Name: "session", Maximum: 1 << 30, PerSecond: 1 << 20}
	run := func(b *testing.B, l *ratelimit.Limiter, users int) {
		b.ReportAllocs()
		budgets := make([][]ratelimit.Budget, users)
		for i := range budgets {
			budgets[i] = []ratelimit.Budget{{Subject: fmt.Sprint("account:", i), Limit: busy}, {Subject: "network:n", Limit: wide}}
		}
		var next atomic.Int64
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				l.Charge(b.Context(), budgets[next.Add(1)%int64(users)], 12).Settle(b.Context(), 9)
			}
		})
	}
	b.Run("alone", func(b *testing.B) { run(b, ratelimit.New(nil, ratelimit.Options{}), 1000) })
	b.Run("shared", func(b *testing.B) {
		d := dbtest.Open(b, db.Postgres, db.Options{})
		run(b, ratelimit.New(d, ratelimit.Options{}), 1000)
	})
	// The sizes of production: every account spends as fast as it may.
	b.Run("shared at the limit", func(b *testing.B) {
		busy = session
		d := dbtest.Open(b, db.Postgres, db.Options{})
		run(b, ratelimit.New(d, ratelimit.Options{}), 1000)
	})
}
