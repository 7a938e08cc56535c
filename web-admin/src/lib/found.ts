import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LinkProps } from "@tanstack/react-router";
import type { AdminSearchQuery, SearchKind } from "@/gql/graphql";
import {
	disputeStatuses,
	offerStatuses,
	orderStatuses,
	payoutStatuses,
	productStatuses,
	refundStatuses,
	type StatusLabel,
	sellerOrderStatuses,
	sellerStatuses,
	transferStatuses,
} from "./labels";

export type FoundGroup = NonNullable<AdminSearchQuery["search"]>[number];
export type Hit = FoundGroup["hits"][number];

/** What groups of found things are called. */
export const foundKinds: Record<SearchKind, MessageDescriptor> = {
	ORDER: msg`Orders`,
	SELLER_ORDER: msg`Orders`,
	SELLER: msg`Sellers`,
	PRODUCT: msg`Products`,
	OFFER: msg`Offers`,
	ACCOUNT: msg`People`,
	PAYOUT: msg`Payouts`,
	TRANSFER: msg`Transfers`,
	REFUND: msg`Refunds`,
	DISPUTE: msg`Disputes`,
};

const statuses: Record<SearchKind, Record<string, StatusLabel> | undefined> = {
	ORDER: orderStatuses,
	SELLER_ORDER: sellerOrderStatuses,
	SELLER: sellerStatuses,
	PRODUCT: productStatuses,
	OFFER: offerStatuses,
	ACCOUNT: undefined,
	PAYOUT: payoutStatuses,
	TRANSFER: transferStatuses,
	REFUND: refundStatuses,
	DISPUTE: disputeStatuses,
};

/** Where something stands; undefined for what has no status, and for one that these pages do not know yet. */
export function statusOf(kind: SearchKind, { status }: Hit): StatusLabel | undefined {
	return status ? statuses[kind]?.[status] : undefined;
}

/** The page of something that was found, as a seller's member or, without a slug, as an operator. */
export function pageOfHit(kind: SearchKind, hit: Hit, slug?: string): LinkProps {
	return slug === undefined ? platformPage(kind, hit) : sellerPage(kind, hit, slug);
}

function sellerPage(kind: SearchKind, { id, title, parentId }: Hit, slug: string): LinkProps {
	switch (kind) {
		case "PRODUCT":
			return { to: "/s/$slug/products/$productId", params: { slug, productId: id } };
		case "OFFER":
			return { to: "/s/$slug/products/offers", params: { slug }, search: { sku: title } };
		case "PAYOUT":
			return { to: "/s/$slug/payouts/$payoutId", params: { slug, payoutId: id } };
		case "TRANSFER":
			return { to: "/s/$slug/payouts", params: { slug }, search: { view: "transfers" } };
		case "DISPUTE":
			return { to: "/s/$slug/disputes/$disputeId", params: { slug, disputeId: id } };
		default:
			// A refund is shown with the order that it is about.
			return { to: "/s/$slug/orders/$orderId", params: { slug, orderId: parentId ?? id } };
	}
}

function platformPage(kind: SearchKind, { id, title, subtitle, status, seller, parentId }: Hit): LinkProps {
	const ofSeller: LinkProps = { to: "/platform/sellers/$sellerId", params: { sellerId: seller?.id ?? id } };
	switch (kind) {
		case "PRODUCT":
			// The catalogue holds what is for sale.
			return status === "ACTIVE" ? { to: "/platform/catalogue", search: { q: title } } : ofSeller;
		case "OFFER":
			return { to: "/platform/catalogue", search: { q: subtitle ?? title } };
		case "ACCOUNT":
			return { to: "/platform/people", search: { id } };
		case "DISPUTE":
			return { to: "/platform/disputes/$disputeId", params: { disputeId: id } };
		case "SELLER":
			return ofSeller;
		case "PAYOUT":
			return { to: "/platform/payouts/$payoutId", params: { payoutId: id } };
		default:
			if (kind === "TRANSFER" && !parentId) return ofSeller;
			return {
				to: "/platform/orders/$orderId",
				params: { orderId: parentId ?? id },
				hash: kind === "REFUND" ? id : undefined,
			};
	}
}
