// Package fault holds the errors that people outside may read.
//
// A context declares its faults as variables in its fault.go. Whatever is not
// a Fault is a bug or an outage: its text never leaves the process.
package fault
