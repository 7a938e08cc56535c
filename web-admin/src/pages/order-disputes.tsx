import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DisputeRowFragment, DisputeStatus } from "@/gql/graphql";
import { isAsked } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { disputeReasons, disputeStatuses } from "@/lib/labels";
import { may } from "@/lib/session";
import { type Column, List } from "@/ui/list";
import { linkClass } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Status, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { AnswerBy } from "./deadline";

/** The way to a dispute, for those who may read it. */
export function DisputeLink({ id, children }: { id: string; children: ReactNode }) {
	const hat = useHat();
	if (!may(hat, "DISPUTE_READ")) return children;
	return hat.seller ? (
		<Link
			to="/s/$slug/disputes/$disputeId"
			params={{ slug: hat.seller.slug, disputeId: id }}
			className={linkClass}
		>
			{children}
		</Link>
	) : (
		<Link to="/platform/disputes/$disputeId" params={{ disputeId: id }} className={linkClass}>
			{children}
		</Link>
	);
}

/** What is said of an order in a list, and beside it what its buyer's bank disputes and has not decided. */
export function WithDispute({
	disputed,
	children,
}: {
	disputed: DisputeStatus | undefined;
	children?: ReactNode;
}) {
	return (
		<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
			{children}
			{disputed && <Status of={disputed} labels={disputeStatuses} />}
		</span>
	);
}

/** What the bank of the buyer disputes of an order; nothing when it disputes nothing. */
export function OrderDisputes({ of }: { of: DisputeRowFragment[] }) {
	const { t } = useLingui();
	const columns: Column<DisputeRowFragment>[] = [
		{
			header: t`Reason`,
			card: "title",
			cell: ({ id, reason }) => (
				<DisputeLink id={id}>
					<Words of={reason} labels={disputeReasons} />
				</DisputeLink>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status }) => <Status of={status} labels={disputeStatuses} />,
		},
		{
			header: t`Answer by`,
			cell: (dispute) => <AnswerBy at={dispute.dueBy} isOver={!isAsked(dispute)} className="flex-col" />,
		},
		{ header: t`Received`, cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: ({ amount }) => <Money of={amount} /> },
	];
	if (of.length === 0) return null;
	return (
		<Section title={t`Disputes`}>
			<List
				label={t`Disputes about the order`}
				columns={columns}
				rows={of}
				keyOf={({ id }) => id}
				empty={null}
			/>
		</Section>
	);
}
