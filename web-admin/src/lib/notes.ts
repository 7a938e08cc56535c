import type { LinkProps } from "@tanstack/react-router";
import type { AdminNotificationsQuery } from "@/gql/graphql";
import type { Hat } from "./session";

export type Note = NonNullable<AdminNotificationsQuery["notifications"]>["nodes"][number];

/** The page of what a notification is about, under the hat that it was told. */
export function pageOfNote({ kind, subjectId }: Note, hat: Hat): LinkProps {
	const slug = hat.seller?.slug;
	const isDispute = subjectId.startsWith("dsp_");
	if (!slug)
		return isDispute
			? { to: "/platform/disputes/$disputeId", params: { disputeId: subjectId } }
			: { to: "/platform/orders" };
	switch (kind) {
		case "ORDER_RECEIVED":
			return { to: "/s/$slug/orders/$orderId", params: { slug, orderId: subjectId } };
		case "REFUND_TAKEN":
			return { to: "/s/$slug/refunds/$refundId", params: { slug, refundId: subjectId } };
		case "IMPORT_FINISHED":
			return { to: "/s/$slug/products/imports", params: { slug } };
		case "PAYOUT_ACCOUNT":
		case "PAYOUT_HELD":
			return { to: "/s/$slug/payouts", params: { slug } };
		case "PAYOUT_RETURNED":
			return subjectId.startsWith("pot_")
				? { to: "/s/$slug/payouts/$payoutId", params: { slug, payoutId: subjectId } }
				: { to: "/s/$slug/payouts", params: { slug }, search: { view: "payouts" } };
		case "DISPUTE_OPENED":
		case "DISPUTE_DUE":
		case "DISPUTE_ENDED":
			return isDispute
				? { to: "/s/$slug/disputes/$disputeId", params: { slug, disputeId: subjectId } }
				: { to: "/s/$slug/disputes", params: { slug } };
		default:
			return { to: "/s/$slug", params: { slug } };
	}
}

/** The page of all notifications of a hat. */
export function notesPage(hat: Hat): LinkProps {
	return hat.seller
		? { to: "/s/$slug/notifications", params: { slug: hat.seller.slug } }
		: { to: "/platform/notifications" };
}
