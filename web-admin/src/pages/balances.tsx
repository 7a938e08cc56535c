import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { SellerBalancesDocument } from "@/gql/graphql";
import { isZero } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { Figure, Figures } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Money } from "@/ui/text";

/** What a seller is owed and was paid, in each of its currencies. */
export function Balances({ sellerId }: { sellerId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(hatQuery(hat, "money", SellerBalancesDocument, { sellerId }));
	if (!data) {
		if (error) return <Failure error={error} onRetry={() => void refetch()} />;
		return <Skeleton rows={2} label={t`Loading the balance`} />;
	}
	const balances = data.sellerBalances ?? [];
	if (balances.length === 0) {
		return (
			<p className="rounded-lg border border-line bg-surface p-4 text-muted">
				<Trans>Nothing has been sold yet. What is earned appears here as soon as an order is paid.</Trans>
			</p>
		);
	}
	return (
		<div className="flex flex-col gap-4">
			{balances.map((balance) => (
				<section key={balance.currencyCode} aria-label={t`Balance in ${balance.currencyCode}`}>
					<Figures>
						<Figure
							name={t`Held`}
							value={<Money of={balance.held} />}
							note={t`until shipped and the hold is over`}
						/>
						<Figure
							name={t`To be transferred`}
							value={<Money of={balance.releasable} />}
							note={t`released by the platform`}
						/>
						<Figure
							name={t`Pending`}
							value={<Money of={balance.pending} />}
							note={t`at the payment provider`}
						/>
						<Figure
							name={t`Available`}
							value={<Money of={balance.available} />}
							note={t`for the next payout`}
						/>
						<Figure name={t`On its way`} value={<Money of={balance.inTransit} />} note={t`to the bank`} />
						<Figure name={t`Paid out`} value={<Money of={balance.paidOut} />} note={t`arrived at the bank`} />
						{!isZero(balance.disputed) && (
							<Figure
								name={t`Disputed`}
								value={<Money of={balance.disputed} />}
								note={t`until the bank decides`}
							/>
						)}
						{!isZero(balance.reserve) && (
							<Figure
								name={t`In the reserve`}
								value={<Money of={balance.reserve} />}
								note={t`until its time is over`}
							/>
						)}
						{!isZero(balance.debt) && (
							<Figure
								name={hat.seller ? t`Owed by you` : t`Owed by the seller`}
								value={<Money of={balance.debt} />}
								note={t`taken from what is released later`}
							/>
						)}
					</Figures>
				</section>
			))}
		</div>
	);
}
