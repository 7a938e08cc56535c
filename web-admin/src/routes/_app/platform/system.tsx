import { createFileRoute, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch } from "@/lib/list";
import { Needs } from "@/pages/needs";
import { System } from "@/pages/system";

export const Route = createFileRoute("/_app/platform/system")({
	validateSearch: v.object({ view: choiceSearch(["settings"]) }),
	beforeLoad: ({ search }) => {
		// Where the settings were once: links to them are kept.
		if (search.view) throw redirect({ to: "/platform/settings", replace: true });
	},
	component: () => (
		<Needs permission="SYSTEM_READ">
			<System />
		</Needs>
	),
});
