import { createFileRoute } from "@tanstack/react-router";
import { Preferences } from "@/pages/preferences";

export const Route = createFileRoute("/_app/account/preferences")({
	component: () => <Preferences viewer={Route.useRouteContext().viewer} />,
});
