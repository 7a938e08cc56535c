import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { later } from "@/lib/later";
import { answerSignIn, useSignInAsked } from "@/lib/sign-in-again";
import { answerStepUp, useStepUpAsked } from "@/lib/step-up";
import { Notices } from "@/ui/notice";

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

// It brings the choice of a language with it, which is heavy and on few pages.
const NotFoundPage = later(async () => (await import("@/pages/not-found")).default);

function NotFound() {
	return (
		<Suspense>
			<NotFoundPage />
		</Suspense>
	);
}
