import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, pageSearch } from "@/lib/list";
import { Needs } from "@/pages/needs";
import { Reports } from "@/pages/reports";

const day = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

export const Route = createFileRoute("/_app/platform/reports")({
	validateSearch: v.object({ view: choiceSearch(["taxes"]), from: day, to: day, ...pageSearch }),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="REPORT_READ">
				<Reports search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
