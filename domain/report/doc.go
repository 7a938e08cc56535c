// Package report sums up, for tax authorities and for the platform itself, what the
// books say: what sellers have sold and what the platform has kept of it, which taxes
// were collected and who has to remit them, and what a payout consists of.
//
// Nothing is stored; the sums of payouts, which never change, are kept in memory. Every figure is a sum over the lines of statements, which tie to
// the ledger (S1), over entries of the ledger, over charges, or over what was frozen in the
// lines of orders; so a report of a span that is over is the same whenever it is asked for,
// but for corrections that were booked with an instant inside it. Everything can be
// asked for as of an instant.
//
// Thresholds of authorities are data with a first day (thresholds.go). They tell what
// a row is in for; the row is there in any case.
package report
