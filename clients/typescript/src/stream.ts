import { ApiError } from "./errors.js";
import * as transport from "./transport.js";
import type { Answer, Document, Options } from "./transport.js";

/** What a subscription has told. */
export type Event<Data> = {
	/** Where to go on from. */
	id: string;
	data: Data;
};

type Following = { signal?: AbortSignal; after?: string; token?: string };

/** Errors after which it makes sense to come back by oneself. */
const passing = new Set(["OFFLINE", "UNAVAILABLE", "RATE_LIMITED", "INTERNAL"]);

function comesBack(error: ApiError): boolean {
	return passing.has(error.code) || error.reason === "STREAM_TOO_SLOW" || error.reason === "STREAM_STOPPING";
}

/** Follows a subscription until its signal is given or the server says that it is over. */
export async function* follow<Data>(options: Options, document: Document<unknown, never>, variables: object, following: Following): AsyncGenerator<Event<Data>, void, undefined> {
	const sleep = options.sleep ?? transport.sleep;
	const { signal } = following;
	let after = following.after;
	let byText = options.documents === "text";
	for (let failures = 0; !signal?.aborted; ) {
		try {
			for await (const event of connected<Data>(options, document, { ...variables, after }, { ...following, byText })) {
				failures = 0;
				after = event.id || after;
				if (event.data !== undefined) yield { id: event.id, data: event.data };
			}
			return; // the server has said that it is over
		} catch (error) {
			if (signal?.aborted) return;
			if (!(error instanceof ApiError)) throw error;
			if (error.reason === "DOCUMENT_UNKNOWN" && !byText) {
				byText = true;
				continue;
			}
			if (!comesBack(error)) throw error;
			await sleep(transport.pause(failures++, error.retryAfterMs), signal);
		}
	}
}

type Heard<Data> = { id: string; data?: Data };

/** One connection. It throws when it is cut: only a server that says complete has ended it. */
async function* connected<Data>(
	options: Options,
	document: Document<unknown, never>,
	variables: object,
	{ signal, token, byText }: Following & { byText: boolean },
): AsyncGenerator<Heard<Data>, void, undefined> {
	const headers = await transport.headersOf(options, "text/event-stream", token);
	headers["Content-Type"] = "application/json";
	const body = JSON.stringify(transport.bodyOf(document, variables, byText));
	const response = await transport.fetched(options, options.url, { method: "POST", headers, body, cache: "no-store", ...(signal && { signal }) });
	if (!response.body || !response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
		const answer = await transport.read<Data>(response, signal);
		throw transport.errorOf(answer, response) ?? new ApiError("No stream was opened.", { code: "UNAVAILABLE" }, { status: response.status });
	}
	for await (const event of eventsOf(response.body)) {
		if (event.name === "complete") return;
		if (event.name !== "next") {
			yield { id: event.id };
			continue;
		}
		const answer = JSON.parse(event.data) as Answer<Data>;
		const error = transport.errorOf(answer, response);
		if (error) throw error;
		yield { id: event.id, ...(answer.data && { data: answer.data }) };
	}
	throw new ApiError("The stream was cut.", { code: "OFFLINE" });
}

/** An event as the wire has it. */
export type Wire = { name: string; id: string; data: string };

/** Reads server-sent events. Comments, the signs of life, are left out. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Wire, void, undefined> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (;;) {
			let piece: { done: boolean; value?: Uint8Array };
			try {
				piece = await reader.read();
			} catch (cause) {
				throw new ApiError("The stream was cut.", { code: "OFFLINE" }, { cause });
			}
			if (piece.done) return;
			// A line may end in two characters that come in two pieces.
			rest = (rest + decoder.decode(piece.value, { stream: true })).replace(/\r\n/g, "\n");
			const blocks = rest.split("\n\n");
			rest = blocks.pop() ?? "";
			for (const block of blocks) {
				const event = eventOf(block);
				if (event.name || event.id || event.data) yield event;
			}
		}
	} finally {
		void reader.cancel().catch(() => undefined);
	}
}

function eventOf(block: string): Wire {
	const event: Wire = { name: "", id: "", data: "" };
	for (const line of block.split("\n")) {
		const colon = line.indexOf(":");
		const field = colon < 0 ? line : line.slice(0, colon);
		const text = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
		if (field === "event") event.name = text;
		else if (field === "id") event.id = text;
		else if (field === "data") event.data += event.data ? `\n${text}` : text;
	}
	return event;
}
