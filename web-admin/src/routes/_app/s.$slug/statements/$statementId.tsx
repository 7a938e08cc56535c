import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { statementSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { statementQuery } from "@/lib/statements";
import { Needs } from "@/pages/needs";
import { StatementPage } from "@/pages/statement";
import { SellerOrderLink } from "@/pages/statement-orders";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/s/$slug/statements/$statementId")({
	validateSearch: statementSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps, params }) => {
		if (may(context.hat, "SELLER_LEDGER_READ"))
			void context.client.prefetchQuery(statementQuery(context.hat, params.statementId, deps));
	},
	component: () => {
		const { slug, statementId } = Route.useParams();
		const search = Route.useSearch();
		const navigate = Route.useNavigate();
		return (
			<Needs permission="SELLER_LEDGER_READ">
				<StatementPage
					id={statementId}
					search={search}
					order={(line) => <SellerOrderLink of={line} slug={slug} />}
					onSearch={(next) => void navigate({ search: next, resetScroll: false })}
					back={
						<TextLink to="/s/$slug/statements" params={{ slug }}>
							<Trans>Statements</Trans>
						</TextLink>
					}
				/>
			</Needs>
		);
	},
});
