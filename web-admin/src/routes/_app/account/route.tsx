import { createFileRoute, Outlet } from "@tanstack/react-router";
import { preferredHat, workHats } from "@/lib/session";
import { Shell } from "@/pages/shell";

// The pages about oneself. The navigation around them is that of the hat that was worn last.
export const Route = createFileRoute("/_app/account")({
	component: () => {
		const { viewer } = Route.useRouteContext();
		const hat = preferredHat(workHats(viewer));
		if (hat) return <Shell viewer={viewer} hat={hat} />;
		return (
			<main className="p-4">
				<Outlet />
			</main>
		);
	},
});
