import { useSyncExternalStore } from "react";

/** Whether the server answers, whether it is newer than these pages, and whether a part of them could not be loaded. */
export type Connection = {
	isOffline: boolean;
	isOutdated: boolean;
	isPartMissing: boolean;
	/** When the server answered last, before it fell silent: what is shown is not newer. */
	answeredAt: string;
};

let state: Connection = {
	isOffline: false,
	isOutdated: false,
	isPartMissing: false,
	answeredAt: new Date().toISOString(),
};
let answeredAt = Date.now();
const listeners = new Set<() => void>();

function set(next: Partial<Connection>) {
	const changed = { ...state, ...next };
	// When it answered last is told only with its silence: nobody has to be told of each answer.
	if (
		changed.isOffline === state.isOffline &&
		changed.isOutdated === state.isOutdated &&
		changed.isPartMissing === state.isPartMissing
	)
		return;
	state = changed;
	for (const tell of listeners) tell();
}

/** Which build these pages are of: the server writes it into the page and says it with every answer. */
const own = document.querySelector<HTMLMetaElement>('meta[name="etal-release"]')?.content;

/** Takes note of an answer. */
export function noteAnswer(headers: Headers) {
	answeredAt = Date.now();
	const theirs = headers.get("Etal-Release");
	set({ isOffline: false, isOutdated: Boolean(own && theirs && theirs !== own) });
}

/** Takes note that no answer came. */
export function noteSilence() {
	set({ isOffline: true, answeredAt: new Date(answeredAt).toISOString() });
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
