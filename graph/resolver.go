package graph

import "github.com/etal-market/etal/domain/identity"

// Resolver holds the services that resolvers call.
type Resolver struct {
	Identity *identity.Service
}
