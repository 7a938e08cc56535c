import { createFileRoute, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { choiceSearch } from "@/lib/list";
import { preferredHat, workHats } from "@/lib/session";

// The payment provider sends people back to this one address, whichever seller
// they act for: the hat that was worn last is the one that left.
export const Route = createFileRoute("/_app/payouts")({
	validateSearch: v.object({ onboarding: choiceSearch(["done", "again"]) }),
	beforeLoad: ({ context, search }) => {
		const hats = workHats(context.viewer).filter((hat) => hat.seller);
		const slug = preferredHat(hats)?.seller?.slug;
		if (!slug) throw redirect({ to: "/", replace: true });
		throw redirect({ to: "/s/$slug/payouts", params: { slug }, search, replace: true });
	},
});
