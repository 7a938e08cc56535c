package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
)

// laterKey marks a context by which Later statements are sent.
type laterKey struct{}

// Later is the context of a statement of a unit that changes rows and of which
// nobody asks how many: on PostgreSQL it goes with the next statement of the unit,
// or with its commit, instead of being waited for. Its error then is theirs, and the
// unit fails as it would have. Leave it out where somebody acts on the error itself,
// such as on a key that is taken.
func Later(ctx context.Context) context.Context { return context.WithValue(ctx, laterKey{}, true) }

func isLater(ctx context.Context) bool { return ctx.Value(laterKey{}) != nil }

// heldMax bounds how many statements wait for the next one.
const heldMax = 32

// rollbackWithin bounds how long a unit that failed waits for its end.
const rollbackWithin = 5 * time.Second

// hold has a statement sent with the next one.
func (c *postgresConn) hold(text string, args []any) {
	if c.held == nil {
		c.held = &pgx.Batch{}
	}
	c.held.Queue(text, args...)
}

// send sends what is held, and one more statement, whose results are the next ones.
func (c *postgresConn) send(ctx context.Context, text string, args []any) (pgx.BatchResults, error) {
	earlier := 0
	if c.held != nil {
		earlier = c.held.Len()
	}
	c.hold(text, args)
	batch := c.held
	c.held = nil
	results := c.Conn.Conn().SendBatch(ctx, batch)
	for range earlier {
		if _, err := results.Exec(); err != nil {
			return nil, errors.Join(fmt.Errorf("statement that was held: %w", err), closed(results, err))
		}
	}
	return results, nil
}

// closed ends results of which err is known already.
func closed(results pgx.BatchResults, known error) error {
	if err := results.Close(); err != nil && !errors.Is(err, known) && err.Error() != known.Error() {
		return err
	}
	return nil
}

// sendHeld sends what is held alone.
func (c *postgresConn) sendHeld(ctx context.Context) error {
	if c.held == nil {
		return nil
	}
	batch := c.held
	c.held = nil
	if err := c.Conn.Conn().SendBatch(ctx, batch).Close(); err != nil {
		return fmt.Errorf("statement that was held: %w", err)
	}
	return nil
}

func (c *postgresConn) execTogether(ctx context.Context, text string, args []any) (pgconn.CommandTag, error) {
	results, err := c.send(ctx, text, args)
	if err != nil {
		return pgconn.CommandTag{}, err
	}
	tag, err := results.Exec()
	if err != nil {
		return tag, errors.Join(err, closed(results, err))
	}
	return tag, results.Close()
}

func (c *postgresConn) queryTogether(ctx context.Context, text string, args []any) (driver.Rows, error) {
	results, err := c.send(ctx, text, args)
	if err != nil {
		return nil, err
	}
	rows, err := results.Query()
	if err != nil {
		return nil, errors.Join(err, closed(results, err))
	}
	r := &heldRows{rows: rows, results: results}
	r.more = rows.Next() // errors are the statement's, and columns are known
	if err := rows.Err(); err != nil {
		return nil, errors.Join(err, closed(results, err))
	}
	for _, field := range rows.FieldDescriptions() {
		r.names = append(r.names, field.Name)
		r.values = append(r.values, valueOf(c.Conn.Conn().TypeMap(), field))
	}
	return r, nil
}

// BeginTx implements driver.ConnBeginTx. The beginning goes with the first statement.
func (c *postgresConn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	if c.Conn.Conn().IsClosed() {
		return nil, driver.ErrBadConn
	}
	begin := "begin"
	if level := sql.IsolationLevel(opts.Isolation); level == sql.LevelRepeatableRead {
		begin += " isolation level repeatable read"
	} else if level != sql.LevelDefault {
		return nil, fmt.Errorf("db: no unit has the isolation level %s", level)
	}
	if opts.ReadOnly {
		begin += " read only"
	}
	c.held = nil
	c.hold(begin, nil)
	return &postgresTx{c, ctx}, nil
}

// postgresTx ends a transaction.
type postgresTx struct {
	conn *postgresConn
	ctx  context.Context //nolint:containedctx // database/sql ends a transaction in the context in which it began
}

