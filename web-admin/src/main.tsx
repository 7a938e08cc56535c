import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { keepFocus } from "./lib/focus";
import { activate, i18n } from "./lib/i18n";
import { newQueryClient } from "./lib/query";
import { viewerQuery } from "./lib/session";
import { routeTree } from "./routeTree.gen";
import "./styles.css";
import { focusNextHeading } from "./ui/page";
import { PagePending } from "./ui/pending";
import { Failure } from "./ui/states";

// A session that has ended while pages were open: the guard of the pages asks
// again who is there, and leads to the form and back.
const client = newQueryClient(() => {
	client.removeQueries({ queryKey: viewerQuery.queryKey });
	void router.invalidate();
});

const router = createRouter({
	routeTree,
	basepath: "/admin",
	context: { client },
	defaultPreload: "intent",
	// The cache of queries decides what is fresh.
	defaultPreloadStaleTime: 0,
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

await activate("en");
keepFocus();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
	<StrictMode>
		<I18nProvider i18n={i18n}>
			<AriaLocale locale={i18n.locale === "en" ? "en-US" : i18n.locale}>
				<QueryClientProvider client={client}>
					<RouterProvider router={router} />
				</QueryClientProvider>
			</AriaLocale>
		</I18nProvider>
	</StrictMode>,
);
