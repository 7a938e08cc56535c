package graph

import (
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/graph/loader"
)

// Resolver answers the root fields and edges. The services stand in a field of
// their own because root fields are methods here, and `seller` would hide a
// field Seller.
type Resolver struct {
	Domain loader.Services
	// StripeKey is the platform's publishable key that Stripe.js needs.
	StripeKey string
	// EmbeddingKey is the same key where pages may show Stripe's components; empty: nowhere.
	EmbeddingKey string

	clock clock.Clock
}

func (r *Resolver) embeddingKey() *string {
	if r.EmbeddingKey == "" {
		return nil
	}
	return &r.EmbeddingKey
}
