package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/etal-market/etal/bench/load"
)

// report is what was measured, as --json prints it. Times are milliseconds
// unless the name says otherwise.
type report struct {
	Machine   machine           `json:"machine"`
	Products  int               `json:"products"`
	Sellers   int               `json:"sellers"`
	Repeat    int               `json:"repeat"`
	Seconds   float64           `json:"secondsPerRun"`
	Databases []databaseFigures `json:"databases"`
}

type machine struct {
	Go         string  `json:"go"`
	System     string  `json:"system"`
	Processors int     `json:"processors"`
	Model      string  `json:"model"`
	Load       float64 `json:"loadBefore"`
}

type databaseFigures struct {
	Name        string       `json:"name"`
	SeedSeconds float64      `json:"seedSeconds"`
	ColdStart   float64      `json:"coldStartSeconds"`
	IdleMiB     float64      `json:"idleMiB"`
	MemoryMiB   float64      `json:"highestMiB"` // with the pages of files that are mapped
	OwnMiB      float64      `json:"ownMiB"`     // after all of it, without them
	Runs        []runFigures `json:"runs"`
	// Failed says which workloads had a wrong answer and so do not count.
	Failed []string `json:"failed,omitempty"`
}

// runFigures are one workload at one load; the median of the repetitions.
type runFigures struct {
	Workload string  `json:"workload"`
	Load     string  `json:"load"`
	Jobs     int     `json:"jobs"`
	Rate     float64 `json:"perSecond"`
	P50      float64 `json:"p50"`
	P99      float64 `json:"p99"`
	Bytes    float64 `json:"bytesPerAnswer"`
	// CPU milliseconds per job.
	Server    float64 `json:"serverCPU"`
	Database  float64 `json:"databaseCPU"`
	Simulator float64 `json:"simulatorCPU"`
	Generator float64 `json:"generatorCPU"`
	// Allocations of the server per job, those of what follows from it included, and
	// its own memory when the run was over.
	Allocations float64 `json:"allocations"`
	Memory      float64 `json:"ownMiB"`
	// OfFloor is the rate as a part of that of the bare handlers, 0 when
	// nothing bare does the same.
	OfFloor float64 `json:"ofFloor,omitempty"`

	floor string
}

func newRunFigures(w workload, at point, r load.Result, u usage) runFigures {
	per := func(d time.Duration) float64 { return d.Seconds() * 1000 / max(1, float64(r.Jobs)) }
	server := u.Server
	if w.isBare {
		server = u.Bare
	}
	return runFigures{
		Workload: w.name, Load: at.String(), Jobs: r.Jobs, Rate: r.Rate(), floor: w.floor,
		P50: r.P50.Seconds() * 1000, P99: r.P99.Seconds() * 1000, Bytes: float64(r.Bytes) / max(1, float64(r.Jobs)),
		Server: per(server), Database: per(u.Database), Simulator: per(u.Simulator), Generator: per(u.Generator),
	}
}

// medians merges the repetitions of each workload and load.
func medians(runs []runFigures) []runFigures {
	type key struct{ workload, load string }
	groups := map[key][]runFigures{}
	var keys []key
	for _, r := range runs {
		k := key{r.Workload, r.Load}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], r)
	}
	merged := map[key]runFigures{}
	for k, group := range groups {
		r := group[0]
		for _, field := range []func(*runFigures) *float64{
			func(r *runFigures) *float64 { return &r.Rate }, func(r *runFigures) *float64 { return &r.P50 },
			func(r *runFigures) *float64 { return &r.P99 }, func(r *runFigures) *float64 { return &r.Bytes },
			func(r *runFigures) *float64 { return &r.Server }, func(r *runFigures) *float64 { return &r.Database },
			func(r *runFigures) *float64 { return &r.Allocations }, func(r *runFigures) *float64 { return &r.Memory },
			func(r *runFigures) *float64 { return &r.Simulator }, func(r *runFigures) *float64 { return &r.Generator },
		} {
			values := make([]float64, len(group))
			for i := range group {
				values[i] = *field(&group[i])
			}
			slices.Sort(values)
			*field(&r) = values[len(values)/2]
		}
		merged[k] = r
	}
	out := make([]runFigures, len(keys))
	for i, k := range keys {
		out[i] = merged[k]
		if floor, ok := merged[key{out[i].floor, k.load}]; ok && floor.Rate > 0 && k.load != "half" {
			out[i].OfFloor = out[i].Rate / floor.Rate
		}
	}
	return out
}

func (r *report) print(w io.Writer, asJSON bool) error {
	if asJSON {
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(r)
	}
	fmt.Fprintf(w, "%s, %d processors (%s), %s, load %.1f before; %d products of 2 variants, %d sellers; %d × %.1f s, medians\n",
		r.Machine.System, r.Machine.Processors, r.Machine.Model, r.Machine.Go, r.Machine.Load, r.Products, r.Sellers, r.Repeat, r.Seconds)
	for _, d := range r.Databases {
		fmt.Fprintf(w, "\n%s: cold start %.0f ms; memory %.0f MiB idle, %.0f MiB after all, %.0f MiB at its highest with mapped files; seeded in %.1f s\n",
			d.Name, d.ColdStart*1000, d.IdleMiB, d.OwnMiB, d.MemoryMiB, d.SeedSeconds)
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(t, "workload\tclients\tper second\tp50 ms\tp99 ms\tof bare\tbytes\tCPU ms: server\tdatabase\tStripe\tgenerator\tallocations\tMiB\terrors\t")
		for _, f := range d.Runs {
			ofBare := ""
			if f.OfFloor > 0 {
				ofBare = fmt.Sprintf("%.0f %%", f.OfFloor*100)
			}
			// A workload with an error does not count, so what is printed had none.
			fmt.Fprintf(t, "%s\t%s\t%.0f\t%.1f\t%.1f\t%s\t%.0f\t%.2f\t%.2f\t%.2f\t%.2f\t%.0f\t%.0f\t0\t\n",
				f.Workload, f.Load, f.Rate, f.P50, f.P99, ofBare, f.Bytes, f.Server, f.Database, f.Simulator, f.Generator, f.Allocations, f.Memory)
		}
		if err := t.Flush(); err != nil {
			return err
		}
		for _, failed := range d.Failed {
			fmt.Fprintf(w, "does not count: %s\n", failed)
		}
	}
	return nil
}

// failed is an error when a workload does not count.
func (r *report) failed() error {
	for _, d := range r.Databases {
		if len(d.Failed) > 0 {
			return fmt.Errorf("%s: %d workloads had wrong answers", d.Name, len(d.Failed))
		}
	}
	return nil
}

func thisMachine() machine {
	m := machine{Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, Processors: runtime.NumCPU(), Model: "unknown"}
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(info)) {
			if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
				m.Model = strings.TrimSpace(value)
				break
			}
		}
	}
	if average, err := os.ReadFile("/proc/loadavg"); err == nil {
		_, _ = fmt.Sscan(string(average), &m.Load) // stays 0 where it cannot be read
	}
	return m
}
