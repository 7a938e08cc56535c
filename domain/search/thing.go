package search

// Thing is what a search answers with.
type Thing string

// The things that are found.
const (
	// ThingOrder is an order.
	ThingOrder Thing = "ORDER"
	// ThingSellerOrder is a seller's part of an order.
	ThingSellerOrder Thing = "SELLER_ORDER"
	// ThingSeller is a seller.
	ThingSeller Thing = "SELLER"
	// ThingProduct is a product, in every status.
	ThingProduct Thing = "PRODUCT"
	// ThingOffer is an offer, by its SKU.
	ThingOffer Thing = "OFFER"
	// ThingAccount is somebody with an account.
	ThingAccount Thing = "ACCOUNT"
	// ThingPayout is a payout to a seller's bank.
	ThingPayout Thing = "PAYOUT"
	// ThingTransfer is a transfer to a seller.
	ThingTransfer Thing = "TRANSFER"
	// ThingRefund is a refund.
	ThingRefund Thing = "REFUND"
	// ThingDispute is a dispute.
	ThingDispute Thing = "DISPUTE"
)
