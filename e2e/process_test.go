package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestMain removes what the tests have built.
func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	_ = os.RemoveAll(workshop())
	os.Exit(code)
}

// workshop is where this run of the tests builds etal.
func workshop() string { return filepath.Join(os.TempDir(), fmt.Sprintf("etal-e2e-%d", os.Getpid())) }

// binary builds etal once, as it is shipped.
var binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(workshop(), "etal")
	out, err := exec.CommandContext(context.Background(), "go", "build", "-o", path, "../cmd/etal").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// freePorts returns addresses that nothing listens at. They differ, because
// all are held until the last one is found.
func freePorts(t *testing.T, n int) []string {
	t.Helper()
	var list []string
	for range n {
		l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
		require.NoError(t, err)
		defer l.Close()
		list = append(list, l.Addr().String())
	}
	return list
}

// process is an etal process that can be killed and started again.
type process struct {
	t       *testing.T
	args    []string
	environ []string
	alive   string // address that answers when it lives
	logs    *os.File

	mu    sync.Mutex
	cmd   *exec.Cmd
	ended chan error
}

func newProcess(t *testing.T, alive string, environ []string, args ...string) *process {
	t.Helper()
	path, err := binary()
	require.NoError(t, err)
	logs, err := os.CreateTemp(t.TempDir(), args[0])
	require.NoError(t, err)
	// Settings of whoever runs the tests must not reach the process.
	own := slices.DeleteFunc(os.Environ(), func(pair string) bool { return strings.HasPrefix(pair, "ETAL_") })
	p := &process{t: t, args: append([]string{path}, args...), environ: append(own, environ...), alive: alive, logs: logs}
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			content, _ := os.ReadFile(logs.Name())
			t.Logf("the end of the log of %s:\n%s", args[0], content[max(0, len(content)-8000):])
		}
		_ = logs.Close()
	})
	return p
}

// start starts the process and does not wait for it.
func (p *process) start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	cmd := exec.CommandContext(context.Background(), p.args[0], p.args[1:]...)
	cmd.Env = p.environ
	cmd.Stdout, cmd.Stderr = p.logs, p.logs
	if err := cmd.Start(); err != nil {
		p.t.Errorf("start %v: %v", p.args, err)
		return
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	p.cmd, p.ended = cmd, ended
}

// kill ends the process as a power cut does.
func (p *process) kill() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cmd == nil {
		return
	}
	_ = p.cmd.Process.Kill()
	<-p.ended //nolint:errcheck // it says that it was killed
	p.cmd = nil
}

// stop asks the process to end and returns how it did.
func (p *process) stop() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	timer := time.NewTimer(30 * time.Second)
	defer timer.Stop()
	select {
	case err := <-p.ended:
		p.cmd = nil
		return err
	case <-timer.C:
		return errors.New("it does not end")
	}
}

// awake waits until the process answers.
func (p *process) awake() {
	p.t.Helper()
	until(p.t, 30*time.Second, p.args[1]+" does not answer", func() bool {
		r, err := http.Get(p.alive)
		if err != nil {
			return false
		}
		_ = r.Body.Close()
		return r.StatusCode == http.StatusOK
	})
}

// until waits for a condition.
func until(t *testing.T, patience time.Duration, what string, ok func() bool) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for !ok() {
		if time.Now().After(deadline) {
			require.FailNow(t, what)
		}
		pause(t.Context(), 20*time.Millisecond)
	}
}

// pause lets others work for a moment.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// run runs a command of etal to its end, and reads its JSON into body.
func (p *process) run(body any, args ...string) error {
	cmd := exec.CommandContext(p.t.Context(), p.args[0], args...)
	cmd.Env = p.environ
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if decodeErr := json.Unmarshal(out.Bytes(), body); decodeErr != nil {
		return fmt.Errorf("%v: %w: %s %s", args, errors.Join(err, decodeErr), out.String(), errs.String())
	}
	return err
}

// client talks to a process that may die at any moment.
type client struct {
	api    string
	stripe string
	http   *http.Client
	count  func() // is told of every request
}

// ask sends an operation. The second result is false when there was no answer
// or one that says to come again.
func (c *client) ask(ctx context.Context, p *person, operation string, variables map[string]any) (answer, bool) {
	document, err := os.ReadFile(filepath.Join("operations", operation+".graphql"))
	if err != nil {
		return answer{errors: []problem{{code: err.Error()}}}, true
	}
	body, err := json.Marshal(map[string]any{"query": string(document), "variables": variables})
	if err != nil {
		return answer{errors: []problem{{code: err.Error()}}}, true
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.api+"/graphql", bytes.NewReader(body))
	if err != nil {
		return answer{errors: []problem{{code: err.Error()}}}, true
	}
	r.Header.Set("Content-Type", "application/json")
	if p != nil && p.token != "" {
		r.Header.Set("Authorization", "Bearer "+p.token)
	}
	if p != nil && p.actAs != "" {
		r.Header.Set("Etal-Act-As", p.actAs)
	}
	a, ok := c.send(r)
	for _, e := range a.errors {
		if e.code == "INTERNAL" || e.code == "TIMEOUT" || strings.HasPrefix(e.code, "UNAVAILABLE") {
			ok = false
		}
	}
	return a, ok
}

func (c *client) send(r *http.Request) (answer, bool) {
	c.count()
	response, err := c.http.Do(r)
	if err != nil {
		return answer{}, false
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode >= http.StatusInternalServerError {
		return answer{status: response.StatusCode, errors: []problem{{code: "INTERNAL", text: string(text)}}}, false
	}
	a := answer{status: response.StatusCode}
	if err := a.read(string(text)); err != nil {
		return answer{}, false
	}
	return a, true
}
