package mask

import "maps"

// Class is a kind of personal data. What is shown of it, and to whom, is a line of
// rules.
type Class string

// The classes of personal data.
const (
	// BuyerName is who receives goods.
	BuyerName Class = "BUYER_NAME"
	// BuyerEmail is where the confirmation of an order went.
	BuyerEmail Class = "BUYER_EMAIL"
	// BuyerPhone is a telephone number for the carrier.
	BuyerPhone Class = "BUYER_PHONE"
	// BuyerAddress is where goods go, but for the country.
	BuyerAddress Class = "BUYER_ADDRESS"
	// PersonName is what somebody with an account goes by.
	PersonName Class = "PERSON_NAME"
	// PersonEmail is the address that somebody signs in with.
	PersonEmail Class = "PERSON_EMAIL"
	// InviteeEmail is the address of somebody who was asked to act for a seller.
	InviteeEmail Class = "INVITEE_EMAIL"
	// SellerBank is what is known of a seller's bank account.
	SellerBank Class = "SELLER_BANK"
)

// Classes lists the classes in the order of the table.
func Classes() []Class {
	return []Class{BuyerName, BuyerEmail, BuyerPhone, BuyerAddress, PersonName, PersonEmail, InviteeEmail, SellerBank}
}

// Reader is to whom something is shown, as far as it matters for what they see.
type Reader string

// The readers. The zero value is Stranger.
const (
	// Stranger is whoever nothing says more of. Nothing personal is shown to them.
	Stranger Reader = ""
	// Self is whose data it is, whatever they do for others.
	Self Reader = "SELF"
	// Sender is a member of the seller who ships what is still to be sent.
	Sender Reader = "SENDER"
	// Handler is a member of the seller who deals with buyers (SHIPPING_ADDRESS_READ),
	// until 90 days after the goods were sent.
	Handler Reader = "HANDLER"
	// Late is Sender or Handler after that.
	Late Reader = "LATE"
	// Clerk is a member of the seller who does not deal with buyers: of finance, who
	// sees totals, or who only reads.
	Clerk Reader = "CLERK"
	// Colleague looks at somebody who acts for the same seller, or is an operator who
	// looks at somebody who acts for a seller or the platform.
	Colleague Reader = "COLLEAGUE"
	// Program is an API key that meets one of them without the permission to look such
	// people up.
	Program Reader = "PROGRAM"
	// Operator is an operator, also one who views as a seller.
	Operator Reader = "OPERATOR"
	// Revealed is an operator to whom it is revealed now.
	Revealed Reader = "REVEALED"
)

// Readers lists the readers in the order of the table.
func Readers() []Reader {
	return []Reader{Self, Sender, Handler, Late, Clerk, Colleague, Program, Operator, Revealed, Stranger}
}

// rule says who sees a class as it is, and what all others see.
type rule struct {
	class  Class
	clear  []Reader
	masked func(string) string
}

// rules is the one table of who sees what. Whoever is not named sees it masked.
func rules() []rule {
	return []rule{
		{BuyerName, []Reader{Self, Sender, Handler, Revealed}, initials},
		{BuyerEmail, []Reader{Self, Revealed}, hint},
		{BuyerPhone, []Reader{Self, Sender, Revealed}, hidden},
		{BuyerAddress, []Reader{Self, Sender, Handler, Revealed}, hidden},
		{PersonName, []Reader{Self, Colleague, Program, Revealed}, initials},
		{PersonEmail, []Reader{Self, Colleague, Revealed}, hint},
		{InviteeEmail, []Reader{Self, Colleague}, hint},
		{SellerBank, nil, lastFour},
	}
}

// Fields says of which class each field of the schema is that is masked.
func Fields() map[string]Class {
	return map[string]Class{
		"Account.email":                   PersonEmail,
		"Account.name":                    PersonName,
		"Address.city":                    BuyerAddress,
		"Address.line1":                   BuyerAddress,
		"Address.line2":                   BuyerAddress,
		"Address.name":                    BuyerName,
		"Address.phone":                   BuyerPhone,
		"Address.postalCode":              BuyerAddress,
		"Address.region":                  BuyerAddress,
		"DisputeEvidence.buyerName":       BuyerName,
		"DisputeEvidence.shippingAddress": BuyerAddress,
		"Order.email":                     BuyerEmail,
		"Payout.bankLast4":                SellerBank,
		"PayoutAccount.bankLast4":         SellerBank,
		"SellerInvitation.email":          InviteeEmail,
	}
}

