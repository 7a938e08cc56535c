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

/** Lets so many things be done at the same time; the others wait for their turn. */
export function turns(most: number) {
	let free = most;
	const waiting: (() => void)[] = [];
	return async <T>(deed: () => Promise<T>): Promise<T> => {
		if (free > 0) free -= 1;
		else await new Promise<void>((begin) => waiting.push(begin));
		try {
			return await deed();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free += 1;
		}
	};
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

/** Rows that were sent together, under the key of their request. */
export type Sent<Row> = { key: string; rows: Row[] };

/** For each row whose request was not answered what was sent then. It may have been done. */
export type Unanswered<Row> = Map<Row, Sent<Row>>;

/**
 * Sends a change of rows that is done for all or for none. Rows that are refused are left out, and the others sent
 * again. It returns what was wrong with which row.
 *
 * Each request has a key. One that was not answered is noted in `unanswered`, and when its rows are tried again, they
 * are sent as they were and under the same key: what has happened already does not happen once more.
 */
export async function sendAll<Row>(
	rows: Row[],
	send: (rows: Row[], key: string) => Promise<unknown>,
	unanswered: Unanswered<Row> = new Map(),
): Promise<Map<Row, unknown>> {
	const refused = new Map<Row, unknown>();
	const fresh = (left: Row[]): Sent<Row> => ({ key: crypto.randomUUID(), rows: left });
	const earlier = new Set(rows.flatMap((row) => unanswered.get(row) ?? []));
	const waiting = [...earlier, fresh(rows.filter((row) => !unanswered.has(row)))];
	for (let sent = waiting.shift(); sent; sent = waiting.shift()) {
		const { key, rows: trying } = sent;
		if (trying.length === 0) continue;
		try {
			// oxlint-disable-next-line no-await-in-loop -- what is refused decides what is sent next
			await patiently(() => send(trying, key));
			for (const row of trying) unanswered.delete(row);
		} catch (error) {
			const isAnswer = error instanceof FaultsError;
			for (const row of trying) {
				if (isAnswer) unanswered.delete(row);
				else unanswered.set(row, sent);
			}
			const places = refusedPlaces(error);
			for (const [place, row] of trying.entries()) {
				const why = places.get(place);
				if (places.size === 0) refused.set(row, error);
				else if (why) refused.set(row, new FaultsError(why));
			}
			const left = trying.filter((row) => !refused.has(row));
			if (left.length === trying.length) throw error;
			waiting.push(fresh(left));
		}
	}
	return refused;
}
