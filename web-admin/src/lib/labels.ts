import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
	ApiKeyStatus,
	CommissionDocumentKind,
	CommissionMeasure,
	CommissionOperation,
	CommissionRefundPolicy,
	CommissionRulesetStatus,
	DisputeAnswerStatus,
	DisputeFileField,
	DisputeStatus,
	ErasureHindrance,
	ErasureStatus,
	ExportStatus,
	LedgerJournalKind,
	OfferCondition,
	OfferStatus,
	OperatorInvitationState,
	OperatorRole,
	OrderCancelReason,
	OrderStatus,
	PaymentDeclineReason,
	PaymentStatus,
	PayoutAccountStatus,
	PayoutHoldStart,
	PayoutMethod,
	PayoutPart,
	PayoutScheduleKind,
	PayoutStatus,
	ProductImportStatus,
	ProductStatus,
	ProposalStatus,
	ReconciliationAge,
	ReconciliationDifferenceKind,
	ReconciliationDifferenceSort,
	ReconciliationDifferenceStatus,
	ReconciliationResolution,
	RefundMethod,
	RefundReason,
	RefundStatus,
	ReleaseBlockReason,
	ReleaseStatus,
	SellerChargePurpose,
	SellerInvitationOutcome,
	SellerMemberRole,
	SellerOrderStatus,
	SellerRefusalCode,
	SellerStatus,
	StatementBook,
	StatementLineKind,
	StatementPartKind,
	StockReason,
	TermsKind,
	TransferStatus,
} from "@/gql/graphql";
import type { Tone } from "@/ui/badge";
import type { ListName } from "./commission-draft";
import type { TermsState } from "./terms";

/** How a state is called, and how it is to be taken. */
export type StatusLabel = { label: MessageDescriptor; tone: Tone };

// Each table is complete by its type: a new value in the schema does not
// compile before it has a name here. An older page that meets a newer value
// shows the value itself.

export const sellerStatuses: Record<SellerStatus, StatusLabel> = {
	APPLIED: { label: msg`To review`, tone: "warn" },
	APPROVED: { label: msg`Approved`, tone: "ok" },
	SUSPENDED: { label: msg`Suspended`, tone: "danger" },
	REJECTED: { label: msg`Rejected`, tone: "muted" },
	CLOSED: { label: msg`Closed`, tone: "muted" },
};

export const refusalCodes: Record<SellerRefusalCode, MessageDescriptor> = {
	INCOMPLETE: msg`Something is missing`,
	IDENTITY: msg`Who it is was not proven`,
	GOODS: msg`Such goods are not sold here`,
	DUPLICATE: msg`The business sells here already`,
	RISK: msg`The risk is too high`,
	OTHER: msg({ message: "Other", context: "reason of a rejection" }),
};

export const orderStatuses: Record<OrderStatus, StatusLabel> = {
	AWAITING_PAYMENT: { label: msg`Awaiting payment`, tone: "warn" },
	PAID: { label: msg`Paid`, tone: "ok" },
	CANCELLED: { label: msg`Cancelled`, tone: "muted" },
};

export const sellerOrderStatuses: Record<SellerOrderStatus, StatusLabel> = {
	READY_TO_SHIP: { label: msg`To ship`, tone: "warn" },
	PARTIALLY_SHIPPED: { label: msg`Partly shipped`, tone: "brand" },
	AWAITING_PAYMENT: { label: msg`Awaiting payment`, tone: "muted" },
	SHIPPED: { label: msg`Shipped`, tone: "ok" },
	CANCELLED: { label: msg`Cancelled`, tone: "muted" },
};

export const paymentStatuses: Record<PaymentStatus, StatusLabel> = {
	CREATING: { label: msg`Being opened`, tone: "muted" },
	AWAITING_BUYER: { label: msg`Waits for the buyer`, tone: "warn" },
	CAPTURED: { label: msg`Captured`, tone: "ok" },
	CANCELLED: { label: msg`Cancelled`, tone: "muted" },
};

export const releaseStatuses: Record<ReleaseStatus, StatusLabel> = {
	ACCRUED: { label: msg`Held`, tone: "muted" },
	RELEASED: { label: msg`Released`, tone: "brand" },
	TRANSFERRING: { label: msg`Being transferred`, tone: "brand" },
	TRANSFERRED: { label: msg`Transferred`, tone: "ok" },
};

