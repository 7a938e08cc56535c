import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { dropDraftsOfOthers } from "@/lib/drafts-owner";
import { loadTexts } from "@/lib/i18n";
import { viewerQuery } from "@/lib/session";
import { Page } from "@/ui/page";
import { Failure } from "@/ui/states";

// Whoever is not signed in comes back here afterwards.
export const Route = createFileRoute("/_app")({
	beforeLoad: async ({ context, location }) => {
		const [viewer, { showAs }] = await Promise.all([
			context.client.ensureQueryData(viewerQuery),
			// The door needs nothing of it.
			import("@/lib/preferences"),
			loadTexts(location.pathname),
		]);
		if (!viewer) throw redirect({ to: "/login", search: { next: location.href }, replace: true });
		dropDraftsOfOthers(viewer.account.id);
		await showAs(context.client, viewer);
		return { viewer };
	},
	component: Outlet,
	errorComponent: ({ error, reset }) => <Unavailable error={error} onRetry={reset} />,
});

function Unavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
	const { t } = useLingui();
	return (
		<main className="p-4">
			<Page title={t`Étal`}>
				<Failure error={error} onRetry={onRetry} />
			</Page>
		</main>
	);
}
