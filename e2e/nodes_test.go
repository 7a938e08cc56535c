package e2e_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
)

// nodes are two processes on one PostgreSQL with a replica.
type nodes struct {
	*crash

	both    [2]*client
	metrics [2]string
	began   time.Time
}

// bucket is what an account may spend at once in these processes.
const bucket = 5000

func startNodes(t *testing.T) *nodes {
	t.Helper()
	pair := dbtest.Replicated(t)
	path, err := binary()
	require.NoError(t, err)
	keys := filepath.Join(t.TempDir(), "keys.json")
	out, err := exec.CommandContext(t.Context(), path, "keys", "generate", "--file", keys).CombinedOutput()
	require.NoError(t, err, string(out))
	ports := freePorts(t, 3)
	settings := []string{
		"ETAL_KEYS=file:" + keys, "ETAL_DATABASE_REPLICA_URL=" + pair.Copy, "ETAL_RATE_LIMITS=on",
		fmt.Sprintf("ETAL_RATE_LIMIT_SESSION=%d+1/s", bucket), "ETAL_RATE_LIMIT_NETWORK=10000000+100000/s", "ETAL_RATE_LIMIT_ANONYMOUS=10000000+100000/s",
	}
	n := &nodes{crash: &crash{t: t, url: pair.Primary, random: rand.New(rand.NewPCG(1, 1))}, metrics: [2]string{ports[0], ports[1]}, began: time.Now()}
	n.open()
	n.launch(append(settings, "ETAL_METRICS_LISTEN="+ports[0])...)
	environ := append(slices.Clone(n.api.environ), "ETAL_LISTEN="+ports[2], "ETAL_METRICS_LISTEN="+ports[1])
	second := newProcess(t, "http://"+ports[2]+"/healthz", environ, "serve")
	second.start()
	second.awake()
	n.both = [2]*client{n.client, {api: "http://" + ports[2], http: n.client.http, count: func() { n.requests.Add(1) }}}
	return n
}

// say sends a document with its variables to one of the processes.
func (n *nodes) say(node int, p *person, document string, variables map[string]any) (answer, string) {
	n.t.Helper()
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	require.NoError(n.t, err)
	r, err := http.NewRequestWithContext(n.t.Context(), http.MethodPost, n.both[node].api+"/graphql", bytes.NewReader(body))
	require.NoError(n.t, err)
	r.Header.Set("Content-Type", "application/json")
	if p != nil {
		r.Header.Set("Authorization", "Bearer "+p.token)
		if p.actAs != "" {
			r.Header.Set("Etal-Act-As", p.actAs)
		}
	}
	response, err := n.both[node].http.Do(r)
	require.NoError(n.t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(n.t, err)
	a := answer{status: response.StatusCode}
	require.NoError(n.t, a.read(string(text)), string(text))
	return a, string(text)
}

// TestTwoProcesses tries everything that may go wrong when two processes serve one
// database, with a replica of it behind both.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	n := startNodes(t)
	n.onboard()
	n.sessions()
	n.factors()
	n.orders()
	n.streams()
	n.prices()
	n.limits()
	n.jobs()
	n.replica()
	require.NoError(t, n.api.stop())
	var verified struct{ OK bool }
	require.NoError(t, n.api.run(&verified, "verify", "--json"))
	require.True(t, verified.OK)
}

const (
	signInDocument = `mutation($e: String!) { signIn(input: {email: $e, password: "a quiet harbour 47"}) { session { token state } userErrors { code } } }`
	viewerDocument = `{ viewer { sessionState account { email } } }`
)

func (n *nodes) signIn(node int) *person {
	n.t.Helper()
	a, text := n.say(node, nil, signInDocument, map[string]any{"e": "owner-0@example.org"})
	token, err := dig(a.root(), "session.token")
	require.NoError(n.t, err, text)
	return &person{token: show(token)}
}

// sessions: one that is made at one works at once at the other, and what ends it
// at the other ends it at both.
func (n *nodes) sessions() {
	for i := range 10 {
		here, there := i%2, 1-i%2
		p := n.signIn(here)
		for _, node := range []int{there, here} {
			a, text := n.say(node, p, viewerDocument, nil)
			require.Empty(n.t, a.errors, text)
			require.Contains(n.t, text, "owner-0@example.org")
		}
		a, text := n.say(there, p, `mutation { signOut { userErrors { code } } }`, nil)
		require.Empty(n.t, a.errors, text)
		for _, node := range []int{here, there} {
			_, text := n.say(node, p, viewerDocument, nil)
			require.NotContains(n.t, text, "owner-0@example.org", "process %d has not heard that the session has ended", node)
		}
	}
}

