import { createFileRoute } from "@tanstack/react-router";
import { may } from "@/lib/session";
import { termsQuery, termsSearch } from "@/lib/terms";
import { Needs } from "@/pages/needs";
import { Terms } from "@/pages/terms";

export const Route = createFileRoute("/_app/platform/terms")({
	validateSearch: termsSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "TERMS_READ")) void context.client.prefetchQuery(termsQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="TERMS_READ">
				<Terms search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
