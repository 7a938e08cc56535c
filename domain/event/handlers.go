package event

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
)

// While an installation is upgraded, processes of two versions deliver events. One that
// lacks a handler of another must not take an event for done. So each process with
// workers writes down which handlers it has.
const (
	// goneAfter is when a handler that no process was seen with is nobody's any more.
	goneAfter = 24 * time.Hour
	// An event that a process cannot deliver whole comes again after as long as it is old,
	// within these.
	againMin, againMax = time.Second, 5 * time.Minute
)

// Join writes down that a process with these handlers begins to work.
func (d *Deliverer) Join(ctx context.Context) error {
	err := d.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return upsertHandlers(ctx, tx, d.all()) })
	if err != nil {
		return fmt.Errorf("write down the handlers of events: %w", err)
	}
	return nil
}

// Remain writes down that a process with these handlers still works, and forgets those
// that nobody has any more. What a migration has removed meanwhile is not written again.
func (d *Deliverer) Remain(ctx context.Context) error {
	err := d.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := updateSeen(ctx, tx, d.all()); err != nil {
			return err
		}
		return deleteUnseen(ctx, tx, tx.Now().Add(-goneAfter))
	})
	if err != nil {
		return fmt.Errorf("write down the handlers of events: %w", err)
	}
	return nil
}

// all lists the handlers by their names.
func (d *Deliverer) all() []Handler {
	list := slices.Concat(slices.Collect(maps.Values(d.handlers))...)
	slices.SortFunc(list, func(a, b Handler) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// leave returns an error that has a job come again when another process has handlers for
// its events that this one lacks and that have not run yet, so that one of those takes it.
// It costs the job no attempt: a process that has died must not have jobs parked.
func (d *Deliverer) leave(records []*Record) error {
	for _, r := range records {
		for _, name := range r.open {
			if !slices.ContainsFunc(d.handlers[r.Name], func(h Handler) bool { return h.Name == name }) {
				return db.Postpone(min(max(d.db.Clock().Now().Sub(r.CreatedAt), againMin), againMax))
			}
		}
	}
	return nil
}
