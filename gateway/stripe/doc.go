// Package stripe is Étal's side of Stripe Connect: one Client fills the
// gateways of payments, payouts and reconciliation, and a Webhook verifies what
// Stripe tells us.
//
// Money moves by separate charges and transfers. An intent is a charge on the
// platform, without fee, destination or other account; each seller's part
// leaves in a transfer that draws on the charge; each seller's balance leaves
// in a payout of the connected account.
//
// What always holds:
//
//   - nothing is sent inside a unit of work (db.MustBeOutside);
//   - every change goes through the function change, and so carries the caller's
//     context and an idempotency key made of our own identifiers; the transport
//     refuses a change without a key as the last line;
//   - a *provider.Error says that Stripe refused only when Stripe itself said
//     so, for this request; everything else is an unknown outcome, including
//     whatever goes wrong after the change was made;
//   - amounts are whole numbers; what Stripe cannot express is refused before
//     it is sent, and what we cannot express is never rounded.
//
// Enumerations of Stripe grow without a new API version, so every switch over
// one has a default that decides nothing.
package stripe
