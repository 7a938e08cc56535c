import { Trans, useLingui } from "@lingui/react/macro";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { lazy, Suspense } from "react";
import { useSignInAsked } from "@/lib/sign-in-again";
import { useStepUpAsked } from "@/lib/step-up";
import { Notices } from "@/ui/notice";
import { Page, TextLink } from "@/ui/page";
import { Empty } from "@/ui/states";

export const Route = createRootRouteWithContext<{ client: QueryClient }>()({
	component: () => (
		<>
			<Outlet />
			<Notices />
			<StepUp />
			<SignIn />
		</>
	),
	notFoundComponent: NotFound,
});

// Most visits never need it, so it is loaded when it is.
const StepUpDialog = lazy(() => import("@/pages/step-up"));

function StepUp() {
	return useStepUpAsked() ? (
		<Suspense>
			<StepUpDialog />
		</Suspense>
	) : null;
}

const SignInDialog = lazy(() => import("@/pages/sign-in-again"));

function SignIn() {
	return useSignInAsked() ? (
		<Suspense>
			<SignInDialog />
		</Suspense>
	) : null;
}

function NotFound() {
	const { t } = useLingui();
	return (
		<main className="p-4">
			<Page title={t`Not found`}>
				<Empty icon={Compass} title={t`There is no page at this address`}>
					<TextLink to="/">
						<Trans>To the first page</Trans>
					</TextLink>
				</Empty>
			</Page>
		</main>
	);
}
