import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AdminWithdrawableDocument } from "@/gql/graphql";
import { isNegative } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Figure, Section } from "@/ui/panel";
import { Banner, Failure, Skeleton } from "@/ui/states";
import { Money } from "@/ui/text";

/** What of the balance at the payment provider is the platform's own. */
export function Withdrawable() {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(hatQuery(hat, "ledger", AdminWithdrawableDocument, {}));
	const rows = data?.platformWithdrawable ?? [];
	const short = rows
		.filter(({ available }) => isNegative(available))
		.map(({ currencyCode }) => currencyCode)
		.join(", ");
	if (!data && error) return <Failure error={error} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton rows={2} label={t`Loading: what may be withdrawn`} />;
	if (rows.length === 0) return null;
	return (
		<Section title={t`The platform's own money at Stripe`}>
			{short && (
				<Banner tone="warn">
					<Trans>
						Less than nothing is available at Stripe in {short}. Refunds and transfers that need it wait until
						sales become available, or until you add money at Stripe.
					</Trans>
				</Banner>
			)}
			{rows.map(({ currencyCode, available, owed, float, amount }) => (
				<dl key={currencyCode} className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-3">
					<Figure
						name={t`Available at Stripe`}
						value={<Money of={available} className={isNegative(available) ? "text-danger" : undefined} />}
					/>
					<Figure name={t`less what is owed to others`} value={<Money of={owed} />} />
					<Figure name={t`less what is kept for refunds`} value={<Money of={float} />} />
					<Figure
						name={t`May be withdrawn`}
						value={<Money of={amount} />}
						note={<Trans>in {currencyCode}</Trans>}
					/>
				</dl>
			))}
		</Section>
	);
}
