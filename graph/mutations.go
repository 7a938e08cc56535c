package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/graph/loader"
)

// fresh gives each mutation of a request loaders of its own: those of the one before
// remember what was before.
type fresh struct{ services loader.Services }

var _ graphql.RootFieldInterceptor = fresh{}

// ExtensionName implements graphql.HandlerExtension.
func (fresh) ExtensionName() string { return "EtalFresh" }

// Validate implements graphql.HandlerExtension.
func (fresh) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField implements graphql.RootFieldInterceptor.
func (f fresh) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Mutation {
		ctx = loader.With(ctx, loader.New(f.services))
	}
	return next(ctx)
}
