import { useSyncExternalStore } from "react";
import { recall, remember } from "./storage";

export type Theme = "light" | "dark";

/** What somebody has chosen: a theme, or whatever their device has. */
export type ThemeChoice = Theme | "system";

const key = "etal.theme";
const listeners = new Set<() => void>();
const device = matchMedia("(prefers-color-scheme: dark)");

function read(): ThemeChoice | null {
	const kept = recall(key);
	return kept === "light" || kept === "dark" || kept === "system" ? kept : null;
}

let chosen = read();

function current(): Theme {
	return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

function paint() {
	const isDark = chosen === "dark" || (chosen !== "light" && device.matches);
	document.documentElement.dataset.theme = isDark ? "dark" : "light";
	for (const tell of listeners) tell();
}

device.addEventListener("change", paint);

/** What was chosen in this browser; null for nothing. */
export const chosenTheme = (): ThemeChoice | null => chosen;

/** Shows a theme, now and at the next visit: public/theme.js does so before the first paint. */
export function showTheme(choice: ThemeChoice) {
	if (choice === chosen) return;
	chosen = choice;
	remember(key, choice);
	paint();
}

function subscribe(listener: () => void) {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** The theme that is shown. */
export function useTheme(): Theme {
	return useSyncExternalStore(subscribe, current);
}
