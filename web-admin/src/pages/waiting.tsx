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

/** How many things wait for a hat, by the last word of the address of the page where they do. */
export type Counts = { of: string | null; at: Record<string, number> };

type Disputes = AdminWaitingQuery["disputes"] | SellerWaitingQuery["disputes"];
const asked = (disputes: Disputes) => disputes?.edges.filter(({ node }) => isAsked(node)).length ?? 0;

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
		}),
		...regularly,
		enabled: !isSeller,
	}).data;
	useEffect(() => {
		if (isSeller && own)
			onCount({
				of: actAs,
				at: { orders: own.sellerOrders?.totalCount ?? 0, disputes: asked(own.disputes) },
			});
		if (!isSeller && all)
			onCount({
				of: actAs,
				at: {
					sellers: all.sellers?.totalCount ?? 0,
					disputes: asked(all.disputes),
					refunds: (all.failed?.totalCount ?? 0) + (all.byBank?.totalCount ?? 0),
					proposals: all.proposals?.edges.length ?? 0,
				},
			});
	}, [isSeller, actAs, own, all, onCount]);
	return null;
}
