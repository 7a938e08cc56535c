// Package note keeps what operators write about sellers and orders for each other.
//
// A Note is plain text about one subject: a seller, or an order. Operators read it and
// nobody else, whatever they ask for: no member of the seller, no buyer, and nobody who
// views as one. Whoever has written it changes and deletes it; who may delete what others
// have written decides the policy.
//
// What always holds:
//
//   - a note is about exactly one seller or one order, and that never changes;
//   - it says who has written it, and when it was written and changed last;
//   - the audit log holds that a note was written, changed or deleted, and never its text;
//   - the notes about the orders of a buyer are deleted when the buyer is erased.
package note
