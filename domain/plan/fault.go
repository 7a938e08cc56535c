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
	// ErrCurrency is returned when a plan has no fees in the currency of the seller.
	ErrCurrency = fault.New(fault.Conflict, "SELLER_PLAN_CURRENCY", "This plan has no fees in the seller's currency.")
	// ErrOffers is returned when a seller's plan allows no more published offers.
	ErrOffers = fault.New(fault.Conflict, "SELLER_PLAN_OFFERS", "Your plan allows no more published offers.")
	// ErrSeats is returned when a seller's plan allows no more members.
	ErrSeats = fault.New(fault.Conflict, "SELLER_PLAN_SEATS", "Your plan allows no more members.")
)
