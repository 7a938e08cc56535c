// Package commission decides what the platform keeps of a line and what it
// charges its buyer.
//
// A ruleset is an ordered list of rules: the first whose conditions are met by a
// line gives its commission. Rulesets are versions, each in force from an
// instant until that of the next one.
//
//	DRAFT ── approved by a second person ──► PUBLISHED, from an instant to come
//	  └────────────► CANCELLED ◄──────────────── until that instant
//
// Version 1 is not stored: it is one rule, at the rate of the settings.
//
// What always holds:
//
//   - At each instant exactly one version is in force.
//   - Nothing is published for the past, and what is in force is never changed.
//   - A line keeps the version, the rule, the base, every step and the result
//     that it was charged by. What is published later does not touch it.
//   - Amounts are integers in minor units; each step that has to be rounded is
//     rounded half away from zero by itself, to what can be transferred.
package commission
