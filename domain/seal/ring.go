package seal

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"log/slog"
	"slices"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/tink"
)

// KeyID names a key of a ring. It is no secret.
type KeyID uint32

// prefixBytes is what stands in front of every sealed text: a mark and the id
// of the key.
const (
	prefixMark  = 1
	prefixBytes = 5
)

// Ring is a set of keys. It never changes and prints as [redacted].
type Ring struct {
	handle *keyset.Handle
	cipher tink.AEAD
}

// Generate returns a ring of one fresh key.
func Generate() (*Ring, error) {
	handle, err := keyset.NewHandle(aead.AES256GCMKeyTemplate())
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	return newRing(handle)
}

// Parse reads a ring from what Text has written. It returns ErrRing for
// anything else.
func Parse(text string) (*Ring, error) {
	handle, err := insecurecleartextkeyset.Read(keyset.NewJSONReader(bytes.NewReader([]byte(text))))
	if err != nil {
		return nil, ErrRing // the library's error may quote what it read
	}
	return newRing(handle)
}

func newRing(handle *keyset.Handle) (*Ring, error) {
	cipher, err := aead.New(handle)
	if err != nil {
		return nil, ErrRing
	}
	return &Ring{handle, cipher}, nil
}

// Rotated returns a ring with a fresh primary key in front of those of r.
func (r *Ring) Rotated() (*Ring, error) {
	manager := keyset.NewManagerFromHandle(r.handle)
	added, err := manager.Add(aead.AES256GCMKeyTemplate())
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	if err := manager.SetPrimary(added); err != nil {
		return nil, fmt.Errorf("make a key primary: %w", err)
	}
	handle, err := manager.Handle()
	if err != nil {
		return nil, fmt.Errorf("add a key: %w", err)
	}
	return newRing(handle)
}

// Text returns the ring with its keys in the clear, for the one place that
// keeps it.
func (r *Ring) Text() (string, error) {
	var b bytes.Buffer
	if err := insecurecleartextkeyset.Write(r.handle, keyset.NewJSONWriter(&b)); err != nil {
		return "", fmt.Errorf("write keyset: %w", err)
	}
	return b.String(), nil
}

// Primary returns the key that seals.
func (r *Ring) Primary() KeyID { return KeyID(r.handle.KeysetInfo().GetPrimaryKeyId()) }

// Keys lists the keys of the ring, the primary first and then the others in
// the order of their ids.
func (r *Ring) Keys() []KeyID {
	primary := r.Primary()
	keys := []KeyID{}
	for _, info := range r.handle.KeysetInfo().GetKeyInfo() {
		if k := KeyID(info.GetKeyId()); k != primary {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return append([]KeyID{primary}, keys...)
}

// Seal encrypts a secret for a place, such as "totp_factors.secret:tot_…".
func (r *Ring) Seal(secret []byte, place string) ([]byte, error) {
	sealed, err := r.cipher.Encrypt(secret, []byte(place))
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return sealed, nil
}

// Open decrypts what was sealed for a place. It returns ErrKeyLost when the
// ring lacks the key, and ErrBroken when the text was changed or was sealed
// for another place.
func (r *Ring) Open(sealed []byte, place string) ([]byte, error) {
	key, ok := KeyOf(sealed)
	if !ok {
		return nil, ErrBroken
	}
	if !slices.Contains(r.Keys(), key) {
		return nil, ErrKeyLost
	}
	secret, err := r.cipher.Decrypt(sealed, []byte(place))
	if err != nil {
		return nil, ErrBroken
	}
	return secret, nil
}

// KeyOf tells which key sealed a text; false for what is no sealed text.
func KeyOf(sealed []byte) (KeyID, bool) {
	if len(sealed) <= prefixBytes || sealed[0] != prefixMark {
		return 0, false
	}
	return KeyID(binary.BigEndian.Uint32(sealed[1:prefixBytes])), true
}

// String implements fmt.Stringer.
func (*Ring) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (*Ring) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (*Ring) LogValue() slog.Value { return slog.StringValue("[redacted]") }
