import { createFileRoute, redirect } from "@tanstack/react-router";
import { firstPage } from "@/lib/pages";

export const Route = createFileRoute("/_app/platform/")({
	beforeLoad: ({ context }) => {
		throw redirect({ ...firstPage(context.hat), replace: true });
	},
});