export const transferStatuses: Record<TransferStatus, StatusLabel> = {
	PLANNED: { label: msg`Planned`, tone: "muted" },
	SENDING: { label: msg`Being sent`, tone: "brand" },
	UNKNOWN: { label: msg`Being looked up`, tone: "warn" },
	SUCCEEDED: { label: msg`Transferred`, tone: "ok" },
	FAILED: { label: msg`Failed`, tone: "danger" },
};

export const payoutStatuses: Record<PayoutStatus, StatusLabel> = {
	PLANNED: { label: msg`Planned`, tone: "muted" },
	SENDING: { label: msg`Being sent`, tone: "brand" },
	PENDING: { label: msg`Accepted`, tone: "brand" },
	IN_TRANSIT: { label: msg`On its way`, tone: "brand" },
	PAID: { label: msg`Arrived`, tone: "ok" },
	FAILED: { label: msg`Failed`, tone: "danger" },
	CANCELLED: { label: msg`Cancelled`, tone: "muted" },
};

export const payoutAccountStatuses: Record<PayoutAccountStatus, StatusLabel> = {
	CREATING: { label: msg`Being opened`, tone: "muted" },
	ONBOARDING: { label: msg`Details needed`, tone: "warn" },
	VERIFYING: { label: msg`Being verified`, tone: "brand" },
	ENABLED: { label: msg`Ready`, tone: "ok" },
	RESTRICTED: { label: msg`Restricted`, tone: "danger" },
	REJECTED: { label: msg`Closed by the provider`, tone: "danger" },
};

export const productStatuses: Record<ProductStatus, StatusLabel> = {
	DRAFT: { label: msg`Draft`, tone: "muted" },
	ACTIVE: { label: msg`Published`, tone: "ok" },
	ARCHIVED: { label: msg`Archived`, tone: "muted" },
};

export const offerStatuses: Record<OfferStatus, StatusLabel> = {
	ACTIVE: { label: msg`For sale`, tone: "ok" },
	PAUSED: { label: msg`Paused`, tone: "warn" },
};

export const offerConditions: Record<OfferCondition, MessageDescriptor> = {
	NEW: msg`New`,
	REFURBISHED: msg`Refurbished`,
	USED_LIKE_NEW: msg`Used, like new`,
	USED_GOOD: msg`Used, good`,
	USED_ACCEPTABLE: msg`Used, acceptable`,
};

export const stockReasons: Record<StockReason, MessageDescriptor> = {
	SET: msg`Counted`,
	ADJUST: msg`Corrected`,
	IMPORT: msg`By a file`,
	SALE: msg`Sold`,
	RETURN: msg({ message: "Came back", context: "goods" }),
};

export const importStatuses: Record<ProductImportStatus, StatusLabel> = {
	PENDING: { label: msg`Waiting`, tone: "muted" },
	RUNNING: { label: msg`Under way`, tone: "brand" },
	DONE: { label: msg`Done`, tone: "ok" },
	FAILED: { label: msg`Failed`, tone: "danger" },
};

export const chargePurposes: Record<SellerChargePurpose, MessageDescriptor> = {
	SUBSCRIPTION: msg`The month of a plan`,
	LISTING: msg`The listing of an offer`,
	ONE_OFF: msg`Decided by the platform`,
};

export const cancelReasons: Record<OrderCancelReason, MessageDescriptor> = {
	EXPIRED: msg`It was not paid in time`,
	PAYMENT_CANCELLED: msg`The payment was cancelled at the provider`,
	PAYMENT_REFUSED: msg`The provider did not accept the payment`,
	REQUESTED: msg`The buyer, or an operator for them, did not want it any more`,
};

export const declineReasons: Record<PaymentDeclineReason, MessageDescriptor> = {
	CARD_DECLINED: msg`The card was declined`,
	INSUFFICIENT_FUNDS: msg`The account had not enough money`,
	EXPIRED_CARD: msg`The card has expired`,
	INCORRECT_CARD: msg`The number or the date of the card was wrong`,
	INCORRECT_CVC: msg`The security code was wrong`,
	PROCESSING_ERROR: msg`The bank could not be reached`,
	AUTHENTICATION_FAILED: msg`The bank could not make sure who pays`,
};

