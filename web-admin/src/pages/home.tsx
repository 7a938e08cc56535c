import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
import { Suspense } from "react";
import { AdminSalesTrendDocument, type AdminSalesTrendQuery } from "@/gql/graphql";
import { formatPercent } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { numerals } from "@/lib/numerals";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Page } from "@/ui/page";
import { Figure, Section } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Money } from "@/ui/text";
import { SalesChart } from "./sales-chart";
import { ToDo } from "./to-do";

// Stands last, and needs the names of all events.
const Latest = later(async () => (await import("./latest")).Latest);

type Trend = NonNullable<AdminSalesTrendQuery["salesTrend"]>[number];

type Span = 7 | 30 | 90;
const spanOf = { "7": 7, "30": 30, "90": 90 } as const;

type HomeProps = { days: Span; onDays: (days: Span) => void };

/** What an operator sees first: what waits for somebody, and how the platform sells. */
export function Home({ days, onDays }: HomeProps) {
	const { t } = useLingui();
	const hat = useHat();
	return (
		<Page title={t`Home`}>
			<ToDo />
			{may(hat, "REPORT_READ") && <Sales days={days} onDays={onDays} />}
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
		<Section
			title={t`Sales`}
			action={
				<Choose
					label={t`Span`}
					value={`${days}`}
					labels={{ "7": t`The last 7 days`, "30": t`The last 30 days`, "90": t`The last 90 days` }}
					onChange={(next) => onDays(spanOf[next])}
				/>
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={4} label={t`Loading: sales`} />}
			{trends?.length === 0 && (
				<Empty icon={TrendingUp} title={t`Nothing was sold in this time`}>
					{t`What all sellers together sell appears here, with what the platform keeps of it.`}
				</Empty>
			)}
			{trends?.map((trend) => (
				<TrendOf key={trend.currency} trend={trend} days={days} />
			))}
		</Section>
	);
}

function TrendOf({ trend, days }: { trend: Trend; days: Span }) {
	const { t, i18n } = useLingui();
	const { currency, current, previous } = trend;
	const rate = current.takeRateBasisPoints;
	const share = shareOf(current.refunds.amount, current.gross.amount);
	return (
		<div className="flex flex-col gap-3">
			<dl className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-3">
				<Figure
					name={t`Sold, ${currency}`}
					value={<Money of={current.gross} />}
					note={
						<Change now={Number(current.gross.amount)} before={Number(previous.gross.amount)} days={days} />
					}
				/>
				<Figure
					name={t`Commission kept`}
					value={<Money of={current.kept} />}
					note={
						<>
							<Change now={Number(current.kept.amount)} before={Number(previous.kept.amount)} days={days} />
							{rate != null && (
								<span className="block">
									<Trans>{formatPercent(rate, i18n.locale)} of what was sold</Trans>
								</span>
							)}
						</>
					}
				/>
				<Figure
					name={t`Orders paid`}
					value={BigInt(current.orders).toLocaleString(numerals(i18n.locale))}
					note={<Change now={Number(current.orders)} before={Number(previous.orders)} days={days} />}
				/>
				<Figure
					name={t`Given back`}
					value={<Money of={current.refunds} />}
					note={
						<>
							<Change
								now={Number(current.refunds.amount)}
								before={Number(previous.refunds.amount)}
								days={days}
							/>
							{share != null && (
								<span className="block">
									<Trans>{formatPercent(share, i18n.locale)} of what was sold</Trans>
								</span>
							)}
						</>
					}
				/>
			</dl>
			<div className="rounded-lg border border-line bg-surface p-4">
				<SalesChart
					label={t`Sold each day (UTC), ${currency}`}
					days={trend.days.map(({ date, gross }) => ({ day: date, gross }))}
				/>
			</div>
		</div>
	);
}

/** What a part is of a whole, in basis points; null of nothing. It is shown, and nothing is reckoned with it. */
function shareOf(part: string, whole: string): number | null {
	const all = Number(whole);
	return all > 0 ? Math.round((Math.abs(Number(part)) / all) * 10_000) : null;
}

/** How a figure compares with the same time before. The numbers are for the comparison only. */
function Change({ now, before, days }: { now: number; before: number; days: Span }) {
	const { i18n } = useLingui();
	if (now === before) return <Trans>As in the {days} days before</Trans>;
	if (before === 0) return <Trans>Nothing in the {days} days before</Trans>;
	const share = new Intl.NumberFormat(numerals(i18n.locale), {
		style: "percent",
		maximumFractionDigits: 0,
		signDisplay: "exceptZero",
	}).format((now - before) / Math.abs(before));
	return (
		<Trans>
			<bdi>{share}</bdi> against the {days} days before
		</Trans>
	);
}
