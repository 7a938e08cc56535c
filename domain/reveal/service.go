package reveal

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
)

// Service holds the use cases of this context.
type Service struct {
	db     *db.DB
	people *identity.Service
	orders *order.Service
}

// New returns the service.
func New(d *db.DB, people *identity.Service, orders *order.Service) *Service {
	return &Service{db: d, people: people, orders: orders}
}

// Start lets an operator read what is masked of a subject for a quarter of an
// hour, in the session of the actor. It returns ErrSubject, ErrErased, ErrSession
// and the faults of the reason.
func (s *Service) Start(ctx context.Context, by actor.Actor, in Input) (*Reveal, error) {
	if by.SessionID == "" || !by.IsOperator() {
		return nil, ErrSession
	}
	var faults fault.List
	in.Reason = faults.RequiredLines(in.Reason, reasonMax, "reason")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	about, err := s.find(ctx, by, in.Subject)
	if err != nil {
		return nil, err
	}
	var r *Reveal
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r = &Reveal{
			ID: id.New[ID]("rvl"), OperatorID: identity.AccountID(by.AccountID), SessionID: identity.SessionID(by.SessionID),
			Subject: about.subject, CreatedAt: tx.Now(), EndsAt: tx.Now().Add(Lasts),
		}
		if err := insertReveal(ctx, tx, r); err != nil {
			return fmt.Errorf("insert reveal: %w", err)
		}
		return event.Emit(ctx, tx, Revealed{
			RevealID: r.ID, Subject: r.Subject, PersonID: about.person, By: r.OperatorID, Reason: in.Reason, EndsAt: r.EndsAt,
		})
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// found is what a subject comes to.
type found struct {
	subject id.Any
	person  identity.AccountID
}

// find looks a subject up as the actor sees it.
func (s *Service) find(ctx context.Context, by actor.Actor, subject id.Any) (of found, err error) {
	isErased := false
	switch id.Prefix(subject) {
	case "acc":
		var a *identity.Account
		if a, err = s.people.Account(ctx, identity.AccountID(subject)); err == nil {
			of, isErased = found{subject, a.ID}, a.ErasedAt != nil
		}
	case "sor":
		var part *order.SellerOrder
		if part, err = s.orders.GetSellerOrder(ctx, by, order.SellerOrderID(subject)); err == nil {
			return s.find(ctx, by, id.Any(part.OrderID))
		}
	case "ord":
		var o *order.Order
		if o, err = s.orders.Get(ctx, by, order.ID(subject)); err == nil {
			of, isErased = found{subject, o.BuyerID}, o.RestrictedAt != nil
		}
	default:
		err = ErrSubject
	}
	var f *fault.Fault
	switch {
	case errors.As(err, &f):
		return found{}, ErrSubject.At("subject")
	case err != nil:
		return found{}, fmt.Errorf("look up what to reveal: %w", err)
	case isErased:
		return found{}, ErrErased.At("subject")
	}
	return of, nil
}

// Standing returns what is revealed to the actor now, in this session, of the
// given subjects. It asks nothing else of the actor: whether they may still
// reveal anything is the caller's to judge.
func (s *Service) Standing(ctx context.Context, subjects []id.Any) (map[id.Any][]*Reveal, error) {
	by, held := actor.From(ctx), map[id.Any][]*Reveal{}
	if by.SessionID == "" || by.AccountID == "" {
		return held, nil
	}
	rows, err := selectStanding(ctx, s.db.Read(ctx), standing{
		operator: identity.AccountID(by.AccountID), session: identity.SessionID(by.SessionID), subjects: subjects, at: s.db.Clock().Now(),
	})
	if err != nil {
		return nil, fmt.Errorf("load reveals: %w", err)
	}
	for _, r := range rows {
		held[r.Subject] = append(held[r.Subject], r)
	}
	return held, nil
}

// Sweep deletes what holds no more, and returns how much that was. The audit log
// keeps who was shown what, and why.
func (s *Service) Sweep(ctx context.Context) (removed int64, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		removed, err = deleteEnded(ctx, tx, tx.Now())
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("remove reveals: %w", err)
	}
	return removed, nil
}
