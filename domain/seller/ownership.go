package seller

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// OfferMax is how long an offer of ownership can be accepted.
const OfferMax = 72 * time.Hour

// OfferID names an offer of ownership, `own_…`.
type OfferID string

// NewOfferID returns a fresh id.
func NewOfferID() OfferID { return id.New[OfferID]("own") }

// Offer asks a member to own the seller. Nobody becomes an owner without
// agreeing to it.
type Offer struct {
	bun.BaseModel `bun:"table:ownership_offers,alias:oo"`

	ID         OfferID `bun:",pk"`
	SellerID   ID
	OfferedBy  identity.AccountID // an owner, or an operator
	OfferedTo  identity.AccountID
	FormerRole Role // what the present owner, or for an operator all of them, will be
	ByOperator bool
	CreatedAt  time.Time
	ExpiresAt  time.Time
	EndedAt    *time.Time // UTC; nil while it is open
	Outcome    *Outcome   // nil while it is open
}

// Open reports whether the offer can be accepted at an instant.
func (o *Offer) Open(at time.Time) bool { return o.EndedAt == nil && at.Before(o.ExpiresAt) }

// OfferInput offers the ownership of the seller that the actor acts for.
type OfferInput struct {
	MemberID   MemberID
	FormerRole *Role // what the actor will be; a manager when nil, an owner still when RoleOwner
}

// OfferAnswerInput names an offer.
type OfferAnswerInput struct {
	OfferID OfferID
}

// formerRole is what owners become: a role that every seller has.
func formerRole(r *Role) (Role, error) {
	if r == nil {
		return RoleManager, nil
	}
	if !r.Valid() {
		return "", ErrMemberRole.At("formerRole")
	}
	return *r, nil
}

// OfferOwnership asks a member to own the seller. It returns ErrMemberAbove to
// whoever is no owner, ErrMemberNotFound, ErrOwnerAlready, ErrOfferExists, and
// ErrMemberRole for a role that the owner cannot get.
func (s *Service) OfferOwnership(ctx context.Context, by actor.Actor, in OfferInput) (*Offer, error) {
	former, err := formerRole(in.FormerRole)
	if err != nil {
		return nil, err
	}
	var made *Offer
	err = s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) error {
		m, err := memberTx(ctx, tx, self.SellerID, in.MemberID)
		if err != nil {
			return err
		}
		if !self.owner {
			return ErrMemberAbove.At("memberId")
		}
		if m.Role == RoleOwner || !m.IsEnabled() {
			return ErrOwnerAlready.At("memberId")
		}
		made = &Offer{OfferedBy: self.AccountID, OfferedTo: m.AccountID, FormerRole: former, SellerID: self.SellerID}
		return offerTx(ctx, tx, made)
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// offerTx writes an offer, unless another one is open.
func offerTx(ctx context.Context, tx db.Tx, o *Offer) error {
	last, err := selectOpenOffer(ctx, tx, o.SellerID)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return fmt.Errorf("load offer: %w", err)
	}
	if err == nil {
		if last.Open(tx.Now()) {
			return ErrOfferExists
		}
		if err := endOfferTx(ctx, tx, last, OutcomeExpired, ""); err != nil {
			return err
		}
	}
	o.ID, o.CreatedAt, o.ExpiresAt = NewOfferID(), tx.Now(), tx.Now().Add(OfferMax)
	if err := insertOffer(ctx, tx, o); err != nil {
		return fmt.Errorf("insert offer: %w", err)
	}
	return event.Emit(ctx, tx, OwnershipOffered{
		SellerID: o.SellerID, OfferID: o.ID, To: o.OfferedTo, By: o.OfferedBy, FormerRole: o.FormerRole, ByOperator: o.ByOperator,
	})
}

// CancelOffer takes an offer back. Any owner may. It returns ErrOfferNotFound
// and ErrMemberAbove.
func (s *Service) CancelOffer(ctx context.Context, by actor.Actor, in OfferAnswerInput) (*Offer, error) {
	var o *Offer
	err := s.writeTeam(ctx, by, func(ctx context.Context, tx db.Tx, self *standing) (err error) {
		o, err = openOfferTx(ctx, tx, self.SellerID, in.OfferID)
		if err != nil {
			return err
		}
		if !self.owner {
			return ErrMemberAbove.At("offerId")
		}
		return endOfferTx(ctx, tx, o, OutcomeRevoked, self.AccountID)
	})
	if err != nil {
		return nil, err
	}
	return o, nil
}

// AcceptOffer makes the actor the owner. It returns ErrOfferNotFound for an
// offer that is not open, not the actor's, or not the offerer's to make any more.
func (s *Service) AcceptOffer(ctx context.Context, by actor.Actor, in OfferAnswerInput) (*Offer, error) {
	return s.answerOffer(ctx, by, in, func(ctx context.Context, tx db.Tx, o *Offer) error {
		to, err := s.standingTx(ctx, tx, o.SellerID, o.OfferedTo)
		if ErrNotMember.Is(err) {
			return ErrOfferNotFound
		}
		if err != nil {
			return err
		}
		stands, err := s.offerStandsTx(ctx, tx, o)
		if err != nil {
			return err
		}
		if !stands {
			return ErrOfferNotFound
		}
		if err := endOfferTx(ctx, tx, o, OutcomeAccepted, o.OfferedTo); err != nil {
			return err
		}
		return s.transferTx(ctx, tx, o, to.Member)
	})
}

