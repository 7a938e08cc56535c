import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { TrendPartsFragment } from "@/gql/graphql";
import { formatChange, formatPercent } from "@/lib/format";
import { numerals } from "@/lib/numerals";
import type { Span } from "@/lib/span";
import { Figure } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { Money } from "@/ui/text";
import { SalesChart } from "./sales-chart";

const spans = { "7": 7, "30": 30, "90": 90 } as const;

type SpanProps = { days: Span; onDays: (days: Span) => void };

/** How many days up to now are looked at. */
export function SpanChoice({ days, onDays }: SpanProps) {
	const { t } = useLingui();
	return (
		<Choose
			label={t`Span`}
			value={`${days}`}
			labels={{ "7": t`The last 7 days`, "30": t`The last 30 days`, "90": t`The last 90 days` }}
			onChange={(next) => onDays(spans[next])}
		/>
	);
}

type TrendProps = {
	trend: TrendPartsFragment;
	days: Span;
	isOwn?: boolean;
	/** There are others beside it, in other currencies. */
	isOneOfMany?: boolean;
};

/** What was sold in one currency, each figure against as many days before. */
export function Trend({ trend, days, isOwn = false, isOneOfMany = false }: TrendProps) {
	const { t, i18n } = useLingui();
	const { currency, current, change } = trend;
	const { takeRateBasisPoints: rate, refundBasisPoints: share } = current;
	const { gross, refunds, net, kept, orders } = change;
	const isFirst = [gross, refunds, net, kept, orders].every((points) => points == null);
	const note = (points: number | null | undefined, ofWhat?: ReactNode): ReactNode =>
		(!isFirst || ofWhat) && (
			<>
				{!isFirst && <Change points={points} days={days} />}
				{ofWhat && <span className="block">{ofWhat}</span>}
			</>
		);
	const ofSold = share != null && <Trans>{formatPercent(share, i18n.locale, 1)} of what was sold</Trans>;
	const ofNet = rate != null && <Trans>{formatPercent(rate, i18n.locale, 1)} of net</Trans>;
	return (
		<div className="flex flex-col gap-3">
			{isOneOfMany && <h3 className="font-semibold">{currency}</h3>}
			<dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 xl:grid-cols-5">
				<Figure name={t`Sold`} value={<Money of={current.gross} />} note={note(gross)} />
				<Figure name={t`Given back`} value={<Money of={current.refunds} />} note={note(refunds, ofSold)} />
				<Figure
					name={t({ message: "Net", context: "sales less refunds" })}
					value={<Money of={current.net} />}
					note={note(net)}
				/>
				<Figure
					name={isOwn ? t`Commission paid` : t`Commission kept`}
					value={<Money of={current.kept} />}
					note={note(kept, ofNet)}
				/>
				<Figure
					name={t`Orders paid`}
					value={BigInt(current.orders).toLocaleString(numerals(i18n.locale))}
					note={note(orders)}
				/>
			</dl>
			{isFirst && (
				<p className="text-sm text-muted">
					<Change points={null} days={days} />
				</p>
			)}
			<div className="rounded-lg border border-line bg-surface p-4">
				<SalesChart label={t`Sold each day (UTC), ${currency}`} days={trend.days} />
			</div>
		</div>
	);
}

/** How a figure compares with the same time before, as the server has reckoned it; null when there was nothing. */
export function Change({ points, days }: { points: number | null | undefined; days: Span }) {
	const { i18n } = useLingui();
	if (points == null) return <Trans>Nothing in the {days} days before</Trans>;
	if (points === 0) return <Trans>As in the {days} days before</Trans>;
	return (
		<Trans>
			<bdi>{formatChange(points, i18n.locale)}</bdi> against the {days} days before
		</Trans>
	);
}
