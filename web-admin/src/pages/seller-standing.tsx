import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { OperatorSellersQuery, PayoutBlock } from "@/gql/graphql";
import { payoutAccountStatuses } from "@/lib/labels";
import { isAhead, useNow } from "@/lib/now";
import { Badge } from "@/ui/badge";
import { Status } from "@/ui/status";
import { Instant } from "@/ui/text";
import { blocksOfSeller } from "./outlook";

type Seller = NonNullable<OperatorSellersQuery["sellers"]>["nodes"][number];
type Payouts = NonNullable<NonNullable<Seller["business"]>["payouts"]>;

/** Why nothing is paid out to a seller, for those who look at many. */
const blocks: Record<PayoutBlock, MessageDescriptor> = {
	...blocksOfSeller,
	NO_ACCOUNT: msg`No payout account`,
	ACCOUNT_NOT_READY: msg`The provider pays nothing out`,
	HELD: msg`A second factor was reset`,
	HELD_BACK: msg`Held back by operators`,
	LAST_FAILED: msg`The last payout failed`,
};

/** Where the provider stands with knowing a seller. */
export function Verification({ of: { accountStatus, dueCount, dueBy } }: { of: Payouts }) {
	const { t } = useLingui();
	if (!accountStatus) return <span className="text-muted">{t`Not begun`}</span>;
	return (
		<span className="flex flex-col items-end gap-0.5 wide:items-start">
			<Status of={accountStatus} labels={payoutAccountStatuses} />
			{dueCount > 0 && dueBy && (
				<span className="text-xs text-muted">
					<Trans>
						Due on <Instant of={dueBy} />
					</Trans>
				</span>
			)}
		</span>
	);
}

/** Whether a seller can be paid out, and when next, or why not. */
export function PayoutState({ of: { blockedBy, nextAt } }: { of: Payouts }) {
	const { t, i18n } = useLingui();
	const now = useNow(60_000);
	const [block] = blockedBy;
	return (
		<span className="flex flex-col items-end gap-0.5 wide:items-start">
			{block ? <Badge tone="warn">{t`Blocked`}</Badge> : <Badge tone="ok">{t`Can be paid`}</Badge>}
			<span className="text-xs text-muted">
				{block
					? i18n._(blocks[block])
					: nextAt &&
						isAhead(nextAt, now) && (
							<Trans>
								Next on <Instant of={nextAt} />
							</Trans>
						)}
			</span>
		</span>
	);
}
