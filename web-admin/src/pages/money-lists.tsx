import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight, Hourglass, Landmark } from "lucide-react";
import type { ReactNode } from "react";
import {
	PayoutsDocument,
	type PayoutsQuery,
	ReleasesDocument,
	type ReleasesQuery,
	TransfersDocument,
	type TransfersQuery,
} from "@/gql/graphql";
import { isZero, less } from "@/lib/format";
import { useHat } from "@/lib/hat";
import {
	blockReasons,
	payoutStatuses,
	releaseStatuses,
	type StatusLabel,
	transferStatuses,
} from "@/lib/labels";
import { pageVariables } from "@/lib/list";
import { askEvery } from "@/lib/live";
import { payoutFailures } from "@/lib/provider-words";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";
import { SellerFilter, useSellerChip } from "./seller-filter";
import { SellerLink } from "./seller-link";

type Page = { after?: string; before?: string };

type MoneySearch<S extends string> = Page & {
	status?: S;
	/** Of one seller only, for operators. */
	seller?: string;
};

type MoneyListProps<S extends string> = {
	search: MoneySearch<S>;
	onSearch: (search: MoneySearch<S>) => void;
};

type Release = NonNullable<ReleasesQuery["releases"]>["nodes"][number];
type Transfer = NonNullable<TransfersQuery["transfers"]>["nodes"][number];
type Payout = NonNullable<PayoutsQuery["payouts"]>["nodes"][number];

/** What the filters of a list do. */
function filtersOf<S extends string>({ search: { status, seller }, onSearch }: MoneyListProps<S>) {
	return {
		isFiltered: Boolean(status || seller),
		turn: (page: Page) => onSearch({ status, seller, ...page }),
		toStatus: (next: S | undefined) => onSearch({ seller, status: next }),
		toSeller: (next: string | undefined) => onSearch({ status, seller: next }),
		clear: () => onSearch({}),
	};
}

/** What is set of two filters. Members of a seller have one, which is always shown. */
function useChips<S extends string>(props: MoneyListProps<S>, labels: Record<S, StatusLabel>) {
	const { i18n } = useLingui();
	const hat = useHat();
	const { status, seller } = props.search;
	const { toStatus, toSeller } = filtersOf(props);
	const sellerChip = useSellerChip(seller, () => toSeller(undefined));
	if (hat.seller) return undefined;
	return [status && { label: i18n._(labels[status].label), onRemove: () => toStatus(undefined) }, sellerChip];
}

/** Whose money it is, for operators. */
function useSellerColumn<
	Row extends { seller: { id: string; name: string } | null | undefined },
>(): Column<Row>[] {
	const { t } = useLingui();
	const hat = useHat();
	if (hat.seller) return [];
	return [
		{
			header: t`Seller`,
			cell: ({ seller }) => seller && <SellerLink of={seller} />,
		},
	];
}

/** What is owed order by order, and what stands in the way. */
export function Releases(
	props: MoneyListProps<Release["status"]> & { linkTo: (release: Release) => ReactNode },
) {
	const { t } = useLingui();
	const hat = useHat();
	const { search } = props;
	const { isFiltered, turn, toStatus, clear } = filtersOf(props);
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...hatQuery(hat, "money", ReleasesDocument, { status: search.status, ...pageVariables(search) }),
		refetchInterval: askEvery,
	});
	const columns: Column<Release>[] = [
		{ header: t`Order`, card: "title", cell: props.linkTo },
		{
			header: t`Status`,
			card: "plain",
			cell: (release) => (
				<span className="flex flex-col items-start gap-0.5">
					<Status of={release.status} labels={releaseStatuses} />
					{release.blockedBecause && (
						<span className="text-xs text-danger">
							<Words of={release.blockedBecause} labels={blockReasons} />
						</span>
					)}
				</span>
			),
		},
		{
			header: t`Hold ends`,
			cell: (release) =>
				release.releaseAt ? (
					<Instant of={release.releaseAt} isLong />
				) : (
					<span className="text-muted">{t`after shipping`}</span>
				),
		},
		{
			header: t`Transferred`,
			cell: (release) => release.transferredAt && <Instant of={release.transferredAt} isLong />,
		},
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (release) => <Left of={release} /> },
	];
	return (
		<div className="flex flex-col gap-4">
			<Filters onClear={isFiltered ? clear : undefined}>
				<StatusSelect value={search.status} labels={releaseStatuses} onChange={toStatus} />
			</Filters>
			<List
				label={t`Owed by order`}
				views="releases"
				columns={columns}
				rows={data?.releases?.nodes}
				keyOf={(release) => release.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.releases?.pageInfo}
				onPage={turn}
				empty={
					<Empty
						icon={Hourglass}
						title={isFiltered ? t`Nothing matches` : t`Nothing is owed yet`}
						action={isFiltered && <Button onPress={clear}>{t`Clear filters`}</Button>}
					>
						{!isFiltered && t`Each paid order appears here with what it earns, and when that is released.`}
					</Empty>
				}
			/>
		</div>
	);
}

/** What is left of what an order earns; what has been taken of it stands below. */
function Left({ of: { amount, taken } }: { of: Release }) {
	if (isZero(taken)) return <Money of={amount} />;
	return (
		<span className="flex flex-col items-end">
			<Money of={less(amount, taken)} />
			<span className="text-xs font-normal text-muted">
				<Trans>
					less <Money of={taken} /> taken
				</Trans>
			</span>
		</span>
	);
}

