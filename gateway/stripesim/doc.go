// Package stripesim is a stateful simulator of the part of Stripe a marketplace
// uses: Connect accounts and their onboarding, payments, transfers, refunds,
// payouts, disputes, balances, events and signed webhooks. It answers at API
// version 2023-10-16, so the production adapter runs against it unchanged, with
// only the base URL different.
//
// It is not a mock: nothing is scripted. Objects live in memory, change state the
// way Stripe documents it, move money between balances by balance transactions,
// and are written to an append-only journal when Options.Path is set. What cannot
// be decided by waiting (time, a buyer's 3D Secure challenge, a seller's
// onboarding form, a network that breaks) is decided through the control
// endpoints under /_sim, never by magic values in the code under test.
//
// Three things always hold:
//
//   - per account and currency, the sum of the nets of all balance transactions
//     is the balance, pending plus available; what is reserved has left it by
//     a balance transaction of its own. Checked after each mutating request;
//   - a transfer or reversal books the same amount on both sides;
//   - the journal has the changes of a request before the client has its answer.
//
// All amounts are int64 minor units. There is one mutex: a request runs alone,
// and takes some tens of microseconds.
//
// Files are named by their noun. A reader may start with simulator.go (options
// and life cycle), request.go (the path of one request) and state.go (where
// objects live). docs/stripe-simulator.md describes it from outside.
package stripesim
