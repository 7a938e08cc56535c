// Package file keeps what people send as files, in the database, so that every
// process sees them and a backup has them.
//
// A file is announced by a mutation, its bytes follow by PUT, and then a thing takes
// it: a dispute as evidence, a product as an image. What it is, is read from its
// bytes and from nothing that its sender says.
//
//	announced ──▶ received ──▶ used ──▶ let go ──▶ swept
//
// Equal bytes are kept once for each purpose, by their SHA-256. A file stays while
// somebody holds it or an upload has brought it; then Sweep deletes it.
//
// Evidence is kept as it was received and shown to those who see the dispute. Of an
// image nothing is kept but pictures of it in three sizes that were drawn anew, so
// that neither its metadata nor anything hidden behind it gets on; everybody can see
// them, at an address that means the same picture for ever.
package file
