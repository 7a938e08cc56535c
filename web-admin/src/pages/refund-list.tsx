import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { type ReactNode, Suspense, useId, useState } from "react";
import type { AdminRefundsQuery, RefundStatus } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { refundStatuses } from "@/lib/labels";
import { later } from "@/lib/later";
import { fewerSizes } from "@/lib/list";
import { askEvery } from "@/lib/live";
import { hasNotLeft, isUnderWay, mustBePaid, refundFilter, refundsQuery } from "@/lib/refunds";
import { type RefundSearch } from "@/lib/searches";
import { useSelection } from "@/lib/selection";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { BulkBar, useSelectColumn } from "@/ui/select-rows";
import { Empty } from "@/ui/states";
import { StatusSelect } from "@/ui/status";
import { Money, OrderNumber } from "@/ui/text";
import { DayRange, useDayChips } from "./day-range";
import { useRefundColumns } from "./refund-columns";
import { type AskedRefund, RefundDeedDialog } from "./refund-deeds";
import { SellerFilter, useSellerChip } from "./seller-filter";
import { SellerLinks } from "./seller-link";

export type RefundOfAll = NonNullable<AdminRefundsQuery["refunds"]>["nodes"][number];

// Loaded by those who do something to several: most who look at the list do not.
const RefundBulk = later(async () => (await import("./refund-bulk")).RefundBulk);

type Props = { search: RefundSearch; onSearch: (search: RefundSearch) => void };

/** What goes back to buyers: what needs somebody first, then all of it. */
export function RefundList({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const { status, seller, since, until, size, hide, after, before } = search;
	const filters = { status, seller, since, until };
	const isFiltered = Object.values(filters).some(Boolean);
	const narrow = (change: Partial<RefundSearch>) => onSearch({ ...filters, size, hide, ...change });
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...refundsQuery(hat, search),
		// Nothing tells of the refunds of everybody; what is on its way is asked for more often.
		refetchInterval: ({ state }) =>
			state.data?.refunds?.nodes.some((refund) => isUnderWay(refund.status)) ? 3000 : askEvery,
	});
	const rows = data?.refunds?.nodes;
	const canDecide = !hat.seller && may(hat, "REFUND_CREATE");
	const isOpen = (refund: RefundOfAll) => hasNotLeft(refund.status) || mustBePaid(refund.status);
	const [bulk, setBulk] = useState<"cancel" | "pay" | null>(null);
	const selection = useSelection(rows?.filter(isOpen), ({ id }) => id);
	const select = useSelectColumn(selection, ({ orderNumber }) => orderNumber, isOpen);
	const [asked, ask] = useState<AskedRefund | null>(null);
	const columns = useColumns(ask);
	const canChoose = canDecide && rows?.some(isOpen);
	const chosen = (can: (status: RefundStatus) => boolean) =>
		selection.selected.filter((refund) => can(refund.status));
	return (
		<Page title={t`Refunds`}>
			<WithWaiting
				isAsked={!isFiltered && !after && !before}
				shown={rows ?? (error ? [] : undefined)}
				onAsk={ask}
			>
				<RefundFilters search={filters} onNarrow={narrow} onClear={() => onSearch({ size, hide })} />
				{canChoose && (
					<BulkBar selection={selection}>
						{chosen(mustBePaid).length > 0 && (
							<Button onPress={() => setBulk("pay")}>
								<Trans>Note as paid…</Trans>
							</Button>
						)}
						{chosen(hasNotLeft).length > 0 && (
							<Button onPress={() => setBulk("cancel")}>
								<Trans>Take back…</Trans>
							</Button>
						)}
					</BulkBar>
				)}
				<List
					label={t`Refunds`}
					views="refunds"
					columns={canChoose ? [select, ...columns] : columns}
					rows={rows}
					keyOf={({ id }) => id}
					error={error}
					onRetry={() => void refetch()}
					isFetching={isPlaceholderData}
					pageInfo={data?.refunds?.pageInfo}
					onPage={narrow}
					total={data?.refunds?.totalCount}
					shape={{ size, sizes: fewerSizes, hide, onChange: narrow }}
					file={{ refunds: refundFilter(search) }}
					empty={
						<Empty
							icon={Undo2}
							title={isFiltered ? t`No refund matches` : t`Nothing was given back yet`}
							action={isFiltered && <Button onPress={() => onSearch({})}>{t`Clear filters`}</Button>}
						>
							{!isFiltered && t`What buyers get back appears here. It is given on the page of an order.`}
						</Empty>
					}
				/>
			</WithWaiting>
			{asked && <RefundDeedDialog {...asked} onClose={() => ask(null)} />}
			{bulk && (
				<Suspense fallback={null}>
					<RefundBulk
						deed={bulk}
						rows={chosen(bulk === "pay" ? mustBePaid : hasNotLeft)}
						onClose={() => setBulk(null)}
					/>
				</Suspense>
			)}
		</Page>
	);
}

