package seal

import (
	"errors"
	"sync"
)

// Keeper holds the ring of a process. It is safe for use by many at once.
type Keeper struct {
	mu   sync.RWMutex
	ring *Ring
	load func() (*Ring, error)
}

// NewKeeper returns a keeper of a ring, which may be nil while there is none.
// load reads the ring anew, and may be nil when it cannot change.
func NewKeeper(ring *Ring, load func() (*Ring, error)) *Keeper {
	return &Keeper{ring: ring, load: load}
}

// Ring returns the present ring; nil while there is none.
func (k *Keeper) Ring() *Ring {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.ring
}

// Use makes another ring the present one.
func (k *Keeper) Use(ring *Ring) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.ring = ring
}

// Seal encrypts a secret for a place with the primary key, and says which key
// that was. It returns ErrNoKeys while there is no ring.
func (k *Keeper) Seal(secret []byte, place string) ([]byte, KeyID, error) {
	ring, err := k.present()
	if err != nil {
		return nil, 0, err
	}
	sealed, err := ring.Seal(secret, place)
	return sealed, ring.Primary(), err
}

// Open decrypts what was sealed for a place. It reads the ring anew before it
// returns ErrKeyLost; it returns ErrBroken for text that was changed or belongs
// elsewhere.
func (k *Keeper) Open(sealed []byte, place string) ([]byte, error) {
	ring, err := k.present()
	if err != nil {
		return nil, err
	}
	secret, err := ring.Open(sealed, place)
	if !errors.Is(err, ErrKeyLost) || k.load == nil {
		return secret, err
	}
	renewed, loadErr := k.load()
	if loadErr != nil {
		return nil, errors.Join(err, loadErr)
	}
	k.Use(renewed)
	return renewed.Open(sealed, place)
}

// present returns the ring, and looks for it when there is none yet.
func (k *Keeper) present() (*Ring, error) {
	if ring := k.Ring(); ring != nil {
		return ring, nil
	}
	if k.load == nil {
		return nil, ErrNoKeys
	}
	ring, err := k.load()
	if err != nil {
		return nil, ErrNoKeys
	}
	k.Use(ring)
	return ring, nil
}
