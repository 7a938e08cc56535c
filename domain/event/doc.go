// Package event is the outbox: news that one context tells and others act on.
//
// Emit writes an event in the unit of work that made it true, so an event
// exists exactly when its fact does. It is delivered after the commit, at least
// once. All handlers of an event run in one unit that records (event, handler) or,
// when one of them fails, each in a unit of its own: whatever is redelivered, the
// effect of a handler happens once.
//
// While an installation is upgraded, processes of two versions deliver. Each with workers
// writes down which handlers it has (Join), and leaves to the others what they alone can
// handle; it comes again until one of those takes it.
//
// Two events may be delivered in either order, and at the same time. A handler
// that needs the present state reads it; what the event carries is how the
// world was.
//
// Event structs are a contract with everything that listens, listed in
// docs/events.md: fields are added, never changed.
package event
