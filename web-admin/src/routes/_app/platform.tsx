import { createFileRoute, redirect } from "@tanstack/react-router";
import { isFactorMissing, workHats } from "@/lib/session";
import { Shell } from "@/pages/shell";

// The pages of operators.
export const Route = createFileRoute("/_app/platform")({
	beforeLoad: async ({ context, location }) => {
		const hat = workHats(context.viewer).find((each) => each.kind === "OPERATOR");
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
