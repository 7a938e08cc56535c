package factor

import (
	"time"

	"github.com/etal-market/etal/domain/identity"
)

// Enrolled says that an account has an authenticator app now.
type Enrolled struct {
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Enrolled) EventName() string { return "factor.enrolled" }

// Removed says that an account has no authenticator app any more.
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

// Refused says that somebody who is signed in, or knows the password, showed a
// wrong factor.
type Refused struct {
	AccountID identity.AccountID `json:"account_id"`
	Method    Method             `json:"method"`
	Failures  int64              `json:"failures"` // wrong codes since the last right one
}

// EventName implements event.Event.
func (Refused) EventName() string { return "factor.refused" }

// PasskeyAdded says that an account has a passkey more.
type PasskeyAdded struct {
	AccountID identity.AccountID `json:"account_id"`
	PasskeyID PasskeyID          `json:"passkey_id"`
	Name      string             `json:"name"`
}

// EventName implements event.Event.
func (PasskeyAdded) EventName() string { return "factor.passkey_added" }

// PasskeyRemoved says that a passkey works no more.
type PasskeyRemoved struct {
	AccountID identity.AccountID `json:"account_id"`
	PasskeyID PasskeyID          `json:"passkey_id"`
	Name      string             `json:"name"`
}

// EventName implements event.Event.
func (PasskeyRemoved) EventName() string { return "factor.passkey_removed" }

// PasskeyFlagged says that the counter of a passkey went backwards, so that
// there may be a copy of it. It goes on working.
type PasskeyFlagged struct {
	AccountID identity.AccountID `json:"account_id"`
	PasskeyID PasskeyID          `json:"passkey_id"`
	Name      string             `json:"name"`
	Stored    int64              `json:"stored"` // the highest count before
	Shown     int64              `json:"shown"`  // the count that was shown now
	First     bool               `json:"first"`  // it had not happened to this passkey before
}

// EventName implements event.Event.
func (PasskeyFlagged) EventName() string { return "factor.passkey_flagged" }

// Thawed says that codes of a frozen app count again, by a mailed link.
type Thawed struct {
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Thawed) EventName() string { return "factor.thawed" }

// ResetAgreed says that two operators have decided to take somebody's factors
// away.
type ResetAgreed struct {
	AccountID identity.AccountID `json:"account_id"`
	ResetID   ResetID            `json:"reset_id"`
	DueAt     time.Time          `json:"due_at"` // UTC, unless the person confirms before, or objects
}

// EventName implements event.Event.
func (ResetAgreed) EventName() string { return "factor.reset_agreed" }

// ResetStopped says that the person has objected to a reset, or that an operator
// has cancelled it.
type ResetStopped struct {
	AccountID identity.AccountID `json:"account_id"`
	ResetID   ResetID            `json:"reset_id"`
	State     ResetState         `json:"state"` // OBJECTED or CANCELLED
}

// EventName implements event.Event.
func (ResetStopped) EventName() string { return "factor.reset_stopped" }

// Reset says that all factors of an account were taken away, and its sessions
// ended.
type Reset struct {
	AccountID identity.AccountID `json:"account_id"`
	ResetID   ResetID            `json:"reset_id"`
}

// EventName implements event.Event.
func (Reset) EventName() string { return "factor.reset" }
