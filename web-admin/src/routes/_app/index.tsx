import { createFileRoute, redirect } from "@tanstack/react-router";
import { preferredHat, workHats } from "@/lib/session";

// The first page is that of the hat that was worn last.
export const Route = createFileRoute("/_app/")({
	beforeLoad: async ({ context }) => {
		const hat = preferredHat(workHats(context.viewer));
		// The list of pages comes with the shell: nobody needs it before signing in.
		const { entrance } = await import("@/lib/pages");
		throw redirect({ ...(hat ? entrance(hat) : { to: "/none" }), replace: true });
	},
});
