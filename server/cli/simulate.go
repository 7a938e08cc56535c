package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/internal/simulate"
)

type simulateCmd struct {
	Seed     uint64        `default:"1" help:"Another seed makes another world."`
	Seeds    string        `help:"A range of seeds, such as 1-100, instead of one."`
	Days     int           `default:"30" help:"How many days each world lives."`
	Orders   int           `help:"About how many orders each world places; two a day when it is not said."`
	Rush     int           `help:"How many buyers come at a time; one when it is not said. What else happens is shared by them, which makes orders cheap."`
	Total    int           `help:"Go on with further seeds until so many orders were placed in all, such as 1000000."`
	Duration time.Duration `help:"Go on with further seeds for so long, such as 8h."`
	Workers  int           `default:"1" help:"How many worlds live at a time: one for each processor is fastest."`
	State    string        `type:"path" help:"Keep in this file, or in this folder, which worlds have ended, and go on from there the next time."`
	DB       string        `name:"db" default:"sqlite" help:"sqlite, or the address of a PostgreSQL server on which databases may be made."`
	Calm     bool          `help:"No faults, no crashes."`
	Convert  bool          `name:"converted" help:"Platforms have a balance in their own currency alone: Stripe converts what is paid in others, every day at other rates."`
	Priced   bool          `name:"priced" help:"Orders have taxes, shipping and discounts, rules of commission are of every make, and operators hold money back."`
	Keep     string        `name:"keep" type:"existingdir" help:"Write the smallest plan that fails into this folder, such as internal/simulate/testdata/plans."`
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
			"etal simulate --total 1000000 --days 7 --orders 600 --rush 16 --workers 2 --state worlds",
			"etal simulate --duration 8h --db postgres://etal@127.0.0.1/postgres --json")
}

// Validate is called by the parser.
func (c *simulateCmd) Validate() error {
	if c.Days < 1 || c.Workers < 1 || c.Orders < 0 || c.Rush < 0 || c.Total < 0 || c.Duration < 0 {
		return errors.New("needs at least one day, one worker and no negative numbers")
	}
	if c.Plan != "" && (c.State != "" || c.Total > 0 || c.Duration > 0) {
		return errors.New("--plan is one world: --state, --total and --duration are about many")
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
	Worlds          int                `json:"worlds"`
	Orders          int                `json:"orders"`
	Journals        int                `json:"journals"`
	Deaths          int                `json:"deaths"`
	Broken          int                `json:"brokenCalls"`
	Seconds         int                `json:"seconds"`
	WorldsPerMinute float64            `json:"worldsPerMinute"`
	OrdersPerMinute float64            `json:"ordersPerMinute"`
	Kinds           int                `json:"kindsReached"` // of journals
	KindsAll        int                `json:"kinds"`
	Moves           int                `json:"transitionsReached"`
	Violations      int                `json:"violations"`
	Hash            string             `json:"hash,omitempty"` // of the trace, when there was one world
	Failed          *simulate.Report   `json:"failed,omitempty"`
	Smallest        *simulate.Report   `json:"smallest,omitempty"`
	Kept            string             `json:"kept,omitempty"` // the file of the smallest plan
	Coverage        *simulate.Coverage `json:"coverage,omitempty"`
}

// collectLater lets garbage grow to four times of what is in use: worlds are small
// and make much of it.
const collectLater = 400

// Run is called by the parser.
func (c *simulateCmd) Run(r *run) (err error) {
	ground, err := simulate.NewGround(r.ctx, c.DB)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ground.Leave(context.WithoutCancel(r.ctx))) }()
	defer debug.SetGCPercent(debug.SetGCPercent(collectLater))
	o := simulate.Options{Place: ground.Place}
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
		if err == nil && c.Keep != "" {
			all.Kept, err = keepPlan(c.Keep, all.Smallest)
		}
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

// worlds runs worlds until one fails.
func (c *simulateCmd) worlds(r *run, o simulate.Options) (*simulated, error) {
	first, last, err := c.seeds()
	if err != nil {
		return nil, err
	}
	state, err := c.resume(first)
	if err != nil {
		return nil, err
	}
	all, before := &simulated{}, state.Tally.Worlds
	planned := func(seed uint64) (p simulate.Plan) {
		return simulate.NewPlan(seed, simulate.Size{Days: c.Days, Orders: c.Orders, Rush: c.Rush, Calm: c.Calm, Converted: c.Convert, Priced: c.Priced})
	}
	if c.Plan != "" {
		p, err := c.plan()
		if err != nil {
			return nil, err
		}
		planned = func(uint64) simulate.Plan { return p }
	}
	bar, done, total := r.bar("days"), before*c.Days, int(min(last-first+1, 1<<20))*c.Days
	defer bar.done()
	o.Progress = func(int, int) {
		done++
		bar.set(done, max(total, done))
	}
	all.Failed, err = simulate.RunSeries(r.ctx, simulate.Series{
		First: first, Last: last, Draw: planned, Orders: c.Total, Duration: c.Duration, Workers: c.Workers, Ended: state.keep,
	}, o, state.Tally)
	if err != nil {
		return nil, err
	}
	all.sum(state.Tally, c.Coverage)
	return all, nil
}

