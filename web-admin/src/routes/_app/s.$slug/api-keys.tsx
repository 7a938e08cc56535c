import { createFileRoute } from "@tanstack/react-router";
import { apiKeySearch, apiKeysQuery } from "@/lib/governance";
import { may } from "@/lib/session";
import { ApiKeys } from "@/pages/api-keys";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/s/$slug/api-keys")({
	validateSearch: apiKeySearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "API_KEY_READ")) void context.client.prefetchQuery(apiKeysQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="API_KEY_READ">
				<ApiKeys search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
