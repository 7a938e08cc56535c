import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { Catalogue } from "@/pages/catalogue";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/platform/catalogue")({
	validateSearch: v.object({
		q: textSearch,
		seller: textSearch,
		stock: choiceSearch(["in", "out"]),
		...pageSearch,
	}),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="PRODUCT_READ">
				<Catalogue search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
