package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/etal-market/etal/bench/load"
)

// run measures on each database and prints.
func (o *options) run(ctx context.Context) (err error) {
	o.quick()
	chosen, err := o.chosen()
	if err != nil || o.List {
		return err
	}
	if o.Keep != "" {
		o.Work = o.Keep
	}
	if o.Work == "" {
		if o.Work, err = os.MkdirTemp("", "etal-bench-"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(o.Work)) }()
	}
	bar := progressbar.NewOptions(len(o.Database)*o.Repeat*len(chosen)*(len(o.Concurrency)+1),
		progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetWidth(20), progressbar.OptionSetPredictTime(true),
		progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(time.Second))
	binary, err := filepath.Abs(o.Binary)
	if o.Binary == "" {
		binary, err = build(ctx, o.Work)
	}
	if err != nil {
		return err
	}
	out := report{Machine: thisMachine(), Products: o.Products, Sellers: o.Sellers, Repeat: o.Repeat, Seconds: o.Duration.Seconds()}
	for _, name := range o.Database {
		m := &measurement{options: o, name: name, binary: binary, bar: bar, workloads: chosen, dir: filepath.Join(o.Work, name)}
		if err := m.run(ctx); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out.Databases = append(out.Databases, m.result)
	}
	_ = bar.Finish() // a bar that cannot be drawn is not worth an error
	if err := out.print(os.Stdout, o.JSON); err != nil {
		return err
	}
	return out.failed()
}

