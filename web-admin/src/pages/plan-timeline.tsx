import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { PlanChangeFragment } from "@/gql/graphql";
import { useNow } from "@/lib/now";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Instant } from "@/ui/text";

/** How many changes are shown before somebody asks for all. */
const few = 5;

type TimelineProps = {
	changes: PlanChangeFragment[];
	/** What can be done about a change that has not begun. */
	deed?: (change: PlanChangeFragment) => ReactNode;
};

/** What was decided about the plan of a seller, what was decided last first; what was taken back too. */
export function PlanTimeline({ changes, deed }: TimelineProps) {
	const { t } = useLingui();
	const now = useNow(60_000);
	const [isWhole, setWhole] = useState(false);
	if (changes.length === 0) return null;
	return (
		<div className="flex flex-col gap-2">
			<ol aria-label={t`Changes of the plan`} className="flex flex-col divide-y divide-line">
				{(isWhole ? changes : changes.slice(0, few)).map((change) => {
					const { id, plan, effectiveAt, createdAt, cancelledAt, reason } = change;
					const isToCome = !cancelledAt && Date.parse(effectiveAt) > now;
					return (
						<li key={id} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
							<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
								<span className="font-semibold break-words">{plan?.name ?? t`No plan`}</span>
								{cancelledAt && <Badge tone="muted">{t`Cancelled`}</Badge>}
								{isToCome && <Badge tone="brand">{t`To come`}</Badge>}
							</span>
							<span className="text-muted">
								{cancelledAt ? (
									<Trans>
										Would have begun on <Instant of={effectiveAt} isLong />, cancelled on{" "}
										<Instant of={cancelledAt} isLong />
									</Trans>
								) : (
									<Trans>
										From <Instant of={effectiveAt} isLong />, decided on <Instant of={createdAt} isLong />
									</Trans>
								)}
							</span>
							{reason && <span className="break-words whitespace-pre-wrap">{reason}</span>}
							{isToCome && deed?.(change)}
						</li>
					);
				})}
			</ol>
			{!isWhole && changes.length > few && (
				<span>
					<Button look="quiet" className="!px-2" onPress={() => setWhole(true)}>
						<Trans>Show all changes</Trans>
					</Button>
				</span>
			)}
		</div>
	);
}
