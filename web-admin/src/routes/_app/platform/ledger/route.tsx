import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, Link, Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { Button } from "@/ui/button";
import { Page } from "@/ui/page";
import { ViewTabs, viewTab } from "@/ui/tabs";

const LedgerExport = later(async () => (await import("@/pages/export-dialogs")).LedgerExport);

export const Route = createFileRoute("/_app/platform/ledger")({
	component: () => (
		<Needs permission="LEDGER_READ">
			<Ledger />
		</Needs>
	),
});

function Ledger() {
	const { t } = useLingui();
	const hat = useHat();
	const [isExporting, setExporting] = useState(false);
	const { pathname } = useLocation();
	const isEntries = pathname.includes("/entries");
	const isDifferences = pathname.includes("/differences");
	const isBalance = !isEntries && !isDifferences;
	return (
		<Page
			title={t`Ledger`}
			actions={
				may(hat, "LEDGER_EXPORT") && (
					<Button onPress={() => setExporting(true)}>
						<Trans>Export the ledger…</Trans>
					</Button>
				)
			}
		>
			<ViewTabs label={t`Views of the ledger`}>
				<Link to="/platform/ledger" {...viewTab(isBalance)}>
					{t`Trial balance`}
				</Link>
				<Link to="/platform/ledger/entries" {...viewTab(isEntries)}>
					{t`Entries`}
				</Link>
				<Link to="/platform/ledger/differences" {...viewTab(isDifferences)}>
					{t`Differences`}
				</Link>
			</ViewTabs>
			<Outlet />
			<Suspense>{isExporting && <LedgerExport onClose={() => setExporting(false)} />}</Suspense>
		</Page>
	);
}
