package db

import (
	"context"
	"database/sql"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riversqlite"
)

// bell wakes the workers of this process when a unit has committed jobs. A
// SQLite file is used by one process, so nobody else need hear it.
type bell struct{ rung chan struct{} }

func newBell() *bell { return &bell{rung: make(chan struct{}, 1)} }

// ring never blocks: a bell that rings already need not ring twice.
func (b *bell) ring() {
	select {
	case b.rung <- struct{}{}:
	default:
	}
}

// localDriver is River's driver for SQLite with the bell in place of a table of
// notifications, which would be written with each job and read twenty times a
// second through the one connection that writes.
type localDriver struct {
	*riversqlite.Driver
	bell *bell
}

func newLocalDriver(pool *sql.DB, b *bell) localDriver {
	return localDriver{Driver: riversqlite.New(pool), bell: b}
}

// SupportsListenNotify says that no notification is to be written.
func (localDriver) SupportsListenNotify() bool { return false }

// GetListener returns the ear for the bell.
func (d localDriver) GetListener(*riverdriver.GetListenenerParams) riverdriver.Listener {
	return &listener{bell: d.bell}
}

// listener tells River of new jobs when the bell rings: the workers of one queue
// after those of another. River's other topics, leadership and cancellation, are news
// between processes. One goroutine waits at a time.
type listener struct {
	bell  *bell
	owing []Queue // whose workers are still to be told
}

func (listener) Connect(context.Context) error          { return nil }
func (listener) Close(context.Context) error            { return nil }
func (listener) Ping(context.Context) error             { return nil }
func (listener) Listen(context.Context, string) error   { return nil }
func (listener) Unlisten(context.Context, string) error { return nil }
func (listener) Schema() string                         { return "" }
func (listener) SetAfterConnectExec(string)             {}

func (l *listener) WaitForNotification(ctx context.Context) (*riverdriver.Notification, error) {
	if len(l.owing) == 0 {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-l.bell.rung:
			l.owing = Queues()
		}
	}
	next := l.owing[0]
	l.owing = l.owing[1:]
	return &riverdriver.Notification{Topic: "river_insert", Payload: newsOf(next)}, nil
}
