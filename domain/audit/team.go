package audit

import (
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// member begins an entry about somebody who acts for a seller.
func (e *Entry) member(of seller.ID, account identity.AccountID) {
	e.Subject, e.SellerID = id.Any(account), of
}

// thing begins an entry about something that belongs to a seller.
func thing[T ~string](e *Entry, of seller.ID, what T) { e.Subject, e.SellerID = id.Any(what), of }

// teamReaders lists the events about who acts for whom, and as what.
func teamReaders() map[string]reader {
	return map[string]reader{
		seller.MemberInvited{}.EventName(): reading(func(i seller.MemberInvited, e *Entry) (any, any) {
			thing(e, i.SellerID, i.InvitationID)
			return nil, seller.Charge{Role: i.Role, RoleID: i.RoleID}
		}),
		seller.InvitationResent{}.EventName(): reading(func(i seller.InvitationResent, e *Entry) (any, any) {
			thing(e, i.SellerID, i.InvitationID)
			return nil, map[string]any{}
		}),
		seller.InvitationEnded{}.EventName(): reading(func(i seller.InvitationEnded, e *Entry) (any, any) {
			thing(e, i.SellerID, i.InvitationID)
			return nil, map[string]any{"outcome": i.Outcome}
		}),
		seller.MemberAdded{}.EventName(): reading(func(m seller.MemberAdded, e *Entry) (any, any) {
			e.member(m.SellerID, m.AccountID)
			after := map[string]any{"role": m.Role, "invited_by": m.By}
			if m.RoleID != nil {
				after["role_id"] = *m.RoleID
			}
			return nil, after
		}),
		seller.MemberRoleChanged{}.EventName(): reading(func(m seller.MemberRoleChanged, e *Entry) (any, any) {
			e.member(m.SellerID, m.AccountID)
			return m.Before, m.After
		}),
		seller.MemberRemoved{}.EventName(): reading(func(m seller.MemberRemoved, e *Entry) (any, any) {
			e.member(m.SellerID, m.AccountID)
			return m.Before, map[string]any{}
		}),
		seller.MemberDisabled{}.EventName(): reading(func(m seller.MemberDisabled, e *Entry) (any, any) {
			e.member(m.SellerID, m.AccountID)
			return map[string]any{"enabled": true}, map[string]any{"enabled": false}
		}),
		seller.MemberEnabled{}.EventName(): reading(func(m seller.MemberEnabled, e *Entry) (any, any) {
			e.member(m.SellerID, m.AccountID)
			return map[string]any{"enabled": false}, map[string]any{"enabled": true}
		}),
		identity.OperatorDisabled{}.EventName(): reading(func(o identity.OperatorDisabled, e *Entry) (any, any) {
			e.Subject = id.Any(o.AccountID)
			return map[string]any{"enabled": true}, map[string]any{"enabled": false}
		}),
		identity.OperatorEnabled{}.EventName(): reading(func(o identity.OperatorEnabled, e *Entry) (any, any) {
			e.Subject = id.Any(o.AccountID)
			return map[string]any{"enabled": false}, map[string]any{"enabled": true}
		}),
	}
}

// houseReaders lists the events about what sellers are and who owns them.
func houseReaders() map[string]reader {
	return map[string]reader{
		seller.RoleCreated{}.EventName(): reading(func(r seller.RoleCreated, e *Entry) (any, any) {
			thing(e, r.SellerID, r.RoleID)
			return nil, r.After
		}),
		seller.RoleUpdated{}.EventName(): reading(func(r seller.RoleUpdated, e *Entry) (any, any) {
			thing(e, r.SellerID, r.RoleID)
			return r.Before, r.After
		}),
		seller.RoleDeleted{}.EventName(): reading(func(r seller.RoleDeleted, e *Entry) (any, any) {
			thing(e, r.SellerID, r.RoleID)
			return r.Before, map[string]any{"replacement": r.Replacement}
		}),
		seller.OwnershipOffered{}.EventName(): reading(func(o seller.OwnershipOffered, e *Entry) (any, any) {
			thing(e, o.SellerID, o.OfferID)
			return nil, map[string]any{"to": o.To, "former_role": o.FormerRole, "by_operator": o.ByOperator}
		}),
		seller.OwnershipOfferEnded{}.EventName(): reading(func(o seller.OwnershipOfferEnded, e *Entry) (any, any) {
			thing(e, o.SellerID, o.OfferID)
			return nil, map[string]any{"outcome": o.Outcome}
		}),
		seller.OwnershipTransferred{}.EventName(): reading(func(o seller.OwnershipTransferred, e *Entry) (any, any) {
			thing(e, o.SellerID, o.SellerID)
			return map[string]any{"owners": o.From, "new_owner": o.ToBefore},
				map[string]any{"owner": o.To, "former_owners": o.FormerRole, "by_operator": o.ByOperator}
		}),
		seller.ProfileChanged{}.EventName(): reading(func(p seller.ProfileChanged, e *Entry) (any, any) {
			thing(e, p.SellerID, p.SellerID)
			return map[string]any{"name": p.Before.Name}, map[string]any{"name": p.After.Name}
		}),
		seller.LegalChanged{}.EventName(): reading(func(l seller.LegalChanged, e *Entry) (any, any) {
			thing(e, l.SellerID, l.SellerID)
			return map[string]any{"version": l.Before}, map[string]any{"version": l.After, "changed": l.Fields}
		}),
		seller.Closed{}.EventName(): reading(func(c seller.Closed, e *Entry) (any, any) {
			thing(e, c.SellerID, c.SellerID)
			return map[string]any{"status": c.Before}, map[string]any{"status": seller.StatusClosed, "reason": c.Reason}
		}),
	}
}
