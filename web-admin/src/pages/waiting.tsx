import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import {
	AdminWaitingDocument,
	type AdminWaitingQuery,
	SellerWaitingDocument,
	type SellerWaitingQuery,
} from "@/gql/graphql";
import { isAsked } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { askEvery } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";

/** How many things wait for a hat, as it is written, by the last word of the address of the page where they do. */
export type Counts = { of: string | null; at: Record<string, string> };

/** The most that the navigation has room for. */
const most = 999;

/** Nothing for none. A plus stands for those that are not counted. */
const written = (count: number, hasMore = count > most) =>
	count > 0 ? `${Math.min(count, most)}${hasMore ? "+" : ""}` : "";

type Some = { edges: unknown[]; pageInfo: { hasNextPage: boolean } } | null | undefined;
const listed = (some: Some) => written(some?.edges.length ?? 0, some?.pageInfo.hasNextPage);

type Disputes = AdminWaitingQuery["disputes"] | SellerWaitingQuery["disputes"];
const asked = (disputes: Disputes) =>
	written(disputes?.edges.filter(({ node }) => isAsked(node)).length ?? 0, disputes?.pageInfo.hasNextPage);

/** Asks each half minute what waits for this hat, with one query, and tells it. Shows nothing. */
export function Waiting({ onCount }: { onCount: (counts: Counts) => void }) {
	const hat = useHat();
	const { actAs } = hat;
	const isSeller = Boolean(hat.seller);
	const regularly = { refetchInterval: askEvery };
	const own = useQuery({
		...hatQuery(hat, "waiting", SellerWaitingDocument, {
			orders: may(hat, "SELLER_ORDER_SHIP"),
			disputes: may(hat, "DISPUTE_READ") && may(hat, "DISPUTE_EVIDENCE"),
		}),
		...regularly,
		enabled: isSeller,
	}).data;
	const all = useQuery({
		...hatQuery(hat, "waiting", AdminWaitingDocument, {
			sellers: may(hat, "SELLER_LIST") && may(hat, "SELLER_APPROVE"),
			disputes: may(hat, "DISPUTE_READ") && may(hat, "DISPUTE_SUBMIT"),
			refunds: may(hat, "REFUND_READ") && may(hat, "REFUND_CREATE"),
			proposals: may(hat, "PROPOSAL_READ") && may(hat, "PROPOSAL_DECIDE"),
			warnings: may(hat, "FRAUD_WARNING_READ"),
		}),
		...regularly,
		enabled: !isSeller,
	}).data;
	useEffect(() => {
		if (isSeller && own)
			onCount({
				of: actAs,
				at: { orders: written(own.sellerOrders?.totalCount ?? 0), disputes: asked(own.disputes) },
			});
		if (!isSeller && all)
			onCount({
				of: actAs,
				at: {
					sellers: written(all.sellers?.totalCount ?? 0),
					disputes: asked(all.disputes),
					refunds: written((all.failed?.totalCount ?? 0) + (all.byBank?.totalCount ?? 0)),
					proposals: listed(all.proposals),
					fraud: listed(all.fraudWarnings),
				},
			});
	}, [isSeller, actAs, own, all, onCount]);
	return null;
}
