package live

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

const (
	// channel is what processes on one PostgreSQL tell each other news by.
	channel = "etal_news"
	// batch is how many lines are read at once.
	batch = 500
	// catchUpEvery is how late news is at most that nobody got through with.
	catchUpEvery = time.Second
	// notifyEvery is how often other processes are told at most.
	notifyEvery = 10 * time.Millisecond
	// News that may still be overtaken is looked for again after a while that
	// doubles up to a limit.
	settleWait    = 5 * time.Millisecond
	settleWaitMax = 250 * time.Millisecond
	// A lost connection is made again after a while that doubles up to a limit.
	reconnectWait    = 50 * time.Millisecond
	reconnectWaitMax = 5 * time.Second
)

// Hub hands news to feeds.
type Hub struct {
	db  *db.DB
	log *slog.Logger

	wake    chan struct{} // there may be news
	stopped chan struct{} // closed when no stream may go on

	mu       sync.Mutex
	feeds    map[event.Topic]map[*Feed]struct{}
	open     int
	head     event.Position // up to where news was handed out; set while feeds are open
	stopping bool
}

// NewHub returns a hub that hands out nothing until Run.
func NewHub(d *db.DB, log *slog.Logger) *Hub {
	return &Hub{
		db: d, log: log, wake: make(chan struct{}, 1), stopped: make(chan struct{}),
		feeds: map[event.Topic]map[*Feed]struct{}{},
	}
}

// Run hands out news until ctx is done. While nobody follows anything it only
// passes on to other processes that there is some.
func (h *Hub) Run(ctx context.Context) {
	if err := event.Restart(ctx, h.db); err != nil && ctx.Err() == nil {
		h.log.ErrorContext(ctx, "news of another server was not removed", slog.Any("error", err))
	}
	var parts sync.WaitGroup
	parts.Go(func() { h.pass(ctx) })
	parts.Go(func() { h.listen(ctx) })
	parts.Go(func() { h.hand(ctx) })
	parts.Wait()
}

// Stop ends all feeds with ErrStopping and opens no more.
func (h *Hub) Stop() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.stopping {
		return
	}
	h.stopping = true
	close(h.stopped)
	for _, following := range h.feeds {
		for f := range following {
			f.end(ErrStopping)
		}
	}
}

// Stopping is closed when the hub stops.
func (h *Hub) Stopping() <-chan struct{} { return h.stopped }

// Open returns how many feeds are open.
func (h *Hub) Open() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.open
}

// pass tells other processes what this one has announced.
func (h *Hub) pass(ctx context.Context) {
	ear := h.db.Ear()
	defer ear.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ear.Rung():
		}
		h.ring()
		if err := h.db.Notify(ctx, channel); err != nil && ctx.Err() == nil {
			h.log.WarnContext(ctx, "other processes were not told of news; they look by themselves", slog.Any("error", err))
		}
		if !wait(ctx, notifyEvery) {
			return
		}
	}
}

// listen hears other processes, and connects again when it is cut off.
func (h *Hub) listen(ctx context.Context) {
	for pause := reconnectWait; ; pause = min(2*pause, reconnectWaitMax) {
		err := h.db.Listen(ctx, channel, func() {
			pause = reconnectWait
			h.ring()
		})
		if ctx.Err() != nil {
			return
		}
		h.log.WarnContext(ctx, "the connection that hears of news was lost", slog.Any("error", err))
		if !wait(ctx, pause) {
			return
		}
	}
}

// hand reads news and hands it to feeds.
func (h *Hub) hand(ctx context.Context) {
	again := settleWait
	timer := time.NewTimer(catchUpEvery)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-h.wake:
		case <-timer.C:
		}
		waits, err := h.catchUp(ctx)
		if err != nil && ctx.Err() == nil {
			h.log.ErrorContext(ctx, "news was not read", slog.Any("error", err))
		}
		next := catchUpEvery
		if waits {
			next, again = again, min(2*again, settleWaitMax)
		} else {
			again = settleWait
		}
		timer.Reset(next)
	}
}

// catchUp hands out what has come since it was called last, and reports whether
// more is there that may still be overtaken.
func (h *Hub) catchUp(ctx context.Context) (waits bool, err error) {
	for {
		h.mu.Lock()
		idle, from := h.open == 0, h.head
		h.mu.Unlock()
		if idle {
			return false, nil
		}
		found, head, waits, err := event.Since(ctx, h.db, "", from, batch)
		if err != nil {
			return false, err
		}
		h.dispatch(found, head)
		if len(found) < batch {
			return waits, nil
		}
	}
}

func (h *Hub) dispatch(found []*event.News, head event.Position) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, n := range found {
		if !h.head.Before(n.Position()) { // a feed was opened meanwhile, after an idle while
			continue
		}
		for f := range h.feeds[n.Topic] {
			f.push(n)
		}
	}
	if h.head.Before(head) {
		h.head = head
	}
}

// ring has the hub look for news; it never blocks.
func (h *Hub) ring() {
	select {
	case h.wake <- struct{}{}:
	default:
	}
}

// wait reports whether the time has passed before the context was done.
func wait(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// Follow opens a feed of a topic. after is the position of what its reader saw
// last; empty: from now on. It returns ErrCursor, ErrGone and ErrStopping. Close
// the feed.
func (h *Hub) Follow(ctx context.Context, topic event.Topic, after string) (*Feed, error) {
	head, err := event.Head(ctx, h.db)
	if err != nil {
		return nil, err
	}
	start := head
	if after != "" {
		start, err = event.ParsePosition(after)
		switch {
		case err != nil, head.Before(start):
			return nil, ErrCursor
		case start.IsGone(h.db.Clock().Now()):
			return nil, ErrGone
		}
	}
	f := &Feed{hub: h, topic: topic, ready: make(chan struct{}, 1), last: start}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.stopping {
		return nil, ErrStopping
	}
	if h.open == 0 { // it has not looked since the last feed was closed
		h.head = head
	}
	f.until = h.head
	if f.until.Before(start) {
		f.until = start
	}
	f.behind = start.Before(f.until)
	if f.behind {
		f.ring()
	}
	if h.feeds[topic] == nil {
		h.feeds[topic] = map[*Feed]struct{}{}
	}
	h.feeds[topic][f] = struct{}{}
	h.open++
	return f, nil
}
