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
//
// Totals are sums: an order's of its parts, a part's of its lines. An order
// knows nothing of payments; the payment context marks it paid.
package order
