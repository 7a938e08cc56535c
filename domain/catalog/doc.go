// Package catalog holds what is for sale.
//
// A Product and its Variants describe a thing; they are shared. An Offer sells
// it: one seller, one variant, one condition, with a SKU, prices per currency
// and a status. A seller who lists a product of their own gets the offers in
// the same unit of work; another seller may add theirs to the same variants.
//
//	product  DRAFT ──▶ ACTIVE ◀──▶ ARCHIVED
//	offer    ACTIVE ◀──▶ PAUSED
//
// Buyers see a product while it is ACTIVE and an approved seller has an ACTIVE
// offer of it. That, with its best offer, its range of prices and the words to
// search, stands ready in a Listing: one row per product and currency, written
// in the unit that changes the product, an offer, its stock or its seller.
// Lists and searches read nothing else.
//
// A product has up to VariantsMax variants, which FindVariants pages through.
//
// What always holds: a slug is unique; an offer is unique by seller, variant
// and condition; a SKU is unique in its seller; prices lie in 1..money.Max.
package catalog
