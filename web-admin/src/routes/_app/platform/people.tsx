import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { textSearch } from "@/lib/list";
import { Needs } from "@/pages/needs";
import { People } from "@/pages/people";

export const Route = createFileRoute("/_app/platform/people")({
	validateSearch: v.object({ id: textSearch }),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="ACCOUNT_READ">
				<People id={search.id} onFound={(id) => void navigate({ search: { id } })} />
			</Needs>
		);
	},
});
