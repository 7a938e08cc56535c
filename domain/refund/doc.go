// Package refund gives buyers their money back, in whole or in part, before and
// after the sellers have got theirs.
//
// A refund says what is given back of which Component of an order: of a line, its
// shipping, a fee. Each component has shares: what of the buyer's money became
// the seller's, the platform's commission, tax. What is given back is divided over
// what *remains* of the shares, so whatever is refunded in whatever order, the
// parts sum exactly, no share goes below zero, and a full refund returns
// exactly what was taken (M3).
//
//	          AWAITING_APPROVAL is a proposal, and no refund yet
//	CARD      PLANNED → SENDING → SUCCEEDED → FAILED → PAID_OTHERWISE
//	                     ↓↑   ↘ PENDING, REQUIRES_ACTION ↗
//	                  UNKNOWN   looked up, never repeated blindly
//	          PLANNED, SENDING, UNKNOWN → REFUSED     PLANNED, REQUIRES_ACTION → CANCELLED
//	BANK      AWAITING_BANK → SUCCEEDED | CANCELLED
//	CREDIT    SUCCEEDED
//
// The buyer comes first: the refund leaves from the platform's balance whether or
// not the seller can pay. What the seller owes for it is claimed in the same
// unit (payout.ClaimTx) and collected when the provider has the refund.
//
// What always holds: Σ refunds of a payment ≤ what was captured; what was
// promised to buyers and has not left is the balance of pay:buyer_refund.
package refund
