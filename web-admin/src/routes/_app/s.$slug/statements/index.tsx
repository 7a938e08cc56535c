import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { statementsSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { invoicesQuery, statementsQuery } from "@/lib/statements";
import { Needs } from "@/pages/needs";
import { OpenStatements, StatementViews } from "@/pages/statements";
import { Page, TextLink } from "@/ui/page";
import { viewTab } from "@/ui/tabs";

export const Route = createFileRoute("/_app/s/$slug/statements/")({
	validateSearch: statementsSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (!may(context.hat, "SELLER_LEDGER_READ")) return;
		if (deps.view === "invoices") void context.client.prefetchQuery(invoicesQuery(context.hat, deps));
		else void context.client.prefetchQuery(statementsQuery(context.hat, deps));
	},
	component: () => (
		<Needs permission="SELLER_LEDGER_READ">
			<StatementsPage />
		</Needs>
	),
});

function StatementsPage() {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const { view = "statements" } = search;
	return (
		<Page title={t`Statements`}>
			<StatementViews
				open={<OpenStatements />}
				linkToView={(each, name) => (
					<Link
						from={Route.fullPath}
						search={{ view: each, seller: search.seller, currency: search.currency }}
						resetScroll={false}
						{...viewTab(each === view)}
					>
						{name}
					</Link>
				)}
				search={search}
				onSearch={(next) => void navigate({ search: next, resetScroll: false })}
				linkTo={(statementId, text) => (
					<TextLink to="/s/$slug/statements/$statementId" params={{ slug, statementId }}>
						{text}
					</TextLink>
				)}
			/>
		</Page>
	);
}
