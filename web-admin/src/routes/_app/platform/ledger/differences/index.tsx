import { createFileRoute } from "@tanstack/react-router";
import { differenceSearch } from "@/lib/searches";
import { Differences } from "@/pages/differences";

export const Route = createFileRoute("/_app/platform/ledger/differences/")({
	validateSearch: differenceSearch,
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return <Differences search={search} onSearch={(next) => void navigate({ search: next })} />;
	},
});
