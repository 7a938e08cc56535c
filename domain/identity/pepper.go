package identity

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"log/slog"
	"strings"

	"golang.org/x/text/unicode/norm"
)

const (
	pepperMin = 32 // bytes
	// hashMark begins what argon2id writes. A peppered hash has "p" and the id of
	// its pepper in front of it.
	hashMark = "$argon2id$"
	// pepperIDLen is the length of "p" and an id, as selectPepperUse reads it.
	pepperIDLen = 9
)

// ErrPeppers is returned for text that names no peppers. It does not quote it.
var ErrPeppers = errors.New("peppers are texts in base64 of 32 bytes or more each, the newest first")

// Pepper is a secret that is mixed into every password before it is hashed and
// that is never in the database: whoever steals the hashes cannot even begin to
// guess. It prints as [redacted].
type Pepper struct {
	id  string
	key []byte
}

// String implements fmt.Stringer.
func (Pepper) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (Pepper) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (Pepper) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// ID names the pepper. It is no secret.
func (p Pepper) ID() string { return p.id }

// ParsePeppers reads peppers, the newest first, parted by commas or white space.
// It returns ErrPeppers for anything else.
func ParsePeppers(text string) ([]Pepper, error) {
	var peppers []Pepper
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\r' || r == '\t' }) {
		key, err := base64.StdEncoding.DecodeString(field)
		if err != nil || len(key) < pepperMin {
			return nil, ErrPeppers
		}
		sum := sha256.Sum256(append([]byte("etal pepper id\x00"), key...))
		peppers = append(peppers, Pepper{id: "p" + hex.EncodeToString(sum[:4]), key: key})
	}
	return peppers, nil
}

// material is what is hashed of a password: compatible spellings of one
// character count as the same (NFKC), and with a pepper nothing of the password
// itself is left.
func (p Pepper) material(password Password) string {
	text := norm.NFKC.String(string(password))
	if p.key == nil {
		return text
	}
	mac := hmac.New(sha256.New, p.key)
	mac.Write([]byte(text))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// pepperOf parts a stored hash from the id of its pepper, which is empty for one
// that was made without.
func (h Hash) pepperOf() (id, encoded string) {
	id, rest, found := strings.Cut(string(h), hashMark)
	if !found {
		return "", string(h)
	}
	return id, hashMark + rest
}
