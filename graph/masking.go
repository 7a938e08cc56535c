package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/mask"
	"github.com/etal-market/etal/graph/model"
)

// isOperating reports whether an operator asks, under their own hat or as a
// seller.
func isOperating(by actor.Actor) bool { return by.IsOperator() || by.IsViewing() }

// standing is what is revealed to the actor now of an order or an account; nil
// when nothing is. Who may reveal no more, since their role is another one now, has
// nothing revealed either. A grant to view ends by itself with the role.
func standing(ctx context.Context, subject id.Any) (*reveal.Reveal, error) {
	by := actor.From(ctx)
	if !isOperating(by) || by.KeyID != "" || !by.IsViewing() && !authz.Can(by, authz.BuyerPIIReveal) {
		return nil, nil
	}
	held, err := loader.From(ctx).Reveals.Load(ctx, subject)
	if err != nil || len(held) == 0 {
		return nil, err
	}
	return held[0], nil
}

// revealedUntil is until when something is revealed to the actor; nil when it is
// not.
func revealedUntil(ctx context.Context, subject id.Any) (*time.Time, error) {
	held, err := standing(ctx, subject)
	if held == nil {
		return nil, err
	}
	return &held.EndsAt, nil
}

func operatorReads(ctx context.Context, subject id.Any) (mask.Reader, error) {
	held, err := standing(ctx, subject)
	if held == nil {
		return mask.Operator, err
	}
	return mask.Revealed, nil
}

// orderReader is what the actor is to the buyer of an order.
func orderReader(ctx context.Context, o *order.Order) (mask.Reader, error) {
	by := actor.From(ctx)
	switch {
	case isOperating(by):
		return operatorReads(ctx, id.Any(o.ID))
	case !by.IsSeller() && by.AccountID != "" && by.AccountID == string(o.BuyerID):
		return mask.Self, nil
	}
	return mask.Stranger, nil
}

// partReader is what the actor is to the buyer of a part of an order.
func (r *Resolver) partReader(ctx context.Context, part *order.SellerOrder) (mask.Reader, error) {
	by := actor.From(ctx)
	switch {
	case isOperating(by):
		return operatorReads(ctx, id.Any(part.OrderID))
	case !by.IsSeller() && by.AccountID != "" && by.AccountID == string(part.BuyerID):
		return mask.Self, nil
	case !by.IsSeller() || by.SellerID != string(part.SellerID):
		return mask.Stranger, nil
	case !authz.Can(by, authz.ShippingAddressRead):
		return mask.Clerk, nil
	}
	until := part.AddressSeenUntil()
	switch {
	case until != nil && !r.clock.Now().Before(*until):
		return mask.Late, nil
	case until == nil && authz.Can(by, authz.SellerOrderShip):
		return mask.Sender, nil
	}
	return mask.Handler, nil
}

// accountReader is what the actor is to somebody with an account.
func accountReader(ctx context.Context, a *identity.Account) (mask.Reader, error) {
	by := actor.From(ctx)
	switch {
	case by.AccountID == string(a.ID) && by.KeyID == "", isJustOpened(ctx): // a program is nobody's self
		return mask.Self, nil
	case isOperating(by) && a.OperatorRole != nil:
		return colleague(by, authz.AccountRead), nil
	case !isOperating(by) && by.IsSeller():
		return colleague(by, authz.SellerMemberRead), nil
	case !isOperating(by):
		return mask.Stranger, nil
	}
	memberships, err := loader.From(ctx).Memberships.Load(ctx, a.ID)
	if err != nil {
		return mask.Stranger, err
	}
	if len(memberships) > 0 {
		return colleague(by, authz.SellerMemberRead), nil
	}
	return operatorReads(ctx, id.Any(a.ID))
}

// colleague is what the actor is to somebody whom they work with. A program needs the
// permission by which people look such people up.
func colleague(by actor.Actor, needs authz.Permission) mask.Reader {
	if by.KeyID != "" && !authz.Can(by, needs) {
		return mask.Program
	}
	return mask.Colleague
}

