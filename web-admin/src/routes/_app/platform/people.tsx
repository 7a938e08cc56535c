import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { ErasureStatusValues } from "@/gql/values";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { Erasures } from "@/pages/erasures";
import { Needs } from "@/pages/needs";
import { People, PeoplePage } from "@/pages/people";

export const Route = createFileRoute("/_app/platform/people")({
	validateSearch: v.object({
		id: textSearch,
		view: choiceSearch(["erasures"]),
		status: choiceSearch(ErasureStatusValues),
		...pageSearch,
	}),
	component: () => {
		const { id, view, ...search } = Route.useSearch();
		const navigate = Route.useNavigate();
		if (view)
			return (
				<Needs permission="PRIVACY_READ">
					<PeoplePage view={view}>
						<Erasures search={search} onSearch={(next) => void navigate({ search: { view, ...next } })} />
					</PeoplePage>
				</Needs>
			);
		return (
			<Needs permission="ACCOUNT_READ">
				<PeoplePage>
					<People id={id} onFound={(found) => void navigate({ search: { id: found } })} />
				</PeoplePage>
			</Needs>
		);
	},
});
