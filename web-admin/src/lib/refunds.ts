import { AdminRefundsDocument, type RefundStatus } from "@/gql/graphql";
import { PAGE_SIZE, pageVariables } from "./list";
import { hatQuery } from "./query";
import { type RefundSearch } from "./searches";
import type { Hat } from "./session";
import { startOfDay } from "./zone";

/** What the API narrows the list by, for an address. */
export const refundFilter = ({ status, seller, since, until }: RefundSearch) => ({
	status,
	sellerId: seller || undefined,
	createdAfter: startOfDay(since),
	createdBefore: startOfDay(until, 1),
});

export const refundsQuery = (hat: Hat, search: RefundSearch, size = PAGE_SIZE) =>
	hatQuery(hat, "refunds", AdminRefundsDocument, { ...refundFilter(search), ...pageVariables(search, size) });

/** Whether a refund is on its way and changes by itself. */
export const isUnderWay = (status: RefundStatus) =>
	status === "PLANNED" || status === "SENDING" || status === "UNKNOWN";

/** Whether the money of a refund has not left, so that it can be taken back. */
export const hasNotLeft = (status: RefundStatus) =>
	status === "PLANNED" || status === "REQUIRES_ACTION" || status === "AWAITING_BANK";

/** Whether a refund may be taken back: also one that came back, when the buyer has its money already. */
export const canTakeBack = (status: RefundStatus) => hasNotLeft(status) || status === "FAILED";

/** Whether the buyer of a refund has to be paid in another way. */
export const mustBePaid = (status: RefundStatus) => status === "FAILED" || status === "AWAITING_BANK";
