package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"github.com/etal-market/etal/bench/bare"
)

// options are the flags of a measurement.
type options struct {
	Database    []string      `default:"sqlite,postgres" enum:"sqlite,postgres" help:"Databases to measure on: sqlite, postgres."`
	Workload    []string      `help:"Only these workloads; --list names them."`
	List        bool          `help:"List the workloads and end."`
	Concurrency []int         `default:"1,16,64" help:"Clients of the closed loop."`
	Duration    time.Duration `default:"2s" help:"How long one run lasts at most."`
	Repeat      int           `default:"3" help:"How often everything is measured; the medians are printed."`
	Products    int           `default:"10000" help:"How many products, of two variants each."`
	Sellers     int           `default:"20" help:"How many sellers share them."`
	Orders      int           `default:"2000" help:"How many orders one run places at most."`
	Quick       bool          `help:"One short round at a concurrency of 16, for a look in under two minutes."`
	JSON        bool          `name:"json" help:"Print JSON."`
	Postgres    string        `name:"postgres-url" env:"ETAL_BENCH_POSTGRES_URL" help:"An empty database to use instead of a private server, such as postgres://etal@127.0.0.1/bench."`
	Binary      string        `type:"existingfile" help:"Measure this binary of etal instead of building one: to compare with how it was before."`
	Profile     string        `type:"path" help:"Write a CPU profile of the server for each workload into this directory."`
	Keep        string        `type:"path" help:"Keep the filled databases in this directory, and measure on those that are there: for sizes that take long to fill. PostgreSQL's own user must be able to enter it."`
	Work        string        `type:"path" help:"Keep databases and logs in this directory. A temporary one when left out."`
}

type commands struct {
	Run      options       `cmd:"" default:"withargs" help:"Measure (the default)."`
	Attacks  attackFlags   `cmd:"" help:"Send every attack of the list and measure what each costs."`
	Overload overloadFlags `cmd:"" help:"Ask for multiples of what the server can answer, and see what becomes of it."`
	Bare     bareFlag      `cmd:"" help:"Serve the bare handlers; the measurement starts this by itself."`
}

// bareFlag starts the floor that the marketplace is compared with.
type bareFlag struct {
	Database string `required:"" help:"sqlite:PATH or postgres://…, filled by etal seed."`
	Listen   string `default:"127.0.0.1:0" help:"Address and port."`
}

const description = `Measures Étal over HTTP on SQLite and PostgreSQL, beside bare handlers on the same data.

docs/performance.md says what the figures mean. Example:

  go run ./bench --quick --database sqlite --workload list,checkout`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	var all commands
	parsed := kong.Parse(&all, kong.Name("bench"), kong.Description(description), kong.UsageOnError())
	var err error
	switch parsed.Command() {
	case "bare":
		err = bare.Serve(ctx, all.Bare.Database, all.Bare.Listen, func(address string) { fmt.Println(address) })
	case "overload":
		err = all.Overload.run(ctx)
	case "attacks":
		err = all.Attacks.run(ctx)
	default:
		err = all.Run.run(ctx)
	}
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench: %s\n", err)
		os.Exit(1)
	}
}

// quick is a look instead of a measurement.
func (o *options) quick() {
	if !o.Quick {
		return
	}
	o.Concurrency, o.Duration, o.Repeat, o.Orders = []int{16}, time.Second, 1, 600
}
