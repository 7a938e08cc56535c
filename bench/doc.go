// Command bench measures a whole marketplace as its clients meet it: a release
// build in a process of its own, a Stripe simulator in another, SQLite and
// PostgreSQL on disk with every commit made durable, and 10,000 products.
//
// In the same run it measures bare handlers, which answer the same data with
// nothing in between: figures of one machine at one time are only worth
// something beside a limit that was measured there and then.
//
// A workload counts only when every answer was right: each is checked, and
// orders that were answered are looked up in the database afterwards, where
// `etal verify` must find nothing wrong.
package main
