import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { rulesetQuery } from "@/lib/commission";
import { rulesetSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { RulesetPage } from "@/pages/ruleset";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/commission/$rulesetId/")({
	validateSearch: rulesetSearch,
	loader: ({ context, params }) => {
		if (may(context.hat, "COMMISSION_READ"))
			void context.client.prefetchQuery(rulesetQuery(context.hat, params.rulesetId));
	},
	component: () => {
		const { rulesetId } = Route.useParams();
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="COMMISSION_READ">
				<RulesetPage
					id={rulesetId}
					search={search}
					onSearch={(next) => void navigate({ search: next, resetScroll: false })}
					back={
						<TextLink to="/platform/commission">
							<Trans>Commission</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});