export const blockReasons: Record<ReleaseBlockReason, MessageDescriptor> = {
	ACCOUNT_NOT_READY: msg`The payout account cannot receive money`,
	NO_BANK_ACCOUNT: msg`No bank account of the seller takes this currency; it has to be added at the provider`,
	TRANSFER_REFUSED: msg`The provider refused the transfer`,
	TRANSFER_REVERSED: msg`The transfer was taken back at the provider`,
	DISPUTED: msg`A part of the order is disputed`,
	HELD_BACK: msg`The platform holds this money back`,
	UNDER_REVIEW: msg`The platform looks at this order first`,
};

export const journalKinds: Record<LedgerJournalKind, MessageDescriptor> = {
	SALE_CAPTURED: msg`Sale captured`,
	FUNDS_AVAILABLE: msg`Funds available`,
	RELEASED: msg`Released`,
	TRANSFER_REQUESTED: msg`Transfer planned`,
	TRANSFER_CONFIRMED: msg`Transfer confirmed`,
	TRANSFER_FAILED: msg`Transfer failed`,
	TRANSFER_RECEIVED: msg`Transfer received`,
	PAYOUT_CREATED: msg`Payout created`,
	PAYOUT_PAID: msg`Payout arrived`,
	PAYOUT_FAILED: msg`Payout came back`,
	REFUND_ACCEPTED: msg`Refund promised`,
	REFUND_VOIDED: msg`Refund given up`,
	REFUND_SETTLED: msg`Refund sent`,
	REFUND_RETURNED: msg`Refund came back`,
	REFUND_PAID: msg`Refund paid otherwise`,
	CREDIT_PAID_OUT: msg`Credit paid out`,
	REVERSAL_CONFIRMED: msg`Transfer taken back`,
	REVERSAL_TAKEN: msg`Transfer taken from the seller's balance`,
	DEBT_NETTED: msg`Debt taken out of a release`,
	DEBT_DEBITED: msg`Debt taken out of the balance`,
	DEBT_WRITTEN_OFF: msg`Debt given up`,
	DISPUTE_MOVED: msg`Dispute: money moved`,
	DISPUTE_FROZEN: msg`Dispute: money kept aside`,
	DISPUTE_SETTLED: msg`Dispute: settled`,
	DISPUTE_FEE_CHARGED: msg`Dispute: fee charged to the seller`,
	DISPUTE_FEE_RETURNED: msg`Dispute: fee given back to the seller`,
	BANK_MOVED: msg`Moved from or to the bank`,
	FEE_CHARGED: msg`Fee of the provider`,
	RESERVE_MOVED: msg`Reserve of the provider`,
	RESERVE_RELEASED: msg`Reserve given to the seller`,
	RESERVE_USED: msg`Reserve used for a refund or dispute`,
	PAYOUT_FEE_TAKEN: msg`Fee of an instant payout`,
	MANUAL_PAYOUT: msg`Paid outside of the provider`,
	SELLER_CHARGED: msg`Seller charged`,
	SELLER_CHARGE_REVERSED: msg`Charge taken back`,
	SELLER_CREDITED: msg`Seller credited`,
	SELLER_CREDIT_REVERSED: msg`Credit to a seller taken back`,
	CREDIT_SPENT: msg`Credit spent on an order`,
	CREDIT_UNSPENT: msg`Credit given back`,
	SUSPENDED: msg`Put into suspense`,
	SUSPENSE_BOOKED: msg`Taken out of suspense`,
	SUSPENSE_UNDONE: msg`Taken out of suspense by mistake`,
	DIFFERENCE_BOOKED: msg`Difference booked`,
	TAX_REMITTED: msg`Tax paid to an authority`,
	TAX_REMITTANCE_REVERSED: msg`Tax payment taken back`,
};

export const differenceKinds: Record<ReconciliationDifferenceKind, MessageDescriptor> = {
	NOT_BOOKED: msg`Movement without a journal`,
	NOT_MOVED: msg`Journal without a movement`,
	AMOUNT_DIFFERS: msg`Another amount`,
	BALANCE_DIFFERS: msg`Another sum`,
};

