// Package db is the one door to SQL.
//
// There are three ways in, and the signature of a function says which it
// needs: a Querier reads, anywhere; a Tx writes, inside the caller's unit of
// work. A function that takes a Tx never opens a unit, and one that opens a
// unit never takes a Tx.
//
//   - Read returns a Querier for single statements;
//   - View runs several reads on one snapshot;
//   - Write is the only way to write: everything in it is committed together
//     or not at all.
//
// A unit may enqueue jobs, which Workers run after its commit, at least once.
// Migrate applies the schema of package migrations and that of the job queue;
// Ready refuses a database that is behind.
//
// SQLite and PostgreSQL are served by one SQL text. Where they differ the
// difference has a name in dialect.go, and is held to mean the same on both by
// the conformance suite.
package db
