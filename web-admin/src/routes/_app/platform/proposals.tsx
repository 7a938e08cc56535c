import { createFileRoute } from "@tanstack/react-router";
import { proposalSearch, proposalsQuery } from "@/lib/governance";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { Proposals } from "@/pages/proposals";

export const Route = createFileRoute("/_app/platform/proposals")({
	validateSearch: proposalSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "PROPOSAL_READ"))
			void context.client.prefetchQuery(proposalsQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		const { viewer } = Route.useRouteContext();
		return (
			<Needs permission="PROPOSAL_READ">
				<Proposals viewer={viewer} search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
