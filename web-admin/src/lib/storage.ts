/** Reads a setting of this browser; null when there is none or storage is closed. */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Keeps a setting in this browser, if it allows that. */
export function remember(key: string, value: string) {
	try {
		localStorage.setItem(key, value);
	} catch {
		// The setting holds until the page is closed.
	}
}
