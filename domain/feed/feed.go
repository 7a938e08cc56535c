package feed

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/webhook"
)

// Handlers lists the events that webhooks are told of.
func Handlers() []event.Handler {
	sources := append(tradeSources(), accountSources()...)
	handlers := make([]event.Handler, len(sources))
	for i, s := range sources {
		handlers[i] = event.OnRecords("feed."+s.event, s.event, s.publishTx)
	}
	return handlers
}

// news is what one owner may read of an event.
type news struct {
	seller seller.ID // whom it concerns; empty: the platform
	object string    // what it is about
	data   any
}

// source is an event that webhooks are told of.
type source struct {
	topic  webhook.Topic
	event  string
	gather func(ctx context.Context, tx db.Tx, payload json.RawMessage) ([]news, error)
}

// from makes a source of an event.
func from[E event.Event](topic webhook.Topic, gather func(ctx context.Context, tx db.Tx, e E) ([]news, error)) source {
	var zero E
	return source{topic, zero.EventName(), func(ctx context.Context, tx db.Tx, payload json.RawMessage) ([]news, error) {
		var e E
		if err := json.Unmarshal(payload, &e); err != nil {
			return nil, fmt.Errorf("decode event: %w", err)
		}
		return gather(ctx, tx, e)
	}}
}

// saying makes a source of an event that says all there is to be read, to the
// platform and to the seller it names.
func saying[E event.Event](topic webhook.Topic, told func(e E) news) source {
	return from(topic, func(_ context.Context, _ db.Tx, e E) ([]news, error) {
		n := told(e)
		return []news{{object: n.object, data: n.data}, n}, nil
	})
}

// publishTx tells whoever listens.
func (s source) publishTx(ctx context.Context, tx db.Tx, records []*event.Record) error {
	if isHeard, err := webhook.AnyListensTx(ctx, tx, s.topic); err != nil || !isHeard {
		return err
	}
	var notices []webhook.Notice
	for _, r := range records {
		all, err := s.gather(ctx, tx, r.Payload)
		if err != nil {
			return fmt.Errorf("gather %s: %w", s.topic.Name(), err)
		}
		for _, n := range all {
			notices = append(notices, webhook.Notice{
				Topic: s.topic, EventID: r.ID, At: r.CreatedAt, SellerID: n.seller, ObjectID: n.object, Data: n.data,
			})
		}
	}
	return webhook.PublishTx(ctx, tx, notices...)
}
