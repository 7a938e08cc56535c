import * as v from "valibot";
import {
	DisputeStatusValues,
	ReconciliationDifferenceKindValues,
	ReconciliationDifferenceSortValues,
	ReconciliationDifferenceStatusValues,
	RefundStatusValues,
	SellerMemberRoleValues,
	WebhookDeliveryStatusValues,
} from "@/gql/values";
import { choiceSearch, daySearch, fewerSizes, listSearchOf, pageSearch, textSearch } from "./list";

// What the addresses of pages say: apart from what is asked by it, because the router has to know it of every page.

/** How soon a dispute must be answered, in hours. */
export const dues = ["48", "168"] as const;

/** What an address says about the list of disputes. */
export const disputeSearch = v.object({
	status: choiceSearch(DisputeStatusValues),
	// The router reads a text of digits as a number.
	due: v.fallback(
		v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.picklist(dues))),
		undefined,
	),
	/** Of one seller only, for operators. */
	seller: textSearch,
	...pageSearch,
});

export type DisputeSearch = v.InferOutput<typeof disputeSearch>;

export const statementViews = ["statements", "invoices"] as const;

export const statementsSearch = v.object({
	view: choiceSearch(statementViews),
	/** Of one seller only, for operators. */
	seller: textSearch,
	currency: textSearch,
	...pageSearch,
});

/** Which of its lines a statement shows. */
export const statementSearch = v.object(pageSearch);

export type StatementsSearch = v.InferOutput<typeof statementsSearch>;

export type StatementSearch = v.InferOutput<typeof statementSearch>;

/** What an address says about the list of differences. */
export const differenceSearch = v.object({
	status: choiceSearch(ReconciliationDifferenceStatusValues),
	kind: choiceSearch(ReconciliationDifferenceKindValues),
	sort: choiceSearch(ReconciliationDifferenceSortValues),
	...pageSearch,
});

export type DifferenceSearch = v.InferOutput<typeof differenceSearch>;

export const rulesetsSearch = v.object(pageSearch);

/** What an address says about a ruleset: which simulation of it is shown, and which page of its sellers. */
export const rulesetSearch = v.object({ simulation: textSearch, ...pageSearch });

export type RulesetsSearch = v.InferOutput<typeof rulesetsSearch>;

export type RulesetSearch = v.InferOutput<typeof rulesetSearch>;

/** What an address says about the list of refunds. */
export const refundSearch = v.object({
	status: choiceSearch(RefundStatusValues),
	seller: textSearch,
	since: daySearch,
	until: daySearch,
	...listSearchOf(fewerSizes),
});

export type RefundSearch = v.InferOutput<typeof refundSearch>;

/** What an address says about the people of a seller. */
export const teamSearch = v.object({
	view: choiceSearch(["invitations", "roles"]),
	role: choiceSearch(SellerMemberRoleValues),
	/** Invitations that have ended, instead of those that can be accepted. */
	ended: v.fallback(v.optional(v.literal(true)), undefined),
	...pageSearch,
});

export type TeamSearch = v.InferOutput<typeof teamSearch>;

export const deliverySearch = v.object({ status: choiceSearch(WebhookDeliveryStatusValues), ...pageSearch });

export type DeliverySearch = v.InferOutput<typeof deliverySearch>;

/** What an address says about the list of notifications. */
export const noteSearch = v.object({ show: choiceSearch(["unread", "read"]), ...pageSearch });

export type NoteSearch = v.InferOutput<typeof noteSearch>;
