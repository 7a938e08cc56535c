import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch, pageSearch } from "@/lib/list";
import { FraudWarnings } from "@/pages/fraud";
import { Needs } from "@/pages/needs";

const standings = ["OPEN", "SET_ASIDE", "REFUNDED", "DISPUTED"] as const;

export const Route = createFileRoute("/_app/platform/fraud")({
	validateSearch: v.object({ standing: choiceSearch(standings), ...pageSearch }),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="FRAUD_WARNING_READ">
				<FraudWarnings search={search} onSearch={(next) => void navigate({ search: next })} />
			</Needs>
		);
	},
});
