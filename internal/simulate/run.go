package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/etal-market/etal/server"
)

// Place gives a world an empty or migrated database of its own. leave is called
// when the world has ended.
type Place func(ctx context.Context) (url string, leave func() error, err error)

// Options say how plans are run. Only Place is required.
type Options struct {
	Place Place
	Trace io.Writer // gets the trace while it grows; nobody when nil
	// Tamper may put something between the marketplace and Stripe, to see whether it
	// would be found out.
	Tamper func(server.Provider) server.Provider
	// Progress is told after each day.
	Progress func(day, days int)
}

// Report is how a world has ended.
type Report struct {
	Plan       Plan        `json:"plan"`
	Orders     int         `json:"orders"`
	Deaths     int         `json:"deaths"` // of the process
	Broken     int         `json:"broken"` // calls to Stripe
	Points     int         `json:"points"` // at which the process could have died
	Hash       string      `json:"hash"`   // of the trace
	Violations []Violation `json:"violations"`
	Coverage   *Coverage   `json:"coverage"`
}

// Failed reports whether something was violated.
func (r *Report) Failed() bool { return len(r.Violations) > 0 }

// Run lets a world live through a plan. It stops after the first day on which
// something is violated. An error means that the simulation itself could not go
// on.
func Run(ctx context.Context, p Plan, o Options) (r *Report, err error) {
	url, leave, err := o.Place(ctx)
	if err != nil {
		return nil, fmt.Errorf("a database for the world: %w", err)
	}
	defer func() { err = errors.Join(err, leave()) }()
	w, err := newWorld(ctx, p, o, url)
	if err != nil {
		return nil, fmt.Errorf("make the world: %w", err)
	}
	defer func() { err = errors.Join(err, w.close()) }()
	w.base = ctx
	if err := w.run(ctx); err != nil {
		return nil, fmt.Errorf("seed %d, day %d, %s: %w", p.Seed, w.day, w.step, err)
	}
	if w.reached.Kinds, err = w.posted(ctx); err != nil {
		return nil, err
	}
	if w.reached.Rows, err = w.rows(ctx); err != nil {
		return nil, err
	}
	w.reached.Moves, err = w.moves(ctx)
	return &Report{
		Plan: p, Orders: w.bought, Deaths: w.deaths, Broken: w.door.broken, Points: w.fate.points,
		Hash: w.trace.hash(), Violations: w.found, Coverage: w.reached,
	}, err
}

// quiet is how long a world rests at its end, step by step, so that everything
// comes to an end: holds, disputes that nobody answers, payouts, refunds that
// may fail, and at last the reserves of watched sellers, which are paid out then.
func (w *World) quiet() []time.Duration {
	hold := time.Duration(w.plan.Setup.HoldHours) * time.Hour
	day := 24 * time.Hour
	return []time.Duration{day, 8 * day, hold + day, 4 * day, 2 * day, 2 * day, 36 * day}
}

// leaves is how long a payout takes at most, weekends included, and lastPayouts
// how often the world waits for one at its end.
const (
	leaves      = 8 * 24 * time.Hour
	lastPayouts = 6
)

// outlast lets everything come to an end. Money that has lain for the longest
// time there is, or in a reserve, leaves when it is due, which may be in the last
// of the steps: a payout that is on its way then is waited for, but not for ever.
func (w *World) outlast(ctx context.Context) error {
	for _, d := range w.quiet() {
		w.advance(d)
		if err := w.rest(ctx); err != nil || len(w.found) > 0 {
			return err
		}
	}
	for range lastPayouts {
		left, err := w.unfinished(ctx)
		if err != nil || left["payouts without an end"] == 0 {
			return err
		}
		w.advance(leaves)
		if err := w.rest(ctx); err != nil || len(w.found) > 0 {
			return err
		}
	}
	return nil
}

func (w *World) run(ctx context.Context) error {
	if err := w.populate(w.life); err != nil {
		return err
	}
	last := ""
	for i, steps := range w.plan.Days {
		w.day = i + 1
		w.tell(fmt.Sprintf("day %d", w.day))
		if err := w.setRates(ctx); err != nil {
			return err
		}
		if err := w.live(ctx, steps); err != nil {
			return err
		}
		var err error
		if last, err = w.tellJournals(ctx, last); err != nil {
			return err
		}
		if w.opts.Progress != nil {
			w.opts.Progress(w.day, len(w.plan.Days))
		}
		if len(w.found) > 0 {
			return nil
		}
	}
	w.step = "the end"
	if err := w.outlast(ctx); err != nil || len(w.found) > 0 {
		return err
	}
	_, err := w.tellJournals(ctx, last)
	return errors.Join(err, w.judgeEnd(ctx))
}

// daylight is the part of a day in which the steps of a plan are taken.
const daylight = 20 * time.Hour

// live lets one day pass: its steps, and then a night in which nothing goes
// wrong.
func (w *World) live(ctx context.Context, steps []Step) error {
	began := w.clock.Now()
	if w.day%14 == 0 {
		if err := w.signInAll(w.life); err != nil {
			return err
		}
	}
	for _, s := range steps {
		w.advance(daylight / time.Duration(len(steps)+1))
		w.reached.Actions[s.Action]++
		if err := w.take(s); err != nil {
			return err
		}
	}
	w.step = "the evening"
	if err := w.settle(); err != nil { // bad luck that was ordered still comes
		return err
	}
	if err := w.rest(ctx); err != nil {
		return err
	}
	if left := began.Add(24 * time.Hour).Sub(w.clock.Now()); left > 0 {
		w.advance(left)
	}
	return nil
}

// newsAfter is a little longer than it takes until the sweeps look for news that
// did not come.
const newsAfter = 61 * time.Minute

// rest lets the world come to rest without bad luck, and judges it.
func (w *World) rest(ctx context.Context) error {
	if err := w.appease(ctx); err != nil {
		return err
	}
	if err := w.settle(); err != nil {
		return err
	}
	if err := w.pardon(ctx); err != nil {
		return err
	}
	for range 2 {
		w.advance(newsAfter)
		if err := w.settle(); err != nil {
			return err
		}
	}
	return w.judge(ctx)
}
