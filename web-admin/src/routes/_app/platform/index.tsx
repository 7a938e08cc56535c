import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { spanOf, spanSearch, usualSpan } from "@/lib/span";
import { Home } from "@/pages/home";

export const Route = createFileRoute("/_app/platform/")({
	validateSearch: v.object({ days: spanSearch }),
	component: () => {
		const { days = usualSpan } = Route.useSearch();
		const navigate = Route.useNavigate();
		return <Home days={days} onDays={(next) => void navigate({ search: spanOf(next) })} />;
	},
});
