package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/etal-market/etal/bench/hostile"
)

// attackFlags are the flags of the measurement of attacks.
type attackFlags struct {
	Database string `default:"sqlite" enum:"sqlite,postgres" help:"Database to measure on: sqlite or postgres."`
	Products int    `default:"10000" help:"How many products, of two variants each."`
	Rounds   int    `default:"20" help:"How often each attack is sent; CPU time is their mean."`
	Markdown bool   `help:"Print the table as docs/attacks.md has it."`
}

// attackFigures are what an attack has come to.
type attackFigures struct {
	hostile.Attack

	bytes  int
	cpu    time.Duration // of the server, for one
	wrong  error
	status int
	code   string
}

// run sends every attack to a process of its own and prints what each has cost.
// The bounds of package hostile are what it ends well with.
func (f *attackFlags) run(ctx context.Context) (err error) {
	w, err := newLoneWorld(ctx, f.Database, f.Products, "ETAL_GRAPHQL_INTROSPECTION=off", "ETAL_LOG_LEVEL=warn")
	if w != nil {
		defer func() { err = errors.Join(err, w.close()) }()
	}
	if err != nil {
		return err
	}
	list := hostile.List()
	bar := progressbar.NewOptions(len(list), progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetWidth(20),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(time.Second))
	pid := w.server.cmd.Process.Pid
	before, err := w.collected(ctx)
	if err != nil {
		return err
	}
	var measured []attackFigures
	for _, attack := range list {
		measured = append(measured, f.measure(ctx, w, attack))
		_ = bar.Add(1) // a bar that cannot be drawn is not worth an error
	}
	_, highest := memoryOf(pid)
	after, err := w.collected(ctx)
	if err != nil {
		return err
	}
	f.print(os.Stdout, measured)
	fmt.Printf("\n%d attacks, %d times each, on %s with %d products, load %.1f: %.0f MiB before, %.0f MiB afterwards, %.0f MiB at its highest with mapped files.\n",
		len(list), f.Rounds, f.Database, f.Products, thisMachine().Load, before, after, highest)
	return verdict(measured, after-before)
}

// measure sends one attack again and again. What is kept after the first time is
// part of what it costs.
func (f *attackFlags) measure(ctx context.Context, w *world, attack hostile.Attack) attackFigures {
	figures := attackFigures{Attack: attack}
	begun := cpuOf(w.server.cmd.Process.Pid, false)
	for range f.Rounds {
		status, answer, err := attack.Send(ctx, w.api)
		figures.status, figures.code, figures.bytes = status, hostile.CodeOf(answer), max(figures.bytes, len(answer))
		switch leak := hostile.Leak(answer); {
		case err != nil:
			figures.wrong = err
		case status != attack.Status || figures.code != attack.Code:
			figures.wrong = fmt.Errorf("answered %d %s", status, figures.code)
		case leak != "":
			figures.wrong = fmt.Errorf("the answer holds %q", leak)
		}
	}
	figures.cpu = (cpuOf(w.server.cmd.Process.Pid, false) - begun) / time.Duration(f.Rounds)
	return figures
}

func (f *attackFlags) print(w io.Writer, measured []attackFigures) {
	if f.Markdown {
		fmt.Fprintln(w, "| attack | answer | bytes | CPU, ms | what is done about it |\n|---|---|---:|---:|---|")
		for _, m := range measured {
			fmt.Fprintf(w, "| %s | %s | %d | %.1f | %s |\n", m.Name, answered(m), m.bytes, milliseconds(m.cpu), m.Outcome)
		}
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "attack\tanswer\tbytes\tCPU ms\twhat is done about it")
	for _, m := range measured {
		fmt.Fprintf(t, "%s\t%s\t%d\t%.1f\t%s\n", m.Name, answered(m), m.bytes, milliseconds(m.cpu), m.Outcome)
	}
	_ = t.Flush() // as the lines above
}

func answered(m attackFigures) string {
	if m.code == "" {
		return fmt.Sprintf("%d, answered", m.status)
	}
	return fmt.Sprintf("%d `%s`", m.status, m.code)
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }

// verdict says what is out of bounds.
func verdict(measured []attackFigures, grownMiB float64) error {
	var errs []error
	for _, m := range measured {
		if m.wrong != nil {
			errs = append(errs, fmt.Errorf("%s: %w", m.Name, m.wrong))
		}
		if m.code != "" && m.bytes > hostile.AnswerBytesMax {
			errs = append(errs, fmt.Errorf("%s: a refusal of %d bytes", m.Name, m.bytes))
		}
		if milliseconds(m.cpu) > hostile.CPUMillisecondsMax {
			errs = append(errs, fmt.Errorf("%s: %.0f ms of CPU", m.Name, milliseconds(m.cpu)))
		}
	}
	if grownMiB > hostile.MemoryMiBMax {
		errs = append(errs, fmt.Errorf("%.0f MiB are kept", grownMiB))
	}
	return errors.Join(errs...)
}

// newLoneWorld builds, fills and starts a server without a simulator and without
// the bare handlers, for what needs neither. It is returned also with an error, to
// be closed.
func newLoneWorld(ctx context.Context, database string, products int, settings ...string) (*world, error) {
	dir, err := os.MkdirTemp("", "etal-bench-")
	if err != nil {
		return nil, err
	}
	w := &world{dir: filepath.Join(dir, database), temporary: dir, settings: settings, keeps: true}
	if err := os.MkdirAll(w.dir, 0o750); err != nil {
		return w, err
	}
	if w.binary, err = build(ctx, dir); err != nil {
		return w, err
	}
	if err := w.fill(ctx, &options{Products: products, Sellers: 20}, database); err != nil {
		return w, err
	}
	return w, w.startServer(ctx)
}

// close ends a world and removes what it has written.
func (w *world) close() error { return errors.Join(w.stop(), os.RemoveAll(w.temporary)) }

// collected is the memory of the server's own after it has collected what nobody
// needs, in MiB: the smallest of what is seen within some seconds.
func (w *world) collected(ctx context.Context) (float64, error) {
	least := 0.0
	for i := range 10 {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+w.private+"/debug/pprof/heap?gc=1", nil)
		if err != nil {
			return 0, err
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return 0, err
		}
		_, err = io.Copy(io.Discard, answer.Body)
		if err := errors.Join(err, answer.Body.Close()); err != nil {
			return 0, err
		}
		own, _ := memoryOf(w.server.cmd.Process.Pid)
		if i == 0 || own < least {
			least = own
		}
		time.Sleep(300 * time.Millisecond)
	}
	return least, nil
}
