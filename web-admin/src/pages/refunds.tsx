import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { AdminOrderRefundsDocument, type RefundRowFragment } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { refundMethods, refundReasons, refundStatuses } from "@/lib/labels";
import { pageVariables } from "@/lib/list";
import { refundFailures } from "@/lib/provider-words";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Section } from "@/ui/panel";
import { Status, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { RefundDeeds } from "./refund-deeds";
import { type Refundable, RefundDialog } from "./refund-dialog";

/** What was given back of an order, and the way to give more back. */
export function Refunds({ of }: { of: Refundable }) {
	const { t } = useLingui();
	const hat = useHat();
	const [after, setAfter] = useState<string | undefined>();
	const { data, error, refetch, isFetching } = useQuery({
		...hatQuery(hat, "refunds", AdminOrderRefundsDocument, { orderId: of.id, ...pageVariables({ after }) }),
		enabled: may(hat, "REFUND_READ"),
		// What is on its way at the provider changes by itself.
		refetchInterval: ({ state }) => (state.data?.refunds?.nodes.some(isUnderWay) ? 3000 : false),
	});
	const columns = useColumns();
	const [isOpen, setOpen] = useState(false);
	const canRefund = of.isPaid && may(hat, "SELLER_ORDER_REFUND");
	if (!may(hat, "REFUND_READ")) return null;
	const page = data?.refunds?.pageInfo;
	return (
		<Section
			title={t`Refunds`}
			action={
				canRefund && (
					<Button onPress={() => setOpen(true)}>
						<Undo2 aria-hidden="true" className="size-4" />
						<Trans>Refund…</Trans>
					</Button>
				)
			}
		>
			<List
				label={t`Refunds of the order`}
				columns={columns}
				rows={data?.refunds?.nodes}
				keyOf={(refund) => refund.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching && after !== undefined}
				pageInfo={page && { ...page, hasPreviousPage: after !== undefined }}
				onPage={(next) => setAfter(next.after)}
				empty={
					<p className="rounded-lg border border-line bg-surface p-4 text-muted">
						{of.isPaid ? <Trans>Nothing was given back.</Trans> : <Trans>Nothing was paid yet.</Trans>}
					</p>
				}
			/>
			{isOpen && <RefundDialog of={of} onClose={() => setOpen(false)} />}
		</Section>
	);
}

const isUnderWay = ({ status }: RefundRowFragment) =>
	status === "PLANNED" || status === "SENDING" || status === "UNKNOWN";

function useColumns(): Column<RefundRowFragment>[] {
	const { t } = useLingui();
	return [
		{
			header: t`Amount`,
			card: "title",
			cell: ({ amount }) => <Money of={amount} className="font-semibold" />,
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status, failure }) => (
				<span className="flex flex-col items-start gap-1">
					<Status of={status} labels={refundStatuses} />
					{failure && (
						<span className="text-xs break-words text-danger">
							<Words of={failure} labels={refundFailures} />
						</span>
					)}
				</span>
			),
		},
		{
			header: t`Reason`,
			cell: ({ reason, note }) => (
				<span className="break-words">
					<Words of={reason} labels={refundReasons} />
					{note && <span className="block text-xs text-muted">{note}</span>}
				</span>
			),
		},
		{ header: t`Way`, cell: ({ method }) => <Words of={method} labels={refundMethods} /> },
		{ header: t`Given`, cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
		{ header: t`Settled`, cell: ({ settledAt }) => settledAt && <Instant of={settledAt} isLong /> },
		{
			header: t`Decide`,
			isHeaderHidden: true,
			card: "plain",
			cell: (refund) => <RefundDeeds refund={refund} />,
		},
	];
}
