package webhook

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
)

// Get returns an endpoint, or ErrNotFound when it is not the actor's to see.
func (s *Service) Get(ctx context.Context, by actor.Actor, endpointID ID) (*Endpoint, error) {
	found, err := s.ByIDs(ctx, []ID{endpointID})
	if err != nil {
		return nil, err
	}
	if e := found[endpointID]; e != nil && e.VisibleTo(by) {
		return e, nil
	}
	return nil, ErrNotFound
}

// ByIDs returns the endpoints that exist, whoever's they are, by their ids.
func (s *Service) ByIDs(ctx context.Context, ids []ID) (map[ID]*Endpoint, error) {
	endpoints, err := selectEndpoints(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load webhooks: %w", err)
	}
	byID := make(map[ID]*Endpoint, len(endpoints))
	for _, e := range endpoints {
		byID[e.ID] = e
	}
	return byID, nil
}

// SecretsOf returns the secrets of endpoints that are good at present, at most two
// each, the newest first.
func (s *Service) SecretsOf(ctx context.Context, ids []ID) (map[ID][]*Secret, error) {
	secrets, err := selectGood(ctx, s.db.Read(ctx), ids, s.db.Clock().Now())
	if err != nil {
		return nil, fmt.Errorf("load secrets: %w", err)
	}
	byEndpoint := make(map[ID][]*Secret, len(ids))
	for _, secret := range secrets {
		byEndpoint[secret.EndpointID] = append(byEndpoint[secret.EndpointID], secret)
	}
	return byEndpoint, nil
}

// Find pages through endpoints, the newest first: a member's seller's, and for an
// operator the platform's or those of the seller that the filter names. It returns
// ErrNotFound to others, and to a member who asks for another seller.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Endpoint], error) {
	of := ownerOf(by)
	switch {
	case of == "" || by.KeyID != "":
		return nil, ErrNotFound
	case f.SellerID == nil:
	case by.IsOperator():
		of = string(*f.SellerID)
	case string(*f.SellerID) != of:
		return nil, ErrNotFound
	}
	from, err := begin(w, "whk")
	if err != nil {
		return nil, err
	}
	endpoints, err := selectPage(ctx, s.db.Read(ctx), of, from)
	if err != nil {
		return nil, fmt.Errorf("find webhooks: %w", err)
	}
	return page.Connect(w, endpoints, func(e *Endpoint) any { return cursor{string(e.ID)} }), nil
}

// FindDeliveries pages through the deliveries of an endpoint, the newest first. It
// returns ErrNotFound when the endpoint is not the actor's to see.
func (s *Service) FindDeliveries(ctx context.Context, by actor.Actor, of ID, how Search) (*page.Connection[Delivery], error) {
	if _, err := s.Get(ctx, by, of); err != nil {
		return nil, err
	}
	from, err := begin(how.Window, "msg")
	if err != nil {
		return nil, err
	}
	deliveries, err := selectDeliveryPage(ctx, s.db.Read(ctx), of, how.DeliveryFilter, from)
	if err != nil {
		return nil, fmt.Errorf("find deliveries: %w", err)
	}
	return page.Connect(how.Window, deliveries, func(d *Delivery) any { return cursor{string(d.ID)} }), nil
}

// GetDelivery returns a delivery, or ErrDeliveryNotFound when it is not the actor's
// to see.
func (s *Service) GetDelivery(ctx context.Context, by actor.Actor, deliveryID DeliveryID) (*Delivery, error) {
	found, err := s.DeliveriesByIDs(ctx, []DeliveryID{deliveryID})
	if err != nil {
		return nil, err
	}
	d := found[deliveryID]
	if d == nil {
		return nil, ErrDeliveryNotFound
	}
	if _, err := s.Get(ctx, by, d.EndpointID); ErrNotFound.Is(err) {
		return nil, ErrDeliveryNotFound
	} else if err != nil {
		return nil, err
	}
	return d, nil
}

// DeliveriesByIDs returns the deliveries that exist, whoever's they are, by their
// ids.
func (s *Service) DeliveriesByIDs(ctx context.Context, ids []DeliveryID) (map[DeliveryID]*Delivery, error) {
	deliveries, err := selectDeliveries(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load deliveries: %w", err)
	}
	byID := make(map[DeliveryID]*Delivery, len(deliveries))
	for _, d := range deliveries {
		byID[d.ID] = d
	}
	return byID, nil
}

// AttemptsOf returns the attempts of deliveries, the newest first.
func (s *Service) AttemptsOf(ctx context.Context, ids []DeliveryID) (map[DeliveryID][]*Attempt, error) {
	attempts, err := selectAttempts(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load attempts: %w", err)
	}
	byDelivery := make(map[DeliveryID][]*Attempt, len(ids))
	for _, a := range attempts {
		byDelivery[a.DeliveryID] = append(byDelivery[a.DeliveryID], a)
	}
	return byDelivery, nil
}

// begin reads where a page begins.
func begin(w page.Window, prefix string) (listing, error) {
	var from cursor
	if w.HasCursor() {
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, prefix) {
			return listing{}, page.ErrCursor
		}
	}
	return listing{window: w, from: from.ID}, nil
}

// cursor is the sort key of an endpoint and of a delivery: ids sort by age.
type cursor struct {
	ID string `json:"i"`
}
