package db

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"
)

// ears are those in this process who want to know that a unit has announced
// something.
type ears struct {
	mu  sync.Mutex
	all map[*Ear]struct{}
}

// Ear hears that a unit of this process which called Announce has committed.
type Ear struct {
	rung chan struct{}
	of   *ears
}

// Ear returns a new one. Close it.
func (d *DB) Ear() *Ear {
	e := &Ear{rung: make(chan struct{}, 1), of: &d.ears}
	d.ears.mu.Lock()
	defer d.ears.mu.Unlock()
	if d.ears.all == nil {
		d.ears.all = map[*Ear]struct{}{}
	}
	d.ears.all[e] = struct{}{}
	return e
}

// Rung yields once or more after each commit of a unit that has announced
// something; several commits may be heard as one.
func (e *Ear) Rung() <-chan struct{} { return e.rung }

// Close stops hearing.
func (e *Ear) Close() {
	e.of.mu.Lock()
	defer e.of.mu.Unlock()
	delete(e.of.all, e)
}

// ring never blocks: an ear that is ringing need not ring twice.
func (es *ears) ring() {
	es.mu.Lock()
	defer es.mu.Unlock()
	for e := range es.all {
		select {
		case e.rung <- struct{}{}:
		default:
		}
	}
}

// Announce has the ears of this process rung when the unit has committed.
func (tx Tx) Announce() { tx.wake.announced = true }

// Next counts in this unit, from 1: what one unit writes can be put in order by
// it.
func (tx Tx) Next() int64 {
	tx.wake.counted++
	return tx.wake.counted
}

// serial is the Serial of a unit on PostgreSQL.
const serial = "CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)"

// Serial returns a number for what this unit writes that is greater than that of
// every unit that had ended before this one began. Units that overlap may end in
// another order than their numbers; Settled says up to where that is over. last
// returns the highest number that is stored, and is asked on SQLite only, where
// units never overlap.
func (tx Tx) Serial(ctx context.Context, last func(context.Context, Querier) (int64, error)) (int64, error) {
	if tx.raw.sqlite == nil {
		var number int64
		err := tx.NewRaw("SELECT "+serial).Scan(ctx, &number)
		return number, err
	}
	highest, err := last(ctx, tx)
	return max(highest+1, tx.now.UnixMicro()), err
}

// SerialWithin is Serial for use in a statement: the number as an expression, so that
// nobody asks for it first. It is nil on SQLite.
func (tx Tx) SerialWithin() schema.QueryAppender {
	if tx.raw.sqlite != nil {
		return nil
	}
	return bun.SafeQuery(serial)
}

// Settled returns a number: every unit whose Serial is not above it has ended,
// and what it wrote is seen by whoever reads after this call.
func (d *DB) Settled(ctx context.Context) (int64, error) {
	if d.Dialect() == SQLite {
		return math.MaxInt64, nil
	}
	var open int64
	err := d.Read(ctx).NewRaw("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS TEXT) AS BIGINT)").Scan(ctx, &open)
	return open - 1, err
}

// GivenSerial is the highest Serial that PostgreSQL has given to any unit, for use
// in a statement, which sees nothing that was written under a higher one: such a
// number is of another server. On SQLite Serials only rise, also across files.
func (tx Tx) GivenSerial() schema.QueryAppender {
	return bun.SafeQuery("(SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS TEXT) AS BIGINT) - 1)")
}

// Notify wakes everybody who listens to a channel, in whatever process. On
// SQLite there is one process, which has ears.
func (d *DB) Notify(ctx context.Context, channel string) error {
	if d.Dialect() == SQLite {
		return nil
	}
	_, err := d.write.NewRaw("SELECT pg_notify(?, '')", channel).Exec(ctx)
	return err
}

// pingEvery is how often a connection that hears nothing is asked whether it
// still stands.
const pingEvery = 20 * time.Second

// Listen calls heard once it listens to a channel, and again for each
// notification, until ctx is done or the connection is lost, which is its error:
// what was notified meanwhile is not told. It has one connection to itself. On
// SQLite nobody notifies, and it waits for ctx.
func (d *DB) Listen(ctx context.Context, channel string, heard func()) error {
	if d.Dialect() == SQLite {
		<-ctx.Done()
		return ctx.Err()
	}
	conn, err := pgx.ConnectConfig(ctx, d.pool.Config().ConnConfig)
	if err != nil {
		return fmt.Errorf("connect to listen: %w", err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }() // it is gone, or it is not needed any more
	if _, err := conn.Exec(ctx, "LISTEN "+pgx.Identifier{channel}.Sanitize()); err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	heard()
	for {
		waiting, cancel := context.WithTimeout(ctx, pingEvery)
		_, err := conn.WaitForNotification(waiting)
		cancel()
		switch {
		case err == nil:
			heard()
		case ctx.Err() != nil:
			return ctx.Err()
		case !errors.Is(err, context.DeadlineExceeded):
			return fmt.Errorf("wait for notification: %w", err)
		default:
			if err := conn.Ping(ctx); err != nil {
				return fmt.Errorf("connection that listens: %w", err)
			}
		}
	}
}
