import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
import { Suspense } from "react";
import { AdminSalesTrendDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import type { Span } from "@/lib/span";
import { Page } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { ToDo } from "./to-do";
import { SpanChoice, Trend } from "./trend";

// Stands last, and needs the names of all events.
const Latest = later(async () => (await import("./latest")).Latest);
// Stand below what is seen at first.
const Top = later(async () => (await import("./home-figures")).Top);
const Disputed = later(async () => (await import("./home-figures")).Disputed);

type HomeProps = { days: Span; onDays: (days: Span) => void };

/** What an operator sees first: what waits for somebody, and how the platform sells. */
export function Home({ days, onDays }: HomeProps) {
	const { t } = useLingui();
	const hat = useHat();
	return (
		<Page title={t`Home`}>
			<ToDo />
			{may(hat, "REPORT_READ") && (
				<>
					<Sales days={days} onDays={onDays} />
					<Suspense fallback={<div className="min-h-80" />}>
						<Top days={days} />
						<Disputed />
					</Suspense>
				</>
			)}
			{may(hat, "AUDIT_READ") && (
				<Suspense fallback={null}>
					<Latest />
				</Suspense>
			)}
		</Page>
	);
}

function Sales({ days, onDays }: HomeProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "orders", AdminSalesTrendDocument, { days }),
		// What was sold is summed some seconds after it was paid.
		refetchInterval: 20_000,
	});
	const trends = data?.salesTrend;
	return (
		<Section title={t`Sales`} action={<SpanChoice days={days} onDays={onDays} />}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={4} label={t`Loading: sales`} />}
			{trends?.length === 0 && (
				<Empty icon={TrendingUp} title={t`Nothing was sold in this time`}>
					{t`What all sellers together sell appears here, with what the platform keeps of it.`}
				</Empty>
			)}
			{trends?.map((trend) => (
				<Trend key={trend.currency} trend={trend} days={days} isOneOfMany={trends.length > 1} />
			))}
		</Section>
	);
}
