import type { QueryClient } from "@tanstack/react-query";

type Kept = { key: string; at: number };

/** How long a key waits for its answer, in milliseconds: whoever says the same again later means it anew. */
const keptFor = 3_600_000;

const keysOf = new WeakMap<QueryClient, Map<string, Kept>>();

/**
 * Sends a command under a key, so that it happens once however often it is sent. What says the same is sent under the
 * same key until there was an answer, wherever it comes from: a dialog may have been closed and opened again meanwhile.
 */
export async function keyed<T>(
	client: QueryClient,
	command: unknown,
	send: (key: string) => Promise<T>,
): Promise<T> {
	const keys = keysOf.get(client) ?? new Map<string, Kept>();
	keysOf.set(client, keys);
	const text = JSON.stringify(command);
	const known = keys.get(text);
	const kept =
		known && Date.now() - known.at < keptFor ? known : { key: crypto.randomUUID(), at: Date.now() };
	keys.set(text, kept);
	const answer = await send(kept.key);
	keys.delete(text);
	return answer;
}
