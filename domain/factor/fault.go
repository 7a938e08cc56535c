package factor

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrCodeInvalid is returned for a code that is wrong, was used, or is too
	// old.
	ErrCodeInvalid = fault.New(fault.Invalid, "FACTOR_CODE_INVALID",
		"This code is wrong or was used already. Take the next one that your app shows.")
	// ErrThrottled is returned while somebody has to wait after several wrong
	// codes.
	ErrThrottled = fault.New(fault.Throttled, "FACTOR_THROTTLED", "Too many wrong codes. Wait a while and try again.")
	// ErrFrozen is returned after too many wrong codes in a row.
	ErrFrozen = fault.New(fault.Forbidden, "FACTOR_FROZEN",
		"Your authenticator app was locked after too many wrong codes. Use a recovery code, a passkey, or the link that was mailed to you.")
	// ErrNone is returned when the account has no second factor.
	ErrNone = fault.New(fault.Conflict, "FACTOR_NONE", "You have not set up a second factor.")
	// ErrExists is returned when the account has an authenticator app already.
	ErrExists = fault.New(fault.Conflict, "FACTOR_EXISTS", "You have an authenticator app already. Remove it first.")
	// ErrEnrolmentOver is returned when no app is being set up, or for too long.
	ErrEnrolmentOver = fault.New(fault.Conflict, "FACTOR_ENROLMENT_OVER", "This took too long. Set up the app from the start.")
	// ErrPending is returned to a session that still waits for its second factor.
	ErrPending = fault.New(fault.Forbidden, "FACTOR_PENDING", "Show your second factor first.")
	// ErrNotPending is returned when a session that waits for nothing is verified.
	ErrNotPending = fault.New(fault.Conflict, "FACTOR_NOT_PENDING", "You are signed in already.")
	// ErrRequired is returned when the hat demands a second factor that the
	// account does not have.
	ErrRequired = fault.New(fault.Forbidden, "FACTOR_REQUIRED", "Set up a second factor first: your role demands one.")
	// ErrMethod is returned for a kind of factor that does not exist.
	ErrMethod = fault.New(fault.Invalid, "FACTOR_METHOD_UNKNOWN", "There is no such kind of factor.")
	// ErrStepUp is returned for what needs a factor that was shown within the last
	// minutes.
	ErrStepUp = fault.New(fault.StepUp, "STEP_UP_REQUIRED", "Show your second factor again.")
	// ErrPasskeysOff is returned where there can be no passkeys: the address of
	// the server has no host name.
	ErrPasskeysOff = fault.New(fault.Unavailable, "PASSKEYS_OFF", "There are no passkeys at this address.")
	// ErrPasskeyRefused is returned for a passkey that is unknown, or whose answer
	// is not right.
	ErrPasskeyRefused = fault.New(fault.Invalid, "PASSKEY_REFUSED", "This passkey was not accepted. Start again.")
	// ErrCeremonyOver is returned when a challenge was used, has expired, or was
	// made for somebody or something else.
	ErrCeremonyOver = fault.New(fault.Conflict, "PASSKEY_CEREMONY_OVER", "This took too long or was used already. Start again.")
	// ErrPasskeyNotFound is returned when there is no such passkey of one's own.
	ErrPasskeyNotFound = fault.New(fault.NotFound, "PASSKEY_NOT_FOUND", "There is no such passkey.")
	// ErrPasskeyLimit is returned to somebody who has as many as one may have.
	ErrPasskeyLimit = fault.New(fault.Conflict, "PASSKEY_LIMIT", "You have as many passkeys as an account may have. Remove one first.")
	// ErrPasskeySynced is returned to an operator for a passkey that may be copied
	// to other devices, where the settings do not allow it.
	ErrPasskeySynced = fault.New(fault.Invalid, "PASSKEY_SYNCED",
		"Operators here need a passkey that stays on one device, such as a security key.")
	// ErrResetSelf is returned to whoever would have their own factors reset.
	ErrResetSelf = fault.New(fault.Conflict, "FACTOR_RESET_SELF", "Nobody decides about a reset of their own factors.")
	// ErrResetOpen is returned when a reset waits for its time already.
	ErrResetOpen = fault.New(fault.Conflict, "FACTOR_RESET_OPEN", "A reset of these factors is on its way already.")
	// ErrResetNotFound is returned when no reset waits.
	ErrResetNotFound = fault.New(fault.NotFound, "FACTOR_RESET_NOT_FOUND", "There is no reset that waits.")
)