// factors: a code that is shown at both at the same time counts once.
func (n *nodes) factors() {
	t := n.t
	p := n.signIn(0)
	a, text := n.say(0, p, `mutation { totpEnrol(input: {password: "a quiet harbour 47"}) { enrolment { secret } userErrors { code } } }`, nil)
	secret, err := dig(a.root(), "enrolment.secret")
	require.NoError(t, err, text)
	code := func(at time.Time) string {
		c, err := totp.GenerateCode(show(secret), at)
		require.NoError(t, err)
		return c
	}
	const confirm = `mutation($c: FactorCode!) { totpConfirm(input: {code: $c}) { session { token state } userErrors { code } } }`
	a, text = n.say(1, p, confirm, map[string]any{"c": code(time.Now().Add(-30 * time.Second))})
	require.Empty(t, a.errors, text)
	token, err := dig(a.root(), "session.token")
	require.NoError(t, err, text)
	n.sellers[0].token = show(token) // the one before has ended
	var waiting [8]*person
	for i := range waiting {
		waiting[i] = n.signIn(i % 2)
	}
	const verify = `mutation($c: FactorCode!) { factorVerify(input: {method: TOTP, code: $c}) { session { token state } userErrors { code } } }`
	shown := code(time.Now())
	var passed atomic.Int64
	var all sync.WaitGroup
	for i, p := range waiting {
		all.Go(func() {
			if _, text := n.say(i%2, p, verify, map[string]any{"c": shown}); regexp.MustCompile(`"state":"ACTIVE"`).MatchString(text) {
				passed.Add(1)
			}
		})
	}
	all.Wait()
	require.EqualValues(t, 1, passed.Load(), "one code let so many in")
}

// orders: one key that is raced at both makes one order.
func (n *nodes) orders() {
	t := n.t
	const rounds, sides = 5, 8
	for round := range rounds {
		guest := n.guest()
		cart := n.fill(guest, 0)
		input := map[string]any{"input": checkoutInput(cart, fmt.Sprint("raced-", round))}
		var ids [sides]string
		var all sync.WaitGroup
		for i := range sides {
			all.Go(func() {
				n.again("checkout", func() bool {
					a, ok := n.both[i%2].ask(t.Context(), guest, "checkout-complete", input)
					if !ok || len(a.errors) > 0 {
						return false
					}
					id, err := dig(a.root(), "order.id")
					ids[i] = show(id)
					return err == nil
				})
			})
		}
		all.Wait()
		for _, id := range ids {
			require.Equal(t, ids[0], id)
		}
		require.Equal(t, 1, n.number("SELECT COUNT(*) FROM orders WHERE id = ?", ids[0]))
	}
	require.Equal(t, rounds, n.number("SELECT COUNT(*) FROM orders"))
	require.Equal(t, rounds, n.number("SELECT COUNT(*) FROM payments"))
}

// streams: what happens at one is heard at the other.
func (n *nodes) streams() {
	seller := &n.sellers[0].person
	streams := []*stream{n.both[0].follows(n.t, seller, ""), n.both[1].follows(n.t, seller, "")}
	hearAll(n.t, streams, []string{n.place(n.both[0], "heard-0"), n.place(n.both[1], "heard-1")})
}

// told is a price that a process has said is the price now.
type told struct {
	minor int
	at    time.Time
	node  int
}

// prices: readers hammer both while the price rises at one and the other. At the
// process that has changed it nobody is told an older price by a read that begins
// after the answer, and at the other none that begins more than a second after it.
func (n *nodes) prices() {
	t := n.t
	const changes, hands = 40, 3
	slug := n.text("SELECT p.slug FROM products AS p JOIN variants AS v ON v.product_id = p.id JOIN offers AS o ON o.variant_id = v.id WHERE o.id = ?", n.sellers[0].offer)
	var mu sync.Mutex
	var known []told
	var reads, newest atomic.Int64
	done := make(chan struct{})
	var all sync.WaitGroup
	for hand := range 2 * hands {
		node := hand % 2
		all.Go(func() {
			for !closed(done) {
				begun := time.Now()
				a, ok := n.both[node].ask(t.Context(), nil, "product-by-slug", map[string]any{"slug": slug})
				amount, err := dig(a.root(), "variants.0.offers.0.price.amount")
				if !ok || err != nil {
					t.Errorf("no price: %v %v", a.errors, err)
					return
				}
				minor := minorOf(show(amount))
				mu.Lock()
				late := staleBy(known, node, minor, begun)
				mu.Unlock()
				if late != "" {
					t.Errorf("process %d says %d: %s", node, minor, late)
					return
				}
				reads.Add(1)
				if int64(minor) > newest.Load() {
					newest.Store(int64(minor))
				}
			}
		})
	}
	for i := range changes {
		node, minor := i/2%2, 2000+i
		input := map[string]any{"id": string(n.sellers[0].offer), "price": map[string]any{"amount": fmt.Sprintf("%d.%02d", minor/100, minor%100), "currencyCode": "EUR"}}
		a, ok := n.both[node].ask(t.Context(), &n.sellers[0].person, "offer-update", map[string]any{"input": input})
		require.True(t, ok)
		require.Empty(t, a.errors)
		mu.Lock()
		known = append(known, told{minor, time.Now(), node})
		mu.Unlock()
		pause(t.Context(), time.Duration(n.random.IntN(150))*time.Millisecond)
	}
	last := time.Now()
	for time.Since(last) < 1500*time.Millisecond {
		pause(t.Context(), 20*time.Millisecond)
	}
	close(done)
	all.Wait()
	require.EqualValues(t, 2000+changes-1, newest.Load())
	t.Logf("%d reads while the price changed %d times", reads.Load(), changes)
}

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

