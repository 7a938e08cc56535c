package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// HoldID names a hold by an operator, hld_….
type HoldID string

// Hold keeps the money of a seller, or of one seller order, from leaving the
// platform. It is never changed: it ends at its time, or when it is lifted.
type Hold struct {
	bun.BaseModel `bun:"table:payout_holds,alias:hld"`

	ID            HoldID `bun:",pk"`
	SellerID      seller.ID
	SellerOrderID order.SellerOrderID `bun:",nullzero"` // empty: all of the seller's
	Reason        string              // the seller reads it
	Until         *time.Time          `bun:"until_at"` // UTC; nil: until it is lifted
	PlacedBy      identity.AccountID
	PlacedAt      time.Time // UTC

	// These are read with the row, from its lift.
	LiftReason string     `bun:",scanonly"` // empty until it is lifted
	LiftedAt   *time.Time `bun:",scanonly"` // UTC; nil until then
}

// StandsAt reports whether a hold keeps money at an instant.
func (h *Hold) StandsAt(now time.Time) bool {
	return h.LiftedAt == nil && (h.Until == nil || h.Until.After(now))
}

// Stands reports whether a hold keeps money now.
func (s *Service) Stands(h *Hold) bool { return h.StandsAt(s.db.Clock().Now()) }

// again is when it is looked again whether money may leave: when the hold ends, and
// within an hour, since another one may have ended sooner.
func (h *Hold) again(now time.Time) time.Time {
	at := now.Add(accountRetry)
	if h.Until != nil && h.Until.Before(at) {
		return *h.Until
	}
	return at
}

// holdLift is the end of a hold before its time.
type holdLift struct {
	bun.BaseModel `bun:"table:payout_hold_lifts"`

	HoldID   HoldID `bun:",pk"`
	Reason   string
	LiftedBy identity.AccountID
	LiftedAt time.Time // UTC
}

// HoldPlaced is told when an operator keeps money of a seller from leaving.
type HoldPlaced struct {
	HoldID        HoldID              `json:"hold_id"`
	SellerID      seller.ID           `json:"seller_id"`
	SellerOrderID order.SellerOrderID `json:"seller_order_id,omitempty"`
	Reason        string              `json:"reason"`
	Until         *time.Time          `json:"until"`
}

// EventName implements event.Event.
func (HoldPlaced) EventName() string { return "payout.hold_placed" }

// HoldLifted is told when an operator lets go what was held.
type HoldLifted struct {
	HoldID        HoldID              `json:"hold_id"`
	SellerID      seller.ID           `json:"seller_id"`
	SellerOrderID order.SellerOrderID `json:"seller_order_id,omitempty"`
	Reason        string              `json:"reason"`
}

// EventName implements event.Event.
func (HoldLifted) EventName() string { return "payout.hold_lifted" }

// Faults of holds.
var (
	// ErrHoldNotFound is returned for a hold that does not exist.
	ErrHoldNotFound = fault.New(fault.NotFound, "PAYOUT_HOLD_NOT_FOUND", "There is no such hold.")
	// ErrHoldEnded is returned for lifting what has ended.
	ErrHoldEnded = fault.New(fault.Conflict, "PAYOUT_HOLD_ENDED", "This hold has ended.")
	// ErrHoldUntil is returned for a hold that ends in the past, or after more than a year.
	ErrHoldUntil = fault.New(fault.Invalid, "PAYOUT_HOLD_UNTIL", "A hold ends later than now and within a year, or when it is lifted.")
	// ErrHoldLate is returned for holding back an order of which nothing is left on the platform.
	ErrHoldLate = fault.New(fault.Conflict, "PAYOUT_HOLD_LATE",
		"The money of this order was transferred. Hold back the payouts of the seller instead.")
	// ErrHoldMany is returned for a seller of whom a hundred holds stand.
	ErrHoldMany = fault.New(fault.Conflict, "PAYOUT_HOLD_MANY", "A hundred holds of this seller stand. Lift some of them, or hold back all of the seller's money.")
)

