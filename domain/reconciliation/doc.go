// Package reconciliation holds the ledger against the provider, balance
// transaction by balance transaction and balance by balance (M4).
//
// Every movement on the platform's balance and on each connected account must
// be answered by exactly one journal that moves the same amount, and the sums
// must agree. A difference is either a movement nobody booked, a booking nobody
// made, or an amount that differs; there is no fourth kind and no tolerance.
package reconciliation