// sum fills in the sums of all worlds.
func (s *simulated) sum(t *simulate.Tally, covered bool) {
	took := time.Duration(t.Nanos)
	s.Worlds, s.Orders, s.Journals, s.Deaths, s.Broken, s.Seconds = t.Worlds, t.Orders, t.Journals, t.Deaths, t.Broken, int(took.Seconds())
	if took > 0 {
		s.WorldsPerMinute, s.OrdersPerMinute = float64(t.Worlds)/took.Minutes(), float64(t.Orders)/took.Minutes()
	}
	s.KindsAll = len(ledger.Kinds())
	s.Kinds = s.KindsAll - len(t.Reached.Missing())
	s.Moves = len(t.Reached.Moves)
	if covered {
		s.Coverage = t.Reached
	}
	if t.Worlds == 1 {
		s.Hash = t.Hash
	}
	if f := s.Failed; f != nil {
		s.Worlds, s.Orders, s.Deaths, s.Broken, s.Violations = s.Worlds+1, s.Orders+f.Orders, s.Deaths+f.Deaths, s.Broken+f.Broken, len(f.Violations)
		s.Hash = f.Hash
	}
}

// worldsKept is the file of --state: which worlds have ended, and how they were
// drawn, since a seed makes another world when that changes.
type worldsKept struct {
	Days    int             `json:"days"`
	Orders  int             `json:"orders"`
	Rush    int             `json:"rush,omitempty"`
	Calm    bool            `json:"calm"`
	Convert bool            `json:"converted,omitempty"`
	Priced  bool            `json:"priced,omitempty"`
	First   uint64          `json:"first"`
	Tally   *simulate.Tally `json:"tally"`

	path string
}

// resume reads what worlds have ended; none, when they are not kept.
func (c *simulateCmd) resume(first uint64) (*worldsKept, error) {
	wanted := &worldsKept{
		Days: c.Days, Orders: c.Orders, Rush: c.Rush, Calm: c.Calm, Convert: c.Convert, Priced: c.Priced, First: first,
		Tally: simulate.NewTally(first), path: c.State,
	}
	if c.State == "" {
		return wanted, nil
	}
	if info, err := os.Stat(wanted.path); err == nil && info.IsDir() {
		wanted.path = filepath.Join(wanted.path, "worlds.json")
	}
	content, err := os.ReadFile(wanted.path)
	if errors.Is(err, fs.ErrNotExist) {
		return wanted, nil
	}
	if err != nil {
		return nil, err
	}
	kept := *wanted
	if err := json.Unmarshal(content, &kept); err != nil {
		return nil, fmt.Errorf("%s: %w", c.State, err)
	}
	was := kept
	was.Tally = wanted.Tally
	if was != *wanted {
		return nil, fmt.Errorf("%s is of other worlds: %d days, %d orders, from seed %d on", c.State, kept.Days, kept.Orders, kept.First)
	}
	return &kept, nil
}

// keep writes which worlds have ended. Whoever dies meanwhile leaves the file as it
// was before.
func (k *worldsKept) keep(*simulate.Tally) error {
	if k.path == "" {
		return nil
	}
	content, err := json.Marshal(k)
	if err != nil {
		return err
	}
	if err := os.WriteFile(k.path+".new", content, 0o600); err != nil {
		return err
	}
	return os.Rename(k.path+".new", k.path)
}

// keepPlan writes the plan of a world that has failed into a folder, under the name of the
// rule that it breaks and of its seed.
func keepPlan(folder string, r *simulate.Report) (path string, err error) {
	content, err := json.MarshalIndent(r.Plan, "", "  ")
	if err != nil {
		return "", err
	}
	name := strings.ToLower(strings.ReplaceAll(r.Violations[0].Rule, "_", "-"))
	path = filepath.Join(folder, fmt.Sprintf("%s-%d.json", name, r.Plan.Seed))
	return path, os.WriteFile(path, append(content, '\n'), 0o600)
}

// plan reads the plan from its file.
func (c *simulateCmd) plan() (p simulate.Plan, err error) {
	content, err := os.ReadFile(c.Plan)
	if err == nil {
		err = json.Unmarshal(content, &p)
	}
	return p, err
}

func (c *simulateCmd) print(r *run, all *simulated) {
	r.say("%d worlds, %d orders, %d journals, %d deaths of the process, %d broken calls to Stripe, %d s", all.Worlds, all.Orders,
		all.Journals, all.Deaths, all.Broken, all.Seconds)
	r.say("%.1f worlds and %.0f orders a minute; %d of %d kinds of journal, %d transitions", all.WorldsPerMinute, all.OrdersPerMinute,
		all.Kinds, all.KindsAll, all.Moves)
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
	if all.Kept != "" {
		r.say("It was written to %s", all.Kept)
		return
	}
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
	if c.Rush > 0 {
		text += fmt.Sprintf(" --rush %d", c.Rush)
	}
	if c.Calm {
		text += " --calm"
	}
	if c.Convert {
		text += " --converted"
	}
	if c.Priced {
		text += " --priced"
	}
	return text
}