type RefundFiltersProps = {
	search: Pick<RefundSearch, "status" | "seller" | "since" | "until">;
	onNarrow: (change: Partial<RefundSearch>) => void;
	onClear: () => void;
};

function RefundFilters({ search, onNarrow, onClear }: RefundFiltersProps) {
	const { i18n } = useLingui();
	const { status, seller, since, until } = search;
	const dayChips = useDayChips();
	const sellerChip = useSellerChip(seller, () => onNarrow({ seller: undefined }));
	return (
		<Filters
			onClear={Object.values(search).some(Boolean) ? onClear : undefined}
			chips={[
				status && {
					label: i18n._(refundStatuses[status].label),
					onRemove: () => onNarrow({ status: undefined }),
				},
				sellerChip,
				...dayChips({ since, until, onChange: onNarrow }),
			]}
		>
			<StatusSelect value={status} labels={refundStatuses} onChange={(next) => onNarrow({ status: next })} />
			<SellerFilter value={seller} onChange={(next) => onNarrow({ seller: next })} />
			<DayRange since={since} until={until} onChange={onNarrow} />
		</Filters>
	);
}

/** So many of those that wait are shown above the list. */
const few = 5;

type WaitingProps = {
	/** Whether the list below is of all refunds, from its first row on. */
	isAsked: boolean;
	/** What stands in the list below; absent while nobody knows. */
	shown: RefundOfAll[] | undefined;
	onAsk: (asked: AskedRefund) => void;
	/** The list of all. */
	children: ReactNode;
};

/** What somebody has to pay, because the provider could not: before everything else, unless it is all in sight anyway. */
function WithWaiting({ isAsked, shown, onAsk, children }: WaitingProps) {
	const { t } = useLingui();
	const id = useId();
	const came = useWaiting("FAILED", isAsked);
	const bank = useWaiting("AWAITING_BANK", isAsked);
	const columns = useColumns(onAsk);
	const failed = [came, bank].find(({ error, data }) => error && !data);
	const rows = [...came.rows, ...bank.rows];
	const hasMore = [came, bank].some(({ data }) => data?.refunds?.pageInfo.hasNextPage);
	const isBelow = (refund: RefundOfAll) => !shown || shown.some((each) => each.id === refund.id);
	const isApart = isAsked && Boolean(failed || hasMore || !rows.every(isBelow));
	const more = (
		<span className="flex flex-wrap gap-x-4 gap-y-1">
			{came.rows.length > 0 && (
				<TextLink to="/platform/refunds" search={{ status: "FAILED" }}>{t`All that came back`}</TextLink>
			)}
			{bank.rows.length > 0 && (
				<TextLink
					to="/platform/refunds"
					search={{ status: "AWAITING_BANK" }}
				>{t`All to be paid by bank`}</TextLink>
			)}
		</span>
	);
	return (
		<>
			{isApart && (
				<Section title={t`To be paid by you`} action={more}>
					<List
						label={t`Refunds to be paid`}
						columns={columns}
						rows={failed ? undefined : rows}
						keyOf={({ id }) => id}
						error={failed?.error}
						onRetry={() => void failed?.refetch()}
						empty={null}
					/>
				</Section>
			)}
			{/* It stays the same element, and what was opened in it stays open. */}
			<section aria-labelledby={isApart ? id : undefined} className="flex flex-col gap-4">
				{isApart && (
					<h2 id={id} className="text-lg font-semibold">
						{t`All refunds`}
					</h2>
				)}
				{children}
			</section>
		</>
	);
}

function useWaiting(status: RefundStatus, enabled: boolean) {
	const query = useQuery({
		...refundsQuery(useHat(), { status }, few),
		refetchInterval: askEvery,
		enabled,
	});
	return { ...query, rows: query.data?.refunds?.nodes ?? [] };
}

function useColumns(onAsk: (asked: AskedRefund) => void): Column<RefundOfAll>[] {
	const { t } = useLingui();
	const hat = useHat();
	const { status, facts, decide } = useRefundColumns(onAsk);
	return [
		{
			header: t`Order`,
			card: "title",
			cell: ({ id, orderId, orderNumber }) =>
				may(hat, "ORDER_READ") ? (
					<TextLink to="/platform/orders/$orderId" params={{ orderId }} hash={id}>
						<OrderNumber>{orderNumber}</OrderNumber>
					</TextLink>
				) : (
					orderNumber
				),
		},
		{
			header: t`Seller`,
			name: "seller",
			cell: ({ parts }) => <SellerLinks of={parts} />,
		},
		status,
		{ header: t`Amount`, isNumber: true, card: "aside", cell: ({ amount }) => <Money of={amount} /> },
		...facts,
		decide,
	];
}
