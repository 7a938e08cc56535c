// Package feed says what programs outside may read of what happens: which events
// become messages, to whom, and what is in them.
//
// It listens to events and hands a notice for each owner whom one concerns to
// package webhook: the platform, and each seller that has a part in it. A message
// has ids, states, amounts and instants. It has no name, no address, no mail and no
// free text of a person: a receiver that needs more asks the API, as who it is.
//
// What is told of an order, a refund or a dispute is how it stands when the message
// is written, which is after the event and may be after the next one too. All other
// messages say what the event says. Nothing is read for an event that no webhook is
// told of.
package feed