// Commit implements driver.Tx. What is held goes with it. A transaction in which
// nothing was sent has not begun.
func (t *postgresTx) Commit() error {
	c := t.conn
	if c.held != nil && c.held.Len() == 1 && !c.isInside() {
		c.held = nil
		return nil
	}
	tag, err := c.execTogether(t.ctx, "commit", nil)
	if err == nil && tag.String() == "ROLLBACK" {
		err = pgx.ErrTxCommitRollback
	}
	if err != nil {
		return errors.Join(err, t.Rollback())
	}
	return nil
}

// Rollback implements driver.Tx. It does not end with the context of the unit: the
// connection is needed by others.
func (t *postgresTx) Rollback() error {
	t.conn.held = nil
	if !t.conn.isInside() {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.ctx), rollbackWithin)
	defer cancel()
	conn := t.conn.Conn.Conn()
	if _, err := conn.Exec(ctx, "rollback"); err != nil {
		return errors.Join(err, conn.Close(ctx)) // nobody may go on in this transaction
	}
	return nil
}

// isInside reports whether the server is in a transaction.
func (c *postgresConn) isInside() bool {
	conn := c.Conn.Conn()
	return !conn.IsClosed() && conn.PgConn().TxStatus() != 'I'
}

// errUncounted is returned when somebody asks what a Later statement has changed.
var errUncounted = errors.New("db: a statement that is sent later does not tell how many rows it has changed")

// uncounted is the result of a statement that is sent later.
type uncounted struct{}

func (uncounted) LastInsertId() (int64, error) { return 0, errUncounted }
func (uncounted) RowsAffected() (int64, error) { return 0, errUncounted }

// heldRows are the rows of a statement that was sent together with others.
type heldRows struct {
	rows    pgx.Rows
	results pgx.BatchResults
	names   []string
	values  []func([]byte) (driver.Value, error)
	begun   bool
	more    bool // whether there is a first row
}

// Columns implements driver.Rows.
func (r *heldRows) Columns() []string { return r.names }

// Close implements driver.Rows.
func (r *heldRows) Close() error {
	r.rows.Close()
	return r.results.Close()
}

// Next implements driver.Rows.
func (r *heldRows) Next(dest []driver.Value) error {
	more := r.more
	if r.begun {
		more = r.rows.Next()
	}
	r.begun = true
	if !more {
		if err := r.rows.Err(); err != nil {
			return err
		}
		return io.EOF
	}
	for i, raw := range r.rows.RawValues() {
		dest[i] = nil
		if raw == nil {
			continue
		}
		var err error
		if dest[i], err = r.values[i](raw); err != nil {
			return fmt.Errorf("column %s: %w", r.names[i], err)
		}
	}
	return nil
}

// valueOf reads a column as the driver of pgx for database/sql does.
func valueOf(m *pgtype.Map, field pgconn.FieldDescription) func([]byte) (driver.Value, error) {
	switch field.DataTypeOID {
	case pgtype.BoolOID:
		return reading[bool](m, field)
	case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID:
		return reading[int64](m, field)
	case pgtype.Float4OID, pgtype.Float8OID:
		return reading[float64](m, field)
	case pgtype.ByteaOID, pgtype.JSONOID, pgtype.JSONBOID:
		return reading[[]byte](m, field)
	case pgtype.TimestamptzOID:
		return readingValue[pgtype.Timestamptz](m, field)
	case pgtype.TimestampOID:
		return readingValue[pgtype.Timestamp](m, field)
	case pgtype.DateOID:
		return readingValue[pgtype.Date](m, field)
	default:
		return reading[string](m, field)
	}
}

func reading[T any](m *pgtype.Map, field pgconn.FieldDescription) func([]byte) (driver.Value, error) {
	var v T
	plan := m.PlanScan(field.DataTypeOID, field.Format, &v)
	return func(raw []byte) (driver.Value, error) {
		err := plan.Scan(raw, &v)
		return v, err
	}
}

func readingValue[T driver.Valuer](m *pgtype.Map, field pgconn.FieldDescription) func([]byte) (driver.Value, error) {
	var v T
	plan := m.PlanScan(field.DataTypeOID, field.Format, &v)
	return func(raw []byte) (driver.Value, error) {
		if err := plan.Scan(raw, &v); err != nil {
			return nil, err
		}
		return v.Value()
	}
}
