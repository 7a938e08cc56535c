import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AdminOwnSalesDocument, type AdminOwnSalesQuery } from "@/gql/graphql";
import { formatMoney } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Panel } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { Failure, Skeleton } from "@/ui/states";
import { SalesChart } from "./sales-chart";

type Sales = NonNullable<AdminOwnSalesQuery["sellerSales"]>[number];

const spans = { "7": 7, "30": 30, "90": 90 } as const;

/** The last days, UTC, as the first and the last of them. */
function lastDays(days: number) {
	const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
	const now = Date.now();
	return { from: dayOf(now - (days - 1) * 86_400_000), to: dayOf(now) };
}

/** What was sold in the last days, in each currency. */
export function OwnSales() {
	const { t } = useLingui();
	const hat = useHat();
	const [days, setDays] = useState<keyof typeof spans>("30");
	const span = lastDays(spans[days]);
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", AdminOwnSalesDocument, span));
	const sales = data?.sellerSales ?? [];
	return (
		<Panel
			title={t`Sales`}
			action={
				<Choose
					label={t`Span`}
					value={days}
					labels={{ "7": t`The last 7 days`, "30": t`The last 30 days`, "90": t`The last 90 days` }}
					onChange={setDays}
				/>
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading the sales`} />}
			{data && sales.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing was sold in this time. Each day with a sale gets a bar here.</Trans>
				</p>
			)}
			<div className="flex flex-col gap-6">
				{sales.map((each) => (
					<OneCurrency key={each.currency} sales={each} />
				))}
			</div>
		</Panel>
	);
}

function OneCurrency({ sales }: { sales: Sales }) {
	const { t, i18n } = useLingui();
	const gross = formatMoney(sales.gross, i18n.locale);
	const orders = t`${plural(Number(sales.orders), { one: "# order", other: "# orders" })}`;
	return (
		<div className="flex flex-col gap-3">
			<p>
				<strong className="text-lg">{gross}</strong>{" "}
				<span className="text-muted">
					{orders}
					{!/^0(\.0*)?$/.test(sales.refunds.amount) && (
						<> · {t`${formatMoney(sales.refunds, i18n.locale)} given back`}</>
					)}
				</span>
			</p>
			<SalesChart label={t`Sales in ${sales.currency} by day`} days={sales.days} />
		</div>
	);
}
