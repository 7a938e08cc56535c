package graph

import (
	"context"

	"github.com/etal-market/etal/domain/actor"
)

// unreadAfter counts what the actor has not read, unless what was done before has
// failed.
func (r *Resolver) unreadAfter(ctx context.Context, err error) (*int, error) {
	if err != nil {
		return nil, err
	}
	n, err := r.Domain.Notification.Unread(ctx, actor.From(ctx))
	if err != nil {
		return nil, err
	}
	return &n, nil
}
