package graph

import (
	"context"
	"time"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// names returns permissions as the domain keeps them.
func names(list []authz.Permission) []string {
	texts := make([]string, len(list))
	for i, do := range list {
		texts[i] = string(do)
	}
	return texts
}

func roleInput(in model.SellerRoleCreateInput) seller.RoleInput {
	return seller.RoleInput{
		Name: in.Name, Description: in.Description, Permissions: names(in.Permissions), RefundLimit: in.RefundLimit.Value(),
	}
}

func roleUpdateInput(in model.SellerRoleUpdateInput) seller.RoleUpdateInput {
	return seller.RoleUpdateInput{RoleID: seller.RoleID(in.RoleID), Version: int64(in.Version), RoleInput: seller.RoleInput{
		Name: in.Name, Description: in.Description, Permissions: names(in.Permissions), RefundLimit: in.RefundLimit.Value(),
	}}
}

// permissionsOf returns what a role holds, without what is no permission any
// more.
func permissionsOf(r *seller.CustomRole) []authz.Permission {
	held := []authz.Permission{}
	for _, name := range r.Permissions {
		if do := authz.Permission(name); authz.Known(do) {
			held = append(held, do)
		}
	}
	return held
}

// customRole loads a role of a seller's own; nil for those that every seller has.
func customRole(ctx context.Context, roleID *seller.RoleID) (*seller.CustomRole, error) {
	if roleID == nil {
		return nil, nil
	}
	return loader.From(ctx).Roles.Load(ctx, *roleID)
}

// preview shows an invitation to whoever has its link, and nothing to anybody
// else: a link that never was, and one that has ended, look the same.
func (r *Resolver) preview(ctx context.Context, token seller.InvitationToken) (*seller.Preview, error) {
	p, err := r.Domain.Seller.Preview(ctx, token)
	if seller.ErrInvitationInvalid.Is(err) {
		return nil, nil
	}
	return p, err
}

// lastSignIn tells those who look after members when one signed in.
func lastSignIn(ctx context.Context, m *seller.Member) (*time.Time, error) {
	if !authz.Can(actor.From(ctx), authz.SellerMemberRead) {
		return nil, nil
	}
	account, err := loader.From(ctx).Accounts.Load(ctx, m.AccountID)
	if err != nil {
		return nil, err
	}
	return account.SignedInAt, nil
}

// legal shows who a seller is by law to those whose role may read it.
func (r *Resolver) legal(ctx context.Context, of *seller.Business) (*seller.Legal, error) {
	if !authz.Can(actor.From(ctx), authz.SellerLegalRead) {
		return nil, nil
	}
	return first(loader.From(ctx).Legals.Load(ctx, of.ID))
}

// bornOn shows when an individual was born to those who may say so, of themselves as it
// were: operators find it in the file that an authority gets.
func bornOn(ctx context.Context, of *seller.Legal) *time.Time {
	by := actor.From(ctx)
	if by.IsOperator() || !authz.Can(by, authz.SellerLegalEdit) {
		return nil
	}
	return of.BirthDate()
}

// openOffer shows the offer of an ownership to those who look after members.
func (r *Resolver) openOffer(ctx context.Context, of *seller.Business) (*seller.Offer, error) {
	if !authz.Can(actor.From(ctx), authz.SellerMemberRead) {
		return nil, nil
	}
	return first(loader.From(ctx).Transfers.Load(ctx, of.ID))
}

// first returns the only item of a list; nil when it is empty.
func first[T any](list []*T, err error) (*T, error) {
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return list[0], nil
}
