package factor

import (
	"bytes"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"image/png"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
)

// What authenticator apps agree on: RFC 6238 with SHA-1, six digits and thirty
// seconds, and 160 random bits of secret (RFC 4226, section 4).
const (
	stepSeconds = 30
	secretBytes = 20
	qrPixels    = 256
)

// stepOf is the step that an instant falls into.
func stepOf(at time.Time) int64 { return at.Unix() / stepSeconds }

var plainBase32 = base32.StdEncoding.WithPadding(base32.NoPadding)

// codeAt computes the code of a step.
func codeAt(secret []byte, step int64) (string, error) {
	code, err := hotp.GenerateCodeCustom(plainBase32.EncodeToString(secret), uint64(step), //nolint:gosec // steps count from 1970
		hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
	if err != nil {
		return "", fmt.Errorf("compute code: %w", err)
	}
	return code, nil
}

// match returns the step whose code it is: that of the instant, or the one
// before, for whoever types slowly. Never a later one: a clock that runs ahead
// would make codes valid that nobody has been shown. Both are always computed,
// so that the time taken tells nothing.
func match(secret []byte, c Code, at time.Time) (step int64, ok bool, err error) {
	for _, candidate := range []int64{stepOf(at) - 1, stepOf(at)} {
		code, err := codeAt(secret, candidate)
		if err != nil {
			return 0, false, err
		}
		if subtle.ConstantTimeCompare([]byte(code), []byte(c)) == 1 {
			step, ok = candidate, true
		}
	}
	return step, ok, nil
}

func newSecret() []byte {
	secret := make([]byte, secretBytes)
	_, _ = rand.Read(secret) // never fails: crypto/rand ends the process instead
	return secret
}

// enrolment writes a secret in the forms that apps take it in.
func enrolment(t *TOTP, issuer, address string, secret []byte) (*Enrolment, error) {
	key, err := totp.Generate(totp.GenerateOpts{
		Issuer: issuer, AccountName: address, Secret: secret,
		Period: stepSeconds, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
	})
	if err != nil {
		return nil, fmt.Errorf("write otpauth URI: %w", err)
	}
	picture, err := key.Image(qrPixels, qrPixels)
	if err != nil {
		return nil, fmt.Errorf("draw QR code: %w", err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return nil, fmt.Errorf("write QR code: %w", err)
	}
	return &Enrolment{TOTP: t, URI: key.URL(), Secret: plainBase32.EncodeToString(secret), QRCode: b.Bytes()}, nil
}
