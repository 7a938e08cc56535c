// Package reveal lets an operator read, for a quarter of an hour, what is masked
// of one person.
//
// A Reveal is about one subject: an order, with all of its parts, or an account.
// It holds for the operator who has asked, in the session in which they asked,
// and for that subject only, until EndsAt; at that instant it holds no more. It
// cannot be given to somebody else and is not ended early: the session ends, or
// the quarter of an hour does. Asking again begins another one.
//
// The reason is not kept here. It goes on record with the event, encrypted under
// the key of whom it is about, and is gone when they are erased. Nothing is
// revealed of somebody who was erased.
package reveal
