package vault

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seal"
)

// Box is something that was sealed, and where.
type Box struct {
	At     Place
	Sealed []byte
}

// OpenEach opens many boxes with one look at the database. What cannot be opened
// any more, since the key of its subject was erased, comes back as nil. It
// returns seal.ErrBroken for a box that was changed or belongs elsewhere, and
// seal.ErrNoKeys while there is no keyset.
func (v *Vault) OpenEach(ctx context.Context, q db.Querier, boxes []Box) ([][]byte, error) {
	var subjects []Subject
	for _, b := range boxes {
		subjects = append(subjects, b.At.Subject)
	}
	keys, err := v.openKeys(ctx, q, subjects)
	if err != nil {
		return nil, err
	}
	texts := make([][]byte, len(boxes))
	for i, b := range boxes {
		raw, there := keys[b.At.Subject]
		if !there {
			continue
		}
		box, err := cipherOf(raw)
		if err != nil {
			return nil, err
		}
		text, err := box.Open([]byte{}, nil, b.Sealed, []byte(b.At.Column))
		if err != nil {
			return nil, seal.ErrBroken
		}
		texts[i] = text
	}
	return texts, nil
}

// openKeys returns the keys of subjects that have one. A key that the keyset has
// lost is as good as erased.
func (v *Vault) openKeys(ctx context.Context, q db.Querier, subjects []Subject) (map[Subject][]byte, error) {
	if len(subjects) == 0 {
		return nil, nil
	}
	rows, err := selectKeys(ctx, q, subjects)
	if err != nil {
		return nil, fmt.Errorf("load data keys: %w", err)
	}
	keys := make(map[Subject][]byte, len(rows))
	for _, k := range rows {
		raw, err := v.keys.Open(k.Sealed, k.place())
		if errors.Is(err, seal.ErrKeyLost) {
			continue
		}
		if err != nil {
			return nil, err
		}
		keys[k.Subject] = raw
	}
	return keys, nil
}
