import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { type DifferenceRowFragment, ReconciliationRunDocument } from "@/gql/graphql";
import { differencesQuery, overviewQuery } from "@/lib/differences";
import { useHat, useHatMutation } from "@/lib/hat";
import { differenceAges, differenceKinds, differenceSorts, differenceStatuses } from "@/lib/labels";
import { type DifferenceSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { TextLink } from "@/ui/page";
import { Figure, Figures } from "@/ui/panel";
import { Select } from "@/ui/select";
import { Empty, Failure } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";
import { FormFailure } from "./failure";

type Props = { search: DifferenceSearch; onSearch: (search: DifferenceSearch) => void };

/** What the ledger and the payment provider disagree about, and how old it is. */
export function Differences({ search, onSearch }: Props) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(differencesQuery(hat, search));
	const { status, kind, sort } = search;
	const isFiltered = Boolean(status || kind);
	return (
		<>
			<Overview />
			<Filters
				onClear={isFiltered ? () => onSearch({ sort }) : undefined}
				chips={[
					status && {
						label: i18n._(differenceStatuses[status].label),
						onRemove: () => onSearch({ kind, sort }),
					},
					kind && { label: i18n._(differenceKinds[kind]), onRemove: () => onSearch({ status, sort }) },
					sort && { label: i18n._(differenceSorts[sort]), onRemove: () => onSearch({ status, kind }) },
				]}
			>
				<StatusSelect
					value={status}
					labels={differenceStatuses}
					all={t`To be explained or watched`}
					onChange={(next) => onSearch({ kind, sort, status: next })}
				/>
				<Select
					label={t`Kind`}
					all={t`All`}
					value={kind}
					choices={(Object.keys(differenceKinds) as (keyof typeof differenceKinds)[]).map((value) => ({
						value,
						label: i18n._(differenceKinds[value]),
					}))}
					onChange={(next) => onSearch({ status, sort, kind: next })}
				/>
				<Select
					label={t`Sort by`}
					all={i18n._(differenceSorts.OLDEST_FIRST)}
					value={sort}
					choices={(["NEWEST_FIRST", "LARGEST_FIRST", "SMALLEST_FIRST"] as const).map((value) => ({
						value,
						label: i18n._(differenceSorts[value]),
					}))}
					onChange={(next) => onSearch({ status, kind, sort: next })}
				/>
			</Filters>
			<List
				label={t`Differences`}
				views="differences"
				columns={useColumns()}
				rows={data?.reconciliationDifferences?.nodes}
				keyOf={(difference) => difference.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.reconciliationDifferences?.pageInfo}
				onPage={(page) => onSearch({ ...search, after: undefined, before: undefined, ...page })}
				empty={
					isFiltered ? (
						<Empty
							icon={Scale}
							title={t`No difference matches`}
							action={<Button onPress={() => onSearch({})}>{t`Show what is to be explained`}</Button>}
						/>
					) : (
						<Empty icon={Scale} title={t`Ledger and provider agree`}>
							{t`Every account is compared once a day, to the minor unit. What differs appears here.`}
						</Empty>
					)
				}
			/>
		</>
	);
}

function Overview() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(overviewQuery(hat));
	const run = useHatMutation(ReconciliationRunDocument, ["ledger"]);
	const overview = data?.reconciliationOverview;
	if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
	return (
		<section aria-label={t`Comparison with the provider`} className="flex flex-col gap-3">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<p className="text-muted">
					{overview?.comparedAt ? (
						<Trans>
							All {overview.accounts} accounts have been compared since{" "}
							<Instant of={overview.comparedAt} isLong />: {overview.matched} of {overview.transactions}{" "}
							movements match.
						</Trans>
					) : (
						<Trans>Nothing was compared yet.</Trans>
					)}
				</p>
				{may(hat, "RECONCILE_RUN") && (
					<Button
						isDisabled={run.isPending}
						onPress={() => run.mutate({}, { onSuccess: () => notify(t`The accounts are being compared.`) })}
					>
						<Trans>Compare now</Trans>
					</Button>
				)}
			</div>
			<FormFailure error={run.error} />
			{overview && overview.ageing.length > 0 && (
				<Figures>
					{overview.ageing.map(({ currency, age, count, size }) => (
						<Figure
							key={currency + age}
							name={i18n._(differenceAges[age])}
							value={<Money of={size} />}
							note={t`Differences: ${count}`}
						/>
					))}
				</Figures>
			)}
		</section>
	);
}

function useColumns(): Column<DifferenceRowFragment>[] {
	const { t } = useLingui();
	return [
		{
			header: t`What`,
			card: "title",
			cell: ({ id, kind, transaction, source }) => (
				<span>
					<TextLink to="/platform/differences/$differenceId" params={{ differenceId: id }}>
						<Words of={kind} labels={differenceKinds} />
					</TextLink>
					<span className="block font-normal text-muted">
						<Code>{transaction || source}</Code>
					</span>
				</span>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status }) => <Status of={status} labels={differenceStatuses} />,
		},
		{ header: t`Account`, cell: ({ seller, account }) => seller?.name ?? <Code>{account}</Code> },
		{ header: t`Age`, cell: ({ age }) => <Words of={age} labels={differenceAges} /> },
		{ header: t`Seen first`, cell: ({ firstSeenAt }) => <Instant of={firstSeenAt} /> },
		{ header: t`Difference`, isNumber: true, card: "aside", cell: ({ amount }) => <Money of={amount} /> },
	];
}
