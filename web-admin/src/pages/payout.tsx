import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { AdminPayoutExportCreateDocument } from "@/gql/graphql";
import { formatMonth } from "@/lib/format";
import { useHat, useHatMutation } from "@/lib/hat";
import { payoutMethods, payoutParts, payoutStatuses, statementLineKinds } from "@/lib/labels";
import {
	type Breakdown,
	isSettled,
	type Payout,
	type PayoutItem,
	type PayoutSearch,
	payoutQuery,
} from "@/lib/payout";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Page } from "@/ui/page";
import { Facts, Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";
import { FileButton } from "./file-button";
import { PayoutFailure, PayoutSteps } from "./payout-steps";
import { Waterfall } from "./payout-waterfall";

type PayoutPageProps = {
	id: string;
	search: PayoutSearch;
	onSearch: (search: PayoutSearch) => void;
	back: ReactNode;
	/** Links to what a payout has to do with, as far as the hat has pages for it. */
	links: PayoutLinks;
};

export type PayoutLinks = {
	order: (item: PayoutItem) => ReactNode;
	statement: (id: string, text: string) => ReactNode;
	seller?: (seller: NonNullable<Payout["seller"]>) => ReactNode;
	/** Where the bank account is corrected; absent where that is somebody else's. */
	bank?: ReactNode;
};

/** One payout to a bank: where it stands, what it consists of, and every entry behind that, down to lines of orders. */
export function PayoutPage({ id, search, onSearch, back, links }: PayoutPageProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery({
		...payoutQuery(hat, id, search),
		refetchInterval: ({ state }) => (state.data?.payout && !isSettled(state.data.payout) ? 15_000 : false),
	});
	const payout = data?.payout;
	if (!data || !payout) {
		return (
			<Page title={t`Payout`} back={back}>
				{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
				{!data && !error && <Skeleton label={t`Loading: the payout`} />}
				{data && <Empty icon={Landmark} title={t`There is no such payout`} />}
			</Page>
		);
	}
	const breakdown = data.sellerPayoutBreakdown;
	return (
		<Page
			title={t`Payout`}
			back={back}
			badge={<Status of={payout.status} labels={payoutStatuses} />}
			actions={breakdown && may(hat, "SELLER_STATEMENT_EXPORT") && <Files id={payout.id} />}
		>
			{error && <Failure error={error} onRetry={() => void refetch()} />}
			<Head of={payout} breakdown={breakdown} links={links} />
			<PayoutSteps of={payout} leftAt={breakdown?.leftAt} />
			<PayoutFailure of={payout} bank={links.bank} />
			{breakdown ? (
				<>
					<Section title={t`How it adds up`}>
						<Waterfall of={breakdown} part={search.part} onPart={(part) => onSearch({ part })} />
					</Section>
					<Items
						of={breakdown}
						search={search}
						onSearch={onSearch}
						isFetching={isFetching}
						order={links.order}
					/>
				</>
			) : (
				<Empty icon={Landmark} title={t`It has not left yet`}>
					{t`Once it has left for the bank, it is told here what it consists of.`}
				</Empty>
			)}
		</Page>
	);
}

function Files({ id }: { id: string }) {
	const create = useHatMutation(AdminPayoutExportCreateDocument, []);
	const ask = (format: "CSV" | "PDF") => async () => {
		const answer = await create.mutateAsync({ input: { payoutId: id, format } });
		return answer.sellerPayoutExportCreate?.export?.id;
	};
	return (
		<>
			<FileButton create={ask("PDF")}>
				<Trans>Download as PDF</Trans>
			</FileButton>
			<FileButton create={ask("CSV")}>
				<Trans>Download as a table</Trans>
			</FileButton>
		</>
	);
}

type HeadProps = { of: Payout; breakdown: Breakdown | null; links: PayoutLinks };

function Head({ of: payout, breakdown, links }: HeadProps) {
	const { t, i18n } = useLingui();
	const { amount, bankLast4, seller, method, fee, providerId } = payout;
	const statement = breakdown?.statement;
	return (
		<div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
			<p className="text-3xl font-bold">
				<Money of={amount} />
			</p>
			<Facts
				facts={[
					links.seller && seller && { term: t`Seller`, detail: links.seller(seller) },
					bankLast4 && { term: t`To the bank account`, detail: <span dir="ltr">•••• {bankLast4}</span> },
					method === "INSTANT" && {
						term: t`How fast`,
						detail: <Words of={method} labels={payoutMethods} />,
					},
					Number(fee.amount) !== 0 && { term: t`Fee of it, beside the amount`, detail: <Money of={fee} /> },
					statement?.id && {
						term: t`Statement`,
						detail: links.statement(statement.id, formatMonth(statement.month, i18n.locale)),
					},
					statement?.id &&
						(statement.documents ?? []).length > 0 && {
							term: t`Invoices of that month`,
							detail: links.statement(
								statement.id,
								(statement.documents ?? []).map(({ number }) => number).join(", "),
							),
						},
					{ term: t`Id`, detail: <Code>{providerId ?? payout.id}</Code> },
				]}
			/>
		</div>
	);
}

type ItemsProps = {
	of: Breakdown;
	search: PayoutSearch;
	onSearch: (search: PayoutSearch) => void;
	isFetching: boolean;
	order: PayoutLinks["order"];
};

function Items({ of: { items }, search: { part }, onSearch, isFetching, order }: ItemsProps) {
	const { t, i18n } = useLingui();
	const columns: Column<PayoutItem>[] = [
		{
			header: t`What`,
			card: "title",
			cell: ({ kind }) => <Words of={kind} labels={statementLineKinds} />,
		},
		{ header: t`When`, cell: ({ postedAt }) => <Instant of={postedAt} /> },
		{ header: t`Order`, cell: (item) => item.orderId && <OrderOf item={item} order={order} /> },
		{
			header: t({ message: "Gross", context: "what was sold, before fees" }),
			isNumber: true,
			cell: ({ sales }) => <Money of={sales} />,
		},
		{ header: t`Fees`, isNumber: true, cell: ({ fees }) => <Money of={fees} /> },
		{
			header: t`Refunds and other`,
			isNumber: true,
			cell: (item) => restOf(item).length > 0 && <Rest of={item} />,
		},
		{
			header: t({ message: "Net", context: "what is left after fees and refunds" }),
			isNumber: true,
			card: "aside",
			cell: ({ amount }) => <Money of={amount} className="font-semibold" />,
		},
	];
	const named = part && i18n._(payoutParts[part]);
	const rows = useRef<HTMLDivElement>(null);
	return (
		<Section
			title={named ? t`What came and went: ${named}` : t`What came and went`}
			action={
				part && (
					<Button
						onPress={() => {
							onSearch({});
							// The button goes away: what it has shown is read on from.
							rows.current?.focus({ preventScroll: true });
						}}
					>
						<Trans>Show all entries</Trans>
					</Button>
				)
			}
		>
			<div ref={rows} tabIndex={-1} className="focus:outline-none">
				<List
					label={t`Entries of the payout`}
					columns={columns}
					rows={items?.nodes}
					keyOf={({ kind, orderId, postedAt, amount }) => `${postedAt} ${kind} ${orderId} ${amount.amount}`}
					isFetching={isFetching}
					pageInfo={items?.pageInfo}
					onPage={(page) => onSearch({ part, ...page })}
					empty={
						<Empty
							icon={Landmark}
							title={part ? t`No entry has any of this` : t`Nothing came or went since the payout before`}
						/>
					}
				/>
			</div>
		</Section>
	);
}

/** The order of an entry, and what was bought of the seller. */
function OrderOf({ item, order }: { item: PayoutItem; order: PayoutLinks["order"] }) {
	const { t } = useLingui();
	// The figures of the row are those of one line.
	const hasNets = item.lines.length > 1;
	return (
		<span className="flex flex-col gap-0.5">
			<span>{order(item)}</span>
			{item.lines.map(({ lineId, title, sku, quantity, net }) => (
				<span key={lineId} className="text-xs text-muted">
					{quantity} × {title} {sku && <Code>{sku}</Code>}
					{hasNets && (
						<>
							{" · "}
							{t({ message: "Net", context: "what is left after fees and refunds" })} <Money of={net} />
						</>
					)}
				</span>
			))}
		</span>
	);
}

/** What of an entry is neither sales nor fees. */
function restOf({ refunds, disputes, reserve, other }: PayoutItem) {
	const parts = [
		{ part: "REFUNDS", amount: refunds },
		{ part: "DISPUTES", amount: disputes },
		{ part: "RESERVE", amount: reserve },
		{ part: "OTHER", amount: other },
	] as const;
	return parts.filter(({ amount }) => Number(amount.amount) !== 0);
}

function Rest({ of: item }: { of: PayoutItem }) {
	const { i18n } = useLingui();
	return (
		<span className="flex flex-col items-end gap-0.5">
			{restOf(item).map(({ part, amount }) => (
				<span key={part} className="whitespace-nowrap">
					<span className="text-xs text-muted">{i18n._(payoutParts[part])}</span> <Money of={amount} />
				</span>
			))}
		</span>
	);
}
