// Package payment takes the buyer's money: one payment, one PaymentIntent of
// the provider, for one order.
//
//	CREATING → AWAITING_BUYER → CAPTURED
//	CREATING, AWAITING_BUYER  → CANCELLED
//	CREATING → CAPTURED          the buyer was faster than our own answer
//	AWAITING_BUYER → CREATING    the provider has ended the intent after too many declines
//
// A card is charged at once. A bank that is asked for a debit answers days later: until
// then the payment awaits nobody but the bank (ProcessingSince), the order is not given
// up, and its stock stays reserved. When the bank refuses, the buyer has a day to pay in
// another way.
//
// An intent that the provider ends by itself, after too many declines, is followed by
// another one while the order's time is not over: three at most.
//
// A payment is written before the provider hears of it, and its id is the
// provider's idempotency key: whatever dies in between, repeating the call
// finds the same intent. What the provider tells is never believed from the
// event: the intent is read again and the payment moves forward only.
//
// Capture is one unit of work: payment captured, order paid, stock committed,
// ledger posted. What must always hold: captured = Σ allocations (M2), and an
// order is paid exactly when its payment is captured (M5).
package payment
