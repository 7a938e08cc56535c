import { Trans, useLingui } from "@lingui/react/macro";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { later } from "@/lib/later";
import { answerSignIn, useSignInAsked } from "@/lib/sign-in-again";
import { answerStepUp, useStepUpAsked } from "@/lib/step-up";
import { SmallPage } from "@/pages/small";
import { Notices } from "@/ui/notice";
import { TextLink } from "@/ui/page";

export const Route = createRootRouteWithContext<{ client: QueryClient }>()({
	component: Everything,
	notFoundComponent: NotFound,
});

function Everything() {
	useEffect(() => {
		// Whoever types will want to save, also when the server has been updated by then: what saving may ask for is
		// brought in while it is there.
		const bring = ({ target }: Event) => {
			if (!(target instanceof Element) || !target.closest("form") || location.pathname.endsWith("/login"))
				return;
			removeEventListener("input", bring);
			void Promise.allSettled([loadStepUp(), loadSignIn()]);
		};
		addEventListener("input", bring);
		return () => removeEventListener("input", bring);
	}, []);
	return (
		<>
			<Outlet />
			<Notices />
			<StepUp />
			<SignIn />
		</>
	);
}

// Most visits never need it, so it is loaded when it is.
const loadStepUp = async () => (await import("@/pages/step-up")).default;
const StepUpDialog = later(loadStepUp, () => answerStepUp(false));

function StepUp() {
	return useStepUpAsked() ? (
		<Suspense>
			<StepUpDialog />
		</Suspense>
	) : null;
}

const loadSignIn = async () => (await import("@/pages/sign-in-again")).default;
const SignInDialog = later(loadSignIn, () => answerSignIn(false));

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
		<SmallPage title={t`Not found`} isWide>
			<p className="mb-4 text-muted">
				<Trans>There is no page at this address</Trans>
			</p>
			<TextLink to="/">
				<Trans>To Home</Trans>
			</TextLink>
		</SmallPage>
	);
}
