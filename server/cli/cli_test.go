package cli_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/gateway/stripesim"
	"github.com/etal-market/etal/server/cli"
)

// asEtal makes this test binary be etal: a test starts it as a process of its
// own, to send it signals and read its exit code.
const asEtal = "ETAL_TEST_AS_ETAL"

func TestMain(m *testing.M) {
	if os.Getenv(asEtal) != "" {
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
		code := cli.Main(ctx, os.Args[1:], cli.Process())
		stop()
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// etal runs a command in this process.
func etal(t *testing.T, environ map[string]string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e strings.Builder
	all := map[string]string{"ETAL_MODE": "development", "ETAL_LOG_LEVEL": "error"}
	for k, v := range environ {
		all[k] = v
	}
	code = cli.Main(t.Context(), args, cli.World{Out: &o, Err: &e, In: strings.NewReader(all["stdin"]), Environ: all})
	return code, o.String(), e.String()
}

func TestHelp(t *testing.T) {
	t.Parallel()
	code, out, _ := etal(t, nil)
	require.Zero(t, code)
	listed := regexp.MustCompile(`(?m)^  ([a-z-]+(?: [a-z-]+)?)  `).FindAllStringSubmatch(out, -1)
	require.Greater(t, len(listed), 4)
	for _, m := range listed {
		args := append(strings.Fields(m[1]), "--help")
		code, out, errs := etal(t, nil, args...)
		require.Zero(t, code, "%v %s", args, errs)
		require.Contains(t, out, "Examples:", "etal %s", m[1])
	}
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"frobnicate"}, {"serve", "--fast"}, {"operator", "create"}, {"migrate"}} {
		code, out, errs := etal(t, nil, args...)
		require.Equal(t, 2, code, args)
		require.NotEmpty(t, out+errs)
	}
	code, _, errs := etal(t, map[string]string{"ETAL_LISTEN": "nowhere", "ETAL_CURENCY": "EUR"}, "serve")
	require.Equal(t, 2, code)
	require.Contains(t, errs, "ETAL_LISTEN")
	require.Contains(t, errs, "ETAL_CURENCY is not a setting")
}

func TestMigrate(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		environ := map[string]string{"ETAL_DATABASE_URL": dbtest.EmptyURL(t, dialect)}
		code, _, errs := etal(t, environ, "serve")
		require.Equal(t, 1, code)
		require.Contains(t, errs, "etal migrate up")
		code, out, _ := etal(t, environ, "migrate", "status")
		require.Equal(t, 1, code, "steps are missing")
		require.Contains(t, out, "missing")
		code, out, errs = etal(t, environ, "migrate", "up")
		require.Zero(t, code, errs)
		require.Contains(t, out, "applied")
		code, out, _ = etal(t, environ, "migrate", "up")
		require.Zero(t, code)
		require.Contains(t, out, "nothing to do")
		code, out, _ = etal(t, environ, "migrate", "status", "--json")
		require.Zero(t, code)
		require.True(t, json.Valid([]byte(out)))
	}
}

func TestOperatorCreate(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	code, out, errs := etal(t, environ, "operator", "create", "olga@market.example", "--name", "Olga", "--json")
	require.Zero(t, code, errs)
	var made struct{ AccountID, Link string }
	require.NoError(t, json.Unmarshal([]byte(out), &made))
	require.NotEmpty(t, made.AccountID)
	require.Contains(t, made.Link, "/account/reset#etal_lnk_")
	require.NotContains(t, out, "assword", "nobody is told one")

	code, _, errs = etal(t, environ, "operator", "create", "OLGA@market.example")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "Somebody has registered")

	environ["stdin"] = "\n"
	code, _, errs = etal(t, environ, "operator", "create", "finn@market.example", "--password-stdin")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "there is no password")
	environ["stdin"] = "a quiet harbour 47\n"
	code, out, errs = etal(t, environ, "operator", "create", "finn@market.example", "--role", "finance", "--password-stdin")
	require.Zero(t, code, errs)
	require.NotContains(t, out, "harbour")
	code, _, _ = etal(t, environ, "operator", "create", "x@market.example", "--role", "king")
	require.Equal(t, 2, code)
}

