import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AdminOwnTrendDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import type { Span } from "@/lib/span";
import { Section } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { SpanChoice, Trend } from "./trend";

/** What a seller has sold in the last days, in each currency. */
export function OwnSales({ days, onDays }: { days: Span; onDays: (days: Span) => void }) {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(hatQuery(useHat(), "money", AdminOwnTrendDocument, { days }));
	const trends = data?.sellerSalesTrend ?? [];
	return (
		<Section title={t`Sales`} action={<SpanChoice days={days} onDays={onDays} />}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading the sales`} />}
			{data && trends.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing was sold in this time. Each day with a sale gets a bar here.</Trans>
				</p>
			)}
			{trends.map((trend) => (
				<Trend key={trend.currency} trend={trend} days={days} isOwn isOneOfMany={trends.length > 1} />
			))}
		</Section>
	);
}
