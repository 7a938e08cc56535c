import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, textSearch } from "@/lib/list";
import { Needs } from "@/pages/needs";
import { System } from "@/pages/system";

export const Route = createFileRoute("/_app/platform/system")({
	validateSearch: v.object({ view: choiceSearch(["settings"]), q: textSearch }),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="SYSTEM_READ">
				<System search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
			</Needs>
		);
	},
});