// An operator who was away for too long is let in again by the command line, and
// nobody else is made one by it.
func TestOperatorEnable(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	code, _, errs := etal(t, environ, "operator", "create", "olga@market.example", "--name", "Olga")
	require.Zero(t, code, errs)
	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	_, err = people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "alice@example.org", Password: "a quiet harbour 47"})
	require.NoError(t, err)
	may := func() bool {
		found, err := people.ByEmail(t.Context(), "olga@market.example")
		require.NoError(t, err)
		return found.IsOperator()
	}
	enabled := func() (n int) {
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM outbox WHERE name = 'identity.operator_enabled'").Scan(t.Context(), &n))
		return n
	}

	code, _, errs = etal(t, environ, "operator", "enable", "olga@market.example")
	require.Zero(t, code, errs)
	require.Zero(t, enabled(), "who may act already is not let in again")
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("UPDATE accounts SET operator_disabled_at = ? WHERE operator_role IS NOT NULL", tx.Now()).Exec(ctx)
		return err
	}))
	require.False(t, may())
	for _, nobody := range []string{"nobody@market.example", "alice@example.org"} {
		code, _, errs = etal(t, environ, "operator", "enable", nobody)
		require.Equal(t, 1, code)
		require.Contains(t, errs, "no such account")
	}
	require.False(t, may())
	code, out, errs := etal(t, environ, "operator", "enable", "OLGA@market.example")
	require.Zero(t, code, errs)
	require.Contains(t, out, "may act again")
	require.True(t, may())
	require.Equal(t, 1, enabled(), "and that is on record")
}

func TestDoctor(t *testing.T) {
	t.Parallel()
	sim, err := stripesim.New(stripesim.Options{})
	require.NoError(t, err)
	s := httptest.NewServer(sim.Handler())
	defer s.Close()
	code, out, _ := etal(t, map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite), "ETAL_STRIPE_API_URL": s.URL}, "doctor")
	require.Zero(t, code, out)
	require.Contains(t, out, "schema up to date")
	require.Contains(t, out, "nobody can set up an authenticator app", "a warning, and the rest works")

	code, out, _ = etal(t, map[string]string{"ETAL_DATABASE_URL": dbtest.EmptyURL(t, db.SQLite), "ETAL_CURRENCY": "X"}, "doctor", "--json")
	require.Equal(t, 1, code)
	var body struct {
		OK     bool
		Checks []struct{ Name, Result, Detail string }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &body))
	require.False(t, body.OK)
	require.Contains(t, out, "ETAL_CURRENCY")
	require.Contains(t, out, "etal migrate up")

	const secret = "hunter2"
	code, out, errs := etal(t, map[string]string{"ETAL_DATABASE_URL": "postgres://etal:" + secret + "@127.0.0.1:1/etal"}, "doctor")
	require.Equal(t, 1, code)
	require.NotContains(t, out+errs, secret)
}

// freePorts returns addresses that nothing listens at. They differ, because all
// are held until the last one is found, and they lie below the ports that
// systems hand out on their own: one of those could go to a connection of
// another test before the process that is meant to have it listens.
func freePorts(t *testing.T, n int) []string {
	t.Helper()
	var list []string
	for range n {
		l, err := net.Listener(nil), net.ErrClosed
		for err != nil {
			require.NoError(t, t.Context().Err(), err)
			address := fmt.Sprintf("127.0.0.1:%d", 12_000+rand.IntN(20_000))
			l, err = new(net.ListenConfig).Listen(t.Context(), "tcp", address)
		}
		defer l.Close()
		list = append(list, l.Addr().String())
	}
	return list
}

