import { ApiError, type Fault } from "./api";
import { FaultsError } from "./hat";

/** How many rows one request changes. */
export const rowsAtOnce = 100;

/** Asks again, as often as it is told to wait: whoever works on thousands of rows has time. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
			return await ask();
		} catch (error) {
			if (!(error instanceof ApiError) || error.code !== "RATE_LIMITED") throw error;
			const wait = error.retryAfterMs ?? 1000;
			// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
	}
}

/** What is wrong with which row, by its place in a list of the input. */
function refusedPlaces(error: unknown): Map<number, Fault[]> {
	const places = new Map<number, Fault[]>();
	if (!(error instanceof FaultsError)) return places;
	for (const fault of error.faults) {
		const place = Number.parseInt(fault.field?.[2] ?? "", 10);
		if (!Number.isNaN(place)) places.set(place, [...(places.get(place) ?? []), fault]);
	}
	return places;
}

/**
 * Sends a change of rows that is done for all or for none. Rows that are refused are left out, and the others sent
 * again. It returns what was wrong with which row.
 */
export async function sendAll<Row>(
	rows: Row[],
	send: (rows: Row[]) => Promise<unknown>,
): Promise<Map<Row, unknown>> {
	const refused = new Map<Row, unknown>();
	let left = rows;
	while (left.length > 0) {
		const trying = left;
		try {
			// oxlint-disable-next-line no-await-in-loop -- what is refused decides what is sent next
			await patiently(() => send(trying));
			return refused;
		} catch (error) {
			const places = refusedPlaces(error);
			for (const [place, row] of trying.entries()) {
				const why = places.get(place);
				if (places.size === 0) refused.set(row, error);
				else if (why) refused.set(row, new FaultsError(why));
			}
			left = trying.filter((row) => !refused.has(row));
			if (left.length === trying.length) throw error;
		}
	}
	return refused;
}
