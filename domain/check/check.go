// Package check is the form in which the contexts tell what does not hold.
//
// Each context that has invariants exports Verify(ctx, q), which reads the
// whole of its data and returns the findings; `etal verify` prints them.
package check

// Finding is one broken invariant.
type Finding struct {
	// Invariant is the name in docs/architecture.md, such as "M1".
	Invariant string `json:"invariant"`
	// Subject is the identifier of what is wrong.
	Subject string `json:"subject"`
	// Detail says what was expected and what was found.
	Detail string `json:"detail"`
}
