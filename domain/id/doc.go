// Package id makes and checks the identifiers of everything Étal stores.
//
// An identifier is a prefix that says what it names, an underscore, and a
// UUIDv7 (RFC 9562) in 26 characters of Crockford's base32 in lower case: the
// form of the TypeID specification. It sorts by age, reads well in a log and
// is the primary key on both databases.
//
// Each context declares its own named string types (`type ProductID string`);
// they are plain strings so that bun and gqlgen bind them without code.
package id
