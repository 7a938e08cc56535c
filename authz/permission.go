package authz

import (
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/actor"
)

// Permission is something a role may do, as `@can` of the schema spells it.
// The GraphQL enum Permission is generated from the constants of this file.
type Permission string

// Reads reports whether the permission changes nothing. Names say so: what
// reads ends in _READ or _LIST.
func (p Permission) Reads() bool {
	return strings.HasSuffix(string(p), "_READ") || strings.HasSuffix(string(p), "_LIST")
}

// NeedsStepUp reports whether whoever has a second factor must have shown it
// within the last minutes: what moves money, decides about a seller, or lets
// somebody in.
func (p Permission) NeedsStepUp() bool {
	return slices.Contains([]Permission{
		PayoutAccountEdit, SellerMemberInvite, SellerMemberEdit, SellerMemberRemove, SellerRoleEdit, SellerLegalEdit,
		OwnershipTransfer, OwnershipAccept, SellerClose, SellerOrderRefund, RefundCreate, SellerApprove, SellerReject, SellerSuspend, SellerReinstate,
		SellerPayoutSchedule, SellerPayoutRequest, SellerPayoutRecord,
		TransferRelease, TransferHold, CommissionPublish, SellerDebtCollect, SellerDebtWriteOff, SellerChargeCreate, SellerPlanEdit, RefundApprove,
		OwnershipAssign, SellerClosePropose,
		APIKeyEdit, WebhookEdit, FactorReset, FactorResetDecide, OperatorRole, ProposalDecide, ProposalWithdraw, SessionEnd, PasswordResetStart, BuyerSuspend, ViewAs, ViewAsWrite,
		PrivacyExport, PrivacyErase, ErasurePropose, AuditExport, LedgerExport, ReportExport, ReconciliationResolve, TaxRemit, DisputeAccept, DisputeShare, BuyerPIIReveal, TermsEdit,
	}, p)
}

// FitsKeys reports whether an API key may ever hold the permission. Nobody can be
// asked for a second factor through a key, so what needs one does not fit; nor
// does what gives away money, people, keys, or what a person does on their own
// behalf, and what no operation asks for yet. What changes something fits only when it
// is named here.
func (p Permission) FitsKeys() bool {
	writing := []Permission{
		ProductCreate, ProductEdit, ProductPublish, ProductImport, OfferEdit, StockEdit, SellerOrderShip,
		SellerEdit, OrderCancel, ReconcileRun,
	}
	fits := p.Reads() && p != CartRead && p != APIKeyRead && p != WebhookRead && p != SettingsRead || slices.Contains(writing, p)
	return fits && !p.NeedsStepUp()
}

// NeedsStepUp reports whether an actor must have shown a second factor within
// the last minutes. Roles that refund little at once are not asked: theirs is
// daily work, and their limit bounds what a stranger at their desk could do.
func NeedsStepUp(a actor.Actor, do Permission) bool {
	return do.NeedsStepUp() && !slices.Contains(unasked(), exempt{a.Role, do})
}

type exempt struct {
	role actor.Role
	do   Permission
}

func unasked() []exempt {
	return []exempt{
		{"seller:manager", SellerOrderRefund},
		{"seller:support", SellerOrderRefund},
		{"operator:support", SellerOrderRefund},
		{"operator:support", RefundCreate},
	}
}

// What guests and buyers do with their own carts and orders.
const (
	// CartRead is to see one's own cart.
	CartRead Permission = "CART_READ"
	// CartEdit is to change one's own cart.
	CartEdit Permission = "CART_EDIT"
	// CheckoutComplete is to turn one's own cart into an order.
	CheckoutComplete Permission = "CHECKOUT_COMPLETE"
	// OrderRead is to see one's own orders; for an operator, every order.
	OrderRead Permission = "ORDER_READ"
	// OrderCancel is to cancel one's own order; for an operator, any order.
	OrderCancel Permission = "ORDER_CANCEL"
	// AccountEdit is to change one's own password and address, and to end one's
	// own sessions.
	AccountEdit Permission = "ACCOUNT_EDIT"
	// SellerApply is to apply to sell.
	SellerApply Permission = "SELLER_APPLY"
	// PrivacyExport is to get a file of one's own data; for an operator, of
	// anybody's.
	PrivacyExport Permission = "PRIVACY_EXPORT"
	// PrivacyErase is to have one's own data erased; for an operator, to propose
	// it for somebody.
	PrivacyErase Permission = "PRIVACY_ERASE"
	// ExportRead is to see the files that were made for oneself.
	ExportRead Permission = "EXPORT_READ"
	// MembershipEdit is to accept and decline invitations, and to leave a seller.
	MembershipEdit Permission = "MEMBERSHIP_EDIT"
	// OwnershipAccept is to become the owner of a seller who offers it.
	OwnershipAccept Permission = "OWNERSHIP_ACCEPT"
)

