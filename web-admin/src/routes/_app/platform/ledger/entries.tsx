import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { LedgerEntriesDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { entryFilter, entrySearch } from "@/lib/ledger-search";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { LedgerEntries } from "@/pages/ledger-entries";

export const Route = createFileRoute("/_app/platform/ledger/entries")({
	validateSearch: entrySearch,
	component: Entries,
});

function Entries() {
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "ledger", LedgerEntriesDocument, { filter: entryFilter(search), ...pageVariables(search) }),
	);
	return (
		<LedgerEntries
			hasSellers
			entries={data?.ledgerEntries?.nodes}
			pageInfo={data?.ledgerEntries?.pageInfo}
			error={error}
			onRetry={() => void refetch()}
			isFetching={isFetching}
			search={search}
			onSearch={(next) => void navigate({ search: next })}
		/>
	);
}
