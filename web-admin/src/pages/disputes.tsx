import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import type { DisputeRowFragment } from "@/gql/graphql";
import { type DisputeSearch, disputesQuery, dues, isAsked } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { disputeAnswers, disputeReasons, disputeStatuses } from "@/lib/labels";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { linkClass, Page } from "@/ui/page";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { Deadline } from "./deadline";

type Props = { search: DisputeSearch; onSearch: (search: DisputeSearch) => void };

/** What the banks of buyers ask, by how soon they want an answer. */
export function Disputes({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch, isFetching } = useQuery(disputesQuery(hat, search));
	const isFiltered = Boolean(search.status || search.due);
	const dueTexts = { "48": t`In two days`, "168": t`In a week` };
	return (
		<Page title={t`Disputes`}>
			<Filters onClear={isFiltered ? () => onSearch({}) : undefined}>
				<StatusSelect
					value={search.status}
					labels={disputeStatuses}
					onChange={(status) => onSearch({ due: search.due, status })}
				/>
				<Select
					label={t`Due`}
					all={t`At any time`}
					value={search.due}
					choices={dues.map((due) => ({ value: due, label: dueTexts[due] }))}
					onChange={(due) => onSearch({ status: search.status, due })}
				/>
			</Filters>
			<List
				label={t`Disputes`}
				views="disputes"
				columns={useColumns()}
				rows={data?.disputes?.nodes}
				keyOf={(dispute) => dispute.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.disputes?.pageInfo}
				onPage={(page) => onSearch({ status: search.status, due: search.due, ...page })}
				empty={
					isFiltered ? (
						<Empty
							icon={ShieldCheck}
							title={t`No dispute matches`}
							action={<Button onPress={() => onSearch({})}>{t`Show all disputes`}</Button>}
						/>
					) : (
						<Empty icon={ShieldCheck} title={t`Nobody disputes a payment`}>
							{t`When a buyer's bank asks about a payment or takes it back, it appears here with the day until which it can be answered.`}
						</Empty>
					)
				}
			/>
		</Page>
	);
}

function useColumns(): Column<DisputeRowFragment>[] {
	const { t } = useLingui();
	const hat = useHat();
	const face = (dispute: DisputeRowFragment) => <Words of={dispute.reason} labels={disputeReasons} />;
	return [
		{
			header: t`Reason`,
			card: "title",
			cell: (dispute) =>
				hat.seller ? (
					<Link
						to="/s/$slug/disputes/$disputeId"
						params={{ slug: hat.seller.slug, disputeId: dispute.id }}
						className={linkClass}
					>
						{face(dispute)}
					</Link>
				) : (
					<Link to="/platform/disputes/$disputeId" params={{ disputeId: dispute.id }} className={linkClass}>
						{face(dispute)}
					</Link>
				),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status }) => <Status of={status} labels={disputeStatuses} />,
		},
		{
			header: t`To be answered`,
			cell: (dispute) => <Deadline at={dispute.dueBy} isOver={!isAsked(dispute)} />,
		},
		{ header: t`Answer`, cell: ({ answerStatus }) => <Status of={answerStatus} labels={disputeAnswers} /> },
		{ header: t`Heard of`, cell: ({ createdAt }) => <Instant of={createdAt} /> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: ({ amount }) => <Money of={amount} /> },
	];
}
