package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"hash/maphash"
	"strconv"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

const (
	// statementsMax bounds the prepared statements of one connection of PostgreSQL, and
	// idleMax those of SQLite that are not running: they cost this process a few
	// kilobytes each, and preparing one costs more than running it.
	statementsMax = 256
	idleMax       = 1024
	// templatesMax bounds the templates that are remembered as seen.
	templatesMax = 4096
	// longest is how long a template is at most, in bytes, that is prepared. A longer one is
	// of hundreds of rows or names, and mostly of other ones the next time; and a plan of it
	// takes many times its length.
	longest = 16 << 10
)

// templates remembers which templates came before: one that is seen for the
// first time may never come again, and is not worth preparing. Their hashes are kept
// and not their texts; of two with one hash the second is prepared a time too early.
type templates struct {
	of     Dialect
	seen   *lru.Cache[uint64, struct{}]
	seed   maphash.Seed
	atOnce bool
}

func newTemplates(of Dialect, opts Options) (*templates, error) {
	seen, err := lru.New[uint64, struct{}](templatesMax)
	return &templates{of, seen, maphash.MakeSeed(), opts.PrepareAtOnce}, err
}

// worth reports whether a template is to be prepared: it came before, and is not too
// long.
func (t *templates) worth(template string) bool {
	if t.atOnce {
		return true
	}
	if len(template) > longest {
		return false
	}
	hash := maphash.String(t.seed, template)
	if _, known := t.seen.Get(hash); known {
		return true
	}
	t.seen.Add(hash, struct{}{})
	return false
}

// form returns what is sent instead of a text, and whether it is prepared: its
// template with the arguments that were lifted out of it; the text as it is when
// it has none, or brings its own, as those of the job queue do; or the text as bun
// wrote it, when it has not come before.
func (t *templates) form(text string, args []driver.NamedValue) (string, []driver.NamedValue, bool) {
	l, lifted := lift(text, t.of)
	if lifted && len(args) == 0 {
		if t.worth(l.template) {
			return l.template, named(l.args), true
		}
		return unmarked(text), args, false
	}
	text = unmarked(text)
	return text, args, isPlanned(text) && t.worth(text)
}

// isPlanned reports whether a text is a statement that the database plans, and no
// BEGIN, PRAGMA or CREATE. Those of the job queue begin with a line that names them.
func isPlanned(text string) bool {
	if strings.HasPrefix(text, "--") {
		text = text[after(text, 0, "\n"):]
	}
	word := strings.TrimLeft(text, " \t\r\n")
	for _, verb := range []string{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"} {
		if len(word) > len(verb) && strings.EqualFold(word[:len(verb)], verb) {
			return true
		}
	}
	return false
}

// preparing opens connections that prepare the statements that come again.
type preparing struct {
	driver.Connector

	wrap func(driver.Conn) driver.Conn
}

// Connect implements driver.Connector.
func (p preparing) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := p.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return p.wrap(conn), nil
}

// postgresConn lifts arguments out of statements. pgx keeps the prepared ones of
// the connection.
type postgresConn struct {
	*stdlib.Conn

	known *templates
	held  *pgx.Batch // what goes with the next statement; nil: nothing
}

// QueryContext implements driver.QueryerContext.
func (c *postgresConn) QueryContext(ctx context.Context, text string, args []driver.NamedValue) (driver.Rows, error) {
	s := c.prepared(text, args)
	if c.held != nil && s.isOne() {
		return c.queryTogether(ctx, s.text, s.args)
	}
	if err := c.sendHeld(ctx); err != nil {
		return nil, err
	}
	return c.Conn.QueryContext(ctx, s.text, s.withMode())
}

// ExecContext implements driver.ExecerContext.
func (c *postgresConn) ExecContext(ctx context.Context, text string, args []driver.NamedValue) (driver.Result, error) {
	s := c.prepared(text, args)
	if c.held != nil && s.isOne() {
		if isLater(ctx) && c.held.Len() < heldMax {
			c.hold(s.text, s.args)
			return uncounted{}, nil
		}
		tag, err := c.execTogether(ctx, s.text, s.args)
		return driver.RowsAffected(tag.RowsAffected()), err
	}
	if isLater(ctx) && s.isOne() && c.isInside() {
		c.hold(s.text, s.args)
		return uncounted{}, nil
	}
	if err := c.sendHeld(ctx); err != nil {
		return nil, err
	}
	return c.Conn.ExecContext(ctx, s.text, s.withMode())
}

// sending is what is sent instead of a text.
type sending struct {
	text  string
	args  []any
	again bool // it came before, and is prepared
}

// isOne reports whether it is one statement that is prepared. A text without arguments
// may hold several, as those of migrations do.
func (s sending) isOne() bool {
	return s.again && (len(s.args) > 0 || !strings.Contains(s.text, ";"))
}

