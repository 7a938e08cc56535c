// Package pricing turns a basket into a quote: what the buyer pays, what each
// seller gets, what the platform keeps. It is pure arithmetic on integers: no
// database, no clock, no floating point.
package pricing
