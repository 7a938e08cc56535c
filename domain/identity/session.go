package identity

import (
	"context"
	"log/slog"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/secret"
)

// How long a session lives.
const (
	SessionIdleMax     = 30 * 24 * time.Hour // since it was last seen
	SessionLifetimeMax = 90 * 24 * time.Hour // since it was made
	// seenEvery is how often last_seen_at is written at most: a write for each
	// request would cost more than the request.
	seenEvery = time.Minute
)

const (
	tokenPrefix = "etal_ses_" //nolint:gosec // what every token begins with is not a secret
	tokenBytes  = 32
)

// SessionID names a session, `ses_…`.
type SessionID string

// NewSessionID returns a fresh id.
func NewSessionID() SessionID { return id.New[SessionID]("ses") }

// Session is proof that somebody signed in, or came as a guest.
type Session struct {
	bun.BaseModel `bun:"table:sessions"`

	ID         SessionID `bun:",pk"`
	AccountID  AccountID
	TokenHash  []byte     // SHA-256 of the token
	CreatedAt  time.Time  // UTC
	LastSeenAt time.Time  // UTC, up to a minute late
	RevokedAt  *time.Time // UTC; nil while it was not ended
	Agent      string     // program and system it was opened with, such as "Firefox on Linux"
	Place      string     // network it was opened from, a /24 or /48; empty when unknown
	// LongestPause is the longest time between two uses, in seconds.
	LongestPause int64
	DeviceID     *DeviceID // what it was opened with; nil when nobody signed in
	// FactorPending is true from signing in with the password until the second
	// factor is shown: the session may do nothing else.
	FactorPending bool
	FactorAt      *time.Time // UTC, when a second factor was shown last; nil: never
	// TrustedDeviceID is the trusted device that has let the session in, or that
	// was trusted in it; nil: none.
	TrustedDeviceID *TrustedDeviceID
}

// Live reports whether the session may be used at an instant.
func (s *Session) Live(at time.Time) bool {
	longest := SessionLifetimeMax
	if s.FactorPending {
		longest = PendingMax
	}
	return s.RevokedAt == nil && at.Sub(s.LastSeenAt) < SessionIdleMax && at.Sub(s.CreatedAt) < longest
}

// Token is the bearer token of a session, `etal_ses_` and 43 characters. It is
// told once, and prints as [redacted].
type Token string

// String implements fmt.Stringer.
func (Token) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (Token) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (Token) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// newToken returns 256 random bits as a token.
func newToken() Token { return Token(secret.New(tokenPrefix)) }

// hash returns what is stored of a token, and false for text that cannot be
// one.
func (t Token) hash() ([]byte, bool) { return secret.Hash(tokenPrefix, string(t)) }

// Opened is a session that was just made, with the only copy of its token.
type Opened struct {
	Session *Session
	Account *Account
	Token   Token
	// Device is the token of the device that was signed in with; empty when it
	// is known already, and where nobody signed in.
	Device DeviceToken
	// Trust is the token of the device when it was just trusted; else empty.
	Trust TrustToken
}

// Reveal returns the token as text. Only the answer that hands it out calls it.
func (o *Opened) Reveal() string { return string(o.Token) }

// DeviceText returns the token of a new device as text; nil when there is none.
func (o *Opened) DeviceText() *string {
	if o == nil || o.Device == "" {
		return nil
	}
	text := o.Device.Reveal()
	return &text
}

// TrustText returns the token of a device that was just trusted as text; nil when
// there is none.
func (o *Opened) TrustText() *string {
	if o == nil || o.Trust == "" {
		return nil
	}
	text := o.Trust.Reveal()
	return &text
}

// State says what the session may be used for.
func (o *Opened) State() SessionState {
	if o.Session.FactorPending {
		return SessionPendingFactor
	}
	return SessionActive
}

// SessionID returns the id of the session.
func (o *Opened) SessionID() SessionID { return o.Session.ID }

// Client is where a request comes from.
type Client struct {
	Address string // IP address, as far as the server trusts it; empty when unknown
	Agent   string // User-Agent header
	Device  DeviceToken
	Trust   TrustToken
}

type clientKey struct{}

// WithClient returns a context that says where the request comes from.
func WithClient(ctx context.Context, c Client) context.Context {
	return context.WithValue(ctx, clientKey{}, c)
}

// ClientFrom returns where the request comes from; the zero Client when it was
// never said.
func ClientFrom(ctx context.Context) Client {
	c, _ := ctx.Value(clientKey{}).(Client)
	return c
}
