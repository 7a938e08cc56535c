package mail

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/notification"
)

// caughtMax is how many messages a Catcher keeps; the oldest go first.
const caughtMax = 500

// Caught is a message that was not sent.
type Caught struct {
	notification.Message

	Number int       // counts from 1
	At     time.Time // UTC
}

// Catcher keeps messages in memory instead of sending them. Like a mail server
// that sees a Message-ID twice, it keeps one copy.
type Catcher struct {
	clock clock.Clock

	mu     sync.Mutex
	caught []Caught
	count  int
}

// NewCatcher returns a catcher that has caught nothing.
func NewCatcher(c clock.Clock) *Catcher { return &Catcher{clock: c} }

// Send implements notification.Sender.
func (c *Catcher) Send(ctx context.Context, m notification.Message) error {
	db.MustBeOutside(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	if slices.ContainsFunc(c.caught, func(o Caught) bool { return o.ID == m.ID }) {
		return nil
	}
	c.count++
	c.caught = append(c.caught, Caught{Message: m, Number: c.count, At: c.clock.Now()})
	if extra := len(c.caught) - caughtMax; extra > 0 {
		c.caught = slices.Clone(c.caught[extra:])
	}
	return nil
}

// All returns what was caught, the newest first.
func (c *Catcher) All() []Caught {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := slices.Clone(c.caught)
	slices.Reverse(all)
	return all
}

// Get returns a message by its number, and whether there is one.
func (c *Catcher) Get(number int) (Caught, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.caught, func(o Caught) bool { return o.Number == number })
	if i < 0 {
		return Caught{}, false
	}
	return c.caught[i], true
}

// Discard drops mail and says so in the log, for an installation without a
// mail server.
type Discard struct{ Log *slog.Logger }

// Send implements notification.Sender.
func (d Discard) Send(ctx context.Context, m notification.Message) error {
	db.MustBeOutside(ctx)
	d.Log.WarnContext(ctx, "mail dropped: ETAL_MAIL is not set", slog.String("subject", m.Subject))
	return nil
}
