package seal

import (
	"errors"

	"github.com/etal-market/etal/domain/fault"
)

var (
	// ErrKeyLost is returned for something sealed with a key that is not in the
	// ring: without that key it cannot be read by anybody.
	ErrKeyLost = fault.New(fault.Unavailable, "SEAL_KEY_LOST", "The platform cannot read this at the moment. Tell its operators.")
	// ErrNoKeys is returned while there is no ring at all.
	ErrNoKeys = fault.New(fault.Unavailable, "SEAL_NO_KEYS", "This installation has no keys yet. Its operators make them with: etal keys generate.")
	// ErrBroken is returned for something that its key does not open: it was
	// changed, or moved from another place. It is no fault for people.
	ErrBroken = errors.New("sealed text was changed, or belongs elsewhere")
	// ErrRing is returned for text that is no ring of keys.
	ErrRing = errors.New("this is no keyset; make one with: etal keys generate")
)
