import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { UserX } from "lucide-react";
import { AdminErasuresDocument, type ErasureRowFragment, type ErasureStatus } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { erasureStatuses } from "@/lib/labels";
import { pageVariables } from "@/lib/list";
import { othersHindrances } from "@/lib/operator-labels";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { TextLink } from "@/ui/page";
import { Empty } from "@/ui/states";
import { Status, StatusSelect, Words } from "@/ui/status";
import { Code, Instant } from "@/ui/text";

type Search = { status?: ErasureStatus; after?: string; before?: string };

/** How often what goes on by itself is asked for again, in milliseconds. */
const askEvery = 30_000;

/** Who asks to be erased, and how far that has come. Only the person themselves takes it back. */
export function Erasures({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const { status, ...page } = search;
	const { data, error, refetch, isFetching } = useQuery({
		...hatQuery(hat, "people", AdminErasuresDocument, { filter: { status }, ...pageVariables(page) }),
		refetchInterval: askEvery,
	});
	const columns: Column<ErasureRowFragment>[] = [
		{
			header: t`Person`,
			card: "title",
			cell: ({ accountId, status: stands }) =>
				// Of somebody who was erased there is nothing left to look at.
				stands === "DONE" ? (
					<Code>{accountId}</Code>
				) : (
					<TextLink to="/platform/people" search={{ id: accountId }}>
						<Code>{accountId}</Code>
					</TextLink>
				),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status: stands }) => <Status of={stands} labels={erasureStatuses} />,
		},
		{
			header: t`In the way`,
			cell: ({ hindrances }) =>
				hindrances.length > 0 && (
					<ul className="flex flex-col gap-1">
						{hindrances.map((each) => (
							<li key={each}>
								<Words of={each} labels={othersHindrances} />
							</li>
						))}
					</ul>
				),
		},
		{ header: t`Asked for`, cell: ({ requestedAt }) => <Instant of={requestedAt} isLong /> },
		{
			header: t`Due or ended`,
			cell: ({ dueAt, endedAt }) => <Instant of={endedAt ?? dueAt} isLong />,
		},
	];
	return (
		<>
			<Filters onClear={status ? () => onSearch({}) : undefined}>
				<StatusSelect
					value={status}
					labels={erasureStatuses}
					onChange={(next) => onSearch({ status: next })}
				/>
			</Filters>
			<List
				label={t`Requests to be erased`}
				views="erasures"
				columns={columns}
				rows={data?.erasures?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching && data === undefined}
				pageInfo={data?.erasures?.pageInfo}
				onPage={(next) => onSearch({ status, ...next })}
				empty={
					<Empty
						icon={UserX}
						title={status ? t`No request matches` : t`Nobody has asked to be erased`}
						action={status && <Button onPress={() => onSearch({})}>{t`Show all requests`}</Button>}
					>
						{!status &&
							t`Whoever asks for it in their account appears here, and whom operators have agreed to erase.`}
					</Empty>
				}
			/>
		</>
	);
}