// transferTx makes a member the owner, and whoever offered it what the offer
// says: the owner who did, or all of them when an operator did.
func (s *Service) transferTx(ctx context.Context, tx db.Tx, o *Offer, to *Member) error {
	members, err := selectMembers(ctx, tx, []ID{o.SellerID})
	if err != nil {
		return fmt.Errorf("load members: %w", err)
	}
	news := OwnershipTransferred{
		SellerID: o.SellerID, OfferID: o.ID, To: to.AccountID, ToBefore: to.charge(), FormerRole: o.FormerRole, ByOperator: o.ByOperator,
	}
	for _, m := range members {
		if m.Role != RoleOwner || m.ID == to.ID || !o.ByOperator && m.AccountID != o.OfferedBy || o.FormerRole == RoleOwner {
			continue
		}
		m.Role, m.RoleID = o.FormerRole, nil
		if err := updateMember(ctx, tx, m); err != nil {
			return fmt.Errorf("save former owner: %w", err)
		}
		news.From = append(news.From, m.AccountID)
	}
	to.Role, to.RoleID = RoleOwner, nil
	if err := updateMember(ctx, tx, to); err != nil {
		return fmt.Errorf("save owner: %w", err)
	}
	if err := event.Emit(ctx, tx, news); err != nil {
		return err
	}
	return s.lapseTx(ctx, tx, o.SellerID)
}

// DeclineOffer lets the actor not become the owner. It returns ErrOfferNotFound.
func (s *Service) DeclineOffer(ctx context.Context, by actor.Actor, in OfferAnswerInput) (*Offer, error) {
	return s.answerOffer(ctx, by, in, func(ctx context.Context, tx db.Tx, o *Offer) error {
		return endOfferTx(ctx, tx, o, OutcomeDeclined, o.OfferedTo)
	})
}

// answerOffer answers an open offer that was made to the actor.
func (s *Service) answerOffer(
	ctx context.Context, by actor.Actor, in OfferAnswerInput, fn func(context.Context, db.Tx, *Offer) error,
) (*Offer, error) {
	var o *Offer
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		asked, err := selectOffer(ctx, tx, in.OfferID)
		if errors.Is(err, db.ErrNotFound) || err == nil && string(asked.OfferedTo) != by.AccountID {
			return ErrOfferNotFound
		}
		if err != nil {
			return fmt.Errorf("load offer: %w", err)
		}
		if _, err := lockedTx(ctx, tx, asked.SellerID); err != nil {
			return err
		}
		o, err = openOfferTx(ctx, tx, asked.SellerID, in.OfferID)
		if err != nil {
			return err
		}
		return fn(ctx, tx, o)
	})
	if err != nil {
		return nil, err
	}
	return o, nil
}

// openOfferTx returns the open offer of a seller, whose row is locked.
func openOfferTx(ctx context.Context, tx db.Tx, sellerID ID, offerID OfferID) (*Offer, error) {
	o, err := selectOpenOffer(ctx, tx, sellerID)
	if errors.Is(err, db.ErrNotFound) || err == nil && (o.ID != offerID || !o.Open(tx.Now())) {
		return nil, ErrOfferNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load offer: %w", err)
	}
	return o, nil
}

func endOfferTx(ctx context.Context, tx db.Tx, o *Offer, how Outcome, by identity.AccountID) error {
	now := tx.Now()
	o.EndedAt, o.Outcome = &now, &how
	if err := updateOffer(ctx, tx, o); err != nil {
		return fmt.Errorf("end offer: %w", err)
	}
	return event.Emit(ctx, tx, OwnershipOfferEnded{SellerID: o.SellerID, OfferID: o.ID, Outcome: how, By: by})
}

// offerStandsTx reports whether whoever offered the ownership may still do so.
func (s *Service) offerStandsTx(ctx context.Context, tx db.Tx, o *Offer) (bool, error) {
	if o.ByOperator {
		return true, nil // two operators have agreed, and it ends by itself
	}
	offerer, err := s.standingTx(ctx, tx, o.SellerID, o.OfferedBy)
	if ErrNotMember.Is(err) {
		return false, nil
	}
	return err == nil && offerer.owner, err
}

// lapseOfferTx ends the open offer of a seller when whoever offered is no owner
// any more, or whom it was made to is no member.
func (s *Service) lapseOfferTx(ctx context.Context, tx db.Tx, sellerID ID) error {
	o, err := selectOpenOffer(ctx, tx, sellerID)
	if errors.Is(err, db.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load offer: %w", err)
	}
	stands, err := s.offerStandsTx(ctx, tx, o)
	if err != nil {
		return err
	}
	_, err = s.standingTx(ctx, tx, sellerID, o.OfferedTo)
	if err != nil && !ErrNotMember.Is(err) {
		return err
	}
	if stands && err == nil {
		return nil
	}
	return endOfferTx(ctx, tx, o, OutcomeLapsed, "")
}
