package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/etal-market/etal/server/config"
)

// build makes the binary that users run.
func build(ctx context.Context, dir string) (string, error) {
	binary := filepath.Join(dir, "etal")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, "github.com/etal-market/etal/cmd/etal") //nolint:gosec // a path of ours
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build etal: %w\n%s", err, out)
	}
	return binary, nil
}

// world is a marketplace with what it needs, each in a process of its own: the
// server with its workers, the Stripe simulator, the bare handlers and, for
// PostgreSQL, the database.
type world struct {
	dir, binary string
	temporary   string   // removed when the world is closed; empty: somebody else's
	settings    []string // of the server, besides the usual ones
	keeps       bool     // whether answers about the catalogue are kept for strangers

	api, private, stripe, bareAddress string // host:port
	publishableKey                    string

	database                *database
	server, simulator, bare *process
	inspector               *inspector
}

// fill makes a database and fills it by `etal seed`.
func (w *world) fill(ctx context.Context, o *options, name string) (err error) {
	if w.database, err = openDatabase(ctx, name, w.dir, o); err != nil {
		return err
	}
	// Says that a database that is kept was filled to its end.
	filled := filepath.Join(w.dir, "filled")
	for _, address := range []*string{&w.api, &w.private, &w.stripe} {
		if *address, err = freeAddress(ctx); err != nil {
			return err
		}
	}
	steps := [][]string{
		{"migrate", "up"},
		{"seed", "--products", strconv.Itoa(o.Products), "--sellers", strconv.Itoa(o.Sellers), "--variants", "2", "--stock", "100000", "--images"},
	}
	if _, err := os.Stat(filled); err == nil {
		steps = steps[:1]
	}
	for _, args := range steps {
		if out, err := toTheEnd(w.etal(ctx, args...)); err != nil {
			return fmt.Errorf("etal %s: %w\n%s", args[0], err, out)
		}
	}
	return os.WriteFile(filled, nil, 0o600)
}

// toTheEnd runs a command and returns what it says. At a terminal it says there how far
// it is.
func toTheEnd(cmd *exec.Cmd) ([]byte, error) {
	if term.IsTerminal(int(os.Stderr.Fd())) {
		cmd.Stderr = os.Stderr
		return cmd.Output()
	}
	return cmd.CombinedOutput()
}

// etal is a command of the marketplace with the settings of this world. It
// runs in development, where a simulator may stand for Stripe.
func (w *world) etal(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, w.binary, args...) //nolint:gosec // the binary we have built
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "ETAL_MODE=development", "ETAL_RATE_LIMITS=off", "ETAL_LISTEN="+w.api, "ETAL_METRICS_LISTEN="+w.private,
		"ETAL_BASE_URL=http://"+w.api, "ETAL_STRIPE_API_URL=http://"+w.stripe, "ETAL_DATABASE_URL="+w.database.url)
	cmd.Env = append(append(cmd.Env, fmt.Sprintf("ETAL_CATALOG_CACHE=%t", w.keeps)), w.settings...)
	return cmd
}

// start starts everything and waits until the jobs that seeding has left are
// done.
func (w *world) start(ctx context.Context, products int) (err error) {
	settings, err := config.Load(nil, config.Development)
	if err != nil {
		return err
	}
	w.publishableKey = settings.StripePublishableKey
	w.simulator, err = start(w.etal(context.WithoutCancel(ctx), "stripe-simulator", "--file", "", "--listen", w.stripe,
		"--webhook", "http://"+w.api+"/webhooks/stripe"), filepath.Join(w.dir, "simulator.log"))
	if err != nil {
		return err
	}
	if err := w.simulator.awaitOK(ctx, "http://"+w.stripe+"/_sim"); err != nil {
		return err
	}
	if err := w.startServer(ctx); err != nil {
		return err
	}
	if w.inspector, err = inspect(ctx, w.database.url); err != nil {
		return err
	}
	if err := w.inspector.awaitDrained(ctx, products); err != nil {
		return fmt.Errorf("jobs left by the seed: %w", err)
	}
	return w.startBare(ctx)
}

func (w *world) startServer(ctx context.Context) (err error) {
	w.server, err = start(w.etal(context.WithoutCancel(ctx), "serve"), filepath.Join(w.dir, "server.log"))
	if err != nil {
		return err
	}
	return w.server.awaitOK(ctx, "http://"+w.api+"/readyz")
}

// keep starts the server anew with another setting of its cache.
func (w *world) keep(ctx context.Context, answers bool) error {
	if w.keeps == answers {
		return nil
	}
	if err := w.server.stop(syscall.SIGTERM); err != nil {
		return fmt.Errorf("stop the server: %w", err)
	}
	w.keeps = answers
	return w.startServer(ctx)
}

func (w *world) startBare(ctx context.Context) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), self, "bare", "--database", w.database.url) //nolint:gosec // ourselves
	reader, writer := io.Pipe()
	cmd.Stdout = writer
	if w.bare, err = start(cmd, filepath.Join(w.dir, "bare.log")); err != nil {
		return err
	}
	go func() { _ = writer.CloseWithError(<-w.bare.watch()) }()
	w.bareAddress, err = firstLine(reader)
	return err
}

// stop ends everything, the database last.
func (w *world) stop() error {
	var errs []error
	if w.inspector != nil {
		errs = append(errs, w.inspector.db.Close())
	}
	errs = append(errs, w.bare.stop(syscall.SIGTERM), w.server.stop(syscall.SIGTERM), w.simulator.stop(syscall.SIGTERM))
	if w.database != nil {
		errs = append(errs, w.database.close())
	}
	return errors.Join(errs...)
}

// check waits until everything that follows from the orders is done, compares
// the answers with the database, and lets etal verify all invariants.
func (w *world) check(ctx context.Context, orders []string, paid int) error {
	if err := w.inspector.awaitDrained(ctx, 0); err != nil {
		return err
	}
	if err := w.inspector.check(ctx, orders, paid); err != nil {
		return err
	}
	if out, err := w.etal(ctx, "verify").CombinedOutput(); err != nil {
		return fmt.Errorf("etal verify: %w\n%s", err, out)
	}
	return nil
}

const coldStarts = 5

// coldStart is how long the server takes until it is ready, and its memory
// then, on the database as the measurement has left it.
func (w *world) coldStart(ctx context.Context) (seconds, mib float64, err error) {
	var took []float64
	for range coldStarts {
		if err := w.server.stop(syscall.SIGTERM); err != nil {
			return 0, 0, fmt.Errorf("stop the server: %w", err)
		}
		begun := time.Now()
		if err := w.startServer(ctx); err != nil {
			return 0, 0, err
		}
		took = append(took, time.Since(begun).Seconds())
		mib, _ = memoryOf(w.server.cmd.Process.Pid)
	}
	slices.Sort(took)
	return took[len(took)/2], mib, nil
}

// usage is the CPU time that the parts of the world have used.
type usage struct{ Server, Database, Simulator, Bare, Generator time.Duration }

func (w *world) usage() usage {
	u := usage{
		Server: cpuOf(w.server.cmd.Process.Pid, false), Simulator: cpuOf(w.simulator.cmd.Process.Pid, false),
		Bare: cpuOf(w.bare.cmd.Process.Pid, false), Generator: ownCPU(),
	}
	if w.database.server != nil {
		u.Database = familyCPU(w.database.server.cmd.Process.Pid)
	}
	return u
}

func (u usage) since(before usage) usage {
	return usage{
		u.Server - before.Server, u.Database - before.Database, u.Simulator - before.Simulator,
		u.Bare - before.Bare, u.Generator - before.Generator,
	}
}
