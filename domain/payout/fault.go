package payout

import "github.com/etal-market/etal/domain/fault"

// Faults of payouts.
var (
	// ErrAccountNotFound is returned when the seller has no payout account.
	ErrAccountNotFound = fault.New(fault.NotFound, "PAYOUT_ACCOUNT_NOT_FOUND", "There is no payout account.")
	// ErrAccountCreating is returned while the provider is still opening the account.
	ErrAccountCreating = fault.New(fault.Conflict, "PAYOUT_ACCOUNT_CREATING", "The payout account is being opened. Try again in a moment.")
	// ErrAccountCutOff is returned while the platform has no access to the account.
	ErrAccountCutOff = fault.New(fault.Conflict, "PAYOUT_ACCOUNT_CUT_OFF",
		"The account at the payment provider is no longer connected with this marketplace. Write to the marketplace to connect it again.")
	// ErrAccountForm is returned for the provider's dashboard before its form was filled in.
	ErrAccountForm = fault.New(fault.Conflict, "PAYOUT_ACCOUNT_FORM", "The payment provider opens its pages when its form is filled in.")
	// ErrSellerOwes is returned for closing a seller who has to give money back.
	ErrSellerOwes = fault.New(fault.Conflict, "SELLER_OWES", "This seller has to give money back. It has to be collected or written off first.")
	// ErrProviderUnavailable is returned when the provider does not answer.
	ErrProviderUnavailable = fault.New(fault.Unavailable, "PAYMENT_PROVIDER_UNAVAILABLE", "The payment provider does not answer. Try again in a moment.")
)
