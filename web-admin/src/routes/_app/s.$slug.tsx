import { createFileRoute, redirect } from "@tanstack/react-router";
import { isFactorMissing, workHats } from "@/lib/session";
import { Shell } from "@/pages/shell";

// The pages of a seller, for its members. The seller is in the address, so that
// two windows may act for two sellers.
export const Route = createFileRoute("/_app/s/$slug")({
	beforeLoad: async ({ context, params, location }) => {
		const hat = workHats(context.viewer).find((each) => each.seller?.slug === params.slug);
		if (!hat) throw redirect({ to: "/", replace: true });
		if (await isFactorMissing(context.client, hat))
			throw redirect({ to: "/factor", search: { next: location.href }, replace: true });
		return { hat };
	},
	component: () => {
		const { viewer, hat } = Route.useRouteContext();
		return <Shell viewer={viewer} hat={hat} />;
	},
});
