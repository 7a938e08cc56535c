// Package inventory keeps what is on the shelf.
//
// A Level says, for each offer, how many units are on hand and how many of
// them are reserved; what is available is the difference. Every change of what
// is on hand is a Movement, which is never changed. A Reservation takes units
// off the shelf for an order that is not paid yet:
//
//	HELD ──▶ COMMITTED   the order was paid: the units leave the stock
//	  └────▶ RELEASED    it was not: they are available again
//
// What always holds (invariant I1, checked by Verify): 0 ≤ reserved ≤ on hand;
// reserved is the sum of the HELD reservations; on hand is the sum of the
// movements. Units change rows in the order of offer ids and by guarded
// updates, so the last unit is sold once however many ask for it.
//
// The catalogue's listings say whether a product is in stock: inventory tells
// the catalogue whenever an offer runs out or comes back.
package inventory
