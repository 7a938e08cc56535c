import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import type { ReactNode } from "react";
import { AdminPayoutBreakdownDocument, type AdminPayoutBreakdownQuery } from "@/gql/graphql";
import { decimalOf, sumMinor } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { statementLineKinds } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { type Column, List } from "@/ui/list";
import { Page } from "@/ui/page";
import { Facts, Section } from "@/ui/panel";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";

type Breakdown = NonNullable<AdminPayoutBreakdownQuery["sellerPayoutBreakdown"]>;
type Item = Breakdown["items"][number] & { place: number };

/** What a payout to a bank consists of: what came and went since the one before, down to lines of orders. */
export function PayoutPage({ id, back }: { id: string; back: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "money", AdminPayoutBreakdownDocument, { payoutId: id }),
	);
	const payout = data?.sellerPayoutBreakdown;
	return (
		<Page title={t`Payout`} back={back} badge={<Code>{id}</Code>}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton label={t`Loading: the payout`} />}
			{data && !payout && (
				<Empty icon={Landmark} title={t`There is no such payout, or it has not left yet`}>
					{t`Once it has left for the bank, it is told here what it consists of.`}
				</Empty>
			)}
			{payout && <Sums of={payout} />}
			{payout && <Items of={payout} />}
		</Page>
	);
}

/** The amounts as whole numbers of minor units: exact at any size. */
const minor = ({ amount }: Breakdown["amount"]) => BigInt(amount.replace(".", ""));

function Sums({ of: payout }: { of: Breakdown }) {
	const { t } = useLingui();
	const { opening, amount, left, items, hasMore } = payout;
	const digits = amount.amount.split(".")[1]?.length ?? 0;
	const moved = sumMinor(items.map((item) => String(minor(item.amount))));
	const difference = minor(opening) + moved - minor(left) - minor(amount);
	const as = (value: bigint) => (
		<Money of={{ amount: decimalOf(value, digits), currencyCode: amount.currencyCode }} />
	);
	return (
		<Section title={t`How it adds up`}>
			<div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
				<Facts
					facts={[
						{ term: t`Left by the payout before`, detail: <Money of={opening} /> },
						{ term: t`Came and went since`, detail: as(moved) },
						{ term: t`Left for the next one`, detail: as(-minor(left)) },
						{ term: t`Paid to the bank`, detail: <Money of={amount} className="font-semibold" /> },
					]}
				/>
				{hasMore ? (
					<p className="text-muted">
						<Trans>There are more than 1,000 movements; these are the first.</Trans>
					</p>
				) : difference === 0n ? (
					<p role="status" className="text-ok">
						<Trans>It adds up to the cent.</Trans>
					</p>
				) : (
					<Banner tone="danger" role="alert">
						<Trans>It does not add up: {as(difference)} are unexplained.</Trans>
					</Banner>
				)}
			</div>
		</Section>
	);
}

function Items({ of: payout }: { of: Breakdown }) {
	const { t } = useLingui();
	const rows = payout.items.map((item, place): Item => ({ ...item, place }));
	const columns: Column<Item>[] = [
		{
			header: t`What`,
			card: "title",
			cell: ({ kind }) => <Words of={kind} labels={statementLineKinds} />,
		},
		{ header: t`When`, cell: ({ postedAt }) => <Instant of={postedAt} isLong /> },
		{ header: t`Order`, cell: ({ orderId }) => orderId && <Code>{orderId}</Code> },
		{
			header: t`Of the order`,
			cell: ({ lines }) =>
				lines.length > 0 && (
					<ul className="flex flex-col gap-1">
						{lines.map(({ lineId, title, sku, quantity, net }) => (
							<li key={lineId}>
								{quantity} × {title} {sku && <Code>{sku}</Code>} <Money of={net} className="text-muted" />
							</li>
						))}
					</ul>
				),
		},
		{ header: t`Amount`, isNumber: true, card: "aside", cell: ({ amount }) => <Money of={amount} /> },
	];
	return (
		<Section title={t`What came and went`}>
			<List
				label={t`Movements of the payout`}
				columns={columns}
				rows={rows}
				keyOf={({ place }) => String(place)}
				empty={<Empty icon={Landmark} title={t`Nothing came or went since the payout before`} />}
			/>
		</Section>
	);
}
