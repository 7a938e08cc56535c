package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
)

const (
	size         = 32 // bytes: 256 bits cannot be guessed
	editionBytes = 4
)

// New returns 256 random bits as text behind a prefix, which tells scanners for
// secrets what was found.
func New(prefix string) string {
	raw := make([]byte, size)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the process instead
	return prefix + base64.RawURLEncoding.EncodeToString(raw)
}

// Hash returns what is stored of a text that New has made, its SHA-256, and false
// for text that New cannot have made. The decoding is strict, so that one secret
// has one spelling.
func Hash(prefix, text string) ([]byte, bool) {
	body, ok := strings.CutPrefix(text, prefix)
	if !ok || len(body) != base64.RawURLEncoding.EncodedLen(size) {
		return nil, false
	}
	if _, err := base64.RawURLEncoding.Strict().DecodeString(body); err != nil || strings.ContainsAny(body, "\r\n") {
		return nil, false
	}
	sum := sha256.Sum256([]byte(text))
	return sum[:], true
}

// Edition tells two secrets apart by their hashes, and nothing about either.
func Edition(hash []byte) string { return hex.EncodeToString(hash[:editionBytes]) }
