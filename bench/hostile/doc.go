// Package hostile is the list of requests that are made to hurt a GraphQL
// server, and what Étal has to answer to each of them.
//
// A test sends them to a process and holds what it answers; `go run ./bench
// attacks` sends them and measures what they cost. docs/attacks.md has the
// result of each.
package hostile
