package apikey

import (
	"crypto/rand"
	"crypto/sha256"
	"hash/crc32"
	"log/slog"
	"strings"
)

// The form of a token: `etal_sk_live_` or `etal_sk_test_`, 32 random characters
// and 6 of a checksum, in base62. 62³² are more than 190 bits. The checksum lets
// a program that looks for leaked secrets tell one from noise without asking us.
const (
	tokenPrefix  = "etal_sk_" //nolint:gosec // what every token begins with is not a secret
	randomLength = 32
	sumLength    = 6
	shownLength  = 4
	base62       = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)

// Mode parts keys of an installation that moves money from those of one that
// plays; its values are those of the GraphQL enum.
type Mode string

// The modes.
const (
	// ModeLive is for an installation with a live key of the payment provider.
	ModeLive Mode = "LIVE"
	// ModeTest is for every other.
	ModeTest Mode = "TEST"
)

func (m Mode) prefix() string { return tokenPrefix + strings.ToLower(string(m)) + "_" }

// Token is the text that a program shows. It prints as [redacted].
type Token string

// String implements fmt.Stringer.
func (Token) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (Token) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (Token) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the answer that hands it out calls it.
func (t Token) Reveal() string { return string(t) }

// IsToken reports whether a text is meant to be the token of a key, right or
// wrong.
func IsToken(text string) bool { return strings.HasPrefix(text, tokenPrefix) }

// Contains reports whether a text has something in it that is meant to be the
// token of a key.
func Contains(text string) bool { return strings.Contains(text, tokenPrefix) }

// newToken returns 190 random bits as a token.
func newToken(m Mode) Token {
	body := m.prefix() + randomText(randomLength)
	return Token(body + checksum(body))
}

// hash returns what is stored of a token, and false for text that cannot be one
// of the mode.
func (t Token) hash(m Mode) ([]byte, bool) {
	text := string(t)
	if len(text) != len(m.prefix())+randomLength+sumLength || !strings.HasPrefix(text, m.prefix()) {
		return nil, false
	}
	body := text[:len(text)-sumLength]
	if checksum(body) != text[len(body):] || strings.Trim(body[len(m.prefix()):], base62) != "" {
		return nil, false
	}
	sum := sha256.Sum256([]byte(text))
	return sum[:], true
}

func (t Token) lastFour() string { return string(t[len(t)-shownLength:]) }

// randomText returns random characters, each as likely as any other: bytes that
// would favour the first ones are thrown away.
func randomText(length int) string {
	const fair = 256 / len(base62) * len(base62)
	text, raw := make([]byte, 0, length), make([]byte, length)
	for len(text) < length {
		_, _ = rand.Read(raw) // never fails: crypto/rand ends the process instead
		for _, b := range raw {
			if int(b) < fair && len(text) < length {
				text = append(text, base62[int(b)%len(base62)])
			}
		}
	}
	return string(text)
}

// checksum is the CRC-32 (IEEE) of a text in base62, most significant first.
func checksum(body string) string {
	sum, text := crc32.ChecksumIEEE([]byte(body)), [sumLength]byte{}
	for i := sumLength - 1; i >= 0; i-- {
		text[i] = base62[sum%uint32(len(base62))]
		sum /= uint32(len(base62))
	}
	return string(text[:])
}
