// Package payout brings the sellers their money.
//
// Each seller order has a Release: the seller's net of it, accrued when the
// order was paid. When the seller has fulfilled and the hold is over it is
// released, and one Transfer moves it to the seller's balance at the provider.
// What is available there leaves for the bank by a Payout.
//
//	Release   ACCRUED → RELEASED → TRANSFERRING → TRANSFERRED
//	                        ↑____________|  refused: says why and when again
//	Transfer  PLANNED → SENDING → SUCCEEDED | FAILED
//	                       ↓↑
//	                     UNKNOWN   looked up, never repeated blindly
//	Payout    PLANNED → SENDING → PENDING → IN_TRANSIT → PAID → FAILED
//	                                  (any of them) → FAILED | CANCELLED
//	Account   CREATING → ONBOARDING → VERIFYING → ENABLED ⇄ RESTRICTED, REJECTED
//
// Every call to the provider is written down before it is made, is a job, and
// carries the row's id as idempotency key and in its metadata; so a lost answer
// is looked up under that id. Nothing here happens inside a request except the
// onboarding link.
package payout