export const differenceStatuses: Record<ReconciliationDifferenceStatus, StatusLabel> = {
	OPEN: { label: msg`To be explained`, tone: "warn" },
	SUSPENDED: { label: msg`In suspense`, tone: "danger" },
	ACCEPTED: { label: msg`A matter of time`, tone: "brand" },
	RESOLVED: { label: msg`Resolved`, tone: "ok" },
	CLEARED: { label: msg`Gone by itself`, tone: "muted" },
};

export const differenceAges: Record<ReconciliationAge, MessageDescriptor> = {
	UNDER_1_DAY: msg`Less than a day`,
	UNDER_7_DAYS: msg`1 to 6 days`,
	UNDER_30_DAYS: msg`7 to 29 days`,
	OVER_30_DAYS: msg`30 days and more`,
};

export const differenceSorts: Record<ReconciliationDifferenceSort, MessageDescriptor> = {
	OLDEST_FIRST: msg`Oldest first`,
	NEWEST_FIRST: msg`Newest first`,
	LARGEST_FIRST: msg`Largest first`,
	SMALLEST_FIRST: msg`Smallest first`,
};

export const resolutions: Record<ReconciliationResolution, MessageDescriptor> = {
	BOOKED: msg`Book it to an account`,
	LINKED: msg`It belongs to a journal without a movement`,
	TIMING: msg`It goes away by itself`,
	ANSWERED: msg`Its journal has come`,
	GONE: msg`It was not found any more`,
};

/** The accounts of the ledger, by the chart in docs/architecture.md. */
export const ledgerAccounts: Record<string, MessageDescriptor> = {
	"stripe:pending": msg`At Stripe, not available yet`,
	"stripe:available": msg`At Stripe, available`,
	"stripe:reserved": msg`At Stripe, kept back`,
	"exp:psp_fee": msg`Fees kept by Stripe`,
	"exp:psp_other": msg`Other fees of Stripe`,
	"exp:psp_tax": msg`Tax on fees of Stripe`,
	"exp:rounding": msg`Rounding`,
	"clr:suspense": msg`In suspense`,
	"memo:suspense": msg`Seller's balance: in suspense`,
	"exp:promo_platform": msg`Discounts of the platform`,
	"exp:dispute_fee": msg`Fees of disputes`,
	"exp:dispute_loss": msg`Lost disputes`,
	"exp:refund_loss": msg`Refunds above what remained`,
	"exp:bad_debt": msg`Debts given up`,
	"pay:seller:held": msg`Owed to sellers, held`,
	"pay:seller:releasable": msg`Owed to sellers, released`,
	"pay:seller:disputed": msg`Owed to sellers, disputed`,
	"pay:seller:reserve": msg`Owed to sellers, kept as a reserve`,
	"pay:buyer_refund": msg`Refunds under way`,
	"pay:buyer_credit": msg`Credit of buyers`,
	"pay:tax:commission": msg`VAT on commission and charges`,
	"rcv:seller": msg`Owed by sellers`,
	"rcv:dispute": msg`Taken by disputes`,
	"clr:transfer": msg`Transfers under way`,
	"clr:credit": msg`Credit spent on orders not paid yet`,
	"def:commission": msg`Commission not earned yet`,
	"rev:commission": msg`Commission earned`,
	"rev:shipping": msg`Shipping by the platform`,
	"rev:service_fee": msg`Service fees`,
	"rev:instant_payout_fee": msg`Fees of instant payouts`,
	"rev:seller_fee": msg`Fees and charges of sellers`,
	"exp:seller_credit": msg`Credits to sellers`,
	bank: msg`At the platform's bank`,
	"memo:conn:pending": msg`Seller's balance: pending`,
	"memo:conn:available": msg`Seller's balance: available`,
	"memo:conn:in_transit": msg`Payouts on their way`,
	"memo:conn:paid_out": msg`Payouts that arrived`,
	"memo:contra": msg`Mirror of the sellers' balances`,
};