// What members do for the seller they act for, and operators for any seller.
const (
	// SellerRead is to see the private side of a seller: status, members, legal data.
	SellerRead Permission = "SELLER_READ"
	// SellerMemberRead is to see invitations and who has not signed in for long.
	SellerMemberRead Permission = "SELLER_MEMBER_READ"
	// SellerMemberInvite is to invite people to act for the seller; a manager
	// invites neither owners nor managers.
	SellerMemberInvite Permission = "SELLER_MEMBER_INVITE"
	// SellerMemberEdit is to change what members do and to let them in again; a
	// manager does so with neither owners nor managers.
	SellerMemberEdit Permission = "SELLER_MEMBER_EDIT"
	// SellerMemberRemove is to remove members; a manager removes neither owners
	// nor managers.
	SellerMemberRemove Permission = "SELLER_MEMBER_REMOVE"
	// SellerRoleEdit is to make and change roles of the seller's own.
	SellerRoleEdit Permission = "SELLER_ROLE_EDIT"
	// SellerEdit is to change the profile of a seller.
	SellerEdit Permission = "SELLER_EDIT"
	// SellerLegalRead is to see who a seller is by law.
	SellerLegalRead Permission = "SELLER_LEGAL_READ"
	// SellerLegalEdit is to change who a seller is by law.
	SellerLegalEdit Permission = "SELLER_LEGAL_EDIT"
	// OwnershipTransfer is to offer the ownership of a seller to somebody else.
	OwnershipTransfer Permission = "OWNERSHIP_TRANSFER"
	// SellerClose is to close a seller for good.
	SellerClose Permission = "SELLER_CLOSE"
	// ProductRead is to see products and offers that are not published.
	ProductRead Permission = "PRODUCT_READ"
	// ProductCreate is to create products.
	ProductCreate Permission = "PRODUCT_CREATE"
	// ProductEdit is to change products of one's own.
	ProductEdit Permission = "PRODUCT_EDIT"
	// ProductPublish is to publish products and take them back.
	ProductPublish Permission = "PRODUCT_PUBLISH"
	// ProductImport is to import products from a file.
	ProductImport Permission = "PRODUCT_IMPORT"
	// ImportRead is to see imports and their reports.
	ImportRead Permission = "IMPORT_READ"
	// OfferEdit is to create offers and set their prices.
	OfferEdit Permission = "OFFER_EDIT"
	// StockRead is to see stock and reservations.
	StockRead Permission = "STOCK_READ"
	// StockEdit is to set and adjust stock.
	StockEdit Permission = "STOCK_EDIT"
	// SellerOrderRead is to see seller orders.
	SellerOrderRead Permission = "SELLER_ORDER_READ"
	// ShippingAddressRead is to see to whom and where seller orders go. Without it a
	// member sees initials and the country.
	ShippingAddressRead Permission = "SHIPPING_ADDRESS_READ"
	// SellerOrderShip is to ship seller orders.
	SellerOrderShip Permission = "SELLER_ORDER_SHIP"
	// SellerOrderCancel is to cancel seller orders that are not shipped.
	SellerOrderCancel Permission = "SELLER_ORDER_CANCEL"
	// SellerOrderRefund is to refund lines of seller orders.
	SellerOrderRefund Permission = "SELLER_ORDER_REFUND"
	// RefundRead is to see refunds: one's own, those that take from the seller, or
	// all for an operator.
	RefundRead Permission = "REFUND_READ"
	// SellerBalanceRead is to see what a seller is owed.
	SellerBalanceRead Permission = "SELLER_BALANCE_READ"
	// SellerTransferRead is to see transfers to a seller.
	SellerTransferRead Permission = "SELLER_TRANSFER_READ"
	// SellerPayoutRead is to see payouts of a seller.
	SellerPayoutRead Permission = "SELLER_PAYOUT_READ"
	// SellerLedgerRead is to see the ledger entries of a seller.
	SellerLedgerRead Permission = "SELLER_LEDGER_READ"
	// SellerStatementExport is to get a file of a statement of a seller.
	SellerStatementExport Permission = "SELLER_STATEMENT_EXPORT"
	// ListExport is to get a file of a list that one may read.
	ListExport Permission = "LIST_EXPORT"
	// SellerCommissionRead is to see which commission applies to a seller.
	SellerCommissionRead Permission = "SELLER_COMMISSION_READ"
	// APIKeyRead is to see API keys of one's seller; for an operator, every one.
	APIKeyRead Permission = "API_KEY_READ" //nolint:gosec // the name of a permission
	// APIKeyEdit is to make, rotate and revoke API keys.
	APIKeyEdit Permission = "API_KEY_EDIT" //nolint:gosec // the name of a permission
	// WebhookRead is to see the webhooks of one's seller, what was sent to them and
	// what they have answered; for an operator, every one.
	WebhookRead Permission = "WEBHOOK_READ"
	// WebhookEdit is to make, change and delete webhooks and their secrets.
	WebhookEdit Permission = "WEBHOOK_EDIT"
	// WebhookSend is to have tests and past deliveries sent to webhooks.
	WebhookSend Permission = "WEBHOOK_SEND"
	// DisputeRead is to see disputes: for a member, what they ask of the seller.
	DisputeRead Permission = "DISPUTE_READ"
	// DisputeEvidence is to say what the seller has to say to a dispute.
	DisputeEvidence Permission = "DISPUTE_EVIDENCE"
	// DisputeFile is to add files of evidence to a dispute, and to take them out:
	// for a member, those of the seller, for an operator, those of the platform.
	DisputeFile Permission = "DISPUTE_FILE"
	// DisputeAccept is to accept the seller's share of a dispute; for an operator,
	// to tell the bank that the buyer is right.
	DisputeAccept Permission = "DISPUTE_ACCEPT"
	// PayoutAccountRead is to see the state of a connected account.
	PayoutAccountRead Permission = "PAYOUT_ACCOUNT_READ"
	// PayoutAccountEdit is to onboard and change a connected account.
	PayoutAccountEdit Permission = "PAYOUT_ACCOUNT_EDIT"
)

