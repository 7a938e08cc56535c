import { useLocation, useRouter } from "@tanstack/react-router";
import { recall, remember } from "./storage";

const key = (page: string) => `etal.views.${page}`;

/** Whether there were saved views of a page last time: then their place is kept free while they are asked for. */
export function hasHadViews(page: string): boolean {
	return recall(key(page)) === "1";
}

/** Takes note of whether a page has saved views. */
export function noteViews(page: string, hasSome: boolean) {
	remember(key(page), hasSome ? "1" : "0");
}

/** What an address says about a list, but for the page of it that is shown, and the tab that the list stands in. */
export function useNarrowing() {
	const router = useRouter();
	const { search } = useLocation();
	const { after: _after, before: _before, view: tab, ...narrowing } = search as Record<string, unknown>;
	return { tab, shown: router.options.stringifySearch(narrowing).replace(/^\?/, "") };
}

/** Whether there is something above a list: its saved views, or the way to keep what it is narrowed to. */
export function useHasViewsBar(page: string): boolean {
	const { shown } = useNarrowing();
	return shown !== "" || hasHadViews(page);
}
