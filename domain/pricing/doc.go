// Package pricing turns a basket into a quote: what the buyer pays, what each
// seller gets, what the platform keeps. It is pure arithmetic on integers: no
// database, no clock, no floating point.
//
// A line is made of the price of its goods, discounts, a share of the shipping
// of its part, and taxes. What follows holds of each line, and so of each part
// and of the order, to the minor unit:
//
//	payable = goods - seller's discount - platform's discount + shipping + tax on top
//	payable + platform's discount = seller's net + commission + VAT on it
//	                              + tax the platform remits + shipping the platform keeps
//
// The order costs what its parts cost, and the service fee.
package pricing