// Edges lists the fields that lead to something masked as a whole, with whose
// data it is.
func Edges() map[string]string {
	return map[string]string{
		"Dispute.answerEvidence":      "the order's",
		"DisputePart.evidence":        "the seller order's",
		"Order.shippingAddress":       "the order's",
		"SellerOrder.shippingAddress": "the seller order's",
	}
}

// Open lists the fields that sound like personal data and are shown to whoever may
// see what they belong to, each with the reason.
func Open() map[string]string {
	const (
		goods   = "the name of a thing, not of a person"
		own     = "shown to its owner alone"
		words   = "what those who work here have written for each other; no field of it is meant for a buyer's data"
		network = "a network of many households; who signed in from where is what ACCOUNT_READ and AUDIT_READ are for"
	)
	open := map[string]string{
		"Address.country":                "taxes depend on it; it is what remains of the erased, too",
		"ApiKey.addresses":               "networks that a program calls from",
		"ApiKey.lastUsedPlace":           network,
		"ApiKey.name":                    goods,
		"ApiKeySecret.lastUsedPlace":     network,
		"AuditEntry.address":             network,
		"AuditEntry.after":               "identifiers, states and reasons; reasons about people are encrypted under their key and go with them",
		"AuditEntry.before":              "as AuditEntry.after",
		"CommissionCondition.countries":  goods,
		"CommissionExplanation.ruleName": goods,
		"CommissionRule.name":            goods,
		"CommissionRuleset.note":         words,
		"DeviceSession.agent":            network,
		"DeviceSession.place":            network,
		"Dispute.reason":                 "a word of the bank",
		"DisputeEvidence.refundPolicy":   words,
		"DisputeEvidence.refundRefusal":  words,
		"DisputeEvidence.trackingNumber": "as Shipment.trackingNumber",
		"DisputeEvidence.statement":      words,
		"DisputeFile.filename":           "as the seller or the operator who shows it has called it",
		"FileUpload.filename":            own,
		"Export.filename":                goods,
		"FraudWarning.fraudType":         "a word of the card's issuer",
		"FraudWarning.note":              words,
		"FraudWarning.orderNumber":       "the number of an order, as Order.number",
		"Refund.orderNumber":             "the number of an order, as Order.number",
		"Listing.sellerName":             "the public name of a business",
		"OrderLine.title":                goods,
		"Passkey.name":                   own,
		"DisputeNetwork.name":            "a card network and its programme",
		"SavedView.name":                 own,
		"SearchHit.subtitle":             "the address of a buyer or a person as Order.email and Account.email show it, or what is no person's",
		"SearchHit.title":                "the name of a person as Account.name shows it, or what is no person's",
		"PasskeyRelyingParty.name":       goods,
		"PasskeyUser.displayName":        own,
		"PasskeyUser.name":               own,
		"PayoutAccount.bankStatus":       "a word of the provider",
		"PayoutAccount.disabledReason":   "a code of the provider",
		"Product.optionNames":            goods,
		"ProductImport.filename":         goods,
		"Proposal.note":                  words,
		"Proposal.payload":               "identifiers, amounts, evidence and reasons, which the second person has to judge and which go when the subject is erased",
		"Proposal.payloadHash":           "a hash",
		"Proposal.reason":                words,
		"Refund.note":                    words,
		"ManualPayout.reference":         "the reference of a bank transfer, by which finance finds it",
		"SellerCharge.reason":            words,
		"SellerCharge.reference":         "the reference of a charge, by which an operator finds what it was for",
		"SellerCharge.reversalReason":    words,
		"ProductOption.name":             goods,
		"Refund.reference":               "the reference of a bank transfer, by which finance finds it",
		"Shipment.trackingNumber":        "written by the seller, who has it from the carrier; erased with the buyer",
		"Shipment.trackingUrl":           "as Shipment.trackingNumber",
		"StockMovement.reference":        "an identifier of what moved stock",
		"StockMovement.note":             words,
		"SystemSetting.name":             goods,
		"Upload.filename":                goods,
		"ViewAs.reason":                  words,
	}
	maps.Copy(open, openOfBusiness())
	return open
}

