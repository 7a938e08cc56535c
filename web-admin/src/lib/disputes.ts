import {
	AdminDisputeDocument,
	AdminDisputesDocument,
	type DisputeFullFragment,
	type DisputeRowFragment,
} from "@/gql/graphql";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import { type DisputeSearch } from "./searches";
import type { Hat } from "./session";

const hour = 3_600_000;

/** An instant some hours from now, at a full hour: the same question for a while. */
function inHours(hours: number): string {
	return new Date((Math.ceil(Date.now() / hour) + hours) * hour).toISOString();
}

export const disputesQuery = (hat: Hat, { status, due, seller, ...page }: DisputeSearch) =>
	hatQuery(hat, "disputes", AdminDisputesDocument, {
		status,
		sellerId: seller || undefined,
		dueBefore: due && inHours(Number(due)),
		...pageVariables(page),
	});

export const disputeQuery = (hat: Hat, id: string) => hatQuery(hat, "disputes", AdminDisputeDocument, { id });

/** Whether something can be done with a dispute now, if need be after showing the second factor. */
export function canNow(dispute: DisputeFullFragment, action: string): boolean {
	return dispute.availableActions.some(
		(each) => each.action === action && (each.isAllowed || each.reason?.code === "STEP_UP_REQUIRED"),
	);
}

/** How what a bank disputes of an order stands, as long as it has not decided: the worst of it. */
export const pendingOf = (disputes: Pick<DisputeRowFragment, "status">[]) =>
	(["OPEN", "INQUIRY"] as const).find((pending) => disputes.some(({ status }) => status === pending));

/** The same of several orders, by their ids. */
export const pendingById = (orders: { id: string; disputes: Pick<DisputeRowFragment, "status">[] }[]) =>
	new Map(orders.map(({ id, disputes }) => [id, pendingOf(disputes)]));

/** Whether the bank still asks for something. */
export function isAsked({
	status,
	answerStatus,
}: Pick<DisputeRowFragment, "status" | "answerStatus">): boolean {
	return (
		(status === "OPEN" || status === "INQUIRY") && (answerStatus === "NONE" || answerStatus === "REFUSED")
	);
}
