import { createFileRoute, redirect } from "@tanstack/react-router";
import { workHats } from "@/lib/session";
import { Shell } from "@/pages/shell";

// The pages of a seller, for its members. The seller is in the address, so that
// two windows may act for two sellers.
export const Route = createFileRoute("/_app/s/$slug")({
	beforeLoad: ({ context, params }) => {
		const hat = workHats(context.viewer).find((each) => each.seller?.slug === params.slug);
		if (!hat) throw redirect({ to: "/", replace: true });
		return { hat };
	},
	component: () => {
		const { viewer, hat } = Route.useRouteContext();
		return <Shell viewer={viewer} hat={hat} />;
	},
});
