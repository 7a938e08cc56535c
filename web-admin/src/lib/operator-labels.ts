import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
	ErasureHindrance,
	FraudWarningStanding,
	NotificationKind,
	ReportMissing,
	ReportRemitter,
	SellerChargeKind,
	SellerChargePurpose,
	SellerDebtAge,
	SellerDebtCause,
	SellerDebtStatus,
	SellerRiskTier,
} from "@/gql/graphql";
import type { StatusLabel } from "./labels";

// What only pages of operators, and of people themselves, call by a name. Like the
// tables of labels.ts each is complete by its type.

export const warningStandings: Record<FraudWarningStanding, StatusLabel> = {
	OPEN: { label: msg`To be decided`, tone: "warn" },
	SET_ASIDE: { label: msg`Set aside`, tone: "muted" },
	REFUNDED: { label: msg`Refunded`, tone: "ok" },
	DISPUTED: { label: msg`Disputed`, tone: "danger" },
};

/** The kinds of fraud that issuers tell, in Stripe's words. One that is not named here is shown as it is. */
export const fraudTypes: Record<string, MessageDescriptor> = {
	card_never_received: msg`The card never arrived`,
	fraudulent_card_application: msg`The card was applied for under a false name`,
	made_with_counterfeit_card: msg`A counterfeit card`,
	made_with_lost_card: msg`A lost card`,
	made_with_stolen_card: msg`A stolen card`,
	misc: msg`Another kind`,
	unauthorized_use_of_card: msg`The card was used by somebody else`,
};

export const riskTiers: Record<SellerRiskTier, StatusLabel> = {
	NEW: { label: msg({ message: "New", context: "tier of risk" }), tone: "muted" },
	STANDARD: { label: msg`Standard`, tone: "brand" },
	TRUSTED: { label: msg`Trusted`, tone: "ok" },
	WATCHED: { label: msg`Watched`, tone: "danger" },
};

export const debtStatuses: Record<SellerDebtStatus, StatusLabel> = {
	WAITING: { label: msg`Not due yet`, tone: "muted" },
	FROZEN: { label: msg`Waits for a dispute`, tone: "brand" },
	DUE: { label: msg({ message: "Due", context: "a debt" }), tone: "warn" },
	SETTLED: { label: msg({ message: "Settled", context: "a debt" }), tone: "ok" },
};

export const debtCauses: Record<SellerDebtCause, MessageDescriptor> = {
	REFUND: msg`A refund`,
	DISPUTE: msg`A dispute`,
	CHARGE: msg`A charge`,
};

export const debtAges: Record<SellerDebtAge, MessageDescriptor> = {
	UNDER_30_DAYS: msg`Less than 30 days`,
	UNDER_60_DAYS: msg`30 to 59 days`,
	UNDER_90_DAYS: msg`60 to 89 days`,
	OVER_90_DAYS: msg`90 days and more`,
};

export const chargeKinds: Record<SellerChargeKind, StatusLabel> = {
	CHARGE: { label: msg`Charge`, tone: "brand" },
	CREDIT: { label: msg({ message: "Credit", context: "given to a seller" }), tone: "ok" },
};

export const chargePurposes: Record<SellerChargePurpose, MessageDescriptor> = {
	ONE_OFF: msg`By an operator`,
	SUBSCRIPTION: msg`Monthly fee of a plan`,
	LISTING: msg`Listing of an offer`,
};

export const notificationKinds: Record<NotificationKind, MessageDescriptor> = {
	ORDER_PAID: msg`An order that you placed is paid`,
	ORDER_SHIPPED: msg`Part of an order that you placed is on its way`,
	ORDER_CANCELLED: msg`An order that you placed was given up`,
	PAYMENT_REFUSED: msg`A bank has refused to pay an order that you placed`,
	REFUND_PAID: msg`Money comes back to you`,
	ORDER_RECEIVED: msg`Somebody has bought from the seller`,
	REFUND_TAKEN: msg`A buyer of the seller gets money back`,
	SELLER_DECIDED: msg`An operator has decided about the seller`,
	IMPORT_FINISHED: msg`An import of products is over`,
	DISPUTE_OPENED: msg`A bank asks about a payment, or takes it back`,
	DISPUTE_DUE: msg`The time to answer a dispute ends soon`,
	DISPUTE_ENDED: msg`A bank has decided a dispute`,
	PAYOUT_RETURNED: msg`A bank has sent a payout back`,
	PAYOUT_ACCOUNT: msg`The payout account needs you`,
	PAYOUT_HELD: msg`Money is held back, or let go`,
};

export const remitters: Record<ReportRemitter, MessageDescriptor> = {
	PLATFORM: msg`The platform`,
	SELLER: msg`The seller`,
};

/** What an authority asks for in the report of a year. */
export const reportMissing: Record<ReportMissing, MessageDescriptor> = {
	LEGAL_NAME: msg`Name by law`,
	ADDRESS: msg`Postal address`,
	TAX_ID: msg`Tax number`,
	REGISTRATION_NUMBER: msg`Register number`,
	FINANCIAL_ACCOUNT: msg`Account to be paid to`,
	LEGAL_FORM: msg`Whether it is a person`,
	BIRTH_DATE: msg`Date of birth`,
};

/** What is in the way of erasing somebody else. */
export const othersHindrances: Record<ErasureHindrance, MessageDescriptor> = {
	OPEN_ORDER: msg`An order is not paid, not shipped, or its money is still held back`,
	OPEN_DISPUTE: msg`A bank disputes a payment`,
	OPEN_REFUND: msg`A refund to them has not arrived: pay it otherwise if it has failed`,
	UNSPENT_CREDIT: msg`They have credit: pay it out, or they give it up in another request`,
	OPEN_DEBT: msg`A seller of theirs has to give money back`,
	SELLER_OWNER: msg`They own a seller`,
	UNPAID_BALANCE: msg`A seller of theirs is still owed money`,
	OPERATOR: msg`They are an operator`,
};
