package apikey

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
)

// Get returns a key, or ErrNotFound when it is not the actor's to see.
func (s *Service) Get(ctx context.Context, by actor.Actor, keyID ID) (*Key, error) {
	found, err := s.ByIDs(ctx, []ID{keyID})
	if err != nil {
		return nil, err
	}
	if k := found[keyID]; k != nil && k.VisibleTo(by) {
		return k, nil
	}
	return nil, ErrNotFound
}

// Current returns the key that a request is made with; nil, without an error,
// when it is made by a person.
func (s *Service) Current(ctx context.Context, by actor.Actor) (*Key, error) {
	if by.KeyID == "" {
		return nil, nil // a person acts without a key, and that is no fault
	}
	k, err := selectKey(ctx, s.db.Read(ctx), ID(by.KeyID))
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	return k, err
}

// ByIDs returns the keys that exist, whoever's they are, by their ids.
func (s *Service) ByIDs(ctx context.Context, ids []ID) (map[ID]*Key, error) {
	keys, err := selectKeys(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load keys: %w", err)
	}
	byID := make(map[ID]*Key, len(keys))
	for _, k := range keys {
		byID[k.ID] = k
	}
	return byID, nil
}

// SecretsOf returns the secrets of keys that work at present, at most two each,
// the newest first. A key without any is left out.
func (s *Service) SecretsOf(ctx context.Context, ids []ID) (map[ID][]*Secret, error) {
	secrets, err := selectWorking(ctx, s.db.Read(ctx), ids, s.db.Clock().Now())
	if err != nil {
		return nil, fmt.Errorf("load secrets: %w", err)
	}
	byKey := make(map[ID][]*Secret, len(ids))
	for _, secret := range secrets {
		byKey[secret.KeyID] = append(byKey[secret.KeyID], secret)
	}
	return byKey, nil
}

// Find pages through keys, the newest first: a member's seller's, and for an
// operator the platform's or those of the seller that the filter names. It
// returns ErrNotFound to others, and to a member who asks for another seller.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Key], error) {
	owner := ownerOf(by)
	switch {
	case owner == "" || by.KeyID != "":
		return nil, ErrNotFound
	case f.SellerID == nil:
	case by.IsOperator():
		owner = string(*f.SellerID)
	case string(*f.SellerID) != owner:
		return nil, ErrNotFound
	}
	var from cursor
	if w.HasCursor() {
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, "key") {
			return nil, page.ErrCursor
		}
	}
	want := query{owner: owner, status: f.Status, at: s.db.Clock().Now(), window: w, from: from.ID}
	keys, err := selectPage(ctx, s.db.Read(ctx), want)
	if err != nil {
		return nil, fmt.Errorf("find keys: %w", err)
	}
	return page.Connect(w, keys, func(k *Key) any { return cursor{k.ID} }), nil
}

// cursor is the sort key of a key: ids sort by age.
type cursor struct {
	ID ID `json:"i"`
}
