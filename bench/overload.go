package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"slices"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/etal-market/etal/bench/load"
)

// overloadFlags are the flags of the overload run.
type overloadFlags struct {
	Database string        `default:"sqlite" enum:"sqlite,postgres" help:"Database to measure on: sqlite or postgres."`
	Workload string        `default:"list" enum:"list,detail,search" help:"What is asked for: list, detail or search."`
	Products int           `default:"2000" help:"How many products, of two variants each."`
	Times    []int         `default:"1,2,5,10" help:"Multiples of the capacity that are asked for."`
	Duration time.Duration `default:"6s" help:"How long each of them lasts."`
	NoLimit  bool          `help:"Take the server's limit away, to see what it is for."`
	Apart    bool          `help:"Keep the server and its database on the first processor and the generator on the others, so that neither takes time from the other. Linux only."`
}

// overloadClients bounds how many requests wait for an answer at the same time.
// It is far above what the server lets in, so that the rate does not depend on the
// answers.
const overloadClients = 2000

// overloadPatience is how late an answer may be that is still of use.
const overloadPatience = time.Second

// run finds the capacity by a closed loop, and then asks for multiples of it,
// whatever is answered.
func (f *overloadFlags) run(ctx context.Context) (err error) {
	settings := []string{"ETAL_CATALOG_CACHE=false", "ETAL_LOG_LEVEL=warn"}
	if f.NoLimit {
		settings = append(settings, "ETAL_CONCURRENCY=-1")
	}
	if f.Apart {
		if err := keepTo(0); err != nil {
			return err
		}
	}
	w, err := newLoneWorld(ctx, f.Database, f.Products, settings...)
	if w != nil {
		defer func() { err = errors.Join(err, w.close()) }()
	}
	if err != nil {
		return err
	}
	if f.Apart {
		if err := keepTo(others()...); err != nil {
			return err
		}
	}
	m := &market{api: w.api}
	if err := m.explore(); err != nil {
		return err
	}
	all := workloads()
	job := all[slices.IndexFunc(all, func(w workload) bool { return w.name == f.Workload })].job
	capacity, err := f.capacity(ctx, m, job)
	if err != nil {
		return err
	}
	fmt.Printf("%s on %s with %d products: %.0f answers a second by 16 clients in a closed loop, load %.1f\n\n",
		f.Workload, f.Database, f.Products, capacity, thisMachine().Load)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "asked for\tper second\tanswered in time\tp50 ms\tp99 ms\trefused\tp99 of refusals ms\ttoo late\tfailed\tmemory MiB\twebhooks\trefused\tslowest ms\t")
	for _, times := range f.Times {
		during, end := context.WithCancel(ctx)
		came := make(chan webhooks, 1)
		go func() { came <- w.sendWebhooks(during) }()
		o := f.overload(ctx, m, job, capacity*float64(times))
		end()
		hooks := <-came
		if hooks.err != nil {
			return errors.Join(t.Flush(), fmt.Errorf("webhook: %w", hooks.err))
		}
		own, _ := memoryOf(w.server.cmd.Process.Pid)
		fmt.Fprintf(t, "%d ×\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%d\t%d\t%.0f\t\n",
			times, o.asked, o.good, o.p50, o.p99, o.refused, o.refusedP99, o.late, o.failed, own, hooks.sent, hooks.refused, milliseconds(hooks.slowest))
	}
	if err := errors.Join(t.Flush(), ctx.Err()); err != nil {
		return err
	}
	return f.recover(ctx, m, job, capacity)
}

// recovery is how long it may take after an overload until everything is as before,
// and normal how much of the capacity that is.
const (
	recovery = 10 * time.Second
	normal   = 0.9
)

// recover looks, second by second, when the capacity is there again.
func (f *overloadFlags) recover(ctx context.Context, m *market, job func(*round, int, int) (int, error), capacity float64) error {
	begun := time.Now()
	f.Duration = time.Second
	for time.Since(begun) < recovery {
		rate, err := f.capacity(ctx, m, job)
		if err != nil {
			return err
		}
		if rate >= normal*capacity {
			fmt.Printf("\nAfter %.0f s the closed loop gets %.0f a second again.\n", time.Since(begun).Seconds(), rate)
			return nil
		}
	}
	return fmt.Errorf("after %.0f s less than %.0f %% of the capacity is there", recovery.Seconds(), normal*100)
}

// others are the processors beside the first.
func others() []int {
	var list []int
	for p := 1; p < runtime.NumCPU(); p++ {
		list = append(list, p)
	}
	return list
}

// capacity is how many answers a second sixteen clients get that ask one after the
// other.
func (f *overloadFlags) capacity(ctx context.Context, m *market, job func(*round, int, int) (int, error)) (float64, error) {
	const clients = 16
	r := &round{m: m, clients: m.clients(clients)}
	defer closeAll(r.clients)
	limits := load.Limits{Concurrency: clients, Count: jobsMax, For: f.Duration}
	result := load.Closed(ctx, limits, func(worker, i int) (int, error) { return job(r, worker, i) })
	if isRefusal(result.FirstError) {
		return result.Rate(), nil
	}
	return result.Rate(), result.FirstError
}

// overloaded is what came of asking for more than there is, per second; times in
// milliseconds from when each request was due, of refusals from when it was sent.
type overloaded struct {
	asked, good, refused, late, failed float64
	p50, p99, refusedP99               float64
}

func (f *overloadFlags) overload(ctx context.Context, m *market, job func(*round, int, int) (int, error), perSecond float64) overloaded {
	r := &round{m: m, clients: m.clients(overloadClients)}
	defer closeAll(r.clients)
	var mu sync.Mutex
	var good, refused []time.Duration
	late, failed := 0, 0
	begun := time.Now()
	gap := time.Duration(float64(time.Second) / perSecond)
	limits := load.Limits{Concurrency: overloadClients, Count: jobsMax, For: f.Duration}
	result := load.Open(ctx, limits, perSecond, func(worker, i int) (int, error) {
		sent := time.Now()
		n, err := job(r, worker, i)
		took := time.Since(begun.Add(time.Duration(i) * gap))
		mu.Lock()
		defer mu.Unlock()
		switch {
		case isRefusal(err):
			refused = append(refused, time.Since(sent))
		case err != nil:
			failed++
		case took > overloadPatience:
			late++
		default:
			good = append(good, took)
		}
		return n, nil
	})
	seconds := max(result.Elapsed, f.Duration).Seconds()
	per := func(n int) float64 { return float64(n) / seconds }
	slices.Sort(good)
	slices.Sort(refused)
	return overloaded{
		asked: per(result.Jobs), good: per(len(good)), refused: per(len(refused)), late: per(late), failed: per(failed),
		p50: milliseconds(quantileOf(good, 50)), p99: milliseconds(quantileOf(good, 99)), refusedP99: milliseconds(quantileOf(refused, 99)),
	}
}

// isRefusal reports whether a request was told to come again.
func isRefusal(err error) bool {
	var status statusError
	return errors.As(err, &status) && int(status) == http.StatusServiceUnavailable
}

func quantileOf(sorted []time.Duration, percent int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(0, (len(sorted)*percent+99)/100-1)]
}