/** The accounts that a seller has, in the words of its statements. */
export const sellerAccounts: Record<string, MessageDescriptor> = {
	"pay:seller:held": msg`Held until it is released`,
	"pay:seller:releasable": msg`Released, to be transferred`,
	"pay:seller:reserve": msg`In the reserve`,
	"pay:seller:disputed": msg`Kept aside for disputes`,
	"rcv:seller": msg`Owed by the seller`,
	"memo:conn:pending": msg`Not available yet`,
	"memo:conn:available": msg`Available for the next payout`,
	"memo:conn:in_transit": msg`Payouts on their way`,
	"memo:conn:paid_out": msg`Payouts that arrived`,
	"memo:suspense": msg`Not explained yet`,
	"memo:contra": msg`Counter-account of the balance`,
};

export const memberRoles: Record<SellerMemberRole, MessageDescriptor> = {
	OWNER: msg`Owner`,
	MANAGER: msg`Manager`,
	CATALOG: msg`Catalogue`,
	FULFILMENT: msg`Fulfilment`,
	FINANCE: msg`Finance`,
	SUPPORT: msg`Support`,
	READONLY: msg`Read only`,
	CUSTOM: msg`A role of the seller`,
};

export const invitationOutcomes: Record<SellerInvitationOutcome, StatusLabel> = {
	ACCEPTED: { label: msg`Accepted`, tone: "ok" },
	DECLINED: { label: msg`Declined`, tone: "danger" },
	REVOKED: { label: msg`Taken back`, tone: "muted" },
	EXPIRED: { label: msg`Expired`, tone: "muted" },
	LAPSED: { label: msg`Does not hold any more`, tone: "muted" },
};

export const operatorInvitationStates: Record<OperatorInvitationState, StatusLabel> = {
	PROPOSED: { label: msg`Waits for a second person`, tone: "warn" },
	OPEN: { label: msg`Waits for an answer`, tone: "brand" },
	ACCEPTED: { label: msg`Accepted`, tone: "ok" },
	DECLINED: { label: msg`Declined`, tone: "danger" },
	REVOKED: { label: msg`Taken back`, tone: "muted" },
	EXPIRED: { label: msg`Expired`, tone: "muted" },
	LAPSED: { label: msg`Does not hold any more`, tone: "muted" },
	REFUSED: { label: msg`Not approved`, tone: "muted" },
};

export const refundStatuses: Record<RefundStatus, StatusLabel> = {
	PLANNED: { label: msg`Written down`, tone: "muted" },
	SENDING: { label: msg`Being sent`, tone: "brand" },
	UNKNOWN: { label: msg`Being looked up`, tone: "warn" },
	PENDING: { label: msg`Processing`, tone: "brand" },
	REQUIRES_ACTION: { label: msg`Waits for the buyer`, tone: "warn" },
	AWAITING_BANK: { label: msg`To be paid by bank`, tone: "warn" },
	SUCCEEDED: { label: msg`Sent`, tone: "ok" },
	FAILED: { label: msg`Came back`, tone: "danger" },
	PAID_OTHERWISE: { label: msg`Paid another way`, tone: "ok" },
	REFUSED: { label: msg`Refused by the provider`, tone: "danger" },
	CANCELLED: { label: msg`Taken back`, tone: "muted" },
};

export const refundReasons: Record<RefundReason, MessageDescriptor> = {
	RETURNED: msg`The goods came back`,
	CANCELLED: msg`The order was cancelled`,
	NOT_RECEIVED: msg`The goods did not arrive`,
	DAMAGED: msg`The goods are damaged`,
	NOT_AS_DESCRIBED: msg`Other than described`,
	DUPLICATE: msg`Charged twice`,
	FRAUDULENT: msg`The buyer did not pay it`,
	GOODWILL: msg`A favour`,
	OTHER: msg`Another reason`,
};

export const refundMethods: Record<RefundMethod, MessageDescriptor> = {
	CARD: msg`To where it came from`,
	STORE_CREDIT: msg`As credit`,
	BANK: msg`By bank`,
};

export const disputeStatuses: Record<DisputeStatus, StatusLabel> = {
	INQUIRY: { label: msg`The bank asks`, tone: "warn" },
	OPEN: { label: msg`Disputed`, tone: "danger" },
	WON: { label: msg`Won`, tone: "ok" },
	LOST: { label: msg`Lost`, tone: "muted" },
	CLOSED: { label: msg`Closed`, tone: "muted" },
};