// isJustOpened reports whether the account is that of a session that was opened in
// this request, which is told to nobody but its owner.
func isJustOpened(ctx context.Context) bool {
	field := graphql.GetFieldContext(ctx)
	return field != nil && field.Parent != nil && field.Parent.Object == "Session"
}

func shownOrder(ctx context.Context, o *order.Order) (email string, to *mask.Address, err error) {
	reader, err := orderReader(ctx, o)
	return mask.ShowOrderEmail(reader, o.Email), mask.ShowAddress(reader, o.ShipTo), err
}

func (r *Resolver) shownPart(ctx context.Context, part *order.SellerOrder) (*mask.Address, error) {
	reader, err := r.partReader(ctx, part)
	return mask.ShowAddress(reader, part.ShipTo), err
}

// shownAccount returns a copy of an account with what the actor sees of it.
func shownAccount(ctx context.Context, a *identity.Account) (*identity.Account, error) {
	reader, err := accountReader(ctx, a)
	seen := *a
	if a.Name != identity.ErasedName || a.Email != nil {
		seen.Name = mask.Show("Account.name", reader, a.Name)
	}
	if a.Email != nil {
		email := mask.Show("Account.email", reader, *a.Email)
		seen.Email = &email
	}
	return &seen, err
}

func isAccountMasked(ctx context.Context, a *identity.Account) (bool, error) {
	seen, err := shownAccount(ctx, a)
	return seen.Name != a.Name || a.Email != nil && *seen.Email != *a.Email, err
}

// shownEvidence shows what a bank is told of a part to those who see the part.
func (r *Resolver) shownEvidence(ctx context.Context, of *dispute.Part) (*mask.Evidence, error) {
	part, err := loader.From(ctx).SellerOrders.Load(ctx, of.SellerOrderID)
	if err != nil {
		return nil, err
	}
	reader, err := r.partReader(ctx, part)
	return mask.ShowEvidence(reader, of.Evidence), err
}

// shownAnswer shows operators what the bank was told of a whole order.
func shownAnswer(ctx context.Context, d *dispute.Dispute) (*mask.Evidence, error) {
	if d.AnswerEvidence == nil {
		return nil, nil
	}
	reader := mask.Stranger
	if isOperating(actor.From(ctx)) {
		var err error
		if reader, err = operatorReads(ctx, id.Any(d.OrderID)); err != nil {
			return nil, err
		}
	}
	return mask.ShowEvidence(reader, *d.AnswerEvidence), nil
}

func shownInvitee(ctx context.Context, i *seller.Invitation) string {
	reader, by := mask.Stranger, actor.From(ctx)
	switch {
	case isOperating(by):
		reader = mask.Operator
	case by.IsSeller():
		reader = mask.Colleague
	case by.AccountID != "" && i.AcceptedBy != nil && by.AccountID == string(*i.AcceptedBy):
		reader = mask.Self
	}
	return mask.Show("SellerInvitation.email", reader, i.Email)
}

// reveal lets an operator read what is masked, and shows it.
func (r *Resolver) reveal(ctx context.Context, in reveal.Input) (*model.PersonalDataRevealPayload, error) {
	by := actor.From(ctx)
	held, err := r.Domain.Reveal.Start(ctx, by, in)
	faults, err := userErrors(ctx, err)
	if held == nil {
		return &model.PersonalDataRevealPayload{UserErrors: faults}, err
	}
	shown := &model.PersonalDataRevealPayload{RevealedUntil: &held.EndsAt, UserErrors: faults}
	if id.Prefix(held.Subject) == "acc" {
		shown.Account, err = loader.From(ctx).Accounts.Load(ctx, identity.AccountID(held.Subject))
		return shown, err
	}
	shown.Order, err = r.Domain.Order.Get(ctx, by, order.ID(held.Subject))
	return shown, err
}
