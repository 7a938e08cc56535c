import { createFileRoute, redirect } from "@tanstack/react-router";
import { isFactorMissing, workHats } from "@/lib/session";
import { viewedSeller, viewQuery } from "@/lib/view-as";
import { Shell } from "@/pages/shell";

// The pages of a seller, for its members. The seller is in the address, so that
// two windows may act for two sellers.
export const Route = createFileRoute("/_app/s/$slug")({
	beforeLoad: async ({ context, params, location }) => {
		const hat = workHats(context.viewer).find((each) => each.seller?.slug === params.slug);
		if (!hat) {
			// Or for an operator who views as the seller for a while.
			const sellerId = viewedSeller(params.slug);
			const view = sellerId ? await context.client.ensureQueryData(viewQuery(sellerId)) : null;
			if (!view) throw redirect({ to: "/", replace: true });
			return { hat: view.hat, view };
		}
		if (await isFactorMissing(context.client, hat))
			throw redirect({ to: "/factor", search: { next: location.href }, replace: true });
		return { hat, view: null };
	},
	// The shell stays where another seller is chosen in it.
	remountDeps: () => undefined,
	component: () => {
		const { viewer, hat, view } = Route.useRouteContext();
		return <Shell viewer={viewer} hat={hat} view={view} />;
	},
});
