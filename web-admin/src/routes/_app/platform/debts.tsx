import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { Debts } from "@/pages/debts";
import { Needs } from "@/pages/needs";

export const Route = createFileRoute("/_app/platform/debts")({
	validateSearch: v.object({
		status: choiceSearch(["WAITING", "FROZEN", "DUE", "SETTLED"]),
		seller: textSearch,
		...pageSearch,
	}),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="LEDGER_READ">
				<Debts search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
