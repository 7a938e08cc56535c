import { useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import type { MoneyPartsFragment, TrendPartsFragment } from "@/gql/graphql";
import { formatMoney } from "@/lib/format";
import { later } from "@/lib/later";
import { numerals } from "@/lib/numerals";
import { Skeleton } from "@/ui/states";

const Chart = later(async () => (await import("@/ui/chart")).default);

/** What was sold day by day, as bars, with the days before as a dashed line, and as a table. Days are those of UTC. */
export function SalesChart({ label, days }: { label: string; days: TrendPartsFragment["days"] }) {
	const { t, i18n } = useLingui();
	const format = new Intl.DateTimeFormat(numerals(i18n.locale), {
		day: "numeric",
		month: "short",
		timeZone: "UTC",
	});
	const said = (day: string, gross: MoneyPartsFragment) => ({
		name: format.format(new Date(day)),
		// A number, for a height only: what is read is always the text.
		value: Math.max(0, Number(gross.amount)),
		text: formatMoney(gross, i18n.locale),
	});
	const points = days.map(({ date, gross, previousDate, previous }) => ({
		key: date,
		...said(date, gross),
		before: said(previousDate, previous.gross),
	}));
	return (
		<Suspense fallback={<Skeleton rows={3} label={t`Loading the chart`} />}>
			<Chart label={label} points={points} columns={[t`Day, UTC`, t`Sales`, t`The days before`]} />
		</Suspense>
	);
}
