package factor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/secret"
)

// ThawMax is how long a link that thaws a frozen app may be used.
const ThawMax = 24 * time.Hour

// WriteThawLetter makes the token that thaws a frozen app; nil when it is not
// frozen any more. Each call makes another token, and only the last one is good.
func (s *Service) WriteThawLetter(ctx context.Context, accountID identity.AccountID) (*Letter, error) {
	var written *Letter
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		g, err := lockGuard(ctx, tx, accountID)
		if err != nil {
			return fmt.Errorf("lock guard: %w", err)
		}
		if g.Failures < freezeAfter {
			return nil
		}
		token, hash := newToken(linkPrefix)
		until := tx.Now().Add(ThawMax)
		g.ThawHash, g.ThawUntil = hash, &until
		written = letter(token, hash, until)
		return updateGuard(ctx, tx, g)
	})
	if err != nil {
		return nil, err
	}
	return written, nil
}

// Thaw lets codes of a frozen app count again, by the mailed link. The next
// wrong one makes the person wait as before. It returns identity.ErrLinkInvalid.
func (s *Service) Thaw(ctx context.Context, token identity.LinkToken) error {
	hash, ok := secret.Hash(linkPrefix, string(token))
	if !ok {
		return identity.ErrLinkInvalid.At("token")
	}
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		g, err := lockGuardByThaw(ctx, tx, hash)
		if err != nil {
			return err
		}
		if g.Failures < freezeAfter || !tx.Now().Before(*g.ThawUntil) {
			return db.ErrNotFound
		}
		g.Failures, g.ThawHash, g.ThawUntil = freeFailures, nil, nil
		if err := updateGuard(ctx, tx, g); err != nil {
			return fmt.Errorf("thaw app: %w", err)
		}
		return event.Emit(ctx, tx, Thawed{AccountID: g.AccountID})
	})
	if errors.Is(err, db.ErrNotFound) {
		return identity.ErrLinkInvalid.At("token")
	}
	return err
}
