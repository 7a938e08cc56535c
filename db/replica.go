package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/clock"
)

// Replica says where a streaming replica of a PostgreSQL database answers, and
// who may ask it.
type Replica struct {
	// URL is its address; empty means that there is none.
	URL string
	// Lag is how old what it answers may be; 0 means 300 ms.
	Lag time.Duration
	// Tables are those that AllowStale is for. Once a unit of this process has
	// written to one of them, the primary answers until the replica has it.
	Tables []string
	// Log hears when it can be used and when no longer; nobody when nil.
	Log *slog.Logger
}

const (
	replicaLag = 300 * time.Millisecond
	// replicaPatience is how long the replica may take before it answers. Then the
	// primary is asked.
	replicaPatience = time.Second
)

// replica is a copy of the database that lags behind a little.
type replica struct {
	pool   *pgxpool.Pool
	db     *bun.DB // without hooks: those of the database that stands for both see each query
	lag    time.Duration
	tables map[string]bool
	log    *slog.Logger
	up     clock.Stopwatch // runs since the replica was opened; instants are told by it

	// upTo is the latest instant of which the replica is known to have everything
	// that was committed before it; -1: it is not known.
	upTo atomic.Int64
	// wrote is the instant of the last unit of this process that wrote to tables.
	wrote atomic.Int64

	served, refused, fell atomic.Int64
	end                   context.CancelFunc
	ended                 sync.WaitGroup
}

// openReplica opens the replica and begins to follow how far it is. One that
// does not answer is no error: the primary answers meanwhile.
func (d *DB) openReplica(ctx context.Context, opts Options) error {
	if opts.Replica.URL == "" {
		return nil
	}
	if d.Dialect() != Postgres {
		return errors.New("only PostgreSQL has a replica")
	}
	known, err := newTemplates(Postgres, opts)
	if err != nil {
		return err
	}
	pool, err := postgresPool(ctx, opts.Replica.URL, orDefault(opts.Readers, postgresConnections), poolOf{isReadOnly: true})
	if err != nil {
		return fmt.Errorf("replica: %w", err)
	}
	r := &replica{pool: pool, db: overPool(pool, known), lag: opts.Replica.Lag, log: opts.Replica.Log, up: clock.Start(), tables: map[string]bool{}}
	if r.lag == 0 {
		r.lag = replicaLag
	}
	if r.log == nil {
		r.log = quiet()
	}
	for _, table := range opts.Replica.Tables {
		r.tables[table] = true
	}
	r.upTo.Store(-1)
	following, cancel := context.WithCancel(context.WithoutCancel(ctx)) // until Close, however long whoever opens waits
	r.end = cancel
	r.ended.Go(func() { r.follow(following, d.read) })
	d.replica = r
	return nil
}

func (r *replica) close() error {
	r.end()
	r.ended.Wait()
	err := r.db.Close()
	r.pool.Close()
	return err
}

// isFresh reports whether the replica has all that this process has written to
// the tables, and what others have, but for the lag.
func (r *replica) isFresh() bool {
	upTo := r.upTo.Load()
	return upTo > r.wrote.Load() && int64(r.up.Elapsed())-upTo <= int64(r.lag)
}

// noteWrites is told what a unit has written, after its commit and before
// anybody else is told of it.
func (r *replica) noteWrites(tables map[string][]string) {
	for table := range tables {
		if r.tables[table] {
			r.wrote.Store(int64(r.up.Elapsed()))
			return
		}
	}
}

