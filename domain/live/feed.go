package live

import (
	"context"
	"time"

	"github.com/etal-market/etal/domain/event"
)

const (
	// bufferMax is how many lines wait for a reader at most.
	bufferMax = 1000
	// pageSize is how many missed lines are read at once.
	pageSize = 200
)

// Feed is what one reader follows. All methods but those of the hub are the
// reader's, one at a time.
type Feed struct {
	hub   *Hub
	topic event.Topic
	ready chan struct{}
	until event.Position // up to where the table is read; what is later is handed over

	// Of the hub, under its lock.
	buffer []*event.News
	err    error
	closed bool

	// Of the reader.
	last   event.Position // of what was read last
	behind bool
	missed []*event.News
}

// Ready yields when Next may have something to say.
func (f *Feed) Ready() <-chan struct{} { return f.ready }

// Position is where a reader goes on who has read everything so far.
func (f *Feed) Position() string { return f.last.String() }

// Next returns the next line; nil when there is none yet. It returns ErrSlow and
// ErrStopping when the feed has ended, whatever is left in it.
func (f *Feed) Next(ctx context.Context) (*event.News, error) {
	for f.behind && len(f.missed) == 0 {
		if err := f.readMissed(ctx); err != nil {
			return nil, err
		}
	}
	f.hub.mu.Lock()
	defer f.hub.mu.Unlock()
	if f.err != nil {
		return nil, f.err
	}
	var next *event.News
	switch {
	case len(f.missed) > 0:
		next, f.missed = f.missed[0], f.missed[1:]
	case len(f.buffer) > 0:
		next, f.buffer = f.buffer[0], f.buffer[1:]
	default:
		return nil, nil
	}
	f.last = next.Position()
	return next, nil
}

// readMissed reads a page of what the table has up to where the hub hands over.
func (f *Feed) readMissed(ctx context.Context) error {
	found, _, _, err := event.Since(ctx, f.hub.db, f.topic, f.last, pageSize)
	if err != nil {
		return err
	}
	f.behind = len(found) == pageSize
	for i, n := range found {
		if f.until.Before(n.Position()) {
			found, f.behind = found[:i], false
			break
		}
	}
	f.missed = found
	return nil
}

// Close ends a feed.
func (f *Feed) Close() {
	f.hub.mu.Lock()
	defer f.hub.mu.Unlock()
	if f.closed {
		return
	}
	f.closed, f.buffer = true, nil
	following := f.hub.feeds[f.topic]
	delete(following, f)
	if len(following) == 0 {
		delete(f.hub.feeds, f.topic)
	}
	f.hub.open--
}

func (f *Feed) push(n *event.News) {
	switch {
	case f.err != nil || !f.until.Before(n.Position()):
		return
	case len(f.buffer) >= bufferMax:
		f.end(ErrSlow)
		return
	}
	f.buffer = append(f.buffer, n)
	f.ring()
}

func (f *Feed) end(why error) {
	if f.err == nil {
		f.err, f.buffer = why, nil
	}
	f.ring()
}

func (f *Feed) ring() {
	select {
	case f.ready <- struct{}{}:
	default:
	}
}

// Update says that something has happened to a thing that somebody follows.
type Update struct {
	EventID    string    // where to go on from; see Hub.Follow
	Event      string    // what has happened, such as "order.paid"
	OccurredAt time.Time // UTC
	Subject    string    // the id of the thing
}

// UpdateOf is a line of news as a reader is told it.
func UpdateOf(n *event.News) *Update {
	return &Update{EventID: n.Position().String(), Event: n.Name, OccurredAt: n.CreatedAt, Subject: n.Subject}
}
