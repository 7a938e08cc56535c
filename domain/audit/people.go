package audit

import (
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/operator"
)

// identityReaders lists the events about accounts that are on record.
func identityReaders() map[string]reader {
	return map[string]reader{
		identity.OperatorCreated{}.EventName(): reading(func(o identity.OperatorCreated, e *Entry) (any, any) {
			e.Subject = id.Any(o.AccountID)
			return nil, map[string]any{"role": o.Role}
		}),
		identity.OperatorRoleChanged{}.EventName(): reading(func(c identity.OperatorRoleChanged, e *Entry) (any, any) {
			e.Subject = id.Any(c.AccountID)
			return map[string]any{"role": c.Before}, map[string]any{"role": c.After}
		}),
		operator.InvitationSent{}.EventName(): reading(func(i operator.InvitationSent, e *Entry) (any, any) {
			e.Subject = id.Any(i.InvitationID)
			return nil, map[string]any{"role": i.Role, "invitedBy": i.By}
		}),
		operator.InvitationResent{}.EventName(): reading(func(i operator.InvitationResent, e *Entry) (any, any) {
			e.Subject = id.Any(i.InvitationID)
			return nil, map[string]any{}
		}),
		operator.InvitationEnded{}.EventName(): reading(func(i operator.InvitationEnded, e *Entry) (any, any) {
			e.Subject = id.Any(i.InvitationID)
			return nil, map[string]any{"outcome": i.Outcome}
		}),
		operator.Joined{}.EventName(): reading(func(j operator.Joined, e *Entry) (any, any) {
			e.Subject = id.Any(j.AccountID)
			return nil, map[string]any{"role": j.Role, "invitation": j.InvitationID, "invitedBy": j.By}
		}),
		identity.DeviceTrusted{}.EventName(): reading(func(d identity.DeviceTrusted, e *Entry) (any, any) {
			e.Subject = id.Any(d.AccountID)
			return nil, map[string]any{"deviceId": d.DeviceID, "expiresAt": d.ExpiresAt}
		}),
		identity.TrustEnded{}.EventName(): reading(func(d identity.TrustEnded, e *Entry) (any, any) {
			e.Subject = id.Any(d.AccountID)
			return map[string]any{"trusted": d.Count}, map[string]any{"deviceId": d.DeviceID}
		}),
		identity.SignInBlocked{}.EventName(): reading(func(b identity.SignInBlocked, e *Entry) (any, any) {
			e.Subject = id.Any(b.Subject)
			return nil, map[string]any{"attempts": b.Attempts}
		}),
		identity.PasswordChanged{}.EventName(): reading(func(p identity.PasswordChanged, e *Entry) (any, any) {
			e.Subject = id.Any(p.AccountID)
			return nil, map[string]any{} // neither the old nor the new one is anybody's to read
		}),
		identity.EmailChanged{}.EventName(): reading(func(c identity.EmailChanged, e *Entry) (any, any) {
			e.Subject = id.Any(c.AccountID)
			return nil, map[string]any{} // addresses are personal, and entries stay for ever
		}),
		identity.Renamed{}.EventName(): reading(func(r identity.Renamed, e *Entry) (any, any) {
			e.Subject = id.Any(r.AccountID)
			return nil, e.words(e.Subject, map[string]any{}, map[string]any{"formerName": r.Before, "name": r.After})
		}),
	}
}
