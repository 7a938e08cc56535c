import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, textSearch } from "@/lib/list";
import { Needs } from "@/pages/needs";
import { Settings } from "@/pages/settings";

export const Route = createFileRoute("/_app/platform/settings")({
	validateSearch: v.object({ q: textSearch, only: choiceSearch(["changed"]) }),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="SETTINGS_READ">
				<Settings search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
			</Needs>
		);
	},
});
