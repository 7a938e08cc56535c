package db

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
)

// quiet is for parts of the queue whose errors come back to the caller anyway.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

const jobAttempts = 12

// openJobs makes the client that inserts jobs. The rows of a job and of the
// unit are written in one transaction on both databases.
func (d *DB) openJobs() error {
	if d.Dialect() == SQLite {
		client, err := river.NewClient(riversqlite.New(d.write.DB), &river.Config{})
		if err != nil {
			return err
		}
		d.jobs = sqliteInserter{client}
		return nil
	}
	client, err := river.NewClient(riverpgxv5.New(d.pool), &river.Config{})
	if err != nil {
		return err
	}
	d.jobs = postgresInserter{client}
	return nil
}

func insertOpts(o JobOptions) *river.InsertOpts {
	opts := &river.InsertOpts{MaxAttempts: orDefault(o.MaxAttempts, jobAttempts), ScheduledAt: o.NotBefore}
	if o.Unique {
		opts.UniqueOpts = river.UniqueOpts{ByArgs: true}
	}
	return opts
}

type sqliteInserter struct{ client *river.Client[*sql.Tx] }

func (i sqliteInserter) insert(ctx context.Context, raw rawTx, job Job, o JobOptions) error {
	if _, err := i.client.InsertTx(ctx, raw.sqlite, job, insertOpts(o)); err != nil {
		return fmt.Errorf("enqueue %s: %w", job.Kind(), err)
	}
	return nil
}

type postgresInserter struct{ client *river.Client[pgx.Tx] }

func (i postgresInserter) insert(ctx context.Context, raw rawTx, job Job, o JobOptions) error {
	if _, err := i.client.InsertTx(ctx, pgxTx{raw.postgres}, job, insertOpts(o)); err != nil {
		return fmt.Errorf("enqueue %s: %w", job.Kind(), err)
	}
	return nil
}
