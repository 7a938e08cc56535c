import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { TypedDocumentString } from "@/gql/graphql";
import { ApiError } from "./api";
import { useHat } from "./hat";
import type { Topic } from "./query";
import { follow, type Source } from "./stream";

/** How a page hears of changes: at once, not yet, or only by asking now and then. */
export type Liveness = "live" | "connecting" | "off";

/** How often a page that is not live asks, in milliseconds: for refetchInterval where nothing can be followed. */
export const askEvery = 30_000;

/** For refetchInterval: a page that is not live asks now and then. */
export const unlessLive = (live: Liveness): number | false => (live === "off" ? askEvery : false);

/** How long to wait before the next connection, in milliseconds; null when none would do. */
export function pauseAfter(error: unknown, failures: number): number | null {
	const code = error instanceof ApiError ? error.code : "OFFLINE";
	if (code === "UNAUTHENTICATED" || code === "NOT_FOUND" || code.startsWith("BAD_")) return null;
	if (error instanceof ApiError && code === "FORBIDDEN")
		return error.reason === "STREAM_AUTHORITY_CHANGED" && failures <= 1 ? 1000 : null;
	// Half of it at random, so that not all pages come back at once.
	const step = Math.min(60_000, 1000 * 2 ** Math.min(failures, 6));
	const pause = step / 2 + Math.random() * (step / 2);
	const told = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
	return Math.max(pause, told, error instanceof ApiError && error.reason === "STREAMS_TOO_MANY" ? 60_000 : 0);
}

type Listener = { onOpen: () => void; onDown: () => void; onNews: () => void };

/** Waits, unless it is cut short. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});
}

/** Follows a subscription for as long as it makes sense: what was missed in between is told then. */
async function keepFollowing(source: Source, signal: AbortSignal, { onOpen, onDown, onNews }: Listener) {
	let after: string | undefined;
	let failures = 0;
	while (!signal.aborted) {
		const since = Date.now();
		try {
			await follow(source, after, {
				signal,
				onEvent: (id, isNews) => {
					after = id;
					onOpen();
					if (isNews) onNews();
				},
			});
		} catch (error) {
			if (signal.aborted) return;
			onDown();
			// One that ends as soon as it is opened is not a new beginning.
			if (Date.now() - since > 30_000) failures = 0;
			if (error instanceof ApiError && error.reason === "STREAM_CURSOR_GONE") {
				after = undefined;
				onNews(); // everything is read anew
			}
			const pause = pauseAfter(error, failures++);
			if (pause === null) return;
			await sleep(pause, signal);
		}
	}
}

type Subscription<Variables> = {
	document: TypedDocumentString<unknown, Variables>;
	variables: Omit<Variables, "after">;
};

/**
 * Follows what happens, and has the topics asked for again when something did. Only
 * a page that is looked at holds connections: browsers open six to a server at most.
 */
export function useLive<Variables>(subscriptions: Subscription<Variables>[], topics: Topic[]): Liveness {
	const client = useQueryClient();
	const { actAs } = useHat();
	const [liveness, setLiveness] = useState<Liveness>("connecting");
	const named = JSON.stringify([subscriptions, topics, actAs]);
	useEffect(() => {
		let stop: AbortController | null = null;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const refresh = () => {
			// Several events within a moment are one change.
			timer ??= setTimeout(() => {
				timer = undefined;
				for (const topic of topics) void client.invalidateQueries({ queryKey: [topic, actAs] });
			}, 300);
		};
		const open = (isBack: boolean) => {
			if (stop || document.hidden) return;
			stop = new AbortController();
			const { signal } = stop;
			if (isBack) refresh(); // what has happened while nobody looked
			const up = new Set<number>();
			for (const [index, { document, variables }] of subscriptions.entries()) {
				const source = { document, variables, actAs } as unknown as Source;
				void keepFollowing(source, signal, {
					onOpen: () => {
						up.add(index);
						if (up.size === subscriptions.length) setLiveness("live");
					},
					onDown: () => {
						up.delete(index);
						setLiveness("off");
					},
					onNews: refresh,
				});
			}
		};
		const close = () => {
			stop?.abort();
			stop = null;
		};
		const onVisibility = () => (document.hidden ? close() : open(true));
		open(false);
		document.addEventListener("visibilitychange", onVisibility);
		return () => {
			document.removeEventListener("visibilitychange", onVisibility);
			clearTimeout(timer);
			close();
			setLiveness("connecting");
		};
		// oxlint-disable-next-line react-hooks/exhaustive-deps -- what is followed is named by its text
	}, [client, named]);
	return liveness;
}
