package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
)

// ActAsOperator is the value of the Etal-Act-As header for the hat of an
// operator. The hat of a member is the seller's id; without the header
// somebody acts as a buyer.
const ActAsOperator = "operator"

// actAsMax is longer than any value of the header can be.
const actAsMax = 64

// HatKind says whose hat it is; its values are those of the GraphQL enum.
type HatKind string

// The kinds of hats.
const (
	// HatGuest is a guest's only hat.
	HatGuest HatKind = "GUEST"
	// HatBuyer is the hat of everybody with an address and a password.
	HatBuyer HatKind = "BUYER"
	// HatSeller is the hat of a member of a seller.
	HatSeller HatKind = "SELLER"
	// HatOperator is the hat of an operator.
	HatOperator HatKind = "OPERATOR"
)

// Hat is something that an account may act as.
type Hat struct {
	Kind         HatKind
	ActAs        *string                // value of the Etal-Act-As header; nil: leave it out
	Seller       *Seller                // whom a member acts for
	MemberRole   *Role                  // what a member does
	CustomRole   *CustomRole            // the role of the seller's own that a member has; else nil
	OperatorRole *identity.OperatorRole // what an operator does
	Actor        actor.Actor            // who acts when this hat is worn
}

// Hats lists what an account may act as: itself, each seller it is a member
// of, an operator. The list is bounded: nobody owns more than one application
// that waits, and others have to let them in.
func (s *Service) Hats(ctx context.Context, account *identity.Account, sessionID identity.SessionID) ([]*Hat, error) {
	self := actorOf(account, &identity.Session{ID: sessionID})
	hats := []*Hat{{Kind: HatBuyer, Actor: self}}
	if account.IsGuest {
		hats[0].Kind = HatGuest
		return hats, nil
	}
	joined, err := selectJoined(ctx, s.db.Read(ctx), account.ID)
	if err != nil {
		return nil, fmt.Errorf("load memberships: %w", err)
	}
	for _, j := range joined {
		sellerID := string(j.SellerID)
		hats = append(hats, &Hat{
			Kind: HatSeller, ActAs: &sellerID, Seller: j.Seller, MemberRole: &j.Role, CustomRole: j.Custom,
			Actor: memberActor(s.grants, self, j),
		})
	}
	if account.IsOperator() {
		header := ActAsOperator
		hats = append(hats, &Hat{
			Kind: HatOperator, ActAs: &header, OperatorRole: account.OperatorRole, Actor: operatorActor(self, *account.OperatorRole),
		})
	}
	return hats, nil
}

// Actor says who acts in a request, from its bearer token and its Etal-Act-As
// header, both empty when absent. Membership and operator role are read anew
// each time, so that one that was taken away is gone with the next request.
//
// It returns identity.ErrSessionInvalid for a token that is no live session's,
// ErrNotMember or ErrNotOperator for a hat that is not the account's, and
// identity.ErrSessionStale when the session may not wear it any more. A
// header without a session is refused with identity.ErrSessionInvalid, since
// quietly answering as nobody would hide that the token got lost. A session that
// waits for its second factor wears no hat at all, only the role actor.Pending;
// and so does one that a trusted device has let in, under any hat but the buyer's.
func (s *Service) Actor(ctx context.Context, token identity.Token, actAs string) (actor.Actor, error) {
	if token == "" {
		if actAs != "" {
			return actor.Actor{}, identity.ErrSessionInvalid
		}
		return actor.Actor{Role: actor.Anonymous}, nil
	}
	session, account, err := s.identity.Authenticate(ctx, token)
	if err != nil {
		return actor.Actor{}, err
	}
	self := actorOf(account, session)
	switch {
	case session.FactorPending:
		return self, nil // whatever hat it asks for
	case actAs == "":
		return self, nil
	case session.OwesFactor(account):
		self.Role = actor.Pending
		return self, nil
	case actAs == ActAsOperator:
		if account.OperatorRole == nil {
			return actor.Actor{}, ErrNotOperator
		}
		if !account.IsOperator() {
			return actor.Actor{}, ErrOperatorDisabled
		}
		if !session.Fit(s.db.Clock().Now(), identity.OperatorPauseMax, identity.OperatorLifetimeMax) {
			return actor.Actor{}, identity.ErrSessionStale
		}
		return operatorActor(self, *account.OperatorRole), nil
	case account.IsGuest || len(actAs) > actAsMax:
		return actor.Actor{}, ErrNotMember
	}
	if !session.Fit(s.db.Clock().Now(), identity.SellerPauseMax, identity.SellerLifetimeMax) {
		return actor.Actor{}, identity.ErrSessionStale
	}
	who, err := s.member(ctx, self, ID(actAs))
	if ErrNotMember.Is(err) && account.OperatorRole != nil {
		return s.viewing(ctx, self, account, worn{session, ID(actAs)})
	}
	return who, err
}