// follow finds out again and again up to when the replica has everything. It
// asks the primary where its log ends, and then waits until the replica is there.
func (r *replica) follow(ctx context.Context, primary *bun.DB) {
	ticker := time.NewTicker(r.lag / 4)
	defer ticker.Stop()
	usable := false
	for {
		at := r.up.Elapsed()
		reached, err := r.reaches(ctx, primary)
		if reached {
			r.upTo.Store(int64(at))
		}
		if ctx.Err() != nil {
			return
		}
		if reached != usable {
			usable = reached
			r.tell(ctx, usable, err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (r *replica) tell(ctx context.Context, usable bool, err error) {
	if usable {
		r.log.InfoContext(ctx, "the replica answers and is near enough")
		return
	}
	if err == nil {
		err = errors.New("it lags")
	}
	r.log.WarnContext(ctx, "the replica is not used; the primary answers", slog.Any("error", err))
}

// reaches reports whether the replica gets, in the time that it may lag, to
// where the log of the primary ends now. A server that copies another one than
// the primary never does, nor does one that is no replica any more.
func (r *replica) reaches(ctx context.Context, primary *bun.DB) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, r.lag)
	defer cancel()
	var end, system string
	err := primary.NewRaw("SELECT CAST(pg_current_wal_insert_lsn() AS TEXT), CAST((SELECT system_identifier FROM pg_control_system()) AS TEXT)").
		Scan(ctx, &end, &system)
	if err != nil {
		return false, fmt.Errorf("ask the primary how far it is: %w", err)
	}
	tick := time.NewTicker(max(r.lag/20, time.Millisecond))
	defer tick.Stop()
	for {
		var there bool
		err := r.db.NewRaw(`SELECT COALESCE(pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= CAST(? AS pg_lsn)
			AND (SELECT CAST(system_identifier AS TEXT) FROM pg_control_system()) = ?, FALSE)`, end, system).Scan(ctx, &there)
		if there || err != nil && ctx.Err() == nil {
			return there, err
		}
		select {
		case <-ctx.Done():
			return false, nil
		case <-tick.C:
		}
	}
}

type staleKey struct{}

// AllowStale returns a context in which Read may answer from the replica: with
// all that this process has written to the tables of the replica, and what others
// have written up to the lag ago. It decides now, so that what is read with this
// context does not go back in time. Without a replica, and when it is not near
// enough, it returns ctx.
func (d *DB) AllowStale(ctx context.Context) context.Context {
	if d.replica == nil {
		return ctx
	}
	if !d.replica.isFresh() {
		d.replica.refused.Add(1)
		return ctx
	}
	return context.WithValue(ctx, staleKey{}, true)
}

// behind is a Querier that asks the replica, and the primary when that fails.
type behind struct {
	primary *bun.DB
	conn    fallback
}

func (b behind) NewSelect() *bun.SelectQuery { return b.primary.NewSelect().Conn(b.conn) }

func (b behind) NewRaw(query string, args ...any) *bun.RawQuery {
	return b.primary.NewRaw(query, args...).Conn(b.conn)
}

// fallback implements bun.IConn.
type fallback struct {
	replica *replica
	primary *bun.DB
}

// QueryContext implements bun.IConn.
func (f fallback) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	patient, cancel := context.WithCancel(ctx)
	timer := time.AfterFunc(replicaPatience, cancel)
	rows, err := f.replica.db.DB.QueryContext(patient, query, args...)
	if timer.Stop() && err == nil {
		f.replica.served.Add(1)
		return rows, nil // patient ends with ctx
	}
	if rows != nil {
		err = errors.Join(err, rows.Close()) //nolint:sqlclosecheck // those that are answered stay open
	}
	cancel()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	f.replica.fell.Add(1)
	f.replica.upTo.Store(-1)
	f.replica.log.WarnContext(ctx, "the replica has failed; the primary answers", slog.Any("error", err))
	return f.primary.DB.QueryContext(ctx, query, args...)
}

// ExecContext implements bun.IConn. Nothing is executed on a replica.
func (f fallback) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return f.primary.DB.ExecContext(ctx, query, args...)
}

// QueryRowContext implements bun.IConn.
func (f fallback) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	return f.primary.DB.QueryRowContext(ctx, query, args...)
}

// ReplicaFigures says what the replica does.
type ReplicaFigures struct {
	// Behind is how long ago it was last known to have everything. It is not known
	// while Lost.
	Behind time.Duration
	Lost   bool
	// Served counts the queries it has answered, Refused the questions that the
	// primary answered because it was not near enough, and Failed the queries that
	// went to the primary because it did not answer.
	Served, Refused, Failed int64
}

// ReplicaFigures reads them; false when there is no replica.
func (d *DB) ReplicaFigures() (ReplicaFigures, bool) {
	r := d.replica
	if r == nil {
		return ReplicaFigures{}, false
	}
	upTo := r.upTo.Load()
	return ReplicaFigures{
		Behind: r.up.Elapsed() - time.Duration(upTo), Lost: upTo < 0,
		Served: r.served.Load(), Refused: r.refused.Load(), Failed: r.fell.Load(),
	}, true
}
