// Package graph is GraphQL in, domain calls out.
//
// The schema is in schema/, one file for each context, with its resolvers in
// `<context>.resolvers.go`: bodies of at most ten lines that call one use case.
// model/bind.go says which Go type stands behind which GraphQL type. Whatever
// a client may see of an error is decided in errors.go, who may knock in
// directives.go, and edges between aggregates are loaded by loader/.
//
// To add to it, follow docs/recipes/graphql-field.md and mutation.md.
package graph