// holdsMax bounds how many holds of a seller stand at once, and how many are shown.
const holdsMax = 100

// HoldInput keeps money of a seller from leaving.
type HoldInput struct {
	SellerID      seller.ID
	SellerOrderID *order.SellerOrderID // one of the seller's; nil: all of the seller's money
	Reason        string               // required, at most 1,000 characters; the seller reads it
	Until         *time.Time           // nil: until it is lifted
}

func (in *HoldInput) check(now time.Time) error {
	var l fault.List
	in.Reason = l.RequiredLines(in.Reason, 1000, "reason")
	if in.Until != nil {
		at := in.Until.UTC().Truncate(time.Microsecond)
		in.Until = &at
		l.Check(at.After(now) && at.Before(now.AddDate(1, 0, 0)), ErrHoldUntil.At("until"))
	}
	return l.Err()
}

// PlaceHold keeps the money of a seller, or of one seller order, from leaving: from
// the unit on nothing of it is begun to be transferred or, for a hold of the seller,
// to be paid out. What the provider was asked for before goes on. A hold that stands
// already with the same words and end is returned as it is. It returns
// seller.ErrNotFound, order.ErrNotFound, ErrHoldUntil, ErrHoldLate, ErrHoldMany and
// the faults of the reason.
func (s *Service) PlaceHold(ctx context.Context, by actor.Actor, in HoldInput) (*Hold, error) {
	if _, err := s.sellers.Get(ctx, by, in.SellerID); err != nil {
		return nil, err
	}
	var h *Hold
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if err := in.check(tx.Now()); err != nil {
			return err
		}
		h, err = placeHoldTx(ctx, tx, identity.AccountID(by.AccountID), in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return h, nil
}

// placeHoldTx writes a hold, unless the same stands. Whoever begins to send money
// takes the lock on the seller too: nothing of it is under way that the hold has not
// seen begin.
func placeHoldTx(ctx context.Context, tx db.Tx, by identity.AccountID, in HoldInput) (*Hold, error) {
	if err := lockSeller(ctx, tx, in.SellerID); err != nil {
		return nil, fmt.Errorf("lock seller %s: %w", in.SellerID, err)
	}
	h := &Hold{ID: id.New[HoldID]("hld"), SellerID: in.SellerID, Reason: in.Reason, Until: in.Until, PlacedBy: by, PlacedAt: tx.Now()}
	if in.SellerOrderID != nil {
		h.SellerOrderID = *in.SellerOrderID
		if err := mayHoldOrder(ctx, tx, in.SellerID, h.SellerOrderID); err != nil {
			return nil, err
		}
	}
	all, err := selectStanding(ctx, tx, in.SellerID, tx.Now())
	if err != nil {
		return nil, fmt.Errorf("holds of %s: %w", in.SellerID, err)
	}
	for _, other := range all {
		if other.isSame(h) {
			return other, nil
		}
	}
	if len(all) >= holdsMax {
		return nil, ErrHoldMany
	}
	if err := insertHold(ctx, tx, h); err != nil {
		return nil, fmt.Errorf("insert hold: %w", err)
	}
	return h, event.Emit(ctx, tx, HoldPlaced{h.ID, h.SellerID, h.SellerOrderID, h.Reason, h.Until})
}

func (h *Hold) isSame(as *Hold) bool {
	ends := h.Until == nil && as.Until == nil || h.Until != nil && as.Until != nil && h.Until.Equal(*as.Until)
	return ends && h.SellerOrderID == as.SellerOrderID && h.Reason == as.Reason
}

// mayHoldOrder returns order.ErrNotFound for an order of somebody else, and
// ErrHoldLate when nothing of it is on the platform any more.
func mayHoldOrder(ctx context.Context, tx db.Tx, of seller.ID, partID order.SellerOrderID) error {
	owner, err := selectSellerOf(ctx, tx, partID)
	if errors.Is(err, db.ErrNotFound) || err == nil && owner != of {
		return order.ErrNotFound.At("sellerOrderId")
	}
	if err != nil {
		return err
	}
	r, err := selectReleaseOfPart(ctx, tx, partID)
	if errors.Is(err, db.ErrNotFound) { // not paid yet
		return nil
	}
	if err == nil && r.Status == ReleaseTransferred && r.ReservedMinor == 0 {
		return ErrHoldLate.At("sellerOrderId")
	}
	return err
}

// HoldLiftInput lets go what is held.
type HoldLiftInput struct {
	HoldID HoldID
	Reason string // required, at most 1,000 characters; the seller reads it
}

// LiftHold ends a hold. What no other one keeps leaves when it is due. It returns
// ErrHoldNotFound, ErrHoldEnded and the faults of the reason.
func (s *Service) LiftHold(ctx context.Context, by actor.Actor, in HoldLiftInput) (*Hold, error) {
	var l fault.List
	reason := l.RequiredLines(in.Reason, 1000, "reason")
	if err := l.Err(); err != nil {
		return nil, err
	}
	var h *Hold
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if h, err = selectHold(ctx, tx, in.HoldID); errors.Is(err, db.ErrNotFound) {
			return ErrHoldNotFound
		} else if err != nil {
			return err
		}
		if !h.StandsAt(tx.Now()) {
			return ErrHoldEnded
		}
		now := tx.Now()
		first, err := insertLift(ctx, tx, &holdLift{HoldID: h.ID, Reason: reason, LiftedBy: identity.AccountID(by.AccountID), LiftedAt: now})
		if err != nil {
			return fmt.Errorf("insert lift of %s: %w", h.ID, err)
		}
		if !first { // somebody was faster
			return ErrHoldEnded
		}
		h.LiftReason, h.LiftedAt = reason, &now
		if err := unblockReleases(ctx, tx, h.SellerID); err != nil {
			return fmt.Errorf("let go the releases of %s: %w", h.SellerID, err)
		}
		return event.Emit(ctx, tx, HoldLifted{h.ID, h.SellerID, h.SellerOrderID, reason})
	})
	if err != nil {
		return nil, err
	}
	return h, nil
}