export const disputeAnswers: Record<DisputeAnswerStatus, StatusLabel> = {
	NONE: { label: msg`Not answered`, tone: "warn" },
	PLANNED: { label: msg`Written down`, tone: "brand" },
	SENDING: { label: msg`Being sent`, tone: "brand" },
	UNKNOWN: { label: msg`Being looked up`, tone: "warn" },
	DONE: { label: msg`Answered`, tone: "ok" },
	REFUSED: { label: msg`Refused by the provider`, tone: "danger" },
};

/** The reasons of banks, in Stripe's words. One that is not named here is shown as it is. */
export const disputeFileFields: Record<DisputeFileField, MessageDescriptor> = {
	RECEIPT: msg`Receipt`,
	SHIPPING_DOCUMENTATION: msg`Proof that it was sent`,
	BUYER_COMMUNICATION: msg`Messages of the buyer`,
	BUYER_SIGNATURE: msg`Signature of the buyer`,
	REFUND_POLICY: msg`Policy about refunds`,
	CANCELLATION_POLICY: msg`Policy about cancelling`,
	SERVICE_DOCUMENTATION: msg`Proof of a service`,
	DUPLICATE_CHARGE_DOCUMENTATION: msg`The other payment`,
	OTHER: msg({ message: "Something else", context: "what a file of evidence shows" }),
};

export const disputeReasons: Record<string, MessageDescriptor> = {
	bank_cannot_process: msg`The bank cannot process it`,
	check_returned: msg`The cheque came back`,
	credit_not_processed: msg`A refund was promised and not made`,
	customer_initiated: msg`The buyer asks for it`,
	debit_not_authorized: msg`The buyer did not allow the debit`,
	duplicate: msg`Charged twice`,
	fraudulent: msg`The buyer did not pay it`,
	general: msg`Another reason`,
	incorrect_account_details: msg`The account was wrong`,
	insufficient_funds: msg`The account had not enough money`,
	noncompliant: msg`Against the rules of the card network`,
	product_not_received: msg`The goods did not arrive`,
	product_unacceptable: msg`Other than described`,
	subscription_canceled: msg`The subscription was cancelled`,
	unrecognized: msg`The buyer does not recognise it`,
};

export const operatorRoles: Record<OperatorRole, MessageDescriptor> = {
	ADMIN: msg`Administrator`,
	FINANCE: msg`Finance`,
	SUPPORT: msg`Support`,
	MODERATOR: msg`Moderator`,
	AUDITOR: msg`Auditor`,
};

export const exportStatuses: Record<ExportStatus, StatusLabel> = {
	PENDING: { label: msg`Waiting`, tone: "muted" },
	RUNNING: { label: msg`Being made`, tone: "brand" },
	READY: { label: msg`Ready`, tone: "ok" },
	FETCHED: { label: msg`Fetched and deleted`, tone: "muted" },
	EXPIRED: { label: msg`Deleted`, tone: "muted" },
	FAILED: { label: msg`Nothing to export`, tone: "danger" },
};

export const rulesetStates: Record<
	Exclude<CommissionRulesetStatus, "PUBLISHED"> | "IN_FORCE" | "TO_COME" | "REPLACED",
	StatusLabel
> = {
	DRAFT: { label: msg`Draft`, tone: "muted" },
	IN_FORCE: { label: msg`In force`, tone: "ok" },
	TO_COME: { label: msg`To come`, tone: "brand" },
	REPLACED: { label: msg`Replaced`, tone: "muted" },
	CANCELLED: { label: msg`Given up`, tone: "muted" },
};

export const commissionConditions: Record<ListName, MessageDescriptor> = {
	sellerIds: msg`Sellers, by id`,
	planIds: msg`Plans of sellers, by id`,
	productIds: msg`Products, by id`,
	productTypes: msg`Product types, with all below them`,
	brands: msg`Brands`,
	conditions: msg`Conditions of the goods`,
	currencyCodes: msg`Currencies`,
	countries: msg`Countries that goods are sent to`,
};

export const commissionMeasures: Record<CommissionMeasure, MessageDescriptor> = {
	LINE_VALUE: msg`By the value of the line`,
	SELLER_VOLUME: msg`By what the seller has sold`,
};

