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
