// Package contract lets judges that are not ours look at the GraphQL API as it
// is served: the audit of GraphQL over HTTP, the rules of its edition of
// September 2026, and clients that others build with. It is a module of its own
// because it needs Node and packages from npm; `make contract` runs it.
package contract

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestAudit passes the audit by the status codes of the draft, as the server has
// them by itself.
func TestAudit(t *testing.T) {
	t.Parallel()
	api := serve(t)
	audited := regexp.MustCompile(`(?m)^(\d+ of \d+) ok$`).FindStringSubmatch(node(t, api, "audit.mjs"))
	require.NotNil(t, audited)
	tells(t, "graphql-http", audited[1])
	for client, tried := range clients(t, api) {
		tells(t, client, tried)
	}
}

// TestEdition2026 keeps the rules of the edition with the setting for it. The
// clients work with it too.
func TestEdition2026(t *testing.T) {
	t.Parallel()
	api := serve(t, "ETAL_GRAPHQL_HTTP=2026")
	out := node(t, api, "--test", "--test-reporter=tap", "edition.test.mjs")
	tells(t, "The edition of September 2026", fmt.Sprintf("%s MUST, %s SHOULD", passed(out, "MUST: "), passed(out, "SHOULD: ")))
	for client, tried := range clients(t, api) {
		tells(t, client, tried)
	}
}

// clients tries those that others build with, and says how much each could do.
func clients(t *testing.T, api string) map[string]string {
	t.Helper()
	out := node(t, api, "--test", "--test-reporter=tap", "clients.test.mjs")
	tried := map[string]string{}
	for _, client := range []string{"Apollo Client", "urql", "graphql-request"} {
		tried[client] = passed(out, client)
	}
	return tried
}

// TestReference lets GraphQL.js, the reference implementation, judge thousands of
// documents that the server judges too, valid ones and damaged ones: they agree, but
// for the differences that the page explains. FUZZ_COUNT and FUZZ_SEED try others.
func TestReference(t *testing.T) {
	t.Parallel()
	out := node(t, serve(t), "fuzz.mjs")
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	known := regexp.MustCompile(`(?m)^known: (.+): \d+$`).FindAllStringSubmatch(out, -1)
	require.NotEmpty(t, known)
	for _, m := range known {
		require.Contains(t, string(text), "\n| "+m[1]+" | ", "the page explains each difference")
	}
	if os.Getenv("FUZZ_COUNT")+os.Getenv("FUZZ_SEED") == "" {
		tells(t, "GraphQL.js", regexp.MustCompile(`(?m)^\d+ documents, \d+ differences$`).FindString(out))
	}
}

// TestCop makes the requests of graphql-cop, where the schema is closed as it is
// outside of development.
func TestCop(t *testing.T) {
	t.Parallel()
	out := node(t, serve(t, "ETAL_GRAPHQL_INTROSPECTION=off"), "--test", "--test-reporter=tap", "cop.test.mjs")
	var all []string
	for _, severity := range []string{"HIGH", "MEDIUM", "LOW", "INFO"} {
		all = append(all, severity+" "+passed(out, severity+" "))
	}
	tells(t, "graphql-cop", strings.Join(all, ", "))
}

// TestRelay compiles documents of a Relay application against the schema.
func TestRelay(t *testing.T) {
	t.Parallel()
	at, err := filepath.Abs("node/relay")
	require.NoError(t, err)
	generated := filepath.Join(at, "generated")
	require.NoError(t, os.MkdirAll(generated, 0o755))
	t.Cleanup(func() { _ = os.RemoveAll(generated) })
	out := run(t, at, nil, filepath.Join(modules(t), "node_modules/.bin/relay-compiler"), "relay.config.json")
	require.NotContains(t, strings.ToLower(out), "error")
	artifacts, err := os.ReadDir(generated)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(artifacts), 6, out)
	tells(t, "Relay compiler", fmt.Sprint(len(artifacts), " artifacts"))
}

