package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

// The exit codes.
const (
	exitDone  = 0
	exitNo    = 1
	exitUsage = 2
)

// World is what a command sees of the machine.
type World struct {
	Out, Err io.Writer
	In       io.Reader
	Environ  map[string]string
	// Terminal is whether somebody watches Err: progress is shown to people.
	Terminal bool
}

// Process returns the world of this process.
func Process() World {
	environ := map[string]string{}
	for _, pair := range os.Environ() {
		name, value, _ := strings.Cut(pair, "=")
		environ[name] = value
	}
	return World{
		Out: os.Stdout, Err: os.Stderr, In: os.Stdin, Environ: environ,
		Terminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}

// errNo is returned by a command that has said on its own what is wrong.
var errNo = errors.New("the answer is no")

// commands is what etal can do.
type commands struct {
	Serve serveCmd `cmd:"" help:"Run the API, the web admin, webhooks and workers."`

	Dev             devCmd       `cmd:"" help:"Run everything for development: SQLite, Stripe simulator, demo data."`
	Migrate         migrateCmd   `cmd:"" help:"Bring the database schema up to date, or show its state."`
	Import          importCmd    `cmd:"" help:"Take data in from files."`
	Seed            seedCmd      `cmd:"" help:"Fill the database with sellers, products and orders that do not exist."`
	Verify          verifyCmd    `cmd:"" help:"Check what must always hold: money, stock, orders."`
	Reconcile       reconcileCmd `cmd:"" help:"Compare the ledger with Stripe, to the minor unit."`
	Ledger          ledgerCmd    `cmd:"" help:"Read the ledger: balances at any instant."`
	Report          reportCmd    `cmd:"" help:"Sum up for authorities, and what sellers bring."`
	Audit           auditCmd     `cmd:"" help:"Read the log of what people decided and changed."`
	Privacy         privacyCmd   `cmd:"" help:"Erase again what a restored copy of the database has brought back."`
	Operator        operatorCmd  `cmd:"" help:"Manage the people who run the platform."`
	Jobs            jobsCmd      `cmd:"" help:"See which jobs gave up, and let them try again."`
	Webhooks        webhooksCmd  `cmd:"" help:"See which webhooks of Stripe were parked, and have done with them."`
	Keys            keysCmd      `cmd:"" help:"Manage the keys that seal secrets in the database."`
	Doctor          doctorCmd    `cmd:"" help:"Check an installation: settings, database, jobs, Stripe."`
	Simulate        simulateCmd  `cmd:"" help:"Let whole marketplaces live on simulated time, with faults and crashes, and check their money."`
	StripeSimulator simulatorCmd `cmd:"" name:"stripe-simulator" help:"Run the Stripe simulator on its own."`
	Version         versionCmd   `cmd:"" help:"Print the version."`
}

const description = `Étal is a marketplace of many sellers: one GraphQL API, one payment for the buyer, a share for each seller.

Settings come from the environment (docs/configuration.md). Exit codes: 0 done; 1 the answer is no, or it failed; 2 used wrongly.`

// exited carries an exit code out of the parser, which wants to end the process.
type exited int

// Main runs one command and returns the exit code of the process.
func Main(ctx context.Context, args []string, w World) (code int) {
	defer func() {
		if e, ok := recover().(exited); ok {
			code = int(e)
		}
	}()
	var all commands
	parser, err := kong.New(&all,
		kong.Name("etal"), kong.Description(description), kong.Writers(w.Out, w.Err),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.UsageOnError())
	if err != nil {
		panic(err) // the structs above are wrong
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(w.Err, "etal: %s\nTry `etal --help`.\n", err)
		return exitUsage
	}
	return exitCode(command.Run(&run{ctx: ctx, World: w}), w)
}

func exitCode(err error, w World) int {
	var problems *config.Problems
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errNo):
		return exitNo
	case errors.As(err, &problems):
		fmt.Fprintf(w.Err, "etal: %s\n", err)
		return exitUsage
	default:
		fmt.Fprintf(w.Err, "etal: %s\n", err)
		return exitNo
	}
}

// run is one run of a command.
type run struct {
	World

	ctx context.Context //nolint:containedctx // the parser hands commands one value
}

// settings reads the settings.
func (r *run) settings(mode config.Mode) (config.Config, error) { return config.Load(r.Environ, mode) }

func (r *run) logger(cfg config.Config) *slog.Logger {
	options := &slog.HandlerOptions{Level: cfg.Level}
	if r.Terminal {
		return slog.New(server.NewLogHandler(server.NewTextLog(r.Err, options)))
	}
	return slog.New(server.NewLogHandler(server.NewJSONLog(r.Err, options)))
}

// open wires the marketplace for a command that does one thing and ends.
func (r *run) open() (*server.App, func() error, error) {
	cfg, err := r.settings(config.Production)
	if err != nil {
		return nil, nil, err
	}
	return server.Open(r.ctx, cfg, r.logger(cfg))
}

// with runs fn on the wired marketplace and closes it.
func (r *run) with(fn func(a *server.App) error) (err error) {
	app, done, err := r.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	return fn(app)
}

// json writes a value for programs.
func (r *run) json(v any) error {
	encoder := json.NewEncoder(r.Out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

func (r *run) say(format string, args ...any) { fmt.Fprintf(r.Out, format+"\n", args...) }

// example formats the examples of a command for its --help.
func example(lines ...string) string { return "Examples:\n\n  " + strings.Join(lines, "\n  ") }
