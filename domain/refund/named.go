package refund

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// Named returns a refund by its id or the provider's, `re_…`, as the actor may see
// it, or ErrNotFound.
func (s *Service) Named(ctx context.Context, by actor.Actor, name string) (*Refund, error) {
	if id.Prefix(name) == "rfd" {
		return s.Get(ctx, by, ID(name))
	}
	refundID, err := selectByProvider(ctx, s.db.Read(ctx), name)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("find refund: %w", err)
	}
	return s.Get(ctx, by, refundID)
}
