// Package reconciliation holds the ledger against the provider, balance
// transaction by balance transaction and balance by balance (M4).
//
// Every movement on the platform's balance and on each connected account must
// be answered by exactly one journal that moves the same amount, and the sums
// must agree. There is no tolerance. What does not agree is a Difference, which is
// kept with the instant at which it was seen first:
//
//	          seen, and seen again
//	OPEN ──────────────────────────────▶ OPEN
//	  │  gone at the next comparison ──▶ CLEARED
//	  │  an operator takes it for a matter of time ──▶ ACCEPTED ── a week ──▶ OPEN
//	  │  an operator books it ─────────▶ RESOLVED
//	  │  a movement that no news explains in time, or of a type nobody knows
//	  ▼
//	SUSPENDED ── the journal that answers comes ──▶ CLEARED
//	     └────── an operator books or links it ───▶ RESOLVED
//
// An account is compared in rounds, which go on where they were interrupted: see round.
// Days that were compared are closed after a week, with their sums.
//
// A movement in suspense is in the ledger (see ledger.Suspended), so the sums agree
// while people look for what it was. Booking and linking move money in the ledger:
// above a limit two persons do it.
package reconciliation
