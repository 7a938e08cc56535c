// Package terms keeps what people agree to, and that they have agreed.
//
// A Version is one edition of a document of a Kind. It is published with the
// instant from which it is in force, and never changed after; one that is not in
// force yet can be withdrawn:
//
//	published ──(its instant)──▶ in force ──(the instant of the next one)──▶ replaced
//	    └────────▶ withdrawn
//
// Of each kind the standing version with the latest instant that has come is in
// force: one, or none. Versions of a kind are numbered from 1 in the order of
// their instants; a withdrawn one keeps its number.
//
// An Answer says that an account has accepted a version, when, under which hat and
// from which network. Only what is in force can be accepted. Answers are never
// changed or deleted: an agreement to MARKETING, which is a consent and no
// terms, is taken back by another answer. The answers of an account to a version
// take turns, and odd turns give; that one turn exists once makes accepting twice
// at once the same as once. When somebody is erased, the network goes and the rest
// stays, about an account that leads to nobody.
//
// While no version of a kind is in force, nothing is asked of anybody.
package terms
