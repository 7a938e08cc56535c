package webhook

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/seller"
)

// Notice is something that has happened, as one owner may read of it.
type Notice struct {
	Topic    Topic
	EventID  event.ID
	At       time.Time // when it happened
	SellerID seller.ID // whom it concerns; empty: the platform
	ObjectID string    // what it is about: notices about one object keep their order
	Data     any       // what receivers read of it, encoded as JSON
}

func (n Notice) owner() string {
	if n.SellerID == "" {
		return platform
	}
	return string(n.SellerID)
}

// message is the form in which receivers read a notice.
type message struct {
	ID        DeliveryID `json:"id"`
	Type      string     `json:"type"`
	Timestamp time.Time  `json:"timestamp"`
	Version   string     `json:"version"`
	EventID   event.ID   `json:"eventId"`
	SellerID  *seller.ID `json:"sellerId"` // null for what the platform is told
	Data      any        `json:"data"`
}

// AnyListensTx reports whether any endpoint at all is told of a topic, so that
// nobody gathers what nobody reads.
func AnyListensTx(ctx context.Context, tx db.Tx, topic Topic) (bool, error) {
	return hasListener(ctx, tx, topic)
}

// PublishTx writes a delivery for each endpoint that is told of a notice. All notices
// are about one topic. Those of an event that were published before are not again.
func PublishTx(ctx context.Context, tx db.Tx, notices ...Notice) error {
	if len(notices) == 0 {
		return nil
	}
	owners := make([]string, len(notices))
	for i, n := range notices {
		owners[i] = n.owner()
	}
	listeners, err := selectListeners(ctx, tx, notices[0].Topic, owners)
	if err != nil {
		return fmt.Errorf("look for webhooks: %w", err)
	}
	var deliveries []*Delivery
	for _, e := range listeners {
		for _, n := range notices {
			if n.owner() != e.owner() {
				continue
			}
			d, err := newDelivery(e, n, tx.Now())
			if err != nil {
				return err
			}
			deliveries = append(deliveries, d)
		}
	}
	return putTx(ctx, tx, deliveries)
}

// newDelivery writes down what an endpoint is sent of a notice.
func newDelivery(e *Endpoint, n Notice, now time.Time) (*Delivery, error) {
	d := &Delivery{
		ID: NewDeliveryID(), EndpointID: e.ID, EventID: n.EventID, Topic: n.Topic, ObjectID: n.ObjectID, Status: Pending,
		DueAt: now, OccurredAt: n.At, CreatedAt: now,
	}
	if d.EventID == "" { // a test is an event of its own
		d.EventID, d.ObjectID = event.ID(d.ID), string(d.ID)
	}
	payload, err := json.Marshal(message{
		ID: d.ID, Type: n.Topic.Name(), Timestamp: n.At.UTC(), Version: e.PayloadVersion, EventID: d.EventID, SellerID: e.SellerID, Data: n.Data,
	})
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", n.Topic.Name(), err)
	}
	d.Payload = string(payload)
	return d, nil
}

// putTx writes deliveries, and has them sent.
func putTx(ctx context.Context, tx db.Tx, deliveries []*Delivery) error {
	if len(deliveries) == 0 {
		return nil
	}
	if err := insertDeliveries(ctx, tx, deliveries); err != nil {
		return fmt.Errorf("insert deliveries: %w", err)
	}
	var ids []ID
	for _, d := range deliveries {
		ids = append(ids, d.EndpointID)
	}
	slices.Sort(ids)
	return sendTx(ctx, tx, slices.Compact(ids)...)
}

// sendTx has sent what is due for endpoints.
func sendTx(ctx context.Context, tx db.Tx, endpoints ...ID) error {
	for _, endpointID := range endpoints {
		if err := tx.Enqueue(ctx, Send{EndpointID: endpointID}, sending()); err != nil {
			return err
		}
	}
	return nil
}

// sending says how deliveries are sent: apart from other jobs, so that receivers who
// answer slowly keep nothing else waiting. A job that fails is not needed: the sweep
// enqueues another.
func sending() db.JobOptions { return db.JobOptions{Unique: true, Queue: db.QueueApart} }
