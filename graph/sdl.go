package graph

import _ "embed" // for the schema

// SDL is the schema as it is served, with its descriptions and what each field asks
// for, in the language of schemas.
//
//go:embed schema.graphql
var SDL []byte
