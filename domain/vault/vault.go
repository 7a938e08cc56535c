package vault

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seal"
)

// Subject is whose key it is: the identifier of a person's account, or the name
// of a key of the installation.
type Subject string

// ErrErased is returned for a subject whose key was erased. It is no fault for
// people.
var ErrErased = errors.New("the key of this subject was erased")

const keyBytes = 32

// Vault keeps data keys.
type Vault struct{ keys *seal.Keeper }

// New returns the vault whose keys the ring of keys seals.
func New(keys *seal.Keeper) *Vault { return &Vault{keys: keys} }

// dataKey is the key of one subject.
type dataKey struct {
	bun.BaseModel `bun:"table:subject_keys"`

	Subject     Subject `bun:",pk"`
	Sealed      []byte  // nil when erased
	SealedKeyID int64   // the key of the ring that sealed it
	CreatedAt   time.Time
	ErasedAt    *time.Time
}

func (k *dataKey) place() string { return "subject_keys.sealed:" + string(k.Subject) }

// Place says whom a text is about and where it is written, such as
// "audit_entries.sealed:aud_…": text that is moved elsewhere does not open.
type Place struct {
	Subject Subject
	Column  string
}

// SealTx encrypts a text under the key of its subject, which it makes when there
// is none. It returns ErrErased for an erased subject and seal.ErrNoKeys while
// the installation has no keyset.
func (v *Vault) SealTx(ctx context.Context, tx db.Tx, at Place, text []byte) ([]byte, error) {
	raw, err := v.keyTx(ctx, tx, at.Subject)
	if err != nil {
		return nil, err
	}
	box, err := cipherOf(raw)
	if err != nil {
		return nil, err
	}
	return box.Seal(nil, nil, text, []byte(at.Column)), nil //nolint:gosec // this cipher makes a random nonce itself
}

// Open decrypts what was sealed for a place. It returns ErrErased when the key
// of its subject is gone, and seal.ErrBroken for text that was changed or
// belongs elsewhere.
func (v *Vault) Open(ctx context.Context, q db.Querier, at Place, sealed []byte) ([]byte, error) {
	raw, err := v.open(ctx, q, at.Subject)
	if err != nil {
		return nil, err
	}
	box, err := cipherOf(raw)
	if err != nil {
		return nil, err
	}
	text, err := box.Open(nil, nil, sealed, []byte(at.Column))
	if err != nil {
		return nil, seal.ErrBroken
	}
	return text, nil
}

// open returns a key that was made before, or ErrErased.
func (v *Vault) open(ctx context.Context, q db.Querier, subject Subject) ([]byte, error) {
	k, err := selectKey(ctx, q, subject)
	if errors.Is(err, db.ErrNotFound) || err == nil && k.Sealed == nil {
		return nil, ErrErased
	}
	if err != nil {
		return nil, fmt.Errorf("load data key: %w", err)
	}
	return v.keys.Open(k.Sealed, k.place())
}

// HashTx returns the keyed hash of a text under a key of the installation: the
// same text has the same hash, and who lacks the key cannot try texts. It
// returns seal.ErrNoKeys while there is no keyset.
func (v *Vault) HashTx(ctx context.Context, tx db.Tx, key Subject, text string) (string, error) {
	raw, err := v.keyTx(ctx, tx, key)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, raw)
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil)), nil
}

// SignerTx returns the Ed25519 key of the installation that a name stands for.
// It returns seal.ErrNoKeys while there is no keyset.
func (v *Vault) SignerTx(ctx context.Context, tx db.Tx, key Subject) (ed25519.PrivateKey, error) {
	raw, err := v.keyTx(ctx, tx, key)
	if err != nil {
		return nil, err
	}
	return ed25519.NewKeyFromSeed(raw), nil
}

// EraseTx erases the key of a subject, for ever.
func EraseTx(ctx context.Context, tx db.Tx, subject Subject) error {
	at := tx.Now()
	if err := eraseKey(ctx, tx, &dataKey{Subject: subject, CreatedAt: at, ErasedAt: &at}); err != nil {
		return fmt.Errorf("erase data key: %w", err)
	}
	return nil
}

// keyTx returns the key of a subject. Two units that need it first at the same
// time get the same one.
func (v *Vault) keyTx(ctx context.Context, tx db.Tx, subject Subject) ([]byte, error) {
	k, err := selectKey(ctx, tx, subject)
	if errors.Is(err, db.ErrNotFound) {
		k, err = v.makeTx(ctx, tx, subject)
	}
	if err != nil {
		return nil, fmt.Errorf("data key: %w", err)
	}
	if k.Sealed == nil {
		return nil, ErrErased
	}
	return v.keys.Open(k.Sealed, k.place())
}

func (v *Vault) makeTx(ctx context.Context, tx db.Tx, subject Subject) (*dataKey, error) {
	raw := make([]byte, keyBytes)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the process instead
	k := &dataKey{Subject: subject, CreatedAt: tx.Now()}
	sealed, by, err := v.keys.Seal(raw, k.place())
	if err != nil {
		return nil, err
	}
	k.Sealed, k.SealedKeyID = sealed, int64(by)
	if err := insertKey(ctx, tx, k); err != nil {
		return nil, err
	}
	return selectKey(ctx, tx, subject) // another unit may have been first
}

func cipherOf(raw []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(raw)
	if err != nil {
		return nil, fmt.Errorf("data key: %w", err)
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// PublicKey returns what the signatures of SignerTx are checked with. It returns
// ErrErased when no such key was ever made, and seal.ErrNoKeys while there is no
// keyset.
func (v *Vault) PublicKey(ctx context.Context, q db.Querier, key Subject) (ed25519.PublicKey, error) {
	raw, err := v.open(ctx, q, key)
	if err != nil {
		return nil, err
	}
	public, _ := ed25519.NewKeyFromSeed(raw).Public().(ed25519.PublicKey)
	return public, nil
}
