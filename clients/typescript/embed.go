// Package typescript holds the documents of the TypeScript client, which are the
// ready documents below docs/api/operations, so that the server knows them by
// their hashes.
package typescript

import _ "embed" // for the list below

// Documents are the GraphQL documents that the client sends by their hashes, as its
// code generator lists them: a JSON object of hashes and texts.
//
//go:embed src/gql/persisted-documents.json
var Documents []byte
