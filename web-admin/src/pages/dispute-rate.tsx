import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { DisputeRatePartsFragment } from "@/gql/graphql";
import { formatPercent } from "@/lib/format";
import { numerals } from "@/lib/numerals";
import { Badge } from "@/ui/badge";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Instant, Money } from "@/ui/text";

type Rate = DisputeRatePartsFragment;

type DisputeRateProps = {
	asked: { data: Rate | null | undefined; error: unknown; refetch: () => unknown };
	isOwn?: boolean;
};

/** How often payments are disputed, and from where on that has consequences. */
export function DisputeRate({ asked, isOwn = false }: DisputeRateProps) {
	const { t } = useLingui();
	const { data, error, refetch } = asked;
	return (
		<Panel title={t`Disputed payments`}>
			{!data && Boolean(error) && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading: disputes`} />}
			{data && <RateOf rate={data} isOwn={isOwn} />}
		</Panel>
	);
}

function RateOf({ rate, isOwn }: { rate: Rate; isOwn: boolean }) {
	const { t, i18n } = useLingui();
	const percent = (points: number) => formatPercent(points, i18n.locale);
	const count = (n: number) => n.toLocaleString(numerals(i18n.locale));
	const disputes = t`${plural(rate.disputes, { one: "# dispute", other: "# disputes" })}`;
	const payments = t`${plural(rate.charges, { one: "# payment", other: "# payments" })}`;
	return (
		<div className="flex flex-col gap-3">
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<strong className="text-lg">{percent(rate.basisPoints)}</strong>
				<Badge tone={rate.isTooHigh ? "danger" : "ok"}>
					{rate.isTooHigh ? t`Too high` : t`Below the warning`}
				</Badge>
			</p>
			<p className="text-muted">
				<Trans>
					{disputes} of {payments} since <Instant of={rate.measuredFrom} />. Warned from{" "}
					{percent(rate.warnAt)}.
				</Trans>
			</p>
			{rate.amounts.length > 0 && (
				<ul className="text-muted">
					{rate.amounts.map(({ disputed, paid, basisPoints }) => (
						<li key={paid.currencyCode}>
							<Trans>
								<Money of={disputed} /> of <Money of={paid} />: {percent(basisPoints)}
							</Trans>
						</li>
					))}
				</ul>
			)}
			<details>
				<summary className="min-h-8 cursor-pointer py-1 text-brand pointer-coarse:min-h-11 pointer-coarse:py-3">
					<Trans>What card networks do</Trans>
				</summary>
				<div className="flex flex-col gap-2 pt-1 text-muted">
					<p>
						{isOwn ? (
							<Trans>
								Card networks count by calendar month, over all sellers of the platform together. Whoever has
								a rate above the warning is watched: payouts may be held for longer.
							</Trans>
						) : (
							<Trans>
								Card networks count by calendar month, by all payments of this platform’s account. Who reaches
								both figures pays fees by the dispute, and may lose the cards of the network.
							</Trans>
						)}
					</p>
					<ul className="list-disc ps-5">
						{rate.networks.map(({ name, basisPoints, disputesMin }) => (
							<li key={name}>
								<Trans>
									{name}: from {percent(basisPoints)} and {count(disputesMin)} disputes in a month
								</Trans>
							</li>
						))}
					</ul>
				</div>
			</details>
		</div>
	);
}
