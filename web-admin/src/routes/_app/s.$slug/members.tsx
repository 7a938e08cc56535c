import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { teamSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { invitationsQuery, membersQuery, rolesQuery } from "@/lib/team";
import { Invitations, InviteButton } from "@/pages/invitations";
import { Members } from "@/pages/members";
import { Needs } from "@/pages/needs";
import { OfferBanner } from "@/pages/ownership";
import { NewRoleButton, Roles } from "@/pages/roles";
import { Page } from "@/ui/page";
import { ViewTabs, viewTab } from "@/ui/tabs";

export const Route = createFileRoute("/_app/s/$slug/members")({
	validateSearch: teamSearch,
	loaderDeps: ({ search }) => search,
	loader: ({ context: { hat, client }, deps }) => {
		if (!may(hat, "SELLER_MEMBER_READ")) return;
		if (deps.view === "invitations") void client.prefetchQuery(invitationsQuery(hat, deps));
		else if (deps.view === "roles") void client.prefetchQuery(rolesQuery(hat, deps));
		else void client.prefetchQuery(membersQuery(hat, deps));
	},
	component: () => (
		<Needs permission="SELLER_MEMBER_READ">
			<Team />
		</Needs>
	),
});

function Team() {
	const { t } = useLingui();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const { viewer } = Route.useRouteContext();
	const onSearch = (next: typeof search) => void navigate({ search: next });
	const views = [
		{ view: undefined, label: t`Members` },
		{ view: "invitations", label: t`Invitations` },
		{ view: "roles", label: t`Roles` },
	] as const;
	return (
		<Page title={t`Members`} actions={search.view === "roles" ? <NewRoleButton /> : <InviteButton />}>
			<OfferBanner />
			<ViewTabs label={t`Views of your people`}>
				{views.map(({ view, label }) => (
					<Link key={view ?? ""} from={Route.fullPath} search={{ view }} {...viewTab(search.view === view)}>
						{label}
					</Link>
				))}
			</ViewTabs>
			{search.view === "invitations" ? (
				<Invitations search={search} onSearch={onSearch} />
			) : search.view === "roles" ? (
				<Roles search={search} onSearch={onSearch} />
			) : (
				<Members search={search} onSearch={onSearch} me={viewer.account.id} />
			)}
		</Page>
	);
}