// openOfBusiness is the part of Open about sellers and those who run the platform.
func openOfBusiness() map[string]string {
	const (
		public     = "the public profile of a business"
		business   = "of a business; who reads it is decided by SELLER_LEGAL_READ"
		reported   = "of a business; who reads it is decided by REPORT_READ"
		colleagues = "operators know each other"
		own        = "shown to its owner alone"
		goods      = "the name of a thing, not of a person"
		words      = "what those who work here have written for each other; no field of it is meant for a buyer's data"
	)
	return map[string]string{
		"Note.text":                          "written by operators for each other; deleted when the buyer of its order is erased",
		"SellerPlan.name":                    goods,
		"SellerPlanAssignment.reason":        words,
		"WebhookDelivery.payload":            "identifiers, states and amounts, and nothing that a person has typed",
		"WebhookEndpoint.payloadVersion":     "a day",
		"WebhookEndpoint.description":        goods,
		"WebhookEndpoint.url":                "where a program of the seller's listens",
		"WebhookAttempt.answer":              "what a program of the seller's has answered",
		"LegalParty.address":                 business,
		"TaxRemittance.reason":               words,
		"TaxRemittance.reference":            "the reference of a bank transfer, by which finance finds it",
		"TaxRemittance.reversalReason":       words,
		"LegalParty.country":                 business,
		"LegalParty.name":                    business,
		"LegalParty.registrationNumber":      business,
		"LegalParty.taxId":                   business,
		"OperatorInvitation.email":           "of somebody who is asked to be an operator; only those who decide about operators see it",
		"OperatorInvitationPreview.email":    "masked already, and shown to whoever holds the mailed link",
		"Seller.country":                     public,
		"Seller.name":                        "the public name of a business",
		"Seller.supportEmail":                "the public address of a business",
		"PayoutAccount.refusal":              "what the provider says of the platform's request, which names nobody",
		"PayoutAccountError.reason":          "what the provider says of a document or a detail, which names nobody",
		"ReconciliationDifference.reason":    words,
		"SellerBusiness.reason":              words,
		"SellerPayoutHold.liftReason":        words,
		"SellerPayoutHold.reason":            words,
		"SellerPayoutPolicy.reason":          words,
		"SellerRiskRating.reason":            words,
		"SellerInvitationPreview.email":      "shown to whoever holds the mailed link",
		"SellerInvitationPreview.roleName":   goods,
		"SellerInvitationPreview.sellerName": "the public name of a business",
		"SellerLegal.city":                   business,
		"SellerLegal.country":                business,
		"SellerLegal.legalName":              business,
		"SellerLegal.line1":                  business,
		"SellerLegal.line2":                  business,
		"SellerLegal.postalCode":             business,
		"SellerLegal.registrationNumber":     business,
		"SellerLegal.taxId":                  business,
		"SellerLegal.tin":                    business,
		"SellerRole.name":                    goods,
		"YearReportRow.address":              reported,
		"YearReportRow.bankLastFour":         reported,
		"YearReportRow.country":              reported,
		"YearReportRow.legalName":            reported,
		"YearReportRow.registrationNumber":   reported,
		"YearReportRow.taxId":                reported,
		"YearReportRow.tin":                  reported,
		"StaleOperator.email":                colleagues,
		"StaleOperator.name":                 colleagues,
		"TrustedDevice.agent":                own,
		"Consent.network":                    own,
		"TrustedDevice.place":                own,
	}
}

// Searches lists the arguments by which people can be looked up, with the reason
// why they tell nothing that is masked.
func Searches() map[string]string {
	const goods = "names of things that are public, or the seller's own"
	return map[string]string{
		"Query.productSearch.filter.query":   goods,
		"Query.products.filter.query":        goods,
		"Query.sellerRoles.filter.search":    goods,
		"Query.sellers.filter.search":        "the public names of businesses",
		"Query.sellerProducts.filter.search": goods,
		"Query.search.text":                  "names of businesses, of goods, and of those who act for them, whom operators see; addresses whole only, as accountByEmail; names of buyers are in no index",
		"Query.accountByEmail.email":         "whole addresses only: whoever asks has the address already, and is told no more than that it has an account",
	}
}