// withMode is the arguments as the driver of pgx for database/sql takes them.
func (s sending) withMode() []driver.NamedValue {
	mode := pgx.QueryExecModeExec
	if s.again {
		mode = pgx.QueryExecModeCacheStatement
	}
	values := make([]driver.NamedValue, 0, len(s.args)+1)
	values = append(values, driver.NamedValue{Ordinal: 1, Value: mode})
	for i, arg := range s.args {
		values = append(values, driver.NamedValue{Ordinal: i + 2, Value: arg})
	}
	return values
}

// prepared returns what is sent instead of a text: its template with the
// arguments, for pgx to prepare, or the text as it is.
func (c *postgresConn) prepared(text string, args []driver.NamedValue) sending {
	own := len(args) > 0
	text, args, again := c.known.form(text, args)
	s := sending{text: text, args: make([]any, len(args)), again: again}
	for i, arg := range args {
		s.args[i] = arg.Value
		if n, isNumber := arg.Value.(int64); isNumber && !own {
			s.args[i] = strconv.FormatInt(n, 10) // as text it takes the type of its place, as a literal does
		}
	}
	return s
}

// sqliteDriverConn is what a connection of the SQLite driver can do.
type sqliteDriverConn interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ConnBeginTx
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// sqliteStatement is what a prepared statement of the SQLite driver can do.
type sqliteStatement interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// sqliteConn lifts arguments out of statements and keeps the prepared ones.
// database/sql uses a connection in one goroutine at a time.
type sqliteConn struct {
	sqliteDriverConn

	known *templates
	idle  map[string]sqliteStatement // prepared, and not running
	unit  *turn                      // which it works for; nil: none
}

func newSQLiteConn(conn driver.Conn, known *templates) driver.Conn {
	own, ok := conn.(sqliteDriverConn)
	if !ok {
		return conn
	}
	return &sqliteConn{sqliteDriverConn: own, known: known, idle: map[string]sqliteStatement{}}
}

// Close implements driver.Conn.
func (c *sqliteConn) Close() error {
	var errs []error
	for _, s := range c.idle {
		errs = append(errs, s.Close())
	}
	clear(c.idle)
	return errors.Join(append(errs, c.sqliteDriverConn.Close())...)
}

// ExecContext implements driver.ExecerContext.
func (c *sqliteConn) ExecContext(ctx context.Context, text string, args []driver.NamedValue) (driver.Result, error) {
	ctx, err := c.unit.within(ctx)
	if err != nil {
		return nil, err
	}
	text, args, again := c.known.form(text, args)
	if !again {
		return c.sqliteDriverConn.ExecContext(ctx, text, args)
	}
	s, err := c.take(ctx, text)
	if err != nil {
		return nil, err
	}
	defer c.giveBack(text, s)
	return s.ExecContext(ctx, args)
}

// QueryContext implements driver.QueryerContext.
func (c *sqliteConn) QueryContext(ctx context.Context, text string, args []driver.NamedValue) (driver.Rows, error) {
	ctx, err := c.unit.within(ctx)
	if err != nil {
		return nil, err
	}
	text, args, again := c.known.form(text, args)
	if !again {
		return c.sqliteDriverConn.QueryContext(ctx, text, args)
	}
	s, err := c.take(ctx, text)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(ctx, args)
	if err != nil {
		c.giveBack(text, s)
		return nil, err
	}
	return &sqliteRows{Rows: rows, done: func() { c.giveBack(text, s) }}, nil
}

// take returns a prepared statement that nobody else uses: rows of an equal one
// may still be read on this connection.
func (c *sqliteConn) take(ctx context.Context, template string) (sqliteStatement, error) {
	if s, ok := c.idle[template]; ok {
		delete(c.idle, template)
		return s, nil
	}
	s, err := c.PrepareContext(ctx, template)
	if err != nil {
		return nil, err
	}
	return s.(sqliteStatement), nil //nolint:forcetypeassert // the driver's statements all are
}

// giveBack keeps a statement for the next time. When there are too many, any
// other one goes: which, hardly matters, since few of them ever change.
func (c *sqliteConn) giveBack(template string, s sqliteStatement) {
	if _, ok := c.idle[template]; ok {
		_ = s.Close()
		return
	}
	for other, idle := range c.idle {
		if len(c.idle) < idleMax {
			break
		}
		_ = idle.Close()
		delete(c.idle, other)
	}
	c.idle[template] = s
}

// sqliteRows gives its statement back when it is closed.
type sqliteRows struct {
	driver.Rows

	done func()
}

// Close implements driver.Rows.
func (r *sqliteRows) Close() error {
	err := r.Rows.Close()
	if r.done != nil {
		r.done()
		r.done = nil
	}
	return err
}

func named(args []any) []driver.NamedValue {
	values := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: arg}
	}
	return values
}
