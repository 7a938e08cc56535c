// Package identity knows people: accounts, passwords and sessions.
//
// Everybody with a session has an account. A guest's account has no address
// and no password; registering with a guest's session turns that same account
// into a full one, so carts and orders made before stay theirs. An operator is
// an account with an operator role.
//
// A session is named by a bearer token that is shown once; only its SHA-256 is
// kept. It ends 30 days after it was last seen, 90 days after it was made, or
// when it is revoked, whichever comes first. The hats of sellers' members and of
// operators ask for more: no pause of an hour and an age under a day, no pause
// of 15 minutes and an age under 12 hours.
//
// An account may have a second factor; domain/factor knows which. Here is only
// what each request needs: that a session still waits for it, or when it was
// shown last.
//
// A buyer may trust a device when they show the factor: for 30 days signing in
// with it asks for the password alone. It counts as nothing else: a session that
// was let in so is not fresh, and is asked for the factor when it puts on the hat
// of a seller's member or an operator. Operators and members have no such devices.
//
// Attempts to sign in are counted before the password is compared: those of
// strangers by the account and by their network, those from a device that was
// signed in with before by that device alone. So nobody who guesses elsewhere
// can make an owner wait who has such a device.
//
// Whether an address has an account is never told: signing in answers alike,
// and takes as long, for an unknown address and for a wrong password.
package identity
