package seller

import "fmt"

// decision is what an operator decides about a seller.
type decision string

const (
	approve   decision = "approved"
	reject    decision = "rejected"
	suspend   decision = "suspended"
	reinstate decision = "reinstated"
)

// after returns the status that a decision leads to. It returns
// ErrStatusConflict, in words, when the seller does not stand where the
// decision can be made.
func (s Status) after(d decision) (Status, error) {
	from, to := StatusApplied, StatusApplied
	switch d {
	case approve:
		from, to = StatusApplied, StatusApproved
	case reject:
		from, to = StatusApplied, StatusRejected
	case suspend:
		from, to = StatusApproved, StatusSuspended
	case reinstate:
		from, to = StatusSuspended, StatusApproved
	default:
		panic("seller: unknown decision " + string(d))
	}
	if s != from {
		return s, ErrStatusConflict.Saying(fmt.Sprintf("This seller is %s and cannot be %s.", s, d))
	}
	return to, nil
}
