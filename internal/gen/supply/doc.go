// Package supply tells what Étal is made of: the Go modules that are linked into
// the binary and the npm packages that its pages are built from, under which
// licences they are, and whether a vulnerability of them is known. What could not
// be looked up is told as such; nothing passes because nobody was there to ask.
package supply