export const commissionOperations: Record<CommissionOperation, MessageDescriptor> = {
	GOODS: msg`Price of the goods`,
	SELLER_DISCOUNT: msg`Discount of the seller`,
	TAX_INCLUDED: msg`Tax in the price`,
	TAX_ON_TOP: msg`Tax on top`,
	SHIPPING: msg`Shipping`,
	BASE: msg`Base`,
	RATE: msg`Rate`,
	PER_UNIT: msg`For each piece`,
	PER_LINE: msg`For the line`,
	PER_ORDER: msg`For the order`,
	FLOOR: msg`Raised to the least`,
	CAP: msg`Cut down to the most`,
	LIMIT: msg`Cut down to what the line brings`,
	RESULT: msg`Commission`,
	VAT: msg`VAT on it`,
};

export const commissionRefunds: Record<CommissionRefundPolicy, MessageDescriptor> = {
	RETURN_ALL: msg`All is given back`,
	KEEP_FIXED: msg`Fixed amounts are kept`,
	KEEP_ALL: msg`All is kept`,
};

export const termsKinds: Record<TermsKind, MessageDescriptor> = {
	BUYER_TERMS: msg`Terms of buyers`,
	SELLER_TERMS: msg`Terms of sellers`,
	PRIVACY_NOTICE: msg`Privacy notice`,
	MARKETING: msg`Consent to be written to`,
};

export const termsStates: Record<TermsState, StatusLabel> = {
	IN_FORCE: { label: msg`In force`, tone: "ok" },
	TO_COME: { label: msg`To come`, tone: "brand" },
	REPLACED: { label: msg`Replaced`, tone: "muted" },
	WITHDRAWN: { label: msg`Withdrawn`, tone: "muted" },
};

export const payoutSchedules: Record<PayoutScheduleKind, MessageDescriptor> = {
	PLATFORM: msg`As soon as something is available`,
	DAILY: msg`Every day`,
	WEEKLY: msg`Every week`,
	MONTHLY: msg`Every month`,
	MANUAL: msg`When it is asked for`,
};

export const payoutMethods: Record<PayoutMethod, MessageDescriptor> = {
	STANDARD: msg`In some working days`,
	INSTANT: msg`At once, for a fee`,
};

export const holdStarts: Record<PayoutHoldStart, MessageDescriptor> = {
	SHIPPED: msg`since the goods were shipped`,
	CAPTURED: msg`since the buyer has paid`,
};

export const statementLineKinds: Record<StatementLineKind, MessageDescriptor> = {
	SALES: msg`Sales`,
	DISCOUNTS: msg`Discounts`,
	SHIPPING: msg`Shipping`,
	TAXES: msg`Taxes`,
	COMMISSION: msg`Commission`,
	COMMISSION_VAT: msg`VAT on commission`,
	REFUNDS: msg`Refunds`,
	DISPUTES: msg`Disputes`,
	COMMISSION_RETURNED: msg`Commission given back`,
	COMMISSION_VAT_RETURNED: msg`VAT on it given back`,
	TRANSFERS: msg`Transferred to the provider`,
	TRANSFERS_RETURNED: msg`Transfers that came back`,
	DEBTS_WRITTEN_OFF: msg`Debts given up`,
	DISPUTE_FEES: msg`Fees of disputes`,
	CHARGES: msg`Charges`,
	CHARGES_VAT: msg`VAT on charges`,
	CREDITS: msg`Credits`,
	CREDITS_VAT: msg`VAT on credits`,
	ADJUSTMENTS: msg`Other`,
	RECEIVED: msg`Received from the platform`,
	TAKEN_BACK: msg`Taken back by the platform`,
	PAYOUTS: msg`Payouts to the bank`,
	PAYOUTS_RETURNED: msg`Payouts that came back`,
	PROVIDER_ADJUSTMENTS: msg`Other`,
};

export const payoutParts: Record<PayoutPart, MessageDescriptor> = {
	SALES: msg`Sales`,
	FEES: msg`Fees`,
	REFUNDS: msg`Refunds`,
	DISPUTES: msg`Disputes`,
	RESERVE: msg`Reserve`,
	OTHER: msg`Debts and other`,
};