// What operators do.
const (
	// SellerList is to list every seller, in every status.
	SellerList Permission = "SELLER_LIST"
	// NoteRead is to read what operators have written about sellers and orders.
	NoteRead Permission = "NOTE_READ"
	// NoteEdit is to write such notes, and to change and delete one's own.
	NoteEdit Permission = "NOTE_EDIT"
	// NoteDelete is to delete notes that others have written.
	NoteDelete Permission = "NOTE_DELETE"
	// SellerApprove is to approve the application of a seller.
	SellerApprove Permission = "SELLER_APPROVE"
	// SellerReject is to reject the application of a seller.
	SellerReject Permission = "SELLER_REJECT"
	// SellerSuspend is to suspend a seller.
	SellerSuspend Permission = "SELLER_SUSPEND"
	// SellerReinstate is to end the suspension of a seller.
	SellerReinstate Permission = "SELLER_REINSTATE"
	// OwnershipAssign is to propose, and to approve, that the ownership of a seller is
	// offered to one of its members.
	OwnershipAssign Permission = "OWNERSHIP_ASSIGN"
	// SellerClosePropose is to propose, and to approve, that a seller is closed for
	// good.
	SellerClosePropose Permission = "SELLER_CLOSE_PROPOSE"
	// ProductModerate is to take any product out of sale.
	ProductModerate Permission = "PRODUCT_MODERATE"
	// RefundCreate is to refund any order.
	RefundCreate Permission = "REFUND_CREATE"
	// RefundApprove is to propose, and to approve as the second person, a refund
	// above the limit of one.
	RefundApprove Permission = "REFUND_APPROVE"
	// SellerDebtWriteOff is to propose, and to approve, that a debt is given up.
	SellerDebtWriteOff Permission = "SELLER_DEBT_WRITE_OFF"
	// SellerChargeCreate is to charge and credit sellers and to take that back, and
	// to propose and approve it above the limit of one person.
	SellerChargeCreate Permission = "SELLER_CHARGE_CREATE"
	// SellerPlanEdit is to make plans of sellers, to propose and approve what they
	// cost and allow, and to say who is on which.
	SellerPlanEdit Permission = "SELLER_PLAN_EDIT"
	// SellerDebtCollect is to take what a seller owes from its balance at the provider.
	SellerDebtCollect Permission = "SELLER_DEBT_COLLECT"
	// DisputeSubmit is to send evidence to the bank.
	DisputeSubmit Permission = "DISPUTE_SUBMIT"
	// FraudWarningRead is to see what issuers of cards have warned of.
	FraudWarningRead Permission = "FRAUD_WARNING_READ"
	// DisputeShare is to say whose share of a dispute is what.
	DisputeShare Permission = "DISPUTE_SHARE"
	// SellerPayoutSchedule is to say when a seller is paid out, and how much at least.
	SellerPayoutSchedule Permission = "SELLER_PAYOUT_SCHEDULE"
	// SellerPayoutRequest is to ask for a payout now.
	SellerPayoutRequest Permission = "SELLER_PAYOUT_REQUEST"
	// SellerPayoutRecord is to propose, and to approve, that a payout outside the
	// provider is put on the books.
	SellerPayoutRecord Permission = "SELLER_PAYOUT_RECORD"
	// TransferRelease is to let go the money of a seller that is held back.
	TransferRelease Permission = "TRANSFER_RELEASE"
	// TransferHold is to hold money back from a seller.
	TransferHold Permission = "TRANSFER_HOLD"
	// LedgerRead is to see the whole ledger.
	LedgerRead Permission = "LEDGER_READ"
	// LedgerExport is to get a file of the whole ledger.
	LedgerExport Permission = "LEDGER_EXPORT"
	// ReconciliationResolve is to say what a difference between ledger and provider is,
	// and to book it.
	ReconciliationResolve Permission = "RECONCILIATION_RESOLVE"
	// TaxRemit is to record taxes that were remitted to an authority, and to take that
	// back.
	TaxRemit Permission = "TAX_REMIT"
	// ReportRead is to see what is reported to authorities, and what sellers bring.
	ReportRead Permission = "REPORT_READ"
	// ReportExport is to get a file of such a report.
	ReportExport Permission = "REPORT_EXPORT"
	// ReconcileRun is to compare the ledger with the provider.
	ReconcileRun Permission = "RECONCILE_RUN"
	// CommissionRead is to see commission rulesets.
	CommissionRead Permission = "COMMISSION_READ"
	// CommissionEdit is to draft and simulate commission rulesets.
	CommissionEdit Permission = "COMMISSION_EDIT"
	// CommissionPublish is to publish commission rulesets, with a second person.
	CommissionPublish Permission = "COMMISSION_PUBLISH"
	// OperatorList is to see who runs the platform.
	OperatorList Permission = "OPERATOR_LIST"
	// OperatorRole is to invite operators, change what they do, and remove them.
	OperatorRole Permission = "OPERATOR_ROLE"
	// AccountRead is to see people's accounts and from where they are signed in.
	AccountRead Permission = "ACCOUNT_READ"
	// BuyerPIIReveal is to read what is masked of a buyer for a quarter of an hour,
	// with a reason that goes on record.
	BuyerPIIReveal Permission = "BUYER_PII_REVEAL"
	// SessionEnd is to sign somebody out.
	SessionEnd Permission = "SESSION_END"
	// PasswordResetStart is to have the link mailed to somebody that sets a new
	// password. Nobody but them sees it.
	PasswordResetStart Permission = "PASSWORD_RESET_START"
	// BuyerSuspend is to keep somebody out, and to let them in again.
	BuyerSuspend Permission = "BUYER_SUSPEND"
	// ViewAs is to see for a short time what a member of a seller sees.
	ViewAs Permission = "VIEW_AS"
	// ViewAsWrite is to change something besides, for another reason.
	ViewAsWrite Permission = "VIEW_AS_WRITE"
	// FactorReset is to ask for the second factors of somebody who has lost them to
	// be taken away.
	FactorReset Permission = "FACTOR_RESET"
	// FactorResetDecide is to approve that, and to stop it before it is done.
	FactorResetDecide Permission = "FACTOR_RESET_DECIDE"
	// ProposalRead is to see what waits for a second person, and what became of it.
	ProposalRead Permission = "PROPOSAL_READ"
	// ProposalDecide is to approve and reject what others propose; each kind of
	// proposal asks for a permission of its own besides.
	ProposalDecide Permission = "PROPOSAL_DECIDE"
	// ProposalWithdraw is to take back what one has proposed.
	ProposalWithdraw Permission = "PROPOSAL_WITHDRAW"
	// ErasurePropose is to propose and to approve that somebody is erased.
	ErasurePropose Permission = "ERASURE_PROPOSE"
	// PrivacyRead is to see who has asked to be erased.
	PrivacyRead Permission = "PRIVACY_READ"
	// TermsRead is to see every version of the terms, also those to come.
	TermsRead Permission = "TERMS_READ"
	// TermsEdit is to publish versions of the terms, and to withdraw those to come.
	TermsEdit Permission = "TERMS_EDIT"
	// AuditExport is to get a file of the audit log.
	AuditExport Permission = "AUDIT_EXPORT"
	// AuditRead is to see the audit log; for a member, what is about their seller.
	AuditRead Permission = "AUDIT_READ"
	// SystemRead is to see how the process does, its settings, and jobs that have failed for the last time.
	SystemRead Permission = "SYSTEM_READ"
	// SettingsRead is to see what governs the installation, and how it is set.
	SettingsRead Permission = "SETTINGS_READ"
	// JobRetry is to give such a job one more attempt.
	JobRetry Permission = "JOB_RETRY"
)
