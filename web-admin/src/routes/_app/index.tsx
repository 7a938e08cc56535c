import { createFileRoute, redirect } from "@tanstack/react-router";
import { entrance } from "@/lib/pages";
import { preferredHat, workHats } from "@/lib/session";

// The first page is that of the hat that was worn last.
export const Route = createFileRoute("/_app/")({
	beforeLoad: ({ context }) => {
		const hat = preferredHat(workHats(context.viewer));
		throw redirect({ ...(hat ? entrance(hat) : { to: "/none" }), replace: true });
	},
});
