// Package plan says what sellers pay the platform beside commission, and what
// they may do for it.
//
// A Plan has versions, each in force from an instant until that of the next one:
// what it costs a month, what a listing costs, how many offers may be published
// and how many members and open invitations there may be. Two operators publish a
// version; it is never changed. One operator puts a seller on a plan, from now or
// from a later instant.
//
//	a version      proposed ── approved by a second person ──► in force from its instant
//	an assignment  in force from its instant until that of the seller's next one, unless it was cancelled before it began
//
// A seller without a plan pays nothing and has no limits. Limits hold when
// something is published or somebody is invited; what is there stays.
//
// What always holds:
//
//   - At each instant a seller is on one plan at most, and a plan has one version
//     in force at most.
//   - An offer is listed once, so its fee is asked once, however often it is
//     published.
//   - A month of a seller is reckoned once, after it has ended. Each of its days
//     costs what the version costs that is in force at its beginning, midnight UTC.
//
// The package knows sellers by their ids only, so that every context may ask it.
// Who books the fees is domain/charge.
package plan
