import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AdminPayoutOutlookDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { OutlookText } from "./outlook";

/** What is paid out next, and when. What can be done about it is on the page of payouts. */
export function NextPayout() {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(hatQuery(useHat(), "money", AdminPayoutOutlookDocument, {}));
	const outlooks = data?.sellerPayoutOutlook ?? [];
	return (
		<Panel title={t`Next payout`}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading the next payout`} />}
			{data && outlooks.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing is going to be paid out yet.</Trans>
				</p>
			)}
			<ul className="flex flex-col divide-y divide-line">
				{outlooks.map((outlook) => (
					<li key={outlook.currencyCode} className="py-3 first:pt-0 last:pb-0">
						<OutlookText of={outlook} />
					</li>
				))}
			</ul>
		</Panel>
	);
}
