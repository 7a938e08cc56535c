// Package system tells those who run the platform how the process does: its version,
// what waits and what is stuck, and how it is set.
//
// A job whose last attempt has failed is parked: nothing of it is lost, and it waits
// until a person has mended what is wrong and gives it one more attempt, here or by
// `etal jobs retry`. Who did is on record.
//
// Settings are read from the environment once, at the start. They are shown here and
// changed there; what is secret is never shown, only whether it is set.
package system
