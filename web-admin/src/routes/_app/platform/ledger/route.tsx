import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link, Outlet, useLocation } from "@tanstack/react-router";
import { Needs } from "@/pages/needs";
import { Page } from "@/ui/page";
import { ViewTabs, viewTabClass } from "@/ui/tabs";

export const Route = createFileRoute("/_app/platform/ledger")({
	component: () => (
		<Needs permission="LEDGER_READ">
			<Ledger />
		</Needs>
	),
});

function Ledger() {
	const { t } = useLingui();
	const isEntries = useLocation().pathname.includes("/entries");
	return (
		<Page title={t`Ledger`}>
			<ViewTabs label={t`Views of the ledger`}>
				<Link
					to="/platform/ledger"
					aria-current={isEntries ? undefined : "page"}
					className={viewTabClass(!isEntries)}
				>
					{t`Trial balance`}
				</Link>
				<Link
					to="/platform/ledger/entries"
					aria-current={isEntries ? "page" : undefined}
					className={viewTabClass(isEntries)}
				>
					{t`Entries`}
				</Link>
			</ViewTabs>
			<Outlet />
		</Page>
	);
}
