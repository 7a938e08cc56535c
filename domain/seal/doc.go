// Package seal encrypts secrets that have to be read again, before they are
// written to the database: AES-256-GCM with a random nonce and the id of the
// key in front.
//
// What is sealed is bound to the place it is written to: text that somebody
// copies to another row, or another column, does not open there.
//
// A Ring holds several keys. One of them, the primary, seals; all of them open.
// Rotating adds a new primary, and whoever owns sealed rows seals them anew;
// after that the older keys may be taken out. A Keeper holds the ring of a
// process and reads it again when it meets a key that it does not know, so that
// a process which serves need not be restarted for a rotation.
package seal
