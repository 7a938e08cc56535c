import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { Needs } from "@/pages/needs";
import { Reports } from "@/pages/reports";

const day = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);
const year = v.fallback(
	v.optional(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(9999))),
	undefined,
);

export const Route = createFileRoute("/_app/platform/reports")({
	validateSearch: v.object({
		view: choiceSearch(["taxes", "dac7", "1099k"]),
		from: day,
		to: day,
		year,
		jurisdiction: textSearch,
		...pageSearch,
	}),
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
