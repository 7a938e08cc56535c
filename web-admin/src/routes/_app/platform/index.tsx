import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { Home } from "@/pages/home";

const days = v.fallback(v.optional(v.picklist([7, 30, 90])), undefined);

export const Route = createFileRoute("/_app/platform/")({
	validateSearch: v.object({ days }),
	component: () => {
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Home
				days={search.days ?? 30}
				onDays={(next) => void navigate({ search: { days: next === 30 ? undefined : next } })}
			/>
		);
	},
});
