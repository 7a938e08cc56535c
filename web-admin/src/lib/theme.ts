import { useSyncExternalStore } from "react";
import { remember } from "./storage";

export type Theme = "light" | "dark";

const listeners = new Set<() => void>();

function current(): Theme {
	return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

function set(theme: Theme) {
	document.documentElement.dataset.theme = theme;
	remember("etal.theme", theme);
	for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** The theme and how to set it. public/theme.js has set it first, before the first paint. */
export function useTheme(): [Theme, (theme: Theme) => void] {
	return [useSyncExternalStore(subscribe, current), set];
}
