package factor

import "github.com/etal-market/etal/domain/identity"

// Enrolled says that an account has an authenticator app now.
type Enrolled struct {
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Enrolled) EventName() string { return "factor.enrolled" }

// Removed says that an account has no second factor any more.
type Removed struct {
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Removed) EventName() string { return "factor.removed" }

// Frozen says that an authenticator app was locked after too many wrong codes.
type Frozen struct {
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Frozen) EventName() string { return "factor.frozen" }

// RecoveryCodeUsed says that somebody showed a recovery code.
type RecoveryCodeUsed struct {
	AccountID identity.AccountID `json:"account_id"`
	Left      int64              `json:"left"` // codes that still work
}

// EventName implements event.Event.
func (RecoveryCodeUsed) EventName() string { return "factor.recovery_code_used" }

// RecoveryCodesRenewed says that an account has new recovery codes, and that
// the older ones work no more.
type RecoveryCodesRenewed struct {
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (RecoveryCodesRenewed) EventName() string { return "factor.recovery_codes_renewed" }
