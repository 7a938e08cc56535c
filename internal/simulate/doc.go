// Package simulate lets a whole marketplace live through months of trade in
// seconds, on a clock that is moved by hand, with everything that can go wrong
// on the way, and checks after every day that the money is right.
//
// Nothing is mocked. A World is the same wiring as the server's, on a database
// of its own, with the Stripe simulator behind the production adapter. What is
// different is only the ground: calls to Stripe and webhooks pass by a door in
// the same process (Door), which can break them before and after their effect,
// and the process can die at each commit and at each call (Fate).
//
// What happens is a Plan: steps by the day, each an action with a number by
// which it chooses. A plan is drawn from a seed, and the same plan has the same
// trace. So a failure can be repeated, and Shrink takes away what it does not
// need.
package simulate
