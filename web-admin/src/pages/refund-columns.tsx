import { Trans, useLingui } from "@lingui/react/macro";
import type { RefundRowFragment } from "@/gql/graphql";
import { refundMethods, refundReasons, refundStatuses } from "@/lib/labels";
import { refundFailures } from "@/lib/provider-words";
import type { Column } from "@/ui/list";
import { Status, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { type AskedRefund, RefundDeeds } from "./refund-deeds";

/** What is said of a refund, and what can be done with it. */
export function useRefundColumns(onAsk: (asked: AskedRefund) => void): Record<
	"amount" | "status" | "decide",
	Column<RefundRowFragment>
> & {
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
				cell: ({ reason, method, note }) => (
					<span className="break-words">
						<Words of={reason} labels={refundReasons} />
						<span className="block text-xs text-muted">
							<Words of={method} labels={refundMethods} />
						</span>
						{note && <span className="block text-xs text-muted">{note}</span>}
					</span>
				),
			},
			{
				header: t`Given`,
				name: "given",
				cell: ({ createdAt, settledAt }) => (
					<span>
						<Instant of={createdAt} isLong />
						{settledAt && (
							<span className="block text-xs text-muted">
								<Trans>
									Settled <Instant of={settledAt} />
								</Trans>
							</span>
						)}
					</span>
				),
			},
		],
		decide: {
			header: t`Decide`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (refund) => <RefundDeeds refund={refund} onAsk={onAsk} />,
		},
	};
}
