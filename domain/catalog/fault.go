package catalog

import "github.com/etal-market/etal/domain/fault"

// Faults of the catalogue.
var (
	// ErrProductNotFound is returned for a product that does not exist or is not the caller's to see or change.
	ErrProductNotFound = fault.New(fault.NotFound, "PRODUCT_NOT_FOUND", "There is no such product.")
	// ErrVariantNotFound is returned for a variant that does not exist or that the caller may not see.
	ErrVariantNotFound = fault.New(fault.NotFound, "VARIANT_NOT_FOUND", "There is no such variant.")
	// ErrOfferNotFound is returned for an offer that does not exist or is another seller's.
	ErrOfferNotFound = fault.New(fault.NotFound, "OFFER_NOT_FOUND", "There is no such offer.")
	// ErrURL is returned for an image address that is not https.
	ErrURL = fault.New(fault.Invalid, "URL_INVALID", "Give an absolute https address.")
	// ErrTooMany is returned for a list over its limit.
	ErrTooMany = fault.New(fault.Invalid, "TOO_MANY", "There are too many entries in this list.")
	// ErrOptions is returned when option values do not fit the option names of the product.
	ErrOptions = fault.New(fault.Invalid, "OPTIONS_MISMATCH", "Give exactly one value for each option of the product.")
	// ErrOptionName is returned for option names that repeat.
	ErrOptionName = fault.New(fault.Invalid, "OPTION_NAME_TAKEN", "Two options have the same name.")
	// ErrVariantTaken is returned when two variants of a product have the same option values.
	ErrVariantTaken = fault.New(fault.Conflict, "VARIANT_TAKEN", "The product already has a variant with these option values.")
	// ErrVariantsRequired is returned for a product without variants.
	ErrVariantsRequired = fault.New(fault.Invalid, "VARIANTS_REQUIRED", "A product needs at least one variant.")
	// ErrSKUTaken is returned when the seller uses the SKU for another offer.
	ErrSKUTaken = fault.New(fault.Conflict, "SKU_TAKEN", "You use this SKU for another offer.")
	// ErrOfferTaken is returned when the seller already offers the variant in this condition.
	ErrOfferTaken = fault.New(fault.Conflict, "OFFER_TAKEN", "You already offer this variant in this condition.")
	// ErrPrice is returned for a price outside one minor unit to money.Max.
	ErrPrice = fault.New(fault.Invalid, "PRICE_OUT_OF_RANGE", "A price must be positive and at most 99,999,999 minor units.")
	// ErrCompareAt is returned for a former price that is not above the price.
	ErrCompareAt = fault.New(fault.Invalid, "COMPARE_AT_INVALID", "The former price must be above the price and in the same currency.")
	// ErrValue is returned for a number or choice outside its range.
	ErrValue = fault.New(fault.Invalid, "VALUE_INVALID", "This value is not allowed here.")
	// ErrHandleTaken is returned when the seller has another product with this handle.
	ErrHandleTaken = fault.New(fault.Conflict, "HANDLE_TAKEN", "You have another product with this handle.")
	// ErrSellerRequired is returned when nobody acts for a seller.
	ErrSellerRequired = fault.New(fault.Forbidden, "SELLER_REQUIRED", "Act for a seller to do this.")
	// ErrOfferVersion is returned when the offer has changed since the version that the caller saw.
	ErrOfferVersion = fault.New(fault.Conflict, "OFFER_VERSION", "This offer has changed since you saw it. Look at it again.")
	// ErrProductArchived is returned when an archived product gets new offers.
	ErrProductArchived = fault.New(fault.Conflict, "PRODUCT_ARCHIVED", "This product is archived.")
)