// HatOf returns the hat of a member of a seller, or of an operator when no seller
// is named, for somebody who acts without a session. It returns ErrNotMember and
// ErrNotOperator.
func (s *Service) HatOf(ctx context.Context, account *identity.Account, sellerID ID) (actor.Actor, error) {
	self := actorOf(account, &identity.Session{})
	switch {
	case sellerID != "":
		return s.member(ctx, self, sellerID)
	case !account.IsOperator():
		return actor.Actor{}, ErrNotOperator
	}
	return operatorActor(self, *account.OperatorRole), nil
}

// OwnerHasFactor reports whether an owner of a seller has a second factor.
func (s *Service) OwnerHasFactor(ctx context.Context, sellerID ID) (bool, error) {
	has, err := hasOwnerWithFactor(ctx, s.db.Read(ctx), sellerID)
	if err != nil {
		return false, fmt.Errorf("look for an owner with a second factor: %w", err)
	}
	return has, nil
}

// member puts on the hat of a member.
func (s *Service) member(ctx context.Context, self actor.Actor, sellerID ID) (actor.Actor, error) {
	m, err := s.MembershipOf(ctx, identity.AccountID(self.AccountID), sellerID)
	if err != nil {
		return actor.Actor{}, err
	}
	if !m.IsEnabled() {
		return actor.Actor{}, ErrMemberDisabled
	}
	worn, err := wornBy(ctx, s.db.Read(ctx), m)
	if err != nil {
		return actor.Actor{}, err
	}
	return memberActor(s.grants, self, worn), nil
}

// wornBy loads what a hat of a member is made of.
func wornBy(ctx context.Context, q db.Querier, m *Member) (*joined, error) {
	worn := &joined{Member: *m}
	var err error
	if worn.Seller, err = selectSeller(ctx, q, m.SellerID); err != nil {
		return nil, fmt.Errorf("load seller: %w", err)
	}
	if m.RoleID == nil {
		return worn, nil
	}
	worn.Custom, err = selectRole(ctx, q, m.SellerID, *m.RoleID)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return nil, fmt.Errorf("load role: %w", err)
	}
	return worn, nil
}

func actorOf(a *identity.Account, session *identity.Session) actor.Actor {
	self := actor.Actor{AccountID: string(a.ID), SessionID: string(session.ID), Role: actor.Buyer, HasFactor: a.HasFactor}
	switch {
	case session.FactorPending:
		self.Role = actor.Pending
	case a.IsGuest:
		self.Role = actor.Guest
	}
	if session.FactorAt != nil {
		self.FactorAt = *session.FactorAt
	}
	return self
}

// memberActor is the actor of a member. One whose role is not there holds nothing.
func memberActor(g actor.Grants, self actor.Actor, as *joined) actor.Actor {
	self.Role, self.SellerID, self.ReadOnly = as.Role.Role(), string(as.Seller.ID), !as.Seller.IsOpen()
	if as.Role == RoleCustom {
		held := powersOf(g, RoleCustom, as.Custom)
		self.Rights, self.RefundLimit = held.rights, held.limit
	}
	return self
}

func operatorActor(self actor.Actor, r identity.OperatorRole) actor.Actor {
	self.Role = r.Role()
	return self
}
