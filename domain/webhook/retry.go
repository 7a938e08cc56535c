package webhook

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
)

// testsMax is how many tests of an endpoint may wait.
const testsMax = 5

// tried is what a test tells of: who has asked for it is no concern of the receiver.
type tried struct {
	EndpointID ID `json:"endpointId"`
}

// Test sends an endpoint a message of the topic Test, which each receiver must
// expect. It returns ErrNotFound, ErrOthers, ErrDisabled, ErrTestLimit and ErrPerson.
func (s *Service) Test(ctx context.Context, by actor.Actor, in TestInput) (*Delivery, error) {
	var made *Delivery
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := s.lockSendable(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		n, err := countPendingTests(ctx, tx, e.ID)
		if err != nil {
			return fmt.Errorf("count tests: %w", err)
		}
		if n >= testsMax {
			return ErrTestLimit
		}
		made, err = newDelivery(e, Notice{Topic: Test, At: tx.Now(), Data: tried{e.ID}}, tx.Now())
		if err != nil {
			return err
		}
		return putTx(ctx, tx, []*Delivery{made})
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// lockSendable holds an endpoint of whom the actor's hat is, which is not disabled.
func (s *Service) lockSendable(ctx context.Context, tx db.Tx, by actor.Actor, endpointID ID) (*Endpoint, error) {
	e, err := lockOwn(ctx, tx, by, endpointID)
	if err != nil {
		return nil, err
	}
	return e, s.MaySend(by, e)
}

// Retry sends a delivery again that has ended, well or not, under the same id and
// with the same bytes. It returns ErrDeliveryNotFound, ErrOthers, ErrPending,
// ErrDisabled and ErrPerson.
func (s *Service) Retry(ctx context.Context, by actor.Actor, in RetryInput) (*Delivery, error) {
	var renewed *Delivery
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		found, err := selectDeliveries(ctx, tx, []DeliveryID{in.ID})
		if err != nil {
			return fmt.Errorf("load delivery: %w", err)
		}
		if len(found) == 0 {
			return ErrDeliveryNotFound
		}
		e, err := s.lockSendable(ctx, tx, by, found[0].EndpointID)
		if ErrNotFound.Is(err) {
			return ErrDeliveryNotFound
		}
		if err != nil {
			return err
		}
		d, err := lockDelivery(ctx, tx, in.ID) // after its endpoint, as whoever sends it does
		if errors.Is(err, db.ErrNotFound) {
			return ErrDeliveryNotFound
		}
		if err != nil {
			return fmt.Errorf("lock delivery: %w", err)
		}
		if d.Status == Pending {
			return ErrPending
		}
		d.Status, d.EndedAt, d.Tries, d.DueAt = Pending, nil, 0, tx.Now()
		if err := updateDelivery(ctx, tx, d); err != nil {
			return fmt.Errorf("update delivery: %w", err)
		}
		renewed = d
		return againTx(ctx, tx, by, e, 1)
	})
	if err != nil {
		return nil, err
	}
	return renewed, nil
}

// RetryFailed sends again all deliveries of an endpoint that have failed and whose
// event was at an instant or later, but tests. It says how many, and returns ErrNotFound,
// ErrOthers, ErrDisabled and ErrPerson.
func (s *Service) RetryFailed(ctx context.Context, by actor.Actor, in RetryFailedInput) (*int, error) {
	var count int
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		e, err := s.lockSendable(ctx, tx, by, in.ID)
		if err != nil {
			return err
		}
		count, err = renewFailed(ctx, tx, e.ID, in.Since.UTC())
		if err != nil {
			return fmt.Errorf("renew deliveries: %w", err)
		}
		if count == 0 {
			return nil
		}
		return againTx(ctx, tx, by, e, int64(count))
	})
	if err != nil {
		return nil, err
	}
	return &count, nil
}

// againTx has sent what is to be sent again, now and not after a rest.
func againTx(ctx context.Context, tx db.Tx, by actor.Actor, e *Endpoint, count int64) error {
	e.RestsUntil = nil
	if err := updateHealth(ctx, tx, e); err != nil {
		return fmt.Errorf("update webhook: %w", err)
	}
	if err := sendTx(ctx, tx, e.ID); err != nil {
		return err
	}
	return event.Emit(ctx, tx, Redelivered{EndpointID: e.ID, SellerID: e.sellerID(), By: identity.AccountID(by.AccountID), Count: count})
}
