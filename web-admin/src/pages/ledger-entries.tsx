import { useLingui } from "@lingui/react/macro";
import { BookOpen } from "lucide-react";
import * as v from "valibot";
import type { LedgerEntryPartsFragment, PagePartsFragment } from "@/gql/graphql";
import { journalKinds } from "@/lib/labels";
import { pageSearch, textSearch } from "@/lib/list";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { SearchField } from "@/ui/search";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";

/** The part of an address that narrows a list of entries. */
export const entrySearch = v.object({ account: textSearch, order: textSearch, ...pageSearch });
export type EntrySearch = v.InferOutput<typeof entrySearch>;

/** The filter of the API for an address. */
export function entryFilter({ account, order }: EntrySearch) {
	return { account: account || undefined, orderId: order || undefined };
}

type Entry = LedgerEntryPartsFragment & { seller?: { id: string; name: string } | null };

type LedgerEntriesProps = {
	entries: Entry[] | undefined;
	pageInfo?: PagePartsFragment;
	error: unknown;
	onRetry: () => void;
	isFetching: boolean;
	search: EntrySearch;
	onSearch: (search: EntrySearch) => void;
	/** The platform's book names the seller of each account. */
	hasSellers?: boolean;
};

function useColumns(hasSellers: boolean): Column<Entry>[] {
	const { t } = useLingui();
	const columns: Column<Entry>[] = [
		{ header: t`Account`, card: "title", cell: (entry) => <Code>{entry.account}</Code> },
		{
			header: t`What`,
			cell: (entry) =>
				entry.journal && (
					<span>
						<Words of={entry.journal.kind} labels={journalKinds} />
						<span className="block">
							<Code>{entry.journal.source}</Code>
						</span>
					</span>
				),
		},
		{ header: t`Seller`, cell: (entry) => entry.seller?.name },
		{ header: t`Posted`, cell: (entry) => <Instant of={entry.postedAt} isLong /> },
		{ header: t`Amount`, isNumber: true, card: "aside", cell: (entry) => <Money of={entry.amount} /> },
	];
	return hasSellers ? columns : columns.filter((column) => column.header !== t`Seller`);
}

/** Entries of the ledger with their filters. Debits are positive, credits negative, as in the book itself. */
export function LedgerEntries(props: LedgerEntriesProps) {
	const { t } = useLingui();
	const { search, onSearch } = props;
	const isFiltered = Boolean(search.account || search.order);
	return (
		<div className="flex flex-col gap-4">
			<Filters>
				<SearchField
					label={t`Account`}
					placeholder="stripe:pending"
					value={search.account ?? ""}
					onChange={(account) => onSearch({ account: account || undefined, order: search.order })}
				/>
				<SearchField
					label={t`Id of the order`}
					placeholder="ord_…"
					value={search.order ?? ""}
					onChange={(order) => onSearch({ account: search.account, order: order || undefined })}
				/>
			</Filters>
			<List
				label={t`Ledger entries`}
				columns={useColumns(props.hasSellers ?? false)}
				rows={props.entries}
				keyOf={(entry) => entry.id}
				error={props.error}
				onRetry={props.onRetry}
				isFetching={props.isFetching}
				pageInfo={props.pageInfo}
				onPage={(page) => onSearch({ ...search, after: undefined, before: undefined, ...page })}
				empty={
					isFiltered ? (
						<Empty
							icon={BookOpen}
							title={t`No entry matches`}
							action={<Button onPress={() => onSearch({})}>{t`Show all entries`}</Button>}
						/>
					) : (
						<Empty
							icon={BookOpen}
							title={t`Nothing has been posted yet`}
						>{t`Each movement of money is posted here, once, and never changed.`}</Empty>
					)
				}
			/>
		</div>
	);
}
