// Package contract holds the judges of the Stripe simulator that are not ours:
//
//   - stripe-mock, which has the OpenAPI description of Stripe's requests: every
//     request of the scenarios is shown to it, and it must accept it;
//   - the TypeScript types of stripe-node 14.25.0, made for API version 2023-10-16:
//     every answer of the simulator must compile as what it claims to be, with no
//     field missing, none unknown and no enum value invented;
//   - stripe-node itself, as a second client written by other people.
//
// It is a module of its own so that the judges' dependencies stay out of the
// product's. Run it by `make contract`, or by `go test ./...` here; it needs node
// and, the first time, npm's registry.
package contract
