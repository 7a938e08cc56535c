import { useLingui } from "@lingui/react/macro";
import type { RefundRowFragment } from "@/gql/graphql";
import { refundMethods, refundReasons, refundStatuses } from "@/lib/labels";
import { refundFailures } from "@/lib/provider-words";
import type { Column } from "@/ui/list";
import { Status, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { RefundDeeds } from "./refund-deeds";

/** What is said of a refund, and what can be done with it. */
export function useRefundColumns(): Record<"amount" | "status" | "decide", Column<RefundRowFragment>> & {
	facts: Column<RefundRowFragment>[];
} {
	const { t } = useLingui();
	return {
		amount: {
			header: t`Amount`,
			card: "title",
			cell: ({ amount }) => <Money of={amount} className="font-semibold" />,
		},
		status: {
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
		facts: [
			{
				header: t`Reason`,
				name: "reason",
				cell: ({ reason, note }) => (
					<span className="break-words">
						<Words of={reason} labels={refundReasons} />
						{note && <span className="block text-xs text-muted">{note}</span>}
					</span>
				),
			},
			{ header: t`Way`, name: "way", cell: ({ method }) => <Words of={method} labels={refundMethods} /> },
			{ header: t`Given`, name: "given", cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
			{
				header: t`Settled`,
				name: "settled",
				cell: ({ settledAt }) => settledAt && <Instant of={settledAt} isLong />,
			},
		],
		decide: {
			header: t`Decide`,
			isHeaderHidden: true,
			card: "plain",
			cell: (refund) => <RefundDeeds refund={refund} />,
		},
	};
}
