/** How long something is kept: until this browser is cleared, or until the tab is closed. */
type Keeping = "browser" | "tab";

const place = (keeping: Keeping) => (keeping === "tab" ? sessionStorage : localStorage);

/** Reads a setting of this browser; null when there is none or storage is closed. */
export function recall(key: string, keeping: Keeping = "browser"): string | null {
	try {
		return place(keeping).getItem(key);
	} catch {
		return null;
	}
}

/** Keeps a setting in this browser, if it allows that. */
export function remember(key: string, value: string, keeping: Keeping = "browser") {
	try {
		place(keeping).setItem(key, value);
	} catch {
		// The setting holds until the page is closed.
	}
}

/** Forgets a setting of this browser. */
export function forget(key: string, keeping: Keeping = "browser") {
	try {
		place(keeping).removeItem(key);
	} catch {
		// Nothing was kept.
	}
}
