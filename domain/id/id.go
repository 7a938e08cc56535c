package id

import (
	"encoding/base32"
	"strings"

	"github.com/google/uuid"
)

// Any is an identifier whose kind is not known yet, as it arrives in `node(id)`.
type Any string

const encodedLen = 26

// crockford is the alphabet of the TypeID specification.
const crockford = "0123456789abcdefghjkmnpqrstvwxyz"

// encoding reads and writes whole 5-byte groups, so 16 bytes are encoded
// behind 4 zero bytes and the first 6 characters of the result are dropped.
var encoding = base32.NewEncoding(crockford).WithPadding(base32.NoPadding)

// New returns a fresh identifier with the given prefix. Identifiers made by
// one process sort in the order in which they were made.
func New[T ~string](prefix string) T {
	u := uuid.Must(uuid.NewV7())
	var wide [20]byte
	copy(wide[4:], u[:])
	return T(prefix + "_" + encoding.EncodeToString(wide[:])[32-encodedLen:])
}

// Prefix returns the part before the underscore, or "" when s is not an
// identifier.
func Prefix[T ~string](s T) string {
	prefix, _, ok := strings.Cut(string(s), "_")
	if !ok || !Valid(s, prefix) {
		return ""
	}
	return prefix
}

// Valid reports whether s is a well-formed identifier with the given prefix.
func Valid[T ~string](s T, prefix string) bool {
	rest, ok := strings.CutPrefix(string(s), prefix+"_")
	if !ok || prefix == "" || len(rest) != encodedLen || rest[0] > '7' {
		return false
	}
	return strings.Trim(rest, crockford) == ""
}
