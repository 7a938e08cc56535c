// Package search is what people type to find a thing, and the index of the names
// by which things are found.
//
// An Entry names a seller, a product or somebody who acts for a seller or the
// platform. Whoever names such a thing puts its entry in the same unit (PutTx), so
// that it is found as soon as it is there; Service.Fill adds what was there before
// the index. Numbers, addresses and identifiers are not in it: they stand in the
// tables of those who have them, under an index.
//
// What always holds: an entry is found by its kind, and within a seller by its
// owner too; what is found says nothing of what may be seen. Who may see a thing is
// decided where it is loaded. Names of buyers have no entries, since nobody is
// shown them: what is masked cannot be guessed letter by letter.
package search
