package factor

import (
	"encoding/base64"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
)

// EnrolmentMax is how long an authenticator app may be set up.
const EnrolmentMax = 10 * time.Minute

// TOTPID names an authenticator app, `tot_…`.
type TOTPID string

// NewTOTPID returns a fresh id.
func NewTOTPID() TOTPID { return id.New[TOTPID]("tot") }

// State is where an authenticator app is in its life.
type State string

// The states.
const (
	// Pending is from showing the secret to the first right code.
	Pending State = "PENDING"
	// Active is an app that codes are taken from.
	Active State = "ACTIVE"
)

// Method is a kind of factor; its values are those of the GraphQL enum.
type Method string

// The methods.
const (
	// MethodPasskey is a passkey.
	MethodPasskey Method = "PASSKEY"
	// MethodTOTP is a code of an authenticator app.
	MethodTOTP Method = "TOTP"
	// MethodRecoveryCode is a code that was written down for the day the app is lost.
	MethodRecoveryCode Method = "RECOVERY_CODE"
)

// Methods lists every method, the best first.
func Methods() []Method { return []Method{MethodPasskey, MethodTOTP, MethodRecoveryCode} }

// TOTP is an authenticator app.
type TOTP struct {
	bun.BaseModel `bun:"table:totp_factors"`

	ID          TOTPID `bun:",pk"`
	AccountID   identity.AccountID
	State       State
	Secret      []byte // sealed for place()
	SecretKeyID int64  // seal.KeyID of the key that sealed it
	LastStep    int64  // the last step that was accepted; steps are of 30 seconds since 1970
	CreatedAt   time.Time
	ConfirmedAt *time.Time // UTC; nil while pending
	LastUsedAt  *time.Time // UTC; nil until it was used to sign in
}

// String implements fmt.Stringer.
func (t *TOTP) String() string { return string(t.ID) }

// place is where the secret is written to, and the only place it opens in.
func (t *TOTP) place() string { return "totp_factors.secret:" + string(t.ID) }

func (t *TOTP) seal(k *seal.Keeper, secret []byte) error {
	sealed, key, err := k.Seal(secret, t.place())
	t.Secret, t.SecretKeyID = sealed, int64(key)
	return err
}

func (t *TOTP) open(k *seal.Keeper) ([]byte, error) { return k.Open(t.Secret, t.place()) }

// recoveryCode is the hash of a code that was written down.
type recoveryCode struct {
	bun.BaseModel `bun:"table:recovery_codes"`

	ID        string `bun:",pk"`
	AccountID identity.AccountID
	CodeHash  []byte
	CreatedAt time.Time
	UsedAt    *time.Time
}

// Enrolment is what an authenticator app is set up with. It is shown once.
type Enrolment struct {
	TOTP   *TOTP
	URI    string // otpauth://…
	Secret string // base32, to be typed by hand
	QRCode []byte // the URI as a picture, PNG
}

// String implements fmt.Stringer.
func (*Enrolment) String() string { return "[redacted]" }

// ExpiresAt is when the app must have been confirmed, UTC.
func (e *Enrolment) ExpiresAt() time.Time { return e.TOTP.CreatedAt.Add(EnrolmentMax) }

// TOTPID returns the id of the app.
func (e *Enrolment) TOTPID() TOTPID { return e.TOTP.ID }

// QRCodeBase64 returns the picture as text.
func (e *Enrolment) QRCodeBase64() string { return base64.StdEncoding.EncodeToString(e.QRCode) }

// Overview is what an account has by way of second factors.
type Overview struct {
	TOTP              *TOTP // nil without
	Passkeys          []*Passkey
	RecoveryCodesLeft int64
}

// IsAnotherSuggested reports whether losing one factor would lock the person
// out, but for recovery codes.
func (o *Overview) IsAnotherSuggested() bool {
	n := len(o.Passkeys)
	if o.TOTP != nil {
		n++
	}
	return n < factorsWanted
}

// Changed is the answer to a change of factors: the session in its new form,
// the passkey that was added, if any, and new recovery codes, if any, which are
// shown once.
type Changed struct {
	Passkey       *Passkey
	Session       *identity.Opened
	RecoveryCodes []string
}
