import { I18nProvider, useLingui } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { type ReactNode, StrictMode } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { keepFocus } from "./lib/focus";
import { i18n, loadTexts, speak, wantedLanguage } from "./lib/i18n";
import { newQueryClient } from "./lib/query";
import { viewerQuery } from "./lib/session";
import { askToSignIn, hasWork, isSignInAsked } from "./lib/sign-in-again";
import { routeTree } from "./routeTree.gen";
import "./styles.css";
import { focusNextHeading } from "./ui/page";
import { PagePending } from "./ui/pending";
import { Failure } from "./ui/states";

// A session that has ended while pages were open: the guard of the pages asks
// again who is there, and leads to the form and back. Whoever has something
// unsaved signs in over the page instead, and goes on.
const client = newQueryClient(() => {
	if (isSignInAsked()) return;
	const isKnown = client.getQueryData(viewerQuery.queryKey) != null;
	if (isKnown && hasWork())
		void askToSignIn().then((isBack) => {
			if (!isBack) leave();
		});
	else leave();
});

function leave() {
	client.removeQueries({ queryKey: viewerQuery.queryKey });
	void router.invalidate();
}

const router = createRouter({
	routeTree,
	basepath: "/admin",
	context: { client },
	defaultPreload: "intent",
	// The cache of queries decides what is fresh.
	defaultPreloadStaleTime: 0,
	// The page of another thing begins anew: what was opened or typed about one does not stay for the next.
	defaultRemountDeps: ({ params }) => params,
	defaultPendingMs: 150,
	defaultPendingComponent: PagePending,
	defaultErrorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
	scrollRestoration: true,
});

router.subscribe("onBeforeNavigate", ({ pathChanged, fromLocation }) => {
	if (fromLocation && pathChanged) focusNextHeading();
});

declare module "@tanstack/react-router" {
	interface Register {
		router: typeof router;
	}
}

/** The parts of the kit speak the language of the pages, and read in its direction. */
function Kit({ children }: { children: ReactNode }) {
	const { i18n: spoken } = useLingui();
	// Of Arabic the countries that write Western digits, as the pages do.
	return <AriaLocale locale={spoken.locale === "ar" ? "ar-AE" : spoken.locale}>{children}</AriaLocale>;
}

/** Asks for all that the page at the address needs at once: on a slow network each way there and back is seen. */
function hasten() {
	void client.prefetchQuery(viewerQuery);
	const here = router.latestLocation;
	const ids = router.matchRoutes(here).map(({ routeId }) => routeId as keyof typeof router.routesById);
	const parts = ids.map(async (id) => await router.loadRouteChunk(router.routesById[id]));
	if (ids.includes("/_app")) parts.push(loadTexts(here.pathname));
	// What cannot be loaded is asked for again, and told of, by the page.
	void Promise.allSettled(parts);
}

const spoken = speak(wantedLanguage());
hasten();
await spoken;
keepFocus();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
	<StrictMode>
		<I18nProvider i18n={i18n}>
			<Kit>
				<QueryClientProvider client={client}>
					<RouterProvider router={router} />
				</QueryClientProvider>
			</Kit>
		</I18nProvider>
	</StrictMode>,
);
