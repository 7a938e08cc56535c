import { useSyncExternalStore } from "react";

/** Whether the server answers, whether it is newer than these pages, and whether a part of them could not be loaded. */
export type Connection = { isOffline: boolean; isOutdated: boolean; isPartMissing: boolean };

let state: Connection = { isOffline: false, isOutdated: false, isPartMissing: false };
const listeners = new Set<() => void>();

function set(next: Partial<Connection>) {
	const changed = { ...state, ...next };
	if (Object.entries(changed).every(([name, value]) => state[name as keyof Connection] === value)) return;
	state = changed;
	for (const tell of listeners) tell();
}

/** Which build these pages are of: the server writes it into the page and says it with every answer. */
const own = document.querySelector<HTMLMetaElement>('meta[name="etal-release"]')?.content;

/** Takes note of an answer. */
export function noteAnswer(headers: Headers) {
	const theirs = headers.get("Etal-Release");
	set({ isOffline: false, isOutdated: Boolean(own && theirs && theirs !== own) });
}

/** Takes note that no answer came. */
export function noteSilence() {
	set({ isOffline: true });
}

/** Takes note that a file of these pages is gone, as it is when the server has newer ones. They have to be loaded anew. */
export function notePartMissing() {
	set({ isPartMissing: true });
}

function subscribe(listener: () => void) {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

export function useConnection(): Connection {
	return useSyncExternalStore(subscribe, () => state);
}
