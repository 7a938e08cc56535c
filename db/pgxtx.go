package db

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// pgxTx shows River the transaction that database/sql has begun on a
// connection. It forwards statements and refuses to end the transaction, which
// is the unit's to end.
type pgxTx struct{ conn *pgx.Conn }

var errNotOurs = errors.New("db: the unit of work ends its own transaction")

func (t pgxTx) Begin(context.Context) (pgx.Tx, error) { return nil, errNotOurs }
func (t pgxTx) Commit(context.Context) error          { return errNotOurs }
func (t pgxTx) Rollback(context.Context) error        { return errNotOurs }
func (t pgxTx) Conn() *pgx.Conn                       { return t.conn }
func (t pgxTx) LargeObjects() pgx.LargeObjects        { return pgx.LargeObjects{} }

func (t pgxTx) CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	return t.conn.CopyFrom(ctx, table, columns, rows)
}

func (t pgxTx) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	return t.conn.SendBatch(ctx, b)
}

func (t pgxTx) Prepare(ctx context.Context, name, sql string) (*pgconn.StatementDescription, error) {
	return t.conn.Prepare(ctx, name, sql)
}

func (t pgxTx) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	return t.conn.Exec(ctx, sql, args...)
}

func (t pgxTx) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return t.conn.Query(ctx, sql, args...)
}

func (t pgxTx) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return t.conn.QueryRow(ctx, sql, args...)
}