// chosen are the workloads asked for, with the floors of theirs.
func (o *options) chosen() ([]workload, error) {
	all := workloads()
	if o.List {
		for _, w := range all {
			fmt.Printf("%-12s %s\n", w.name, w.what)
		}
		return nil, nil
	}
	if len(o.Workload) == 0 {
		return all, nil
	}
	wanted := map[string]bool{}
	for _, name := range o.Workload {
		i := slices.IndexFunc(all, func(w workload) bool { return w.name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no workload %q; --list names them", name)
		}
		wanted[name], wanted[all[i].floor] = true, true
	}
	return slices.DeleteFunc(all, func(w workload) bool { return !wanted[w.name] }), nil
}

// measurement is all that is measured on one database.
type measurement struct {
	*options

	name, binary, dir string
	bar               *progressbar.ProgressBar
	workloads         []workload

	world  *world
	market *market
	carts  []cart // filled and not used up
	orders []string
	paid   int
	runs   []runFigures
	result databaseFigures
}

func (m *measurement) run(ctx context.Context) (err error) {
	if err := os.MkdirAll(m.dir, 0o755); err != nil { //nolint:gosec // the PostgreSQL server's user looks in
		return err
	}
	m.world = &world{dir: m.dir, binary: m.binary}
	defer func() { err = errors.Join(err, m.world.stop()) }()
	m.bar.Describe(m.name + ": seed")
	_ = m.bar.Clear() // whoever fills has a bar of its own
	m.result.Name = m.name
	begun := time.Now()
	if err := m.world.fill(ctx, m.options, m.name); err != nil {
		return err
	}
	m.result.SeedSeconds = time.Since(begun).Seconds()
	if err := m.world.start(ctx, m.Products); err != nil {
		return err
	}
	m.market = &market{api: m.world.api, stripe: m.world.stripe, publishableKey: m.world.publishableKey}
	if err := m.market.explore(); err != nil {
		return err
	}
	for repetition := range m.Repeat {
		for _, w := range m.workloads {
			if err := m.workload(ctx, w, repetition); err != nil {
				m.drop(w, err)
			}
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	m.result.OwnMiB, m.result.MemoryMiB = memoryOf(m.world.server.cmd.Process.Pid)
	if err := m.world.check(ctx, m.orders, m.paid); err != nil {
		return err
	}
	m.result.Runs = medians(m.runs)
	m.result.ColdStart, m.result.IdleMiB, err = m.world.coldStart(ctx)
	return err
}

// drop takes back what was measured of a workload with a wrong answer.
func (m *measurement) drop(w workload, err error) {
	m.result.Failed = append(m.result.Failed, fmt.Sprintf("%s: %s", w.name, err))
	m.runs = slices.DeleteFunc(m.runs, func(r runFigures) bool { return r.Workload == w.name })
	m.workloads = slices.DeleteFunc(slices.Clone(m.workloads), func(other workload) bool { return other.name == w.name })
}

// workload measures one workload: closed loops, then an open loop at half of
// what the best of them came to.
func (m *measurement) workload(ctx context.Context, w workload, repetition int) error {
	if err := m.world.keep(ctx, w.isKept); err != nil {
		return err
	}
	best := 0.0
	for _, clients := range m.Concurrency {
		r, err := m.once(ctx, w, point{Clients: clients}, repetition)
		if err != nil {
			return err
		}
		best = max(best, r.Rate)
	}
	if best == 0 {
		return nil
	}
	_, err := m.once(ctx, w, point{Clients: slices.Max(m.Concurrency), PerSecond: best / 2}, repetition)
	return err
}

// point is how much load a run puts on.
type point struct {
	Clients   int
	PerSecond float64 // 0 in a closed loop
}

func (p point) String() string {
	if p.PerSecond > 0 {
		return "half"
	}
	return fmt.Sprint(p.Clients)
}

const jobsMax = 1_000_000

func (m *measurement) once(ctx context.Context, w workload, at point, repetition int) (runFigures, error) {
	m.bar.Describe(fmt.Sprintf("%s: %s %s", m.name, w.name, at))
	r := &round{m: m.market, bare: m.world.bareAddress, clients: m.market.clients(at.Clients)}
	defer closeAll(r.clients)
	for range at.Clients {
		conn := load.NewConn(r.bare)
		defer conn.Close()
		r.bares = append(r.bares, conn)
	}
	limits := load.Limits{Concurrency: at.Clients, Count: jobsMax, For: m.Duration}
	if w.prepare != nil {
		if err := m.prepare(ctx, w, r, at, &limits); err != nil {
			return runFigures{}, fmt.Errorf("prepare: %w", err)
		}
	}
	if err := m.warmUp(ctx, w, r, at); err != nil {
		return runFigures{}, err
	}
	if m.Profile != "" && repetition == 0 && at.PerSecond == 0 && at.Clients == slices.Max(m.Concurrency) && !w.isBare {
		profiled := m.profile(ctx, w)
		defer func() { <-profiled }()
	}
	before, made := m.world.usage(), m.world.allocated(ctx)
	job := func(worker, i int) (int, error) { return w.job(r, worker, i) }
	var result load.Result
	if at.PerSecond > 0 {
		result = load.Open(ctx, limits, at.PerSecond, job)
	} else {
		result = load.Closed(ctx, limits, job)
	}
	used := m.world.usage().since(before)
	m.orders = append(m.orders, r.placed...)
	m.paid += r.paid
	if len(r.carts) > 0 && w.name == "checkout" {
		m.carts = m.carts[min(result.Jobs, len(m.carts)):]
	}
	_ = m.bar.Add(1) // a bar that cannot be drawn is not worth an error
	if err := errors.Join(result.FirstError, ctx.Err()); err != nil {
		return runFigures{}, fmt.Errorf("%d of %d wrong at %s: %w", result.Errors, result.Jobs, at, err)
	}
	figures := newRunFigures(w, at, result, used)
	figures.Memory, _ = memoryOf(m.world.server.cmd.Process.Pid)
	if !w.isBare {
		figures.Allocations = (m.world.allocated(ctx) - made) / max(1, float64(result.Jobs))
	}
	m.runs = append(m.runs, figures)
	return figures, nil
}

// prepare makes what the jobs use up. Carts that are left over are kept.
func (m *measurement) prepare(ctx context.Context, w workload, r *round, at point, l *load.Limits) error {
	if w.name != "checkout" {
		return w.prepare(ctx, r, 0)
	}
	n := m.Orders
	switch {
	case at.PerSecond > 0:
		n = min(n, int(at.PerSecond*m.Duration.Seconds())+1)
	case at.Clients == 1:
		n /= 2
	}
	if missing := n - len(m.carts); missing > 0 {
		if err := w.prepare(ctx, r, missing); err != nil {
			return err
		}
		m.carts = append(m.carts, r.carts...)
	}
	r.carts = m.carts[:n]
	l.Count = n
	return m.world.inspector.awaitDrained(ctx, 0)
}

// warmUp runs what uses nothing up for a moment: connections are opened and
// documents parsed.
func (m *measurement) warmUp(ctx context.Context, w workload, r *round, at point) error {
	if w.prepare != nil || w.name == "flow" {
		return nil
	}
	warm := load.Closed(ctx, load.Limits{Concurrency: at.Clients, Count: jobsMax, For: m.Duration / 10}, func(worker, i int) (int, error) {
		return w.job(r, worker, i)
	})
	if warm.FirstError != nil {
		return fmt.Errorf("warm up: %w", warm.FirstError)
	}
	return nil
}

// profile fetches a CPU profile of the server while a run is on.
func (m *measurement) profile(ctx context.Context, w workload) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		url := fmt.Sprintf("http://%s/debug/pprof/profile?seconds=%d", m.world.private, max(1, int(m.Duration.Seconds())))
		if err := download(ctx, url, filepath.Join(m.Profile, m.name+"-"+w.name+".pprof")); err != nil {
			fmt.Fprintf(os.Stderr, "bench: profile: %s\n", err)
		}
	}()
	return done
}

func download(ctx context.Context, url, path string) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	file, err := os.Create(path) //nolint:gosec // asked for by the flag
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	_, err = io.Copy(file, resp.Body)
	return err
}
