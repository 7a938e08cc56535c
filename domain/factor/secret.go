package factor

import (
	"crypto/rand"
	"log/slog"

	"github.com/etal-market/etal/domain/secret"
)

const ceremonyPrefix = "etal_pkc_"

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

// newToken returns a token, and what is stored of it.
func newToken(prefix string) (text string, hash []byte) {
	text = secret.New(prefix)
	hash, _ = secret.Hash(prefix, text)
	return text, hash
}
