// Package webhook tells programs of sellers and of the platform what has happened,
// by requests that Étal sends to addresses of theirs.
//
// An Endpoint belongs to one seller, or to the platform, and names an address and
// the topics that it is told of. When one of them happens, each endpoint that
// listens gets a Delivery: the bytes that are sent, written in the unit that hands
// over the event. The bytes never change, so that a receiver that gets them twice
// gets the same twice, under the same id.
//
//	                    answered 2xx
//	PublishTx         ┌───────────────► DELIVERED
//	──────────► PENDING                     │ RetryDelivery
//	             ▲  └───────────────► FAILED │
//	             │    tried ten times,    │  │
//	             │    or 410, or disabled │  │
//	             └────────────────────────┴──┘
//
// A delivery is claimed for a time before it is sent, in a unit of its own, and how
// the attempt went is written after it, in another. A process that dies in between
// leaves a claim that ends, and the delivery is sent again: at least once, never
// twice at the same time. Of the deliveries about one object that wait for an endpoint,
// that of the earlier event goes first; the next waits while it is in its first
// HoldingTries tries and has not ended. What one unit tells of an object is to be handed
// over together (event.EmitAll): it is then written together, and none goes out before
// another is there.
//
// An endpoint is disabled by its owner, by the answer 410, or when nothing that was
// sent to it for DisableAfter was taken. What is sent is signed as Standard Webhooks
// says, with each secret that is good at that moment: two while one is rotated.
//
// What always holds: an endpoint of a seller gets what concerns that seller and
// nothing else; a delivery has at most one attempt under way; a secret is told once
// and kept sealed.
package webhook