// output is what a process writes while the test reads along.
type output struct {
	mu   sync.Mutex
	text strings.Builder
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// TestServe_finishes_what_has_begun sends SIGTERM to a real process while a
// request is half sent: readiness goes first, the request is answered, and the
// process ends with 0.
func TestServe_finishes_what_has_begun(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "serve")
	cmd.Env = append(os.Environ(), asEtal+"=1", "ETAL_MODE=development", "ETAL_LISTEN=127.0.0.1:0", "ETAL_METRICS_LISTEN=",
		"ETAL_DATABASE_URL="+dbtest.URL(t, db.SQLite), "ETAL_SHUTDOWN_DELAY=1s")
	logs := &output{}
	cmd.Stderr = logs
	ended := begin(t, cmd)

	listening := regexp.MustCompile(`"address":"([^"]+)"`)
	require.Eventually(t, func() bool { return listening.MatchString(logs.String()) }, time.Minute, 10*time.Millisecond)
	address := listening.FindStringSubmatch(logs.String())[1]
	require.Equal(t, http.StatusOK, status(t, address), logs)

	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	require.NoError(t, err)
	defer conn.Close()
	_, err = io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: etal\r\n")
	require.NoError(t, err)

	require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
	require.Eventually(t, func() bool { return status(t, address) == http.StatusServiceUnavailable }, 5*time.Second, 10*time.Millisecond)

	_, err = io.WriteString(conn, "\r\n")
	require.NoError(t, err)
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(t, err, "the request that had begun was cut off")
	require.NoError(t, resp.Body.Close())
	require.Equal(t, http.StatusOK, resp.StatusCode)

	require.NoError(t, <-ended, "exit code 0\n%s", logs)
	require.Contains(t, logs.String(), "stopped")
	require.Zero(t, status(t, address), "nothing listens any more")
}

// status asks for readiness; 0 when nobody answers.
func status(t *testing.T, address string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), "GET", fmt.Sprintf("http://%s/readyz", address), nil)
	require.NoError(t, err)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

func TestSeed_is_repeatable(t *testing.T) {
	t.Parallel()
	titles := func(dialect db.Dialect, seed string) []string {
		url := dbtest.URL(t, dialect)
		environ := map[string]string{"ETAL_DATABASE_URL": url}
		code, out, errs := etal(t, environ, "seed", "--products", "12", "--sellers", "2", "--seed", seed, "--json")
		require.Zero(t, code, errs)
		var made struct{ Sellers, Products, Offers int }
		require.NoError(t, json.Unmarshal([]byte(out), &made))
		require.Equal(t, 2, made.Sellers)
		require.Equal(t, 12, made.Products)
		require.GreaterOrEqual(t, made.Offers, 12)
		code, _, errs = etal(t, environ, "seed")
		require.Equal(t, 1, code)
		require.Contains(t, errs, "filled before")
		code, _, errs = etal(t, environ, "verify")
		require.Zero(t, code, errs)

		d, err := db.Open(t.Context(), url, db.Options{})
		require.NoError(t, err)
		defer func() { require.NoError(t, d.Close()) }()
		var list []string
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT title FROM products ORDER BY id").Scan(t.Context(), &list))
		return list
	}
	first := titles(db.SQLite, "1")
	require.Len(t, first, 12)
	require.Equal(t, first, titles(db.Postgres, "1"), "the same marketplace on both databases")
	require.NotEqual(t, first, titles(db.SQLite, "2"))
}

func TestSeed_is_refused_in_production(t *testing.T) {
	t.Parallel()
	code, _, errs := etal(t, map[string]string{
		"ETAL_MODE": "production", "ETAL_KEYS": keyset(t), "ETAL_STRIPE_SECRET_KEY": "sk_live_a", "ETAL_STRIPE_PUBLISHABLE_KEY": "pk_live_a",
		"ETAL_STRIPE_WEBHOOK_SECRET": "whsec_a", "ETAL_STRIPE_CONNECT_WEBHOOK_SECRET": "whsec_b",
		"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite),
	}, "seed", "--orders", "1000")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "ETAL_MODE=development")
}

func TestVerify_finds_what_was_broken(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t, db.SQLite)
	environ := map[string]string{"ETAL_DATABASE_URL": url}
	code, _, errs := etal(t, environ, "seed", "--products", "3", "--sellers", "1")
	require.Zero(t, code, errs)
	d, err := db.Open(t.Context(), url, db.Options{})
	require.NoError(t, err)
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("UPDATE stock_levels SET on_hand = on_hand + 1").Exec(ctx)
		return err
	}))
	require.NoError(t, d.Close())
	code, out, _ := etal(t, environ, "verify", "--json")
	require.Equal(t, 1, code, out)
	require.Contains(t, out, `"invariant": "I1"`)
}

