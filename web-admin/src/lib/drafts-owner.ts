import { forget, recall } from "./storage";

/** The database of the browser that holds drafts, and where it says whose they are. */
export const draftsName = "etal.drafts";

/** Throws away what was typed into forms and not saved, as whoever signs out wants it. */
export function dropDrafts() {
	forget(draftsName);
	try {
		indexedDB.deleteDatabase(draftsName);
	} catch {
		// Where nothing can be kept, nothing is.
	}
}

/** Throws away what somebody else has left in this browser: it holds the drafts of one person, who works here now. */
export function dropDraftsOfOthers(account: string) {
	const owner = recall(draftsName);
	if (owner !== null && owner !== account) dropDrafts();
}
