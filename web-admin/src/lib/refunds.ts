import * as v from "valibot";
import { AdminRefundsDocument, type RefundStatus } from "@/gql/graphql";
import { RefundStatusValues } from "@/gql/values";
import {
	choiceSearch,
	daySearch,
	PAGE_SIZE,
	pageSearch,
	pageVariables,
	startOfDay,
	textSearch,
} from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

/** What an address says about the list of refunds. */
export const refundSearch = v.object({
	status: choiceSearch(RefundStatusValues),
	seller: textSearch,
	since: daySearch,
	until: daySearch,
	...pageSearch,
});
export type RefundSearch = v.InferOutput<typeof refundSearch>;

export const refundsQuery = (
	hat: Hat,
	{ status, seller, since, until, ...page }: RefundSearch,
	size = PAGE_SIZE,
) =>
	hatQuery(hat, "refunds", AdminRefundsDocument, {
		status,
		sellerId: seller || undefined,
		createdAfter: startOfDay(since),
		createdBefore: startOfDay(until, 1),
		...pageVariables(page, size),
	});

/** Whether a refund is on its way and changes by itself. */
export const isUnderWay = (status: RefundStatus) =>
	status === "PLANNED" || status === "SENDING" || status === "UNKNOWN";

/** Whether a refund can be taken back: its money has not left. */
export const canTakeBack = (status: RefundStatus) =>
	status === "PLANNED" || status === "REQUIRES_ACTION" || status === "AWAITING_BANK";

/** Whether the buyer of a refund has to be paid in another way. */
export const mustBePaid = (status: RefundStatus) => status === "FAILED" || status === "AWAITING_BANK";
