// Package idempotency makes a command happen once, however often it is sent.
//
// The client names its command by a key. The key, a hash of the input and the
// outcome are written in the same unit of work as the command's effects: a
// second command with the same key and input gets the first outcome, one with
// another input is refused. Keys belong to the acting account and are kept for
// ever; a guest's go with what they have made to the account that they sign in to.
package idempotency
