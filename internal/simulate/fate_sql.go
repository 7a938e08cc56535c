package simulate

import (
	"context"
	"errors"

	"github.com/uptrace/bun"
)

// errDied ends the context of a life.
var errDied = errors.New("the process died")

// Fate decides when the process dies. It may die at each commit, just before
// and just after, and at each call to Stripe, before and after its effect.
//
// A dead process does nothing more: its context has ended, and whatever it still
// asks of the database or of Stripe is refused, a commit under way included.
type Fate struct {
	points int // since the world began
	left   int // points until it dies; 0: it does not
	dead   bool
	kill   context.CancelCauseFunc // of the present life
	at     string                  // where it died
}

// dieAfter lets the process die at the nth point from now.
func (f *Fate) dieAfter(n int) { f.left = n }

// die lets the process die here.
func (f *Fate) die(what string) {
	f.dead, f.at = true, what
	f.kill(errDied)
}

// live begins a new life under a context.
func (f *Fate) live(ctx context.Context) context.Context {
	ctx, f.kill = context.WithCancelCause(ctx)
	f.dead, f.left = false, 0
	return ctx
}

// point is where the process may die; it reports whether it is dead.
func (f *Fate) point(what string) bool {
	if f.dead {
		return true
	}
	f.points++
	if f.left > 0 {
		if f.left--; f.left == 0 {
			f.dead, f.at = true, what
			f.kill(errDied)
		}
	}
	return f.dead
}

// hook is Fate as the database sees it.
type hook struct{ *Fate }

// BeforeQuery implements bun.QueryHook. A life ends between two statements and never
// within one, so a statement that has begun runs to its end: the driver and database/sql
// need no goroutine each that waits for the end of its context meanwhile. The
// transaction of a unit ends with the life.
func (h hook) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	switch e.Query {
	case "ROLLBACK":
		return ctx
	case "COMMIT":
		h.point("before a commit")
	}
	if h.dead {
		ended, cancel := context.WithCancelCause(ctx)
		cancel(errDied)
		return ended
	}
	if e.Query == "BEGIN" || ctx.Err() != nil {
		return ctx
	}
	return context.WithoutCancel(ctx)
}

// AfterQuery implements bun.QueryHook.
func (h hook) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	if e.Query == "COMMIT" && e.Err == nil {
		h.point("after a commit")
	}
}

func hooks(f *Fate) []bun.QueryHook { return []bun.QueryHook{hook{f}} }
