package identity

import "time"

// Registered says that somebody has an account with an address now. A guest
// who registers keeps their account.
type Registered struct {
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (Registered) EventName() string { return "identity.registered" }

// GuestSignedIn says that a guest turned out to be somebody with an account:
// what the guest did belongs to that account.
type GuestSignedIn struct {
	GuestID   AccountID `json:"guest_id"`
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (GuestSignedIn) EventName() string { return "identity.guest_signed_in" }

// OperatorCreated says that an account with an operator role was made.
type OperatorCreated struct {
	AccountID AccountID    `json:"account_id"`
	Role      OperatorRole `json:"role"`
}

// EventName implements event.Event.
func (OperatorCreated) EventName() string { return "identity.operator_created" }

// OperatorRoleChanged says that an account has another operator role, or none.
type OperatorRoleChanged struct {
	AccountID AccountID    `json:"account_id"`
	Before    OperatorRole `json:"before,omitempty"` // empty: was none
	After     OperatorRole `json:"after,omitempty"`  // empty: is none
}

// EventName implements event.Event.
func (OperatorRoleChanged) EventName() string { return "identity.operator_role_changed" }

// AccountSuspended says that an operator keeps somebody out.
type AccountSuspended struct {
	AccountID AccountID `json:"account_id"`
	Reason    string    `json:"reason"`
}

// EventName implements event.Event.
func (AccountSuspended) EventName() string { return "identity.account_suspended" }

// AccountReinstated says that a suspension has ended.
type AccountReinstated struct {
	AccountID AccountID `json:"account_id"`
	Reason    string    `json:"reason"`
}

// EventName implements event.Event.
func (AccountReinstated) EventName() string { return "identity.account_reinstated" }

// ResetStarted says that an operator had the link mailed that sets a password.
type ResetStarted struct {
	AccountID AccountID `json:"account_id"`
	Reason    string    `json:"reason"`
}

// EventName implements event.Event.
func (ResetStarted) EventName() string { return "identity.reset_started" }

// SessionsEnded says that sessions of an account were ended from elsewhere: by
// its owner from another one, or by an operator, who gives a reason.
type SessionsEnded struct {
	AccountID AccountID `json:"account_id"`
	SessionID SessionID `json:"session_id,omitempty"` // empty: all, but the one it was done with
	Count     int64     `json:"count"`
	Reason    string    `json:"reason,omitempty"`
}

// EventName implements event.Event.
func (SessionsEnded) EventName() string { return "identity.sessions_ended" }

// DeviceTrusted says that a device of an account skips the second factor at
// sign-in for a while.
type DeviceTrusted struct {
	AccountID AccountID       `json:"account_id"`
	DeviceID  TrustedDeviceID `json:"device_id"`
	ExpiresAt time.Time       `json:"expires_at"`
}

// EventName implements event.Event.
func (DeviceTrusted) EventName() string { return "identity.device_trusted" }

// TrustEnded says that the owner of an account has devices ask for the second
// factor again.
type TrustEnded struct {
	AccountID AccountID       `json:"account_id"`
	DeviceID  TrustedDeviceID `json:"device_id,omitempty"` // empty: all
	Count     int64           `json:"count"`
}

// EventName implements event.Event.
func (TrustEnded) EventName() string { return "identity.trust_ended" }

// LinkRequested says that a link is to be mailed.
type LinkRequested struct {
	LinkID LinkID `json:"link_id"`
}

// EventName implements event.Event.
func (LinkRequested) EventName() string { return "identity.link_requested" }

// PasswordChanged says that an account has a new password.
type PasswordChanged struct {
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (PasswordChanged) EventName() string { return "identity.password_changed" }

// EmailChanged says that an account has another address. The link is the one
// that went to the former address.
type EmailChanged struct {
	AccountID    AccountID `json:"account_id"`
	FormerLinkID LinkID    `json:"former_link_id"`
}

// EventName implements event.Event.
func (EmailChanged) EventName() string { return "identity.email_changed" }

// Renamed says that the owner of an account goes by another name.
type Renamed struct {
	AccountID AccountID `json:"account_id"`
	Before    string    `json:"before"`
	After     string    `json:"after"`
}

// EventName implements event.Event.
func (Renamed) EventName() string { return "identity.renamed" }

// SignInBlocked says that somebody has failed so often that each attempt to sign
// in has to wait. The subject tells one who tries from another, and not who they are.
type SignInBlocked struct {
	Subject  string `json:"subject"`
	Attempts int64  `json:"attempts"`
}

// EventName implements event.Event.
func (SignInBlocked) EventName() string { return "identity.sign_in_blocked" }

// OperatorDisabled says that an operator may not act as one until another lets
// them in again, since they have not signed in for long.
type OperatorDisabled struct {
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (OperatorDisabled) EventName() string { return "identity.operator_disabled" }

// OperatorEnabled says that an operator may act as one again.
type OperatorEnabled struct {
	AccountID AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (OperatorEnabled) EventName() string { return "identity.operator_enabled" }

// StaleOperatorsListed says that the admins are to be told who has not signed in
// for long.
type StaleOperatorsListed struct {
	AccountIDs []AccountID `json:"account_ids"`
}

// EventName implements event.Event.
func (StaleOperatorsListed) EventName() string { return "identity.stale_operators_listed" }
