package audit

import (
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/id"
)

// factorReaders lists the events about second factors that are on record. What
// people call their passkeys is theirs, and no entry holds it.
func factorReaders() map[string]reader {
	nothing := map[string]any{}
	return map[string]reader{
		factor.Enrolled{}.EventName(): reading(func(f factor.Enrolled, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, nothing
		}),
		factor.Removed{}.EventName(): reading(func(f factor.Removed, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, nothing
		}),
		factor.Frozen{}.EventName(): reading(func(f factor.Frozen, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, nothing
		}),
		factor.Thawed{}.EventName(): reading(func(f factor.Thawed, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, nothing
		}),
		factor.ResetAgreed{}.EventName(): reading(func(f factor.ResetAgreed, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, map[string]any{"resetId": f.ResetID, "dueAt": f.DueAt}
		}),
		factor.ResetStopped{}.EventName(): reading(func(f factor.ResetStopped, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, map[string]any{"resetId": f.ResetID, "state": f.State}
		}),
		factor.Reset{}.EventName(): reading(func(f factor.Reset, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, map[string]any{"resetId": f.ResetID}
		}),
		factor.Refused{}.EventName(): reading(func(f factor.Refused, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, map[string]any{"method": f.Method, "failures": f.Failures}
		}),
		factor.RecoveryCodeUsed{}.EventName(): reading(func(f factor.RecoveryCodeUsed, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, map[string]any{"left": f.Left}
		}),
		factor.RecoveryCodesRenewed{}.EventName(): reading(func(f factor.RecoveryCodesRenewed, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, nothing
		}),
		factor.PasskeyAdded{}.EventName(): reading(func(f factor.PasskeyAdded, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return nil, map[string]any{"passkeyId": f.PasskeyID}
		}),
		factor.PasskeyRemoved{}.EventName(): reading(func(f factor.PasskeyRemoved, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return map[string]any{"passkeyId": f.PasskeyID}, nothing
		}),
		factor.PasskeyFlagged{}.EventName(): reading(func(f factor.PasskeyFlagged, e *Entry) (any, any) {
			e.Subject = id.Any(f.AccountID)
			return map[string]any{"count": f.Stored}, map[string]any{"passkeyId": f.PasskeyID, "count": f.Shown}
		}),
	}
}
