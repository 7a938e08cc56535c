package authz

import "github.com/etal-market/etal/domain/actor"

const sellerOwner actor.Role = "seller:owner"

// Grants is what contexts have to know of the policy: package authz knows no
// context, and a context does not know package authz.
func Grants() actor.Grants {
	g := actor.Grants{
		Roles:      map[actor.Role]actor.Rights{},
		OwnersOnly: Rights(ownersOnly()...), Never: Rights(OwnershipTransfer, SellerClose),
		Invites: Rights(SellerMemberInvite), Refunds: Rights(SellerOrderRefund),
	}
	for _, do := range Permissions() {
		g.Names = append(g.Names, string(do))
	}
	for _, role := range Roles() {
		g.Roles[role] = Rights(Of(role)...)
	}
	return g
}

// ownersOnly are the permissions that let people in, decide where money goes, or have
// strangers told of everything.
// Nobody but an owner puts them into a role of the seller's own, and whoever has
// one of them ranks as a manager.
func ownersOnly() []Permission {
	return []Permission{SellerMemberInvite, SellerMemberEdit, SellerMemberRemove, SellerRoleEdit, PayoutAccountEdit, SellerLegalEdit, APIKeyEdit, WebhookEdit}
}

// Rights returns a set of permissions as an actor carries it.
func Rights(list ...Permission) (held actor.Rights) {
	for _, do := range list {
		if place, known := table().places[do]; known {
			held = held.With(place)
		}
	}
	return held
}
