package plan

import "github.com/etal-market/etal/domain/fault"

// Faults of plans.
var (
	// ErrNotFound is returned for a plan that does not exist.
	ErrNotFound = fault.New(fault.NotFound, "SELLER_PLAN_NOT_FOUND", "There is no such plan.")
	// ErrSellerNotFound is returned for a seller that does not exist.
	ErrSellerNotFound = fault.New(fault.NotFound, "SELLER_PLAN_SELLER_NOT_FOUND", "There is no such seller.")
	// ErrNameTaken is returned for a name that another plan has.
	ErrNameTaken = fault.New(fault.Conflict, "SELLER_PLAN_NAME_TAKEN", "Another plan has this name.")
	// ErrArchived is returned when a seller is to be put on a plan that is archived,
	// or such a plan is to be changed.
	ErrArchived = fault.New(fault.Conflict, "SELLER_PLAN_ARCHIVED", "This plan is archived.")
	// ErrTerms is returned for what a plan cannot cost or allow, with why.
	ErrTerms = fault.New(fault.Invalid, "SELLER_PLAN_TERMS", "A plan cannot be like this.")
	// ErrDate is returned for an instant that has passed, is taken, or is too far away.
	ErrDate = fault.New(fault.Invalid, "SELLER_PLAN_DATE", "It begins in the future, within a year, and at another instant than what is there.")
	// ErrAssignmentNotFound is returned for an assignment that does not exist.
	ErrAssignmentNotFound = fault.New(fault.NotFound, "SELLER_PLAN_ASSIGNMENT_NOT_FOUND", "There is no such change of a plan.")
	// ErrBegun is returned when an assignment is to be cancelled that holds, or did.
	ErrBegun = fault.New(fault.Conflict, "SELLER_PLAN_BEGUN", "This change has begun. Put the seller on another plan instead.")
	// ErrChanged is returned when something was decided about the plan of the seller
	// since the operator looked.
	ErrChanged = fault.New(fault.Conflict, "SELLER_PLAN_CHANGED", "Somebody has changed the plan of this seller since you looked. Look at it again.")
	// ErrCurrency is returned when a plan has no fees in the currency of the seller.
	ErrCurrency = fault.New(fault.Conflict, "SELLER_PLAN_CURRENCY", "This plan has no fees in the seller's currency.")
	// ErrOffers is returned when a seller's plan allows no more published offers.
	ErrOffers = fault.New(fault.Conflict, "SELLER_PLAN_OFFERS", "Your plan allows no more published offers.")
	// ErrSeats is returned when a seller's plan allows no more members.
	ErrSeats = fault.New(fault.Conflict, "SELLER_PLAN_SEATS", "Your plan allows no more members.")
)
