package factor

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"log/slog"
	"strings"
)

const (
	ceremonyPrefix = "etal_pkc_"
	tokenBytes     = 32
)

// CeremonyToken names a challenge to whoever began with it, `etal_pkc_` and 43
// characters. It prints as [redacted].
type CeremonyToken string

// String implements fmt.Stringer.
func (CeremonyToken) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (CeremonyToken) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (CeremonyToken) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the answer that hands it out calls it.
func (t CeremonyToken) Reveal() string { return string(t) }

// random returns n random bytes.
func random(n int) []byte {
	raw := make([]byte, n)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the process instead
	return raw
}

// newToken returns 256 random bits as text behind a prefix, and what is stored
// of it.
func newToken(prefix string) (token string, hash []byte) {
	token = prefix + base64.RawURLEncoding.EncodeToString(random(tokenBytes))
	sum := sha256.Sum256([]byte(token))
	return token, sum[:]
}

// tokenHash returns what is stored of a token, and false for text that cannot
// be one.
func tokenHash(prefix, token string) ([]byte, bool) {
	if !strings.HasPrefix(token, prefix) || len(token) != len(prefix)+base64.RawURLEncoding.EncodedLen(tokenBytes) {
		return nil, false
	}
	sum := sha256.Sum256([]byte(token))
	return sum[:], true
}
