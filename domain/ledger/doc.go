// Package ledger is the double-entry, append-only book of all money Étal is
// concerned with, and the only place where balances come from.
//
// A Journal is one business fact: two or more entries whose debits equal its
// credits in each currency. It is named by its source, such as "capture:pay_…",
// and posted at most once under that name. Nothing posted is ever changed: the
// database refuses UPDATE and DELETE, refuses a journal that does not sum to
// zero, and refuses entries added to a journal later. A mistake is corrected
// by a journal that reverses it.
//
// There are two books in one chart. The platform's accounts are what the
// platform owns and owes. The accounts that begin with "memo:" mirror the
// Stripe balances of the sellers, which belong to them.
//
// A journal that answers to a movement at the provider carries the identifier
// of its balance transaction, which is how the two are reconciled.
package ledger
