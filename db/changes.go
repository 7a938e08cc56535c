package db

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/uptrace/bun"
)

// unit is the unit of work of a context: Write's or, with nothing to write,
// View's. The statements of one unit run one after another.
type unit struct{ written map[string][]string }

type unitKey struct{}

func inside(ctx context.Context) bool { return ctx.Value(unitKey{}) != nil }

func (u *unit) with(ctx context.Context) context.Context { return context.WithValue(ctx, unitKey{}, u) }

// OnChange has fn told, whenever a unit of work has ended and before Write
// returns, which tables the unit wrote to, and what its statements were about
// where all of them said it (see About); nil: about anything. It may tell too many
// tables: those of a unit that was rolled back, since a lost connection does not say
// whether the commit was done, and any that a statement only looks as if it wrote
// to. What other processes write it does not tell. Call it before the first Write.
func (d *DB) OnChange(fn func(tables map[string][]string)) { d.listeners = append(d.listeners, fn) }

func (d *DB) tell(u *unit) {
	if len(u.written) == 0 {
		return
	}
	if d.replica != nil { // first: whoever is told may read at once
		d.replica.noteWrites(u.written)
	}
	for _, fn := range d.listeners {
		fn(u.written)
	}
}

type aboutKey struct{}

// About returns a context for one statement, which changes only rows that belong to
// the things named: give it to that statement's Exec and to nothing else. A statement
// that does not say it may have changed anything, so what is forgotten is safe.
func About(ctx context.Context, ids ...string) context.Context {
	if slices.Contains(ids, "") {
		return ctx // whoever does not know what it is about says nothing
	}
	return context.WithValue(ctx, aboutKey{}, ids)
}

// watcher is a hook that notes what units write. It reads statements instead of
// relying on whoever sends them to say so, which one of them would forget.
type watcher struct{}

var (
	// written finds the table that a statement writes to where it begins with that,
	// as nearly all do: the rest, which may be long, is not looked at.
	written = regexp.MustCompile(`(?i)^\s*(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from)\s+"?(\w+)`)
	// within finds all that statements write to which begin with something else,
	// such as WITH.
	within = regexp.MustCompile(`(?i)\b(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from)\s+"?(\w+)`)
)

func (watcher) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	u, ok := ctx.Value(unitKey{}).(*unit)
	if !ok || strings.HasPrefix(e.Query, "SELECT ") {
		return ctx
	}
	for _, verb := range []string{`INSERT INTO "`, `UPDATE "`, `DELETE FROM "`} { // as bun writes them
		if rest, ok := strings.CutPrefix(e.Query, verb); ok {
			table, _, _ := strings.Cut(rest, `"`)
			u.writes(ctx, table)
			return ctx
		}
	}
	if m := written.FindStringSubmatch(e.Query); m != nil {
		u.writes(ctx, m[1])
		return ctx
	}
	for _, m := range within.FindAllStringSubmatch(e.Query, -1) {
		u.writes(ctx, m[1])
	}
	return ctx
}

func (u *unit) writes(ctx context.Context, table string) {
	if u.written == nil {
		u.written = map[string][]string{}
	}
	about, _ := ctx.Value(aboutKey{}).([]string)
	before, wasWritten := u.written[table]
	if len(about) == 0 || wasWritten && before == nil {
		u.written[table] = nil
		return
	}
	u.written[table] = append(before, about...)
}

func (watcher) AfterQuery(context.Context, *bun.QueryEvent) {}
