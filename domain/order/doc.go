// Package order is what was agreed: an order of one buyer with a part for each
// seller, the SellerOrder, whose lines carry the prices and the commission as
// they were at that moment, for ever.
//
// An order and its parts are created in the unit that completes the cart.
//
//	Order        AWAITING_PAYMENT → PAID
//	             AWAITING_PAYMENT → CANCELLED
//	SellerOrder  AWAITING_PAYMENT → READY_TO_SHIP → SHIPPED
//	             AWAITING_PAYMENT → CANCELLED
//	             READY_TO_SHIP → CANCELLED when all was given back before anything has left
//	             CANCELLED → READY_TO_SHIP when such a refund gives nothing back after all
//	             SHIPPED → READY_TO_SHIP by withdrawing a shipment that nobody was told of
//
// A part leaves in one parcel or several, each with units of its lines; it is SHIPPED
// when nothing is to be sent any more. READY_TO_SHIP is told as PARTIALLY_SHIPPED once
// something has left. No more units of a line leave than were bought. What is
// READY_TO_SHIP has something that is to be sent: a part of which refunds leave nothing
// is SHIPPED when something has left, else CANCELLED.
//
// Totals are sums: an order's of its parts, a part's of its lines. An order
// knows nothing of payments; the payment context marks it paid.
package order
