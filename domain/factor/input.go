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

// Proof shows a factor.
type Proof struct {
	Method Method
	Code   Code
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
	default:
		faults.Add(ErrMethod.At("method"))
	}
	return faults.Err()
}

// EnrolInput asks for an authenticator app to be set up.
type EnrolInput struct {
	Password identity.Password
}

// ConfirmInput shows that the app is set up.
type ConfirmInput struct {
	Code Code
}

// RemoveInput asks for the second factor to be taken away.
type RemoveInput struct {
	Password identity.Password
	Method   Method
	Code     Code
}