export const statementPartKinds: Record<StatementPartKind, MessageDescriptor> = {
	HELD: msg`Held until it is released`,
	RELEASABLE: msg`Released, to be transferred`,
	RESERVE: msg`In the reserve`,
	DISPUTED: msg`Kept aside for disputes`,
	DEBT: msg`Owed by the seller`,
	PENDING: msg`Not available yet`,
	AVAILABLE: msg`Available for the next payout`,
	UNEXPLAINED: msg`Not explained yet`,
};

export const statementBooks: Record<StatementBook, MessageDescriptor> = {
	PLATFORM: msg`Owed by the platform`,
	PROVIDER: msg`At the payment provider`,
};

export const invoiceKinds: Record<CommissionDocumentKind, MessageDescriptor> = {
	INVOICE: msg`Invoice`,
	CREDIT_NOTE: msg`Credit note`,
};

export const erasureStatuses: Record<ErasureStatus, StatusLabel> = {
	REQUESTED: { label: msg`Waits until it is due`, tone: "warn" },
	POSTPONED: { label: msg`Something is in the way`, tone: "warn" },
	RUNNING: { label: msg`Being carried out`, tone: "brand" },
	DONE: { label: msg`Erased`, tone: "ok" },
	WITHDRAWN: { label: msg`Taken back`, tone: "muted" },
};

export const hindrances: Record<ErasureHindrance, MessageDescriptor> = {
	OPEN_ORDER: msg`An order is not paid, not shipped, or its money is still held back`,
	OPEN_DISPUTE: msg`A bank disputes a payment`,
	OPEN_REFUND: msg`A refund to you has not arrived`,
	UNSPENT_CREDIT: msg`You have credit: spend it, have it paid out, or take this back and ask again without it`,
	OPEN_DEBT: msg`A seller of yours has to give money back`,
	SELLER_OWNER: msg`You own a seller: give it to somebody else or close it`,
	UNPAID_BALANCE: msg`A seller of yours is still owed money`,
	OPERATOR: msg`You are an operator: the role has to be taken away first`,
};

export const proposalStatuses: Record<ProposalStatus, StatusLabel> = {
	PENDING: { label: msg`Waiting`, tone: "warn" },
	APPROVED: { label: msg`Approved`, tone: "ok" },
	REJECTED: { label: msg`Rejected`, tone: "danger" },
	WITHDRAWN: { label: msg`Taken back`, tone: "muted" },
	EXPIRED: { label: msg`Expired`, tone: "muted" },
};

/** The kinds of proposals. A kind that is not named here is shown as it is. */
export const proposalKinds: Record<string, MessageDescriptor> = {
	"operator.role": msg`Another role for an operator`,
	"reconciliation.resolve": msg`Resolve a difference with the provider`,
	"operator.remove": msg`Removal of an operator`,
	"privacy.erase": msg`Erasure of a person`,
	"operator.invite": msg`Invitation of an operator`,
	"refund.create": msg`A refund`,
	"seller_charge.create": msg`A charge or credit of a seller`,
	"seller_charge.reverse": msg`Taking back a charge or credit`,
	"seller_plan.publish": msg`What a plan costs`,
	"seller_debt.write_off": msg`Giving up a debt`,
	"seller_payout.record": msg`A payout by bank`,
	"tax.remit": msg`A tax that was paid`,
	"tax.reverse": msg`Taking back a tax payment`,
	"seller.close": msg`Closing a seller for good`,
	"seller.owner_transfer": msg`Another owner for a seller`,
	"commission.publish": msg`Commission rules`,
	"factor.reset": msg`Second factors taken away`,
};

export const apiKeyStatuses: Record<ApiKeyStatus, StatusLabel> = {
	ACTIVE: { label: msg`Active`, tone: "ok" },
	EXPIRED: { label: msg`Expired`, tone: "muted" },
	REVOKED: { label: msg`Revoked`, tone: "danger" },
};

/** The keys of a table of labels, in its order: the choices of a filter. */
export function valuesOf<T extends string>(labels: Record<T, unknown>): [T, ...T[]] {
	return Object.keys(labels) as [T, ...T[]];
}