// HoldsOf lists the holds of the actor's seller, or of the one that an operator asks
// for: those that stand first, then the newest first, at most a hundred.
func (s *Service) HoldsOf(ctx context.Context, by actor.Actor, asked *seller.ID) ([]*Hold, error) {
	owner, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return selectHolds(ctx, s.db.Read(ctx), owner, s.db.Clock().Now())
}

// HoldByID returns any hold, for Étal itself: mail that tells of it.
func (s *Service) HoldByID(ctx context.Context, holdID HoldID) (*Hold, error) {
	h, err := selectHold(ctx, s.db.Read(ctx), holdID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrHoldNotFound
	}
	return h, err
}

// longest is the hold that ends last, of those that keep the money of a seller or, when
// a seller order is named, of that too; nil when none does.
func longest(all []*Hold, partID order.SellerOrderID) *Hold {
	var last *Hold
	for _, h := range all {
		if h.SellerOrderID != "" && h.SellerOrderID != partID {
			continue
		}
		if last == nil || last.Until != nil && (h.Until == nil || h.Until.After(*last.Until)) {
			last = h
		}
	}
	return last
}

// holdOf is the hold that keeps the money of a seller, or of one of its orders when
// one is named, for the longest time; nil when none does.
func holdOf(ctx context.Context, q db.Querier, of seller.ID, partID order.SellerOrderID, now time.Time) (*Hold, error) {
	all, err := selectStanding(ctx, q, of, now)
	if err != nil {
		return nil, fmt.Errorf("holds of %s: %w", of, err)
	}
	return longest(all, partID), nil
}

// holdAtDoorTx is holdOf for what is about to leave: from then on until the unit ends
// no hold of the seller is placed.
func holdAtDoorTx(ctx context.Context, tx db.Tx, of seller.ID, partID order.SellerOrderID) (*Hold, error) {
	if err := keepSeller(ctx, tx, of); err != nil {
		return nil, fmt.Errorf("lock seller %s: %w", of, err)
	}
	return holdOf(ctx, tx, of, partID, tx.Now())
}
