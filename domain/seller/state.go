package seller

import (
	"fmt"
	"slices"
)

// Decision is what an operator decides about a seller, or an owner about their
// own; its text is the word for what became of the seller.
type Decision string

// The decisions.
const (
	// Approve lets an applicant sell.
	Approve Decision = "approved"
	// Reject turns an applicant down, for good.
	Reject Decision = "rejected"
	// Suspend takes a seller out of sale.
	Suspend Decision = "suspended"
	// Reinstate ends a suspension.
	Reinstate Decision = "reinstated"
	// Close ends a seller's business, for good.
	Close Decision = "closed"
)

// May says why a decision cannot be made about the seller as it stands,
// ErrStatusConflict; nil when it can.
func (s *Seller) May(d Decision) error {
	_, err := s.next(d)
	return err
}

// next is the status that a decision about the seller leads to. It returns
// ErrStatusConflict, and ErrApprovalPending while another decision can be withdrawn.
func (s *Seller) next(d Decision) (Status, error) {
	if s.ApprovalUntil != nil {
		return s.Status, ErrApprovalPending
	}
	return s.Status.after(d)
}

// after returns the status that a decision leads to. It returns
// ErrStatusConflict, in words, when the seller does not stand where the
// decision can be made.
func (s Status) after(d Decision) (Status, error) {
	var from []Status
	var to Status
	switch d {
	case Approve:
		from, to = []Status{StatusApplied}, StatusApproved
	case Reject:
		from, to = []Status{StatusApplied}, StatusRejected
	case Suspend:
		from, to = []Status{StatusApproved}, StatusSuspended
	case Reinstate:
		from, to = []Status{StatusSuspended}, StatusApproved
	case Close:
		from, to = []Status{StatusApproved, StatusSuspended}, StatusClosed
	default:
		panic("seller: unknown decision " + string(d))
	}
	if !slices.Contains(from, s) {
		return s, ErrStatusConflict.Saying(fmt.Sprintf("This seller is %s and cannot be %s.", s, d))
	}
	return to, nil
}