// begin starts a process and returns how it will have ended.
func begin(t *testing.T, cmd *exec.Cmd) <-chan error {
	t.Helper()
	require.NoError(t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	return ended
}

// untilReady waits until the process answers that it is ready, and not for one
// that has ended.
func untilReady(t *testing.T, address string, ended <-chan error, errs *output) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	late := time.After(2 * time.Minute)
	for status(t, address) != http.StatusOK {
		select {
		case err := <-ended:
			require.FailNow(t, "ended before it was ready", "%v\n%s", err, errs)
		case <-late:
			require.FailNow(t, "not ready in time", "%s", errs)
		case <-tick.C:
		}
	}
}

// TestDev starts everything that `make run` starts, twice in the same folder.
func TestDev(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for range 2 {
		free := freePorts(t, 2)
		address := free[0]
		cmd := exec.CommandContext(t.Context(), os.Args[0], "dev", "--simulator", free[1])
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), asEtal+"=1", "ETAL_LISTEN="+address, "ETAL_METRICS_LISTEN=")
		var out, errs output
		cmd.Stdout, cmd.Stderr = &out, &errs
		ended := begin(t, cmd)
		untilReady(t, address, ended, &errs)
		require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		require.NoError(t, <-ended, errs.String())
		require.Contains(t, out.String(), "http://"+address+"/graphiql")
		require.Contains(t, out.String(), "a quiet harbour 47")
		require.Empty(t, errs.String(), "a fresh start has nothing to warn of")
	}
	require.FileExists(t, dir+"/var/etal.db")
	require.FileExists(t, dir+"/var/stripe-simulator.jsonl")
}

func TestImportProducts(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	code, _, errs := etal(t, environ, "seed", "--products", "0", "--sellers", "1")
	require.Zero(t, code, errs)
	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	var slug string
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT slug FROM sellers").Scan(t.Context(), &slug))
	require.NoError(t, d.Close())

	file := t.TempDir() + "/products.csv"
	write := func(rows ...string) {
		head := "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty\n"
		require.NoError(t, os.WriteFile(file, []byte(head+strings.Join(rows, "\n")+"\n"), 0o600))
	}
	write("tea,Tea,Weight,100 g,TEA-1,6.90,10", "tea,,Weight,250 g,TEA-2,14.50,4")
	code, out, errs := etal(t, environ, "import", "products", "--seller", slug, file, "--dry-run")
	require.Zero(t, code, errs)
	require.Contains(t, out, "1 created")
	require.Contains(t, out, "nothing was kept")
	code, out, errs = etal(t, environ, "import", "products", "--seller", slug, file, "--json")
	require.Zero(t, code, errs)
	var report struct {
		OK     bool
		Counts struct{ ProductsCreated, Rows int }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &report))
	require.Equal(t, 1, report.Counts.ProductsCreated, "the dry run kept nothing")
	require.Equal(t, 2, report.Counts.Rows)

	write("tea,Tea,Weight,100 g,TEA-1,6.90,10", "bowl,Bowl,Glaze,Blue,BOWL-1,dear,1")
	code, out, errs = etal(t, environ, "import", "products", "--seller", slug, file)
	require.Equal(t, 1, code, out)
	require.Contains(t, errs, "line 3")
	code, _, errs = etal(t, environ, "import", "products", "--seller", "nobody", file)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "There is no such seller")
	code, _, _ = etal(t, environ, "import", "products", file)
	require.Equal(t, 2, code, "the seller is missing")
	code, _, _ = etal(t, environ, "import", "products", "--seller", slug, file+".missing")
	require.Equal(t, 2, code)
}

