import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { SellerLedgerEntriesDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { entryFilter, entrySearch } from "@/lib/ledger-search";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { LedgerEntries } from "@/pages/ledger-entries";
import { Needs } from "@/pages/needs";
import { Page } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/ledger")({
	validateSearch: entrySearch,
	component: () => (
		<Needs permission="SELLER_LEDGER_READ">
			<Ledger />
		</Needs>
	),
});

function Ledger() {
	const { t } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "ledger", SellerLedgerEntriesDocument, {
			filter: entryFilter(search),
			...pageVariables(search),
		}),
	);
	return (
		<Page title={t`Ledger`}>
			<LedgerEntries
				entries={data?.sellerLedgerEntries?.nodes}
				pageInfo={data?.sellerLedgerEntries?.pageInfo}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				search={search}
				onSearch={(next) => void navigate({ search: next })}
			/>
		</Page>
	);
}
