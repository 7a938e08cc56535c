package db

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/uptrace/bun"
)

// Units of SQLite run one after the other, and each waited for the disk while the
// others waited for it. Whoever stands behind a unit that has ended now goes on in the
// same transaction, and the last of them commits for all: pages that several units
// write, such as the ends of indexes, are written once, and the disk is waited for
// once. No unit is answered before that commit, neither with success nor with an error
// that may rest on what another one wrote.

const (
	// companyMax and companyFor bound how many units are committed together, and for how
	// long further ones may begin.
	companyMax = 32
	companyFor = 10 * time.Millisecond
)

// commits is the line of those who write to a SQLite file.
type commits struct {
	turn     chan struct{} // held by whoever runs
	waiting  atomic.Int64  // how many stand for it
	open     *company      // the transaction that the next one goes on in; whoever has the turn may look
	patience time.Duration // companyFor, and longer in tests
}

func newCommits() *commits { return &commits{turn: make(chan struct{}, 1), patience: companyFor} }

// company is the transaction of units that are committed together.
type company struct {
	ctx   context.Context // of the transaction, which ends with none of its units
	pool  bun.Conn
	conn  *sqliteConn
	tx    bun.Tx
	units int           // that will be committed
	late  *time.Timer   // nil: nobody has waited yet
	done  chan struct{} // closed when it has ended
	err   error         // why nothing was committed, once it has ended
}

// errUndone is returned to a unit that would have been committed, had nothing gone
// wrong with those it was to be committed with. It runs again, alone.
var errUndone = errors.New("db: the units that this one was to be committed with were rolled back")

// run runs fn in a transaction. Whoever has the turn lets the next one go on in it, or
// ends it; one that runs alone has it for itself.
func (l *commits) run(ctx context.Context, write *bun.DB, alone bool, fn unitBody) error {
	if err := l.stand(ctx); err != nil {
		return err
	}
	c, err := l.enter(ctx, write, alone)
	if err != nil {
		<-l.turn
		return err
	}
	err = l.inTurn(ctx, c, alone, fn)
	<-c.done
	if c.err != nil {
		return errors.Join(err, c.err)
	}
	return err
}

// stand waits for the turn. When ctx ends before, somebody else waits on: those who were
// before may have left it to whoever stands here to commit.
func (l *commits) stand(ctx context.Context) error {
	l.waiting.Add(1)
	select {
	case l.turn <- struct{}{}:
		l.waiting.Add(-1)
		return nil
	case <-ctx.Done():
	}
	go func() {
		l.turn <- struct{}{}
		if l.waiting.Add(-1) == 0 && l.open != nil {
			l.end(l.open)
		}
		<-l.turn
	}()
	return ctx.Err()
}

// enter returns the transaction that is open, or begins one.
func (l *commits) enter(ctx context.Context, write *bun.DB, alone bool) (*company, error) {
	c := l.open
	if c != nil && !alone {
		return c, nil
	}
	if c != nil {
		l.end(c)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	pool, err := write.Conn(ctx)
	if err != nil {
		return nil, err
	}
	c = &company{ctx: context.WithoutCancel(ctx), pool: pool, done: make(chan struct{})}
	if c.tx, err = pool.BeginTx(c.ctx, nil); err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	err = pool.Raw(func(on any) error {
		var ok bool
		if c.conn, ok = on.(*sqliteConn); !ok {
			return fmt.Errorf("db: driver is wrapped: %T", on)
		}
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, c.tx.Rollback(), pool.Close())
	}
	return c, nil
}

// errPanicked is what a unit has ended with that did not return.
var errPanicked = errors.New("db: panic")

// inTurn runs a unit and gives the turn away, also after a panic.
func (l *commits) inTurn(ctx context.Context, c *company, alone bool, fn unitBody) error {
	err := errPanicked
	defer func() {
		c.conn.unit = nil
		c.undo(err)
		if c.err != nil || c.units == 0 || alone || c.units >= companyMax || c.isLate() || l.waiting.Load() == 0 {
			l.end(c)
		} else {
			l.leave(c)
		}
		<-l.turn
	}()
	err = c.unit(ctx, fn)
	return err
}

// leave has the next one go on in a transaction.
func (l *commits) leave(c *company) {
	if c.late == nil {
		c.late = time.NewTimer(l.patience)
	}
	l.open = c
}

// unit runs a unit. Those after the first have a savepoint to go back to.
func (c *company) unit(ctx context.Context, fn unitBody) error {
	if c.units > 0 {
		if err := c.exec("SAVEPOINT unit"); err != nil {
			c.err = errors.Join(errUndone, err)
			return err
		}
	}
	c.conn.unit = &turn{ctx: ctx, isFirst: c.units == 0}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := fn(ctx, c.tx, rawTx{sqlite: c.tx.Tx}); err != nil {
		return err
	}
	return ctx.Err() // what is not wanted any more is not committed
}

// undo keeps what a unit has done, or takes it back when it ended with an error. When
// that cannot be done, as after an error for which SQLite has rolled everything back,
// all units of the transaction run again.
func (c *company) undo(err error) {
	switch {
	case c.err != nil:
	case err == nil && c.units > 0:
		c.fail(c.exec("RELEASE unit"))
	case err != nil && c.units > 0:
		c.fail(c.exec("ROLLBACK TO unit"))
		if c.err == nil {
			c.fail(c.exec("RELEASE unit"))
		}
	}
	if err == nil {
		c.units++
	}
}

// fail notes why the transaction cannot be committed.
func (c *company) fail(err error) {
	if err != nil {
		c.err = errors.Join(errUndone, err)
	}
}

// exec sends a statement that belongs to no unit.
func (c *company) exec(statement string) error {
	_, err := c.tx.Tx.ExecContext(c.ctx, statement)
	return err
}

// isLate reports whether those who are done have waited long enough for others.
func (c *company) isLate() bool {
	if c.late == nil {
		return false
	}
	select {
	case <-c.late.C:
		return true
	default:
		return false
	}
}

// end commits, or rolls back when nothing is to be committed, and lets the units go.
func (l *commits) end(c *company) {
	l.open = nil
	switch {
	case c.err != nil || c.units == 0:
		_ = c.tx.Rollback() // SQLite may have done it already
	default:
		err := c.tx.Commit()
		if err != nil && c.units > 1 {
			err = errors.Join(errUndone, err) // it may be the fault of one of them
		}
		c.err = err
	}
	if c.late != nil {
		c.late.Stop()
	}
	_ = c.pool.Close() // it goes back to the pool; a broken one has failed the units already
	close(c.done)
}

// turn is the unit that a connection works for.
type turn struct {
	ctx     context.Context //nolint:containedctx // a unit ends with its context, whatever context a statement of it has
	isFirst bool
}

// within returns the context in which a statement runs. One that is cut off makes
// SQLite roll the whole transaction back, so only the first unit's are: those of the
// others end, and their unit ends before its next one.
func (t *turn) within(ctx context.Context) (context.Context, error) {
	if t == nil {
		return ctx, nil
	}
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	if t.isFirst {
		return ctx, nil
	}
	return context.WithoutCancel(ctx), ctx.Err()
}