func TestAuditExport(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	code, _, errs := etal(t, environ, "seed", "--products", "0", "--sellers", "2")
	require.Zero(t, code, errs)
	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	deliver := event.NewDeliverer(d, audit.New(d, nil).Handlers()...)
	var events []event.ID
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM outbox ORDER BY id").Scan(t.Context(), &events))
	for _, id := range events {
		require.NoError(t, deliver.Deliver(t.Context(), event.Delivery{EventID: id}))
	}
	require.NoError(t, d.Close())

	code, out, errs := etal(t, environ, "audit", "export", "--json")
	require.Zero(t, code, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 4, "two sellers have applied and were approved")
	for i, line := range lines {
		var entry struct{ Seq int }
		require.NoError(t, json.Unmarshal([]byte(line), &entry), line)
		require.Equal(t, i+1, entry.Seq)
	}
	code, out, errs = etal(t, environ, "audit", "export", "--after", "3")
	require.Zero(t, code, errs)
	require.Equal(t, 1, strings.Count(out, "\n"))
	code, _, errs = etal(t, environ, "verify")
	require.Zero(t, code, errs)
}

func TestWebhooks_lists_and_settles_what_is_parked(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	code, out, errs := etal(t, environ, "webhooks", "list")
	require.Zero(t, code, errs)
	require.Equal(t, "no webhook is parked\n", out)

	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	for _, id := range []string{"evt_1", "evt_2", "evt_3"} {
		m := inbox.Message{ID: id, Type: "payout.paid", Reason: "other version", Payload: []byte("{}")}
		require.NoError(t, inbox.New(d, nil).Receive(t.Context(), m))
	}
	require.NoError(t, d.Close())

	code, out, errs = etal(t, environ, "webhooks", "list", "--json")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"reason": "other version"`)
	for _, args := range [][]string{{"--reason", "mended"}, {"evt_1", "--all", "--reason", "mended"}, {"evt_4", "--reason", "mended"}} {
		code, _, _ = etal(t, environ, append([]string{"webhooks", "settle"}, args...)...)
		require.Equal(t, 1, code, args)
	}
	code, _, errs = etal(t, environ, "webhooks", "settle", "evt_1", "--reason", "mended")
	require.Zero(t, code, errs)
	code, out, errs = etal(t, environ, "webhooks", "settle", "--all", "--reason", "mended")
	require.Zero(t, code, errs)
	require.Contains(t, out, "2 webhooks are settled")
	_, out, _ = etal(t, environ, "webhooks", "list")
	require.Equal(t, "no webhook is parked\n", out)
}

func TestJobs_lists_and_retries_what_is_parked(t *testing.T) {
	t.Parallel()
	environ := map[string]string{"ETAL_DATABASE_URL": dbtest.URL(t, db.SQLite)}
	code, out, errs := etal(t, environ, "jobs", "list")
	require.Zero(t, code, errs)
	require.Equal(t, "no job is parked\n", out)

	d, err := db.Open(t.Context(), environ["ETAL_DATABASE_URL"], db.Options{})
	require.NoError(t, err)
	for range 3 {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return tx.Enqueue(ctx, event.Delivery{EventID: "evt_gone"}, db.JobOptions{MaxAttempts: 1})
		}))
	}
	_, err = d.Drain(t.Context(), &db.Handlers{}, time.Now()) // nobody handles them
	require.NoError(t, err)
	require.NoError(t, d.Close())

	code, out, errs = etal(t, environ, "jobs", "list", "--json")
	require.Zero(t, code, errs)
	var parked []struct {
		ID      int64
		Kind    string
		Content string
	}
	require.NoError(t, json.Unmarshal([]byte(out), &parked))
	require.Len(t, parked, 3)
	require.Equal(t, event.Delivery{}.Kind(), parked[0].Kind)
	require.JSONEq(t, `{"event_id":"evt_gone"}`, parked[0].Content)

	code, _, errs = etal(t, environ, "jobs", "retry")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "--all")
	code, _, errs = etal(t, environ, "jobs", "retry", "987654")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "job 987654 is not parked")
	code, _, errs = etal(t, environ, "jobs", "retry", fmt.Sprint(parked[0].ID))
	require.Zero(t, code, errs)
	code, out, errs = etal(t, environ, "jobs", "retry", "--all")
	require.Zero(t, code, errs)
	require.Contains(t, out, "2 jobs have one more attempt")
	_, out, _ = etal(t, environ, "jobs", "list")
	require.Equal(t, "no job is parked\n", out)
}