/** Movements from the platform to sellers' balances at the provider. */
export function Transfers(props: MoneyListProps<Transfer["status"]>) {
	const { t } = useLingui();
	const hat = useHat();
	const { search } = props;
	const { isFiltered, turn, toStatus, toSeller, clear } = filtersOf(props);
	const seller = useSellerColumn<Transfer>();
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...hatQuery(hat, "money", TransfersDocument, {
			status: search.status,
			sellerId: search.seller || undefined,
			...pageVariables(search),
		}),
		refetchInterval: askEvery,
	});
	const columns: Column<Transfer>[] = [
		{
			header: t`Transfer`,
			card: "title",
			cell: (transfer) => <Code>{transfer.providerId ?? transfer.id}</Code>,
		},
		...seller,
		{
			header: t`Status`,
			card: "plain",
			cell: (transfer) => <Status of={transfer.status} labels={transferStatuses} />,
		},
		{
			header: t({ message: "Planned", context: "when it was planned" }),
			cell: (transfer) => <Instant of={transfer.createdAt} isLong />,
		},
		{
			header: t`Settled`,
			cell: (transfer) => transfer.settledAt && <Instant of={transfer.settledAt} isLong />,
		},
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (transfer) => <Money of={transfer.amount} /> },
	];
	return (
		<div className="flex flex-col gap-4">
			<Filters onClear={isFiltered ? clear : undefined} chips={useChips(props, transferStatuses)}>
				<StatusSelect value={search.status} labels={transferStatuses} onChange={toStatus} />
				<SellerFilter value={search.seller} onChange={toSeller} />
			</Filters>
			<List
				label={t`Transfers`}
				views={hat.seller ? "payouts" : "transfers"}
				columns={columns}
				rows={data?.transfers?.nodes}
				keyOf={(transfer) => transfer.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.transfers?.pageInfo}
				file={{ transfers: { status: search.status, sellerId: search.seller || undefined } }}
				onPage={turn}
				empty={
					<Empty
						icon={ArrowLeftRight}
						title={isFiltered ? t`Nothing matches` : t`No transfers yet`}
						action={isFiltered && <Button onPress={clear}>{t`Clear filters`}</Button>}
					>
						{!isFiltered &&
							t`When a hold ends, the seller's part of an order is transferred to their balance.`}
					</Empty>
				}
			/>
		</div>
	);
}

/** Movements from sellers' balances at the provider to their banks. */
export function Payouts(
	props: MoneyListProps<Payout["status"]> & { linkTo: (payout: Payout, text: ReactNode) => ReactNode },
) {
	const { t } = useLingui();
	const hat = useHat();
	const { search } = props;
	const { isFiltered, turn, toStatus, toSeller, clear } = filtersOf(props);
	const seller = useSellerColumn<Payout>();
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...hatQuery(hat, "money", PayoutsDocument, {
			status: search.status,
			sellerId: search.seller || undefined,
			...pageVariables(search),
		}),
		refetchInterval: askEvery,
	});
	const columns: Column<Payout>[] = [
		{
			header: t`Payout`,
			card: "title",
			cell: (payout) => {
				const text = <Code>{payout.providerId ?? payout.id}</Code>;
				return may(hat, "SELLER_LEDGER_READ") ? props.linkTo(payout, text) : text;
			},
		},
		...seller,
		{
			header: t`Status`,
			card: "plain",
			cell: (payout) => (
				<span className="flex flex-col items-start gap-0.5">
					<Status of={payout.status} labels={payoutStatuses} />
					{payout.failureCode && (
						<span className="text-xs text-muted">
							<Words of={payout.failureCode} labels={payoutFailures} />
						</span>
					)}
				</span>
			),
		},
		{
			header: t({ message: "Planned", context: "when it was planned" }),
			cell: (payout) => <Instant of={payout.createdAt} />,
		},
		{ header: t`Expected`, cell: (payout) => payout.expectedAt && <Instant of={payout.expectedAt} /> },
		{ header: t`Settled`, cell: (payout) => payout.settledAt && <Instant of={payout.settledAt} isLong /> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (payout) => <Money of={payout.amount} /> },
	];
	return (
		<div className="flex flex-col gap-4">
			<Filters onClear={isFiltered ? clear : undefined} chips={useChips(props, payoutStatuses)}>
				<StatusSelect value={search.status} labels={payoutStatuses} onChange={toStatus} />
				<SellerFilter value={search.seller} onChange={toSeller} />
			</Filters>
			<List
				label={t`Payouts`}
				views="payouts"
				columns={columns}
				rows={data?.payouts?.nodes}
				keyOf={(payout) => payout.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.payouts?.pageInfo}
				file={{ payouts: { status: search.status, sellerId: search.seller || undefined } }}
				onPage={turn}
				empty={
					<Empty
						icon={Landmark}
						title={isFiltered ? t`Nothing matches` : t`No payouts yet`}
						action={isFiltered && <Button onPress={clear}>{t`Clear filters`}</Button>}
					>
						{!isFiltered && t`What is available in a balance is paid out to the bank on schedule.`}
					</Empty>
				}
			/>
		</div>
	);
}
