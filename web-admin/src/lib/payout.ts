import * as v from "valibot";
import { AdminPayoutDocument, type AdminPayoutQuery } from "@/gql/graphql";
import { PayoutPartValues } from "@/gql/values";
import { choiceSearch, pageSearch, pageVariables } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

// What an address says about the page of a payout, and what is asked by it: apart from the page, because the
// router knows it before that loads.

export const payoutSearch = v.object({
	/** Only the entries that have some of this part. */
	part: choiceSearch(PayoutPartValues),
	...pageSearch,
});
export type PayoutSearch = v.InferOutput<typeof payoutSearch>;

export type Payout = NonNullable<AdminPayoutQuery["payout"]>;
export type Breakdown = NonNullable<AdminPayoutQuery["sellerPayoutBreakdown"]>;
export type PayoutItem = NonNullable<Breakdown["items"]>["nodes"][number];

export const payoutQuery = (hat: Hat, id: string, { part, ...page }: PayoutSearch) =>
	hatQuery(hat, "money", AdminPayoutDocument, { id, part, ...pageVariables(page) });

/** Whether nothing becomes of a payout any more, but for one that comes back. */
export const isSettled = ({ status }: Payout) =>
	status === "PAID" || status === "FAILED" || status === "CANCELLED";
