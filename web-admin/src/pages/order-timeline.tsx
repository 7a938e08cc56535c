import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
	AdminOrderRefundsDocument,
	type DisputeRowFragment,
	type SellerOrderPartsFragment,
	type ShipmentPartsFragment,
} from "@/gql/graphql";
import { formatMoney } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { disputeReasons, refundStatuses } from "@/lib/labels";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { linkClass } from "@/ui/page";
import { Panel } from "@/ui/panel";
import { Failure } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { DisputeLink } from "./order-disputes";

type Told = { at: string | null | undefined; what: ReactNode; note?: ReactNode };

type TimelineProps = {
	/** The order, or a seller's part of it. What has not happened has no instant. */
	of: {
		id: string;
		placedAt: string;
		paidAt?: string | null;
		cancelledAt?: string | null;
		disputes: DisputeRowFragment[];
	};
	parts: (SellerOrderPartsFragment & { seller?: { name: string } | null })[];
};

/** What has happened to an order, in its order: goods, refunds and disputes together. */
export function OrderTimeline({ of, parts }: TimelineProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "refunds", AdminOrderRefundsDocument, { orderId: of.id, ...pageVariables({}) }),
		enabled: may(hat, "REFUND_READ"),
	});
	const told: Told[] = [
		{ at: of.placedAt, what: t({ message: "Placed", context: "what happened" }) },
		{ at: of.paidAt, what: t`Paid` },
		{ at: of.cancelledAt, what: of.paidAt ? t`Cancelled` : t`Given up` },
	];
	const shipped = parts.flatMap(({ shippedAt, seller, shipments }): Told[] => {
		const [only] = shipments;
		const isWhole = shipments.length === 1 && Boolean(shippedAt);
		const parcels = shipments.map(
			(parcel): Told => ({
				at: parcel.createdAt,
				what: seller ? t`Parcel from ${seller.name}` : t`Parcel sent`,
				note: <Tracking of={parcel} />,
			}),
		);
		const end = {
			at: shippedAt,
			what: seller ? t`Shipped by ${seller.name}` : t`Shipped`,
			note: isWhole && only && <Tracking of={only} />,
		};
		return isWhole ? [end] : [...parcels, end];
	});
	const refunded = (data?.refunds?.nodes ?? []).flatMap(
		({ amount, status, createdAt, settledAt }): Told[] => {
			const sum = formatMoney(amount, i18n.locale);
			return [
				{ at: createdAt, what: t`Refund of ${sum}` },
				{
					at: settledAt,
					what: t`Outcome of the refund of ${sum}`,
					note: <Status of={status} labels={refundStatuses} />,
				},
			];
		},
	);
	const disputed = of.disputes.flatMap((dispute): Told[] => {
		const sum = formatMoney(dispute.amount, i18n.locale);
		const link = (text: ReactNode) => <DisputeLink id={dispute.id}>{text}</DisputeLink>;
		return [
			{
				at: dispute.createdAt,
				what: link(t`Dispute about ${sum}`),
				note: <Words of={dispute.reason} labels={disputeReasons} />,
			},
			{ at: dispute.closedAt, what: link(t`The dispute about ${sum} ended`) },
		];
	});
	const events = [...told, ...shipped, ...refunded, ...disputed]
		.filter((event): event is Told & { at: string } => Boolean(event.at))
		.toSorted((a, b) => a.at.localeCompare(b.at));
	return (
		<Panel title={t`What has happened`}>
			<ol className="flex flex-col">
				{events.map(({ at, what, note }, index) => (
					// oxlint-disable-next-line react/no-array-index-key -- two things may happen at the same instant
					<li
						key={`${at} ${index}`}
						className="relative flex flex-col gap-0.5 border-s-2 border-line ps-4 pb-3 last:pb-0"
					>
						<span aria-hidden="true" className="absolute -start-[5px] top-1.5 size-2 rounded-full bg-brand" />
						<span className="flex flex-col gap-x-4 sm:flex-row sm:justify-between">
							<span className="min-w-0 break-words">{what}</span>
							<span className="text-muted">
								<Instant of={at} isLong />
							</span>
						</span>
						{note && <span className="text-sm text-muted">{note}</span>}
					</li>
				))}
			</ol>
			{error && !data && (
				<div className="pt-3">
					<Failure error={error} onRetry={() => void refetch()} />
				</div>
			)}
		</Panel>
	);
}

/** How goods are followed on their way. */
export function Tracking({
	of,
}: {
	of: Pick<ShipmentPartsFragment, "carrier" | "trackingNumber" | "trackingUrl">;
}) {
	const { carrier, trackingNumber, trackingUrl } = of;
	if (!carrier && !trackingNumber) return null;
	const isSafe = trackingUrl.startsWith("https://");
	return (
		<>
			{carrier}{" "}
			{isSafe && trackingNumber ? (
				<a href={trackingUrl} target="_blank" rel="noreferrer" className={linkClass}>
					{trackingNumber}
				</a>
			) : (
				trackingNumber
			)}
		</>
	);
}