func minorOf(amount string) int {
	f, _ := strconv.ParseFloat(amount, 64)
	return int(f*100 + 0.5)
}

// staleBy says by which newer price a read that began at an instant is too old.
func staleBy(known []told, node, minor int, begun time.Time) string {
	for _, k := range known {
		bound := time.Second
		if k.node == node {
			bound = 0
		}
		if k.minor > minor && begun.After(k.at.Add(bound)) {
			return fmt.Sprintf("%d was told at process %d %s before", k.minor, k.node, begun.Sub(k.at))
		}
	}
	return ""
}

// limits: somebody who goes to both gets what one of them would give, and what
// the processes spend before they tell each other.
func (n *nodes) limits() {
	t := n.t
	document := "{"
	for i := range 30 {
		document += fmt.Sprintf(" v%d: viewer { account { id } hat { kind } }", i)
	}
	document += " }"
	a, ok := n.client.ask(t.Context(), nil, "guest-start", nil)
	require.True(t, ok)
	token, err := dig(a.root(), "session.token")
	require.NoError(t, err)
	p := &person{token: show(token)}
	cost := regexp.MustCompile(`"actual":(\d+)`)
	spent, begun := 0, time.Now()
	for i := 0; ; i++ {
		a, text := n.say(i%2, p, document, nil)
		if a.status == http.StatusTooManyRequests {
			break
		}
		require.Equal(t, http.StatusOK, a.status, text)
		points, err := strconv.Atoi(cost.FindStringSubmatch(text)[1])
		require.NoError(t, err, text)
		spent += points
		require.Less(t, spent, 2*bucket, "nobody stops it")
	}
	most := bucket + 2*bucket/10 + int(time.Since(begun).Seconds()) + 1
	require.LessOrEqual(t, spent, most)
	require.Greater(t, spent, bucket/2)
	t.Logf("%d points of %d", spent, bucket)
	until(t, 5*time.Second, "the other process still answers", func() bool {
		first, _ := n.say(0, p, document, nil)
		second, _ := n.say(1, p, document, nil)
		return first.status == http.StatusTooManyRequests && second.status == http.StatusTooManyRequests
	})
}

// jobs: each has run once, at one of the two; and those that come back by
// themselves come for both together as often as for one.
func (n *nodes) jobs() {
	t := n.t
	until(t, time.Minute, "jobs are left", func() bool {
		return n.number("SELECT COUNT(*) FROM river_job WHERE kind IN ('event.deliver', 'notification.mail', 'inbox.apply') AND state <> 'completed'") == 0
	})
	require.Zero(t, n.number("SELECT COUNT(*) FROM river_job WHERE attempt > 1 OR array_length(attempted_by, 1) > 1"), "jobs that ran twice")
	require.Positive(t, n.number("SELECT COUNT(*) FROM river_job WHERE kind = 'event.deliver'"))
	require.Equal(t, 2, n.number("SELECT COUNT(DISTINCT attempted_by[1]) FROM river_job"), "both work")
	require.Zero(t, n.number("SELECT COUNT(*) FROM (SELECT event_id, handler FROM outbox_deliveries GROUP BY 1, 2 HAVING COUNT(*) > 1) AS twice"))
	for _, kind := range []string{"payment.sweep", "ledger.chain", "payout.sweep"} {
		ran := n.number("SELECT COUNT(*) FROM river_job WHERE kind = ?", kind)
		most := int(time.Since(n.began)/(10*time.Second)) + 2
		require.Positive(t, ran, kind)
		require.LessOrEqual(t, ran, most, "%s in %s", kind, time.Since(n.began))
	}
}

// replica: it was asked, and so all of the above was true with it.
func (n *nodes) replica() {
	served := regexp.MustCompile(`etal_db_replica_queries_total\{outcome="served"\} (\d+)`)
	for i, address := range n.metrics {
		response, err := http.Get("http://" + address + "/metrics")
		require.NoError(n.t, err)
		text, err := io.ReadAll(response.Body)
		require.NoError(n.t, errors.Join(err, response.Body.Close()))
		m := served.FindSubmatch(text)
		require.NotNil(n.t, m, "no figures of the replica")
		require.NotEqual(n.t, "0", string(m[1]), "process %d has never asked the replica", i)
		n.t.Logf("process %d has asked the replica %s times", i, m[1])
	}
}
