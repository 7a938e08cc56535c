package db

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// pgxTx shows River the transaction that database/sql has begun on a
// connection. It forwards statements and refuses to end the transaction, which
// is the unit's to end. What it executes, which is the notification of jobs, goes with
// the next statement of the unit, since it does not look at how many rows there were.
type pgxTx struct{ on *postgresConn }

var errNotOurs = errors.New("db: the unit of work ends its own transaction")

func (t pgxTx) Begin(context.Context) (pgx.Tx, error) { return nil, errNotOurs }
func (t pgxTx) Commit(context.Context) error          { return errNotOurs }
func (t pgxTx) Rollback(context.Context) error        { return errNotOurs }
func (t pgxTx) Conn() *pgx.Conn                       { return t.on.Conn.Conn() }
func (t pgxTx) LargeObjects() pgx.LargeObjects        { return pgx.LargeObjects{} }

func (t pgxTx) CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	if err := t.on.sendHeld(ctx); err != nil {
		return 0, err
	}
	return t.Conn().CopyFrom(ctx, table, columns, rows)
}

func (t pgxTx) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	if err := t.on.sendHeld(ctx); err != nil {
		return pgx.FailedBatchResults(b, err)
	}
	return t.Conn().SendBatch(ctx, b)
}

func (t pgxTx) Prepare(ctx context.Context, name, sql string) (*pgconn.StatementDescription, error) {
	if err := t.on.sendHeld(ctx); err != nil {
		return nil, err
	}
	return t.Conn().Prepare(ctx, name, sql)
}

func (t pgxTx) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	if t.on.held != nil && t.on.held.Len() >= heldMax {
		return t.on.execTogether(ctx, sql, args)
	}
	t.on.hold(sql, args)
	return pgconn.CommandTag{}, nil
}

func (t pgxTx) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	results, err := t.on.send(ctx, sql, args)
	if err != nil {
		return nil, err
	}
	rows, err := results.Query()
	if err != nil {
		return nil, errors.Join(err, closed(results, err))
	}
	return batchRows{rows, results}, nil
}

func (t pgxTx) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	if err := t.on.sendHeld(ctx); err != nil {
		return failedRow{err}
	}
	return t.Conn().QueryRow(ctx, sql, args...)
}

// batchRows are rows of a batch, which ends with them.
type batchRows struct {
	pgx.Rows
	results pgx.BatchResults
}

// Close implements pgx.Rows.
func (r batchRows) Close() {
	r.Rows.Close()
	_ = r.results.Close() // its error is that of the rows
}

// failedRow is the row of a statement that was not sent.
type failedRow struct{ err error }

// Scan implements pgx.Row.
func (r failedRow) Scan(...any) error { return r.err }
