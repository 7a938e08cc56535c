import { createFileRoute } from "@tanstack/react-router";
import { auditQuery, auditSearch } from "@/lib/governance";
import { may } from "@/lib/session";
import { Audit } from "@/pages/audit";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/s/$slug/audit")({
	validateSearch: auditSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "AUDIT_READ")) void context.client.prefetchQuery(auditQuery(context.hat, deps));
	},
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="AUDIT_READ">
				<Audit search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
