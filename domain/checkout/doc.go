// Package checkout turns a cart into an order and its payment. It is the one
// story that needs all the contexts below it.
//
// Complete reads from top to bottom: claim the idempotency key, lock the cart,
// price it, make the order, reserve its stock and open its payment, all in one
// unit of work; then, outside of it, ask the provider for the intent. Whatever dies
// in between, sending the same command again returns the same order.
//
// An order that awaits payment ends by Cancel, when somebody does not want it any more,
// or by Expire. Both cancel its intent before anything else: what is paid stays paid.
package checkout
