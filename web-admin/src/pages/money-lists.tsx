import { useLingui } from "@lingui/react/macro";
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
import { useHat } from "@/lib/hat";
import { blockReasons, payoutStatuses, releaseStatuses, transferStatuses } from "@/lib/labels";
import { pageVariables } from "@/lib/list";
import { payoutFailures } from "@/lib/provider-words";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";

type Page = { after?: string; before?: string };

type MoneyListProps<S extends string> = {
	search: Page & { status?: S };
	onSearch: (search: Page & { status?: S }) => void;
};

type Release = NonNullable<ReleasesQuery["releases"]>["nodes"][number];
type Transfer = NonNullable<TransfersQuery["transfers"]>["nodes"][number];
type Payout = NonNullable<PayoutsQuery["payouts"]>["nodes"][number];

const turn = <S extends string>({ search, onSearch }: MoneyListProps<S>) => {
	return (page: Page) => onSearch({ status: search.status, ...page });
};

/** What is owed order by order, and what stands in the way. */
export function Releases(
	props: MoneyListProps<Release["status"]> & { linkTo: (release: Release) => ReactNode },
) {
	const { t } = useLingui();
	const hat = useHat();
	const { search, onSearch } = props;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "money", ReleasesDocument, { status: search.status, ...pageVariables(search) }),
	);
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
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (release) => <Money of={release.amount} /> },
	];
	return (
		<div className="flex flex-col gap-4">
			<Filters>
				<StatusSelect
					value={search.status}
					labels={releaseStatuses}
					onChange={(status) => onSearch({ status })}
				/>
			</Filters>
			<List
				label={t`Owed by order`}
				columns={columns}
				rows={data?.releases?.nodes}
				keyOf={(release) => release.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.releases?.pageInfo}
				onPage={turn(props)}
				empty={
					<Empty icon={Hourglass} title={search.status ? t`Nothing in this state` : t`Nothing is owed yet`}>
						{!search.status && t`Each paid order appears here with what it earns, and when that is released.`}
					</Empty>
				}
			/>
		</div>
	);
}

/** Movements from the platform to sellers' balances at the provider. */
export function Transfers(props: MoneyListProps<Transfer["status"]>) {
	const { t } = useLingui();
	const hat = useHat();
	const { search, onSearch } = props;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "money", TransfersDocument, { status: search.status, ...pageVariables(search) }),
	);
	const columns: Column<Transfer>[] = [
		{
			header: t`Transfer`,
			card: "title",
			cell: (transfer) => <Code>{transfer.providerId ?? transfer.id}</Code>,
		},
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
			<Filters>
				<StatusSelect
					value={search.status}
					labels={transferStatuses}
					onChange={(status) => onSearch({ status })}
				/>
			</Filters>
			<List
				label={t`Transfers`}
				columns={columns}
				rows={data?.transfers?.nodes}
				keyOf={(transfer) => transfer.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.transfers?.pageInfo}
				onPage={turn(props)}
				empty={
					<Empty icon={ArrowLeftRight} title={search.status ? t`Nothing in this state` : t`No transfers yet`}>
						{!search.status &&
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
	const { search, onSearch } = props;
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "money", PayoutsDocument, { status: search.status, ...pageVariables(search) }),
	);
	const columns: Column<Payout>[] = [
		{
			header: t`Payout`,
			card: "title",
			cell: (payout) => {
				const text = <Code>{payout.providerId ?? payout.id}</Code>;
				return may(hat, "SELLER_LEDGER_READ") ? props.linkTo(payout, text) : text;
			},
		},
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
			cell: (payout) => <Instant of={payout.createdAt} isLong />,
		},
		{ header: t`Expected`, cell: (payout) => payout.expectedAt && <Instant of={payout.expectedAt} /> },
		{ header: t`Settled`, cell: (payout) => payout.settledAt && <Instant of={payout.settledAt} isLong /> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (payout) => <Money of={payout.amount} /> },
	];
	return (
		<div className="flex flex-col gap-4">
			<Filters>
				<StatusSelect
					value={search.status}
					labels={payoutStatuses}
					onChange={(status) => onSearch({ status })}
				/>
			</Filters>
			<List
				label={t`Payouts`}
				columns={columns}
				rows={data?.payouts?.nodes}
				keyOf={(payout) => payout.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.payouts?.pageInfo}
				onPage={turn(props)}
				empty={
					<Empty icon={Landmark} title={search.status ? t`Nothing in this state` : t`No payouts yet`}>
						{!search.status && t`What is available in a balance is paid out to the bank on schedule.`}
					</Empty>
				}
			/>
		</div>
	);
}
