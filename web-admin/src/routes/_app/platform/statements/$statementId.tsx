import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { statementSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { statementQuery } from "@/lib/statements";
import { Needs } from "@/pages/needs";
import { StatementPage } from "@/pages/statement";
import { PlatformOrderLink } from "@/pages/statement-orders";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/platform/statements/$statementId")({
	validateSearch: statementSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps, params }) => {
		if (may(context.hat, "SELLER_LEDGER_READ"))
			void context.client.prefetchQuery(statementQuery(context.hat, params.statementId, deps));
	},
	component: () => {
		const { statementId } = Route.useParams();
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="SELLER_LEDGER_READ">
				<StatementPage
					id={statementId}
					search={search}
					order={(line) => <PlatformOrderLink of={line} />}
					onSearch={(next) => void navigate({ search: next, resetScroll: false })}
					back={
						<TextLink to="/platform/statements">
							<Trans>Statements</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});
