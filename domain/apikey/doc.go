// Package apikey knows the keys by which programs act for a seller or for the
// platform, without a person at the keyboard.
//
// A key belongs to one seller, or to the platform, and names what it may do at
// most: its scopes. What it may do at a moment is what the scopes and the
// present permissions of its maker have in common, read anew with each request:
// a maker who is given a lesser role narrows the key, one who is removed ends it.
// Some things no key may ever do; package authz says which.
//
//	        Rotate
//	         ┌──┐   Revoke
//	Create   │  ▼ ┌────────► REVOKED
//	──────► ACTIVE│
//	              └────────► EXPIRED
//	               expires_at
//
// A key is shown by a secret, which is told once and of which only the SHA-256
// and the last four characters are kept. Rotating adds a secret and sets an end
// to the one before, so that at most two work at a time. Each secret acts for
// whoever made it: rotating the key of somebody who has left does not bring the
// old secret back to life.
//
// What always holds: a secret ends a year after it was made at the latest; a key
// that was revoked, has expired, or is used from an address that is not allowed is
// refused with the same words as one that never was.
package apikey
