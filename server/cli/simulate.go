package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/internal/simulate"
)

type simulateCmd struct {
	Seed     uint64        `default:"1" help:"Another seed makes another world."`
	Seeds    string        `help:"A range of seeds, such as 1-100, instead of one."`
	Days     int           `default:"30" help:"How many days each world lives."`
	Orders   int           `help:"About how many orders each world places; two a day when it is not said."`
	Duration time.Duration `help:"Go on with further seeds for so long, such as 8h."`
	DB       string        `name:"db" default:"sqlite" help:"sqlite, or the address of a PostgreSQL server on which databases may be made."`
	Calm     bool          `help:"No faults, no crashes."`
	Plan     string        `type:"existingfile" help:"Run the plan in this file, as --json has printed it, instead of drawing one."`
	Coverage bool          `help:"Tell which journals and transitions were reached."`
	Trace    bool          `help:"Print everything that happens."`
	Tries    int           `default:"300" help:"How many smaller plans are tried when a world fails."`
	JSON     bool          `name:"json" help:"Print JSON."`
}

func (simulateCmd) Help() string {
	return "Lets marketplaces live through months of trade on simulated time, with a simulated Stripe, faults and crashes, and checks after " +
		"every day that the money is right. Nothing outside is touched. A world that fails is made as small as possible and told as a list " +
		"of actions. Exit code 1 when one has failed.\n\n" +
		example("etal simulate --seed 7 --days 90", "etal simulate --seeds 1-200 --days 30 --coverage",
			"etal simulate --duration 8h --db postgres://etal@127.0.0.1/postgres --json")
}

// Validate is called by the parser.
func (c *simulateCmd) Validate() error {
	if c.Days < 1 || c.Orders < 0 || c.Duration < 0 {
		return errors.New("needs at least one day and no negative numbers")
	}
	_, _, err := c.seeds()
	return err
}

// seeds are the first and the last seed.
func (c *simulateCmd) seeds() (first, last uint64, err error) {
	if c.Seeds == "" {
		return c.Seed, c.Seed, nil
	}
	from, to, _ := strings.Cut(c.Seeds, "-")
	first, err1 := strconv.ParseUint(from, 10, 64)
	last, err2 := strconv.ParseUint(to, 10, 64)
	if err1 != nil || err2 != nil || last < first {
		return 0, 0, fmt.Errorf("%q is no range of seeds, such as 1-100", c.Seeds)
	}
	return first, last, nil
}

// simulated is the outcome of all worlds.
type simulated struct {
	Worlds   int                `json:"worlds"`
	Orders   int                `json:"orders"`
	Deaths   int                `json:"deaths"`
	Broken   int                `json:"brokenCalls"`
	Seconds  int                `json:"seconds"`
	Hash     string             `json:"hash,omitempty"` // of the trace, when there was one world
	Failed   *simulate.Report   `json:"failed,omitempty"`
	Smallest *simulate.Report   `json:"smallest,omitempty"`
	Coverage *simulate.Coverage `json:"coverage,omitempty"`
}

// Run is called by the parser.
func (c *simulateCmd) Run(r *run) (err error) {
	ground, err := simulate.NewGround(r.ctx, c.DB)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ground.Leave(context.WithoutCancel(r.ctx))) }()
	o := simulate.Options{Place: ground.Place, Coverage: c.Coverage}
	if c.Trace {
		o.Trace = r.Out
	}
	all, err := c.worlds(r, o)
	if err != nil {
		return err
	}
	if all.Failed != nil {
		bar := r.bar("steps left")
		all.Smallest, err = simulate.Shrink(r.ctx, all.Failed, o, c.Tries, func(steps int) { bar.set(1, steps) })
		bar.done()
		if err != nil {
			return err
		}
	}
	if c.JSON {
		err = r.json(all)
	} else {
		c.print(r, all)
	}
	if err == nil && all.Failed != nil {
		return errNo
	}
	return err
}

// worlds runs one world after the other, until one fails.
func (c *simulateCmd) worlds(r *run, o simulate.Options) (*simulated, error) {
	all, watch := &simulated{Coverage: simulate.NewCoverage()}, clock.Start()
	first, last, err := c.seeds()
	if err != nil {
		return nil, err
	}
	bar := r.bar("days")
	defer bar.done()
	total := int(min(last-first+1, 1<<20)) * c.Days
	for seed := first; seed <= last || watch.Elapsed() < c.Duration; seed++ {
		p, err := c.plan(seed)
		if err != nil {
			return nil, err
		}
		o.Progress = func(day, days int) {
			done := all.Worlds*days + day
			bar.set(done, max(total, done))
		}
		report, err := simulate.Run(r.ctx, p, o)
		if err != nil {
			return nil, err
		}
		all.Worlds++
		all.Orders += report.Orders
		all.Deaths += report.Deaths
		all.Broken += report.Broken
		all.Hash = report.Hash
		all.Coverage.Add(report.Coverage)
		if report.Failed() {
			all.Failed = report
			break
		}
	}
	all.Seconds = int(watch.Elapsed().Seconds())
	if all.Worlds > 1 {
		all.Hash = ""
	}
	if !c.Coverage {
		all.Coverage = nil
	}
	return all, nil
}

func (c *simulateCmd) plan(seed uint64) (p simulate.Plan, err error) {
	if c.Plan == "" {
		return simulate.NewPlan(seed, simulate.Size{Days: c.Days, Orders: c.Orders, Calm: c.Calm}), nil
	}
	content, err := os.ReadFile(c.Plan)
	if err == nil {
		err = json.Unmarshal(content, &p)
	}
	return p, err
}

func (c *simulateCmd) print(r *run, all *simulated) {
	r.say("%d worlds, %d orders, %d deaths of the process, %d broken calls to Stripe, %d s", all.Worlds, all.Orders, all.Deaths, all.Broken, all.Seconds)
	if all.Hash != "" {
		r.say("trace %s", all.Hash)
	}
	if all.Coverage != nil {
		r.say("%s", all.Coverage)
	}
	if all.Failed == nil {
		r.say("nothing was violated")
		return
	}
	for _, v := range all.Failed.Violations {
		r.say("%s", v)
	}
	r.say("\nThe smallest plan that was found to fail:\n%s", all.Smallest.Plan)
	for _, v := range all.Smallest.Violations {
		r.say("%s", v)
	}
	r.say("\nAgain: etal simulate --seed %d --days %d%s", all.Failed.Plan.Seed, c.Days, c.options())
	if plan, err := json.Marshal(all.Smallest.Plan); err == nil {
		r.say("Only the smallest, from a file with --plan: %s", plan)
	}
}

// options are those that make another world of the same seed.
func (c *simulateCmd) options() string {
	text := ""
	if c.Orders > 0 {
		text += fmt.Sprintf(" --orders %d", c.Orders)
	}
	if c.Calm {
		text += " --calm"
	}
	return text
}
