package graph_test

import (
	"fmt"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// team gives a seller what its people are named by: a member, a role of its own,
// an invitation and an offer of its ownership.
func (m *market) team(s *testkit.Seller, name string) ids {
	m.t.Helper()
	role := m.role(s, name+" role", nil, authz.SellerRead)
	member := m.joined(s, seller.Charge{Role: seller.RoleCustom, RoleID: &role.ID})
	offer, err := m.App.Sellers.OfferOwnership(m.t.Context(), s.Actor, seller.OfferInput{MemberID: member.ID})
	require.NoError(m.t, err)
	return ids{
		"role": string(role.ID), "member": string(member.ID), "ownershipOffer": string(offer.ID),
		"invitation": string(s.Invites(name+"@example.org", seller.Charge{Role: seller.RoleReadOnly}).ID),
	}
}

func (m *market) role(s *testkit.Seller, name string, limit *money.Input, perms ...authz.Permission) *seller.CustomRole {
	m.t.Helper()
	var names []string
	for _, p := range perms {
		names = append(names, string(p))
	}
	made, err := m.App.Sellers.CreateRole(m.t.Context(), s.Actor, seller.RoleInput{Name: name, Permissions: names, RefundLimit: limit})
	require.NoError(m.t, err)
	return made
}

// joined lets somebody new join and returns the membership.
func (m *market) joined(s *testkit.Seller, as seller.Charge) *seller.Member {
	m.t.Helper()
	p := m.Buyer("A member")
	return m.Joins(p, s.Invites(p.Email, as))
}

// wearCustom dresses two members of Mill in roles that it has made: one that
// looks after the catalogue, and one that refunds up to 20 EUR.
func (m *market) wearCustom(mine, theirs ids, secrets []string) {
	m.t.Helper()
	catalog := m.role(m.mill, "Pictures", nil, authz.SellerRead, authz.ProductRead, authz.ProductEdit, authz.OfferEdit, authz.StockRead)
	desk := m.role(m.mill, "Desk", &money.Input{Amount: "20.00", CurrencyCode: "EUR"},
		authz.SellerRead, authz.SellerOrderRead, authz.SellerOrderRefund)
	for _, role := range []*seller.CustomRole{catalog, desk} {
		p := m.mill.MemberWith("Pia "+role.Name, seller.Charge{Role: seller.RoleCustom, RoleID: &role.ID})
		require.Equal(m.t, actor.Custom, p.Actor.Role)
		m.wear("seller:custom, "+role.Name, p, mine, theirs, secrets...)
	}
}

// teamInputs gives what the operations on people of sellers need besides ids;
// nil for others.
func (m *market) teamInputs(operation, n string) map[string]any {
	switch operation {
	case "Mutation.noteAdd":
		return map[string]any{"text": "Called back."}
	case "Mutation.noteEdit":
		return map[string]any{"version": 1, "text": "Called back " + n + "."}
	case "Mutation.accountRename":
		return map[string]any{"name": "Somebody " + n}
	case "Mutation.memberInvite":
		return map[string]any{"email": "invited" + n + "@example.org", "role": "CUSTOM"}
	case "Mutation.memberRoleSet":
		return map[string]any{"role": "CUSTOM"}
	case "Mutation.memberInvitationAccept", "Mutation.memberInvitationDecline", "Query.sellerInvitation":
		return map[string]any{"token": "no link"}
	case "Mutation.sellerRoleCreate":
		return map[string]any{"name": "Role " + n, "permissions": []any{"SELLER_READ"}}
	case "Mutation.sellerRoleUpdate":
		return map[string]any{"name": "Role " + n, "permissions": []any{"SELLER_READ"}, "version": 1}
	case "Mutation.sellerRoleDelete":
		return map[string]any{"replacement": map[string]any{"role": "READONLY"}}
	case "Mutation.sellerUpdate":
		return map[string]any{"description": "Number " + n + "."}
	case "Mutation.sellerLegalUpdate":
		version := 0
		if m.mill != nil {
			found, err := m.App.Sellers.LegalByIDs(m.t.Context(), []seller.ID{m.mill.ID})
			require.NoError(m.t, err)
			for _, l := range found[m.mill.ID] {
				version = int(l.Version)
			}
		}
		return map[string]any{"legalName": "Mill " + n, "line1": "Road 1", "city": "Hamburg", "country": "DE", "version": version}
	case "Mutation.sellerClose":
		return map[string]any{"reason": "A reason."}
	}
	return nil
}

// prepareTeam makes what a call on people of sellers uses up; it reports whether
// the operation is one.
func (m *market) prepareTeam(name string, h *hat) (*testkit.Person, ids, bool) {
	m.t.Helper()
	p, own := h.person, h.own
	switch name {
	case "noteEdit", "noteDelete":
		if p != nil && p.Actor.IsOperator() {
			own = own.with(ids{"note": m.note(p)})
		}
	case "memberInvitationResend", "memberInvitationRevoke":
		m.count++
		made := m.mill.Invites(fmt.Sprintf("waiting%d@example.org", m.count), seller.Charge{Role: seller.RoleReadOnly})
		own = own.with(ids{"invitation": string(made.ID)})
	case "memberRoleSet", "memberRemove", "ownershipTransfer":
		own = own.with(ids{"member": string(m.joined(m.mill, seller.Charge{Role: seller.RoleReadOnly}).ID)})
		if name == "ownershipTransfer" {
			m.withdraw(m.mill)
		}
	case "memberLeave":
		p = m.Buyer("Somebody who leaves")
		m.Joins(p, m.mill.Invites(p.Email, seller.Charge{Role: seller.RoleReadOnly}))
	case "sellerRoleUpdate", "sellerRoleDelete":
		m.count++
		own = own.with(ids{"role": string(m.role(m.mill, fmt.Sprintf("Passing %d", m.count), nil, authz.SellerRead).ID)})
	case "ownershipTransferCancel":
		m.withdraw(m.mill)
		own = own.with(ids{"ownershipOffer": m.offered(m.mill, m.joined(m.mill, seller.Charge{Role: seller.RoleReadOnly}).ID)})
	case "ownershipTransferAccept", "ownershipTransferDecline":
		s := m.Seller("A house to hand over")
		p = m.Buyer("An heir")
		own = own.with(ids{"ownershipOffer": m.offered(s, m.Joins(p, s.Invites(p.Email, seller.Charge{Role: seller.RoleSupport})).ID)})
	case "ownershipAssign":
		s := m.Seller("A house to hand on")
		own = own.with(ids{"seller": string(s.ID), "member": string(m.joined(s, seller.Charge{Role: seller.RoleReadOnly}).ID)})
	case "sellerClosePropose":
		own = own.with(ids{"seller": string(m.Seller("A house to shut").ID)})
	case "sellerClose":
		p = m.Seller("A house to close").Person
	default:
		return nil, nil, false
	}
	return p, own, true
}

// withdraw takes back the open offer of a seller's ownership.
func (m *market) withdraw(s *testkit.Seller) {
	m.t.Helper()
	open, err := m.App.Sellers.OffersByIDs(m.t.Context(), []seller.ID{s.ID})
	require.NoError(m.t, err)
	for _, o := range open[s.ID] {
		_, err := m.App.Sellers.CancelOffer(m.t.Context(), s.Actor, seller.OfferAnswerInput{OfferID: o.ID})
		require.NoError(m.t, err)
	}
}

func (m *market) offered(s *testkit.Seller, to seller.MemberID) string {
	m.t.Helper()
	o, err := m.App.Sellers.OfferOwnership(m.t.Context(), s.Actor, seller.OfferInput{MemberID: to})
	require.NoError(m.t, err)
	return string(o.ID)
}
