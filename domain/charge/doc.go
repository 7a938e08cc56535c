// Package charge keeps what sellers are charged and credited beside their
// orders: what operators decide, and the fees of their plans.
//
// A Charge is owed at once: it is a debt of the seller, which what is released to
// them next pays (payout.OweTx). A credit may be transferred at once, after it
// has paid debts (payout.GrantTx). Nothing is changed or deleted; what was wrong
// is reversed, once, as a whole: a reversed charge gives back what was collected
// of it, a reversed credit is owed.
//
//	ONE_OFF       by an operator; above a limit a second one approves it
//	SUBSCRIPTION  by the seller's plan, once for each month that has ended
//	LISTING       by the seller's plan, once for each offer
//
// What always holds:
//
//   - A charge has one source, and is booked once, in the unit that writes it.
//   - A subscription is charged once for each seller, month and version of a plan;
//     a listing once for each offer.
//   - Verify finds each charge, and each reversal, in the ledger.
package charge
