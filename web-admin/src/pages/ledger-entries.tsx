import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { BookOpen } from "lucide-react";
import type { LedgerEntryPartsFragment, PagePartsFragment } from "@/gql/graphql";
import { isNegative, unsigned } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { journalKinds, ledgerAccounts, sellerAccounts } from "@/lib/labels";
import { type EntrySearch, entryFilter } from "@/lib/ledger-search";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { SearchField } from "@/ui/search";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";

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

/** The accounts that there are for whoever looks, in their words. */
const useAccounts = () => (useHat().seller ? sellerAccounts : ledgerAccounts);

/** An account in a word; one that these pages have none for stays as it is. */
function useAccountText() {
	const { i18n } = useLingui();
	const words: Partial<Record<string, MessageDescriptor>> = useAccounts();
	return (account: string) => {
		const known = words[account];
		return known ? i18n._(known) : account;
	};
}

/** A filter by account. One of those that there are many of, such as taxes of a country, is reached from the trial balance. */
function AccountSelect({ value, onChange }: { value?: string; onChange: (account?: string) => void }) {
	const { t, i18n } = useLingui();
	const choices = Object.entries(useAccounts()).map(([code, words]) => ({
		value: code,
		label: i18n._(words),
	}));
	if (value && !choices.some((choice) => choice.value === value)) choices.push({ value, label: value });
	return <Select label={t`Account`} all={t`All`} value={value} choices={choices} onChange={onChange} />;
}

/** An account in words, with the code that people compare and search for. */
export function AccountName({ of }: { of: string }) {
	return (
		<span>
			<Words of={of} labels={useAccounts()} />
			<span className="block font-normal text-muted">
				<Code>{of}</Code>
			</span>
		</span>
	);
}

function useColumns(hasSellers: boolean): Column<Entry>[] {
	const { t } = useLingui();
	const columns: Column<Entry>[] = [
		{ header: t`Account`, card: "title", cell: (entry) => <AccountName of={entry.account} /> },
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
		{
			header: t`Debit`,
			isNumber: true,
			card: "aside",
			cell: ({ amount }) =>
				!isNegative(amount) && (
					<>
						<Money of={amount} /> <span className="text-xs text-muted wide:hidden">{t`debit`}</span>
					</>
				),
		},
		{
			header: t`Credit`,
			isNumber: true,
			card: "aside",
			cell: ({ amount }) =>
				isNegative(amount) && (
					<>
						<Money of={unsigned(amount)} />{" "}
						<span className="text-xs text-muted wide:hidden">{t`credit`}</span>
					</>
				),
		},
	];
	return hasSellers ? columns : columns.filter((column) => column.header !== t`Seller`);
}

/** Entries of the ledger with their filters. Debits and credits stand apart, as in any book. */
export function LedgerEntries(props: LedgerEntriesProps) {
	const { t } = useLingui();
	const { search, onSearch } = props;
	const hat = useHat();
	const { account, order } = search;
	const isFiltered = Boolean(account || order);
	const accountText = useAccountText();
	const canTakeAway = hat.seller ? may(hat, "SELLER_LEDGER_READ") : may(hat, "LEDGER_EXPORT");
	return (
		<div className="flex flex-col gap-4">
			<Filters
				onClear={isFiltered ? () => onSearch({}) : undefined}
				search={
					<SearchField
						label={t`Id of the order`}
						placeholder="ord_…"
						value={order ?? ""}
						onChange={(next) => onSearch({ account, order: next || undefined })}
					/>
				}
				chips={[account && { label: accountText(account), onRemove: () => onSearch({ order }) }]}
			>
				<AccountSelect value={account} onChange={(next) => onSearch({ account: next, order })} />
			</Filters>
			<List
				label={t`Ledger entries`}
				views="ledger-entries"
				columns={useColumns(props.hasSellers ?? false)}
				rows={props.entries}
				keyOf={(entry) => entry.id}
				error={props.error}
				onRetry={props.onRetry}
				isFetching={props.isFetching}
				pageInfo={props.pageInfo}
				file={canTakeAway ? { ledgerEntries: entryFilter(search) } : undefined}
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
