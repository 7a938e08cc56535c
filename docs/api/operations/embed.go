// Package operations holds the examples that an editor begins with: for each role some
// of the ready documents, with variables that work on the demo data.
package operations

import _ "embed" // for the list below

// Examples are a JSON list of objects with role, document (its name) and variables.
//
//go:embed examples.json
var Examples []byte
