import { createFileRoute } from "@tanstack/react-router";
import { rulesetsQuery } from "@/lib/commission";
import { rulesetsSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { Commission } from "@/pages/commission";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/platform/commission/")({
	validateSearch: rulesetsSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "COMMISSION_READ"))
			void context.client.prefetchQuery(rulesetsQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="COMMISSION_READ">
				<Commission search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
