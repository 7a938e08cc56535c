package dispute

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// Named returns a dispute by its id or the provider's, `dp_…`, as the actor may see
// it, or ErrNotFound.
func (s *Service) Named(ctx context.Context, by actor.Actor, name string) (*Dispute, error) {
	if id.Prefix(name) == "dsp" {
		return s.Get(ctx, by, ID(name))
	}
	found, err := selectByProviders(ctx, s.db.Read(ctx), []string{name})
	if err != nil {
		return nil, fmt.Errorf("find dispute: %w", err)
	}
	if found[name] == nil {
		return nil, ErrNotFound
	}
	return s.Get(ctx, by, found[name].ID)
}
