package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/uptrace/bun"
)

// attempts bounds how often Write runs its body when the database asks for a
// retry: serialization failures, deadlocks and a busy SQLite file.
const attempts = 5

// Tx is one unit of work: everything written through it is committed together,
// or not at all. Only Write makes one.
type Tx struct {
	bun.IDB

	now   time.Time
	jobs  jobQueue
	raw   rawTx
	wake  *wakeup
	marks func(context.Context) map[string]string
}

// Now is the moment of the unit: UTC, in whole microseconds. All rows, ledger
// entries and events of a unit carry the same instant.
func (tx Tx) Now() time.Time { return tx.now }

// IsZero reports whether tx was not made by Write.
func (tx Tx) IsZero() bool { return tx.IDB == nil }

// MustBeOutside panics inside a unit of work. Gateways call it first: a unit
// must not wait for the network.
func MustBeOutside(ctx context.Context) {
	if inside(ctx) {
		panic("db: network call inside a unit of work")
	}
}

// Read returns a Querier for single statements. Inside a unit of work every
// query of it fails with ErrNested: read through the Tx instead.
func (d *DB) Read(ctx context.Context) Querier {
	if inside(ctx) {
		return refusing{d.read}
	}
	if d.replica != nil && ctx.Value(staleKey{}) != nil {
		return behind{d.read, fallback{d.replica, d.read}}
	}
	return d.read
}

// refusing is a Querier whose queries fail with ErrNested.
type refusing struct{ db *bun.DB }

func (r refusing) NewSelect() *bun.SelectQuery { return r.db.NewSelect().Err(ErrNested) }

func (r refusing) NewRaw(query string, args ...any) *bun.RawQuery {
	return r.db.NewRaw(query, args...).Err(ErrNested)
}

// View runs several reads on one snapshot of the database.
func (d *DB) View(ctx context.Context, fn func(ctx context.Context, q Querier) error) error {
	if inside(ctx) {
		return ErrNested
	}
	opts := &sql.TxOptions{ReadOnly: true, Isolation: d.snapshotIsolation()}
	return because(ctx, d.read.RunInTx(ctx, opts, func(ctx context.Context, tx bun.Tx) error {
		return fn((&unit{}).with(ctx), tx)
	}))
}

// because adds to an error that the context had ended, which the statement
// after the one that was cut off does not know: it only finds no transaction.
func because(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, sql.ErrTxDone) {
		return errors.Join(ctx.Err(), err)
	}
	return err
}

// Write runs fn as one unit of work and commits it when fn returns nil. When
// the database asks for a retry, fn runs again, at most five times in all; so
// its body must be repeatable: it reads, decides, writes and emits, and keeps
// no result of an earlier run. Write inside Write returns ErrNested.
func (d *DB) Write(ctx context.Context, fn func(ctx context.Context, tx Tx) error) error {
	if inside(ctx) {
		return ErrNested
	}
	var err error
	for attempt := range attempts {
		if err = d.writeOnce(ctx, attempt > 0, fn); err == nil || !retryable(err) {
			return err
		}
		if waitErr := pause(ctx, attempt); waitErr != nil {
			return errors.Join(err, waitErr)
		}
	}
	return fmt.Errorf("gave up after %d attempts: %w", attempts, err)
}

func (d *DB) writeOnce(ctx context.Context, alone bool, fn func(ctx context.Context, tx Tx) error) error {
	wake, u := &wakeup{}, &unit{}
	defer d.tell(u) // after a panic too
	err := d.begin(ctx, alone, func(ctx context.Context, idb bun.IDB, raw rawTx) error {
		return fn(u.with(ctx), Tx{IDB: idb, now: d.clock.Now(), jobs: d.jobs, raw: raw, wake: wake, marks: d.marks})
	})
	err = because(ctx, err)
	if err == nil && wake.asked && d.bell != nil {
		d.bell.ring()
	}
	if err == nil && wake.announced {
		d.ears.ring()
	}
	return err
}

// pause waits a little longer after each attempt, with jitter so that two
// units that collided do not collide again.
func pause(ctx context.Context, attempt int) error {
	base := 5 * time.Millisecond << attempt
	timer := time.NewTimer(base + rand.N(base)) //nolint:gosec // nobody gains by guessing a pause
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