// TestLint looks at the schema and the ready documents by GraphQL-ESLint, at what
// counts as a breaking change by GraphQL Inspector, and compiles for Relay.
func TestLint(t *testing.T) {
	t.Parallel()
	out := run(t, modules(t), nil, "npm", "run", "lint")
	t.Log(out)
	found := regexp.MustCompile(`(?m)^\d+ files, (\d+ findings)$`).FindStringSubmatch(out)
	require.NotNil(t, found)
	tells(t, "GraphQL-ESLint", found[1])
	tells(t, "GraphQL Inspector", passed(out, ""))
}

// TestClient lets the TypeScript client, as it is published, do what a buyer and a
// seller do.
func TestClient(t *testing.T) {
	t.Parallel()
	at, err := filepath.Abs("../../clients/typescript")
	require.NoError(t, err)
	if _, err := os.Stat(filepath.Join(at, "node_modules", "typescript")); err != nil {
		run(t, at, nil, "npm", "ci", "--no-audit", "--no-fund")
	}
	run(t, at, nil, "npm", "run", "build")
	for _, documents := range []string{"open", "trusted"} {
		api := serve(t, "ETAL_GRAPHQL_DOCUMENTS="+documents)
		out := run(t, at, []string{"API_URL=" + api, "DOCUMENTS=" + documents}, "node", "--test", "--test-reporter=tap", "contract/market.mjs")
		tells(t, "Our TypeScript client", passed(out, ""))
	}
}

// built builds etal once, and TestMain removes it.
var built = sync.OnceValues(func() (string, error) {
	path := filepath.Join(os.TempDir(), fmt.Sprintf("etal-contract-%d", os.Getpid()))
	cmd := exec.CommandContext(context.Background(), "go", "build", "-o", path, "./cmd/etal")
	cmd.Dir = "../.."
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	_ = os.Remove(filepath.Join(os.TempDir(), fmt.Sprintf("etal-contract-%d", os.Getpid())))
	os.Exit(code)
}

// serve starts the binary with demo data and returns the address of its API.
func serve(t *testing.T, environ ...string) string {
	t.Helper()
	dir := t.TempDir()
	binary, err := built()
	require.NoError(t, err)
	listen, simulator := freePort(t), freePort(t)
	cmd := exec.CommandContext(context.Background(), binary, "dev", "--simulator", simulator)
	cmd.Dir = dir
	own := []string{}
	for _, pair := range os.Environ() {
		if !strings.HasPrefix(pair, "ETAL_") {
			own = append(own, pair)
		}
	}
	cmd.Env = append(own, append(environ, "ETAL_LISTEN="+listen, "ETAL_METRICS_LISTEN=", "ETAL_RATE_LIMITS=off")...)
	logs, err := os.Create(filepath.Join(dir, "log"))
	require.NoError(t, err)
	cmd.Stdout, cmd.Stderr = logs, logs
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if t.Failed() {
			content, _ := os.ReadFile(logs.Name())
			t.Logf("the end of its log:\n%s", content[max(0, len(content)-4000):])
		}
	})
	require.Eventually(t, func() bool {
		r, err := http.Get("http://" + listen + "/readyz")
		if err != nil {
			return false
		}
		_ = r.Body.Close()
		return r.StatusCode == http.StatusOK
	}, 2*time.Minute, 100*time.Millisecond)
	return "http://" + listen + "/graphql"
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().String()
}

var installing sync.Mutex

// modules is the folder with node's modules, installed when they are missing.
func modules(t *testing.T) string {
	t.Helper()
	at, err := filepath.Abs("node")
	require.NoError(t, err)
	installing.Lock() // tests run beside each other, and a half of it is not enough
	defer installing.Unlock()
	if _, err := os.Stat(filepath.Join(at, "node_modules", ".package-lock.json")); err != nil {
		run(t, at, nil, "npm", "ci", "--no-audit", "--no-fund")
	}
	return at
}

func node(t *testing.T, api string, args ...string) string {
	t.Helper()
	out := run(t, modules(t), []string{"API_URL=" + api}, "node", args...)
	t.Log(out)
	return out
}

func run(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s %v:\n%.8000s", name, args, out)
	return string(out)
}
