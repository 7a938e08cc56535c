package graph

// The enums come first: gqlgen reads them with the schema.
//go:generate go run ../internal/gen/permissions
//go:generate go run ../internal/gen/errors
//go:generate go -C .. tool gqlgen generate
//go:generate go run ../internal/gen/lean
