import { createFileRoute, redirect } from "@tanstack/react-router";
import { workHats } from "@/lib/session";
import { Shell } from "@/pages/shell";

// The pages of operators.
export const Route = createFileRoute("/_app/platform")({
	beforeLoad: ({ context }) => {
		const hat = workHats(context.viewer).find((each) => each.kind === "OPERATOR");
		if (!hat) throw redirect({ to: "/", replace: true });
		return { hat };
	},
	component: () => {
		const { viewer, hat } = Route.useRouteContext();
		return <Shell viewer={viewer} hat={hat} />;
	},
});
