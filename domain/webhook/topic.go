package webhook

import (
	"slices"
	"strings"
)

// Topic is what a delivery is about; its values are those of the GraphQL enum.
type Topic string

// The topics.
const (
	OrderPaid               Topic = "ORDER_PAID"
	OrderPartiallyShipped   Topic = "ORDER_PARTIALLY_SHIPPED"
	OrderShipped            Topic = "ORDER_SHIPPED"
	OrderCancelled          Topic = "ORDER_CANCELLED"
	RefundCreated           Topic = "REFUND_CREATED"
	RefundSucceeded         Topic = "REFUND_SUCCEEDED"
	RefundFailed            Topic = "REFUND_FAILED"
	RefundVoided            Topic = "REFUND_VOIDED"
	DisputeChanged          Topic = "DISPUTE_CHANGED"
	PayoutReturned          Topic = "PAYOUT_RETURNED"
	PayoutAccountChanged    Topic = "PAYOUT_ACCOUNT_CHANGED"
	ChargeCreated           Topic = "CHARGE_CREATED"
	ChargeReversed          Topic = "CHARGE_REVERSED"
	StatementClosed         Topic = "STATEMENT_CLOSED"
	StatementDocumentIssued Topic = "STATEMENT_DOCUMENT_ISSUED"
	ProductPublished        Topic = "PRODUCT_PUBLISHED"
	ProductArchived         Topic = "PRODUCT_ARCHIVED"
	ImportFinished          Topic = "IMPORT_FINISHED"
	SellerApplied           Topic = "SELLER_APPLIED"
	SellerApproved          Topic = "SELLER_APPROVED"
	SellerRejected          Topic = "SELLER_REJECTED"
	SellerSuspended         Topic = "SELLER_SUSPENDED"
	SellerReinstated        Topic = "SELLER_REINSTATED"
	SellerClosed            Topic = "SELLER_CLOSED"
	// Test is the topic of deliveries that somebody asks for to try an endpoint.
	Test Topic = "WEBHOOK_TEST"
)

// Topics lists what an endpoint can be told of, in the order in which it is shown:
// what concerns a seller, and for the platform all there is.
func Topics(ofSeller bool) []Topic {
	all := []Topic{
		OrderPaid, OrderPartiallyShipped, OrderShipped, OrderCancelled, RefundCreated, RefundSucceeded, RefundFailed, RefundVoided,
		DisputeChanged,
		PayoutReturned, PayoutAccountChanged, ChargeCreated, ChargeReversed, StatementClosed, StatementDocumentIssued,
		ProductPublished, ProductArchived, ImportFinished,
		SellerApplied, SellerApproved, SellerRejected, SellerSuspended, SellerReinstated, SellerClosed,
	}
	if !ofSeller {
		return all
	}
	return slices.DeleteFunc(all, func(t Topic) bool {
		// Orders that are not paid are no concern of sellers; who applies has no endpoint yet.
		return t == OrderCancelled || t == SellerApplied || t == SellerRejected
	})
}

// Name is the topic as receivers read it, such as "order.paid".
func (t Topic) Name() string { return strings.Replace(strings.ToLower(string(t)), "_", ".", 1) }
