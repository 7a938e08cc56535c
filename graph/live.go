package graph

import (
	"cmp"
	"context"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// slot is where the resolver of a subscription leaves what it follows. The
// transport takes one line after the other from the feed, and puts it into the
// channel that the executor reads: nothing runs beside the request.
type slot struct {
	after   string // where the client says it stopped, besides the argument
	feed    *live.Feed
	wants   func(*event.News) bool // which lines of the topic are meant
	updates chan *live.Update
}

type slotKey struct{}

// withSlot returns a context in which one subscription may be opened.
func withSlot(ctx context.Context, s *slot) context.Context {
	return context.WithValue(ctx, slotKey{}, s)
}

func slotFrom(ctx context.Context) *slot {
	s, _ := ctx.Value(slotKey{}).(*slot)
	return s
}

// streams reports whether a subscription may be opened in a context.
func streams(ctx context.Context) bool { return slotFrom(ctx) != nil }

// close ends the feed, if there is one.
func (s *slot) close() {
	if s.feed != nil {
		s.feed.Close()
	}
}

// following is what a subscription asks to follow.
type following struct {
	topic event.Topic
	after *string
	wants func(*event.News) bool // nil: everything
}

// follow opens the feed of a subscription. Whoever calls it has made sure that
// the actor may follow the topic.
func (r *Resolver) follow(ctx context.Context, what following) (<-chan *live.Update, error) {
	s := slotFrom(ctx)
	if s == nil || s.feed != nil || r.Domain.Live == nil {
		return nil, live.ErrNoStream
	}
	// A client that comes back sends the arguments that it has begun with.
	feed, err := r.Domain.Live.Follow(ctx, what.topic, cmp.Or(s.after, orZero(what.after)))
	if err != nil {
		return nil, err
	}
	if what.wants == nil {
		what.wants = func(*event.News) bool { return true }
	}
	s.feed, s.wants, s.updates = feed, what.wants, make(chan *live.Update, 1)
	return s.updates, nil
}

// followSellerOrders follows a seller order, or all of the actor's seller.
func (r *Resolver) followSellerOrders(ctx context.Context, asked *id.Any, after *string) (<-chan *live.Update, error) {
	by := actor.From(ctx)
	what := following{topic: order.TopicOfSeller(seller.ID(by.SellerID)), after: after}
	switch {
	case asked != nil:
		part, err := r.Domain.Order.GetSellerOrder(ctx, by, order.SellerOrderID(*asked))
		if err != nil {
			return nil, err
		}
		what.topic = order.TopicOfSeller(part.SellerID)
		what.wants = func(n *event.News) bool { return n.Subject == string(part.ID) && n.Name != order.NewsPlaced }
	case by.SellerID == "":
		return nil, live.ErrRequired.At("id")
	default:
		what.wants = func(n *event.News) bool { return n.Name != order.NewsPlaced }
	}
	return r.follow(ctx, what)
}

// followPlaced follows what is placed with the actor's seller.
func (r *Resolver) followPlaced(ctx context.Context, after *string) (<-chan *live.Update, error) {
	by := actor.From(ctx)
	if by.SellerID == "" {
		return nil, live.ErrRequired
	}
	return r.follow(ctx, following{
		topic: order.TopicOfSeller(seller.ID(by.SellerID)), after: after,
		wants: func(n *event.News) bool { return n.Name == order.NewsPlaced },
	})
}
