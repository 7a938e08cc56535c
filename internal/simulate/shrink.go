package simulate

import (
	"context"
	"slices"
)

// Shrink takes away of a failing plan whatever it does not need: days, steps, and
// bad luck, until nothing more can go or so many plans were tried. What remains
// breaks the same rule. It returns the smallest plan that was found with its
// report.
func Shrink(ctx context.Context, failed *Report, o Options, tries int, progress func(steps int)) (*Report, error) {
	s := &shrinker{ctx: ctx, options: o, tries: tries, best: failed, rule: failed.Violations[0].Rule, progress: progress}
	s.options.Trace, s.options.Progress = nil, nil
	s.cut()
	for size := s.best.Plan.steps() / 2; size > 0 && s.err == nil; size /= 2 {
		s.pass(size)
	}
	s.pass(1)
	return s.best, s.err
}

type shrinker struct {
	ctx      context.Context //nolint:containedctx // it lasts as long as one call
	options  Options
	tries    int
	best     *Report
	rule     string
	err      error
	progress func(steps int)
}

// try runs a plan, and keeps it when it still fails.
func (s *shrinker) try(p Plan) {
	if s.tries <= 0 || s.err != nil {
		return
	}
	s.tries--
	r, err := Run(s.ctx, p, s.options)
	if err != nil {
		s.err = s.ctx.Err() // a plan that cannot be run is only no smaller one
		return
	}
	if !r.Failed() || r.Violations[0].Rule != s.rule {
		return
	}
	s.best = r
	if s.progress != nil {
		s.progress(p.steps())
	}
}

// cut takes the days after the failure away.
func (s *shrinker) cut() {
	p := s.best.Plan
	day := min(s.best.Violations[0].Day, len(p.Days))
	if day < len(p.Days) {
		p.Days = p.Days[:day]
		s.try(p)
	}
}

// pass tries to take away each run of so many steps, from the end on.
func (s *shrinker) pass(size int) {
	for at := s.best.Plan.steps() - size; at > -size; at -= size {
		from := max(at, 0)
		s.try(s.best.Plan.without(from, from+size))
	}
	p := s.best.Plan
	p.Days = slices.DeleteFunc(slices.Clone(p.Days), func(day []Step) bool { return len(day) == 0 })
	if len(p.Days) < len(s.best.Plan.Days) {
		s.try(p) // time was not what it needed
	}
}

// without is the plan without the steps from one to before another, counted
// through all days. The days stay, since time passes in them.
func (p Plan) without(from, to int) Plan {
	out, n := p, 0
	out.Days = make([][]Step, len(p.Days))
	for i, day := range p.Days {
		for _, s := range day {
			if n < from || n >= to {
				out.Days[i] = append(out.Days[i], s)
			}
			n++
		}
	}
	return out
}
