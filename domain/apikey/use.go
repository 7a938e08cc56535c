package apikey

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
)

// Actor says who acts in a request with a key: the maker of the secret, under
// the hat of the key, bounded by its scopes. actAs is the Etal-Act-As header; it
// may be left out or name the hat of the key. Membership, role and the status of
// the seller are read anew each time.
//
// It returns ErrInvalid for whatever does not work, whyever that is, and ErrHat.
func (s *Service) Actor(ctx context.Context, token Token, actAs string) (actor.Actor, error) {
	hash, ok := token.hash(s.mode)
	if !ok {
		return actor.Actor{}, ErrInvalid
	}
	secret, k, err := selectByHash(ctx, s.db.Read(ctx), hash)
	if errors.Is(err, db.ErrNotFound) {
		return actor.Actor{}, ErrInvalid
	}
	if err != nil {
		return actor.Actor{}, fmt.Errorf("load key: %w", err)
	}
	now, client := s.db.Clock().Now(), identity.ClientFrom(ctx)
	if k.Status(now) != StatusActive || !now.Before(secret.EndsAt) || !k.admits(client.Address) {
		return actor.Actor{}, ErrInvalid
	}
	who, err := s.hat(ctx, secret, k)
	if err != nil {
		return actor.Actor{}, err
	}
	if actAs != "" && actAs != k.actAs() {
		return actor.Actor{}, ErrHat
	}
	return who, s.use(ctx, secret, now, actor.Network(client.Address))
}

// hat is what the maker of a secret may be at present, under the hat of the key.
func (s *Service) hat(ctx context.Context, secret *Secret, k *Key) (actor.Actor, error) {
	maker, err := s.people.Account(ctx, secret.MadeBy)
	if err != nil {
		return actor.Actor{}, gone(err)
	}
	if maker.IsClosed() {
		return actor.Actor{}, ErrInvalid
	}
	who, err := s.sellers.HatOf(ctx, maker, sellerOf(k))
	if err != nil {
		return actor.Actor{}, gone(err)
	}
	who.KeyID, who.Scopes = string(k.ID), k.Scopes()
	// Where second factors are demanded, a key of a seller none of whose owners
	// has one is nobody's to answer for.
	if s.opts.Factors.Required && who.HasFactor && k.SellerID != nil {
		if who.HasFactor, err = s.sellers.OwnerHasFactor(ctx, *k.SellerID); err != nil {
			return actor.Actor{}, err
		}
	}
	return who, nil
}

// gone answers for a maker who does not exist or does not act for the owner of
// the key any more; what is no fault stays what it is.
func gone(err error) error {
	if len(fault.As(err)) > 0 {
		return ErrInvalid
	}
	return err
}

// use writes down that a secret was used, once a minute at most.
func (s *Service) use(ctx context.Context, secret *Secret, now time.Time, place string) error {
	if identity.IsRechecking(ctx) || secret.LastUsedAt != nil && now.Sub(*secret.LastUsedAt) < usedEvery {
		return nil
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		return touch(ctx, tx, secret, now, place)
	})
}
