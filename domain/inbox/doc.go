// Package inbox keeps what the payment provider tells Étal.
//
// A webhook is verified, stored and acknowledged; nothing else happens in its
// request. A job applies it afterwards. Events arrive late, twice and in any
// order, so an applier never trusts the payload: it reads the object again
// from the provider and moves its own state forward only.
//
//	RECEIVED → APPLIED   its applier ran
//	RECEIVED → IGNORED   no applier is interested in its type, or it is of test mode at a live key
//	RECEIVED → PARKED    it must not be applied: other API version, other mode
//	PARKED   → IGNORED   somebody has seen to it, and said why
package inbox
