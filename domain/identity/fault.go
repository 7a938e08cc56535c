package identity

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrAccountNotFound is returned when there is no such account.
	ErrAccountNotFound = fault.New(fault.NotFound, "ACCOUNT_NOT_FOUND", "There is no such account.")
	// ErrSessionInvalid is returned for a token that names no live session.
	ErrSessionInvalid = fault.New(fault.Unauthenticated, "SESSION_INVALID", "Your session has ended. Sign in again.")
	// ErrTrustedDeviceNotFound is returned when there is no such trusted device of
	// the actor's.
	ErrTrustedDeviceNotFound = fault.New(fault.NotFound, "TRUSTED_DEVICE_NOT_FOUND", "There is no such trusted device.")
	// ErrSessionStale is returned for a hat that a session may not wear any more,
	// since it has rested too long or is too old.
	ErrSessionStale = fault.New(fault.Unauthenticated, "SESSION_STALE",
		"Your session has rested too long, or is too old, to act as a seller or an operator. Sign in again.")
	// ErrSessionNotFound is returned when there is no such session of one's own.
	ErrSessionNotFound = fault.New(fault.NotFound, "SESSION_NOT_FOUND", "There is no such session.")
	// ErrEmailInvalid is returned for text that is not an e-mail address.
	ErrEmailInvalid = fault.New(fault.Invalid, "EMAIL_INVALID", "This is not an e-mail address.")
	// ErrEmailTaken is returned when another account has the address.
	ErrEmailTaken = fault.New(fault.Conflict, "EMAIL_TAKEN", "Somebody has registered with this address. Sign in instead.")
	// ErrAlreadyRegistered is returned when somebody who is signed in registers.
	ErrAlreadyRegistered = fault.New(fault.Conflict, "ALREADY_REGISTERED", "You are signed in already. Sign out first.")
	// ErrPasswordShort is returned for a password of fewer than 15 characters, or of
	// fewer than 8 where a second factor is asked for too; at sign-in, once that
	// factor was taken away.
	ErrPasswordShort = fault.New(fault.Invalid, "PASSWORD_TOO_SHORT", "A password has at least 15 characters.")
	// ErrPasswordLong is returned for a password of more than 128 characters.
	ErrPasswordLong = fault.New(fault.Invalid, "PASSWORD_TOO_LONG", "A password has at most 128 characters.")
	// ErrPasswordCommon is returned for a password that is easy to guess.
	ErrPasswordCommon = fault.New(fault.Invalid, "PASSWORD_COMMON",
		"This password is easy to guess: it is widely used, repetitive, or contains your name, your address or a name of the platform.")
	// ErrCredentials is returned when address and password do not belong
	// together, and alike when nobody has the address.
	ErrCredentials = fault.New(fault.Invalid, "CREDENTIALS_INVALID", "The address or the password is wrong.")
	// ErrSignInThrottled is returned after too many failed attempts to sign in.
	ErrSignInThrottled = fault.New(fault.Throttled, "SIGN_IN_THROTTLED", "Too many attempts. Wait a while and try again.")
	// ErrAskThrottled is returned after too many requests for mail.
	ErrAskThrottled = fault.New(fault.Throttled, "MAIL_THROTTLED", "Too many requests for mail. Wait a while and try again.")
	// ErrLinkInvalid is returned for the token of a link that has ended, was
	// used or replaced, or never was.
	ErrLinkInvalid = fault.New(fault.Invalid, "LINK_INVALID",
		"This link has expired, was used, or was replaced by a newer one. Ask for another.")
	// ErrPasswordWrong is returned when somebody who is signed in does not know
	// their password.
	ErrPasswordWrong = fault.New(fault.Invalid, "PASSWORD_WRONG", "The password is wrong.")
	// ErrNotRegistered is returned to a guest for what needs an address and a
	// password.
	ErrNotRegistered = fault.New(fault.Conflict, "NOT_REGISTERED", "You have no address and password yet. Register first.")
	// ErrEmailUnverified is returned for what needs a confirmed address.
	ErrEmailUnverified = fault.New(fault.Conflict, "EMAIL_UNVERIFIED", "Confirm your e-mail address first.")
	// ErrHashingBusy is returned when more people sign in at once than the
	// machine can serve.
	ErrHashingBusy = fault.New(fault.Unavailable, "SIGN_IN_BUSY", "Too many people are signing in at once. Try again.")
	// ErrSuspended is returned to somebody whom an operator has suspended, once
	// they have shown their password, and when they are to be suspended again.
	ErrSuspended = fault.New(fault.Conflict, "ACCOUNT_SUSPENDED", "This account is suspended.")
	// ErrNotSuspended is returned when an account is to be reinstated that is not
	// suspended.
	ErrNotSuspended = fault.New(fault.Conflict, "ACCOUNT_NOT_SUSPENDED", "This account is not suspended.")
	// ErrOperator is returned when an operator is to be suspended.
	ErrOperator = fault.New(fault.Conflict, "ACCOUNT_OF_OPERATOR", "This is the account of an operator. Remove the operator first.")
	// ErrOperatorRole is returned for an operator role that does not exist.
	ErrOperatorRole = fault.New(fault.Invalid, "OPERATOR_ROLE_UNKNOWN", "There is no such operator role.")
)
