import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, pageSearch } from "@/lib/list";
import { Charges } from "@/pages/charges";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/platform/charges")({
	validateSearch: v.object({
		view: choiceSearch(["plans"]),
		purpose: choiceSearch(["ONE_OFF", "SUBSCRIPTION", "LISTING"]),
		...pageSearch,
	}),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="COMMISSION_READ">
				<Charges search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
