import { createFileRoute } from "@tanstack/react-router";
import { disputesQuery } from "@/lib/disputes";
import { disputeSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { Disputes } from "@/pages/disputes";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/platform/disputes/")({
	validateSearch: disputeSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "DISPUTE_READ")) void context.client.prefetchQuery(disputesQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="DISPUTE_READ">
				<Disputes search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
