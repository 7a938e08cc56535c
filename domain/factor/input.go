package factor

import (
	"log/slog"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
)

// Code is what somebody typed as a factor. It prints as [redacted].
type Code string

// String implements fmt.Stringer.
func (Code) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (Code) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (Code) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// codeDigits is how many digits the code of an app has.
const codeDigits = 6

// sixDigits reports whether the code is exactly six ASCII digits.
func (c Code) sixDigits() bool {
	if len(c) != codeDigits {
		return false
	}
	for i := range len(c) {
		if c[i] < '0' || c[i] > '9' {
			return false
		}
	}
	return true
}

// Proof shows a factor: a code, or a passkey for MethodPasskey.
type Proof struct {
	Method  Method
	Code    Code
	Passkey *Assertion
}

// check refuses what cannot be a code, before anything is counted.
func (p Proof) check() error {
	var faults fault.List
	switch p.Method {
	case MethodTOTP:
		faults.Check(p.Code.sixDigits(), ErrCodeInvalid.At("code"))
	case MethodRecoveryCode:
		_, ok := p.Code.recovery()
		faults.Check(ok, ErrCodeInvalid.At("code"))
	case MethodPasskey:
		faults.Check(p.Passkey != nil, ErrPasskeyRefused.At("passkey"))
	default:
		faults.Add(ErrMethod.At("method"))
	}
	return faults.Err()
}

// VerifyInput shows a factor after the password, and may ask that the device be
// trusted: it is then not asked for again on it for 30 days.
type VerifyInput struct {
	Proof

	TrustDevice bool
}

// under moves the path of a fault; nil stays nil.
func under(err error, path string) error {
	var list fault.List
	for _, f := range fault.As(err) {
		list.Add(f.Under(path))
	}
	return list.Err()
}

// AddInput asks for an authenticator app or a passkey to be set up. The password
// is looked at of those who have no factor yet.
type AddInput struct {
	Password identity.Password
}

// ConfirmInput shows that the app is set up.
type ConfirmInput struct {
	Code Code
}

// RemoveInput asks for the authenticator app to be taken away.
type RemoveInput struct {
	Proof

	Password identity.Password
}

// AddPasskeyInput is the answer to the challenge for a new passkey.
type AddPasskeyInput struct {
	Ceremony   CeremonyToken
	Name       string
	Credential Registration
}

// SignInInput is the answer to the challenge for signing in.
type SignInInput struct {
	Passkey Assertion
}

// RemovePasskeyInput asks for a passkey to be taken away.
type RemovePasskeyInput struct {
	Proof

	PasskeyID PasskeyID
	Password  identity.Password
}

// RenamePasskeyInput gives a passkey another name.
type RenamePasskeyInput struct {
	PasskeyID PasskeyID
	Name      string
}
