package approval

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned when there is no such proposal, or it is not the
	// actor's to see.
	ErrNotFound = fault.New(fault.NotFound, "PROPOSAL_NOT_FOUND", "There is no such proposal.")
	// ErrForbidden is returned to who lacks the permission that the kind of
	// proposal asks for.
	ErrForbidden = fault.New(fault.Forbidden, "PROPOSAL_FORBIDDEN", "Your role does not allow this.")
	// ErrOwn is returned to who wants to decide about their own proposal.
	ErrOwn = fault.New(fault.Conflict, "PROPOSAL_OWN", "A second person must decide about your proposal. You can withdraw it.")
	// ErrNotProposer is returned to who withdraws the proposal of somebody else.
	ErrNotProposer = fault.New(fault.Conflict, "PROPOSAL_OF_ANOTHER", "Only its proposer can withdraw a proposal. You can reject it.")
	// ErrDecided is returned for a proposal that does not wait any more.
	ErrDecided = fault.New(fault.Conflict, "PROPOSAL_DECIDED", "This proposal has been decided or has expired.")
	// ErrChanged is returned when what is to be approved is not what was read, or
	// not what was proposed.
	ErrChanged = fault.New(fault.Conflict, "PROPOSAL_CHANGED", "This is not what was proposed. Read the proposal again.")
	// ErrProposerLost is returned when the proposer does not hold the permission
	// any more that proposing needed.
	ErrProposerLost = fault.New(fault.Conflict, "PROPOSER_NOT_ALLOWED", "Whoever proposed this may not do so any more.")
	// ErrPending is returned when the same is proposed and waits already.
	ErrPending = fault.New(fault.Conflict, "PROPOSAL_PENDING", "This has been proposed already and waits for a decision.")
	// ErrKind is returned for a proposal of a kind that this version does not know.
	ErrKind = fault.New(fault.Conflict, "PROPOSAL_KIND_UNKNOWN", "This version cannot carry out this kind of proposal.")
)
