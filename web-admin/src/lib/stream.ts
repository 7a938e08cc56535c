import type { TypedDocumentString } from "@/gql/graphql";
import { ApiError, documentId } from "./api";

/** An event of a stream, as the wire has it. */
type StreamEvent = { name: string; id: string; data: string };

/** Reads server-sent events out of a response. Comments, the signs of life, are left out. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
			rest = blocks.pop() ?? "";
			for (const block of blocks) {
				const event: StreamEvent = { name: "", id: "", data: "" };
				for (const line of block.split(/\r?\n/)) {
					const [field, ...words] = line.split(":");
					const text = words.join(":").replace(/^ /, "");
					if (field === "event") event.name = text;
					else if (field === "id") event.id = text;
					else if (field === "data") event.data += event.data ? `\n${text}` : text;
				}
				if (event.name || event.id || event.data) yield event;
			}
		}
	} finally {
		void reader.cancel().catch(() => undefined);
	}
}

type Message = { errors?: { message: string; extensions?: ConstructorParameters<typeof ApiError>[1] }[] };

function errorOf({ errors }: Message): ApiError | null {
	const first = errors?.[0];
	return first ? new ApiError(first.message, first.extensions ?? {}) : null;
}

/** What is followed: a subscription that takes after. */
export type Source = {
	document: TypedDocumentString<unknown, never>;
	variables: Record<string, unknown>;
	actAs: string | null;
};

type Hearing = {
	/** The id to go on from, and whether it stands for something that has happened. */
	onEvent: (id: string, isNews: boolean) => void;
	signal: AbortSignal;
};

/**
 * Follows a subscription until it ends, and throws why it did: an ApiError that the
 * server gave, or OFFLINE when the connection was cut.
 */
export async function follow(source: Source, after: string | undefined, { onEvent, signal }: Hearing) {
	const headers: Record<string, string> = {
		"Content-Type": "application/json",
		"Etal-Client-Name": "web-admin",
		Accept: "text/event-stream",
	};
	if (source.actAs) headers["Etal-Act-As"] = source.actAs;
	const variables = { ...source.variables, after };
	const response = await fetch("/graphql", {
		method: "POST",
		headers,
		body: JSON.stringify({ documentId: documentId(source.document), variables }),
		credentials: "same-origin",
		cache: "no-store",
		signal,
	});
	if (!response.body || !response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
		const message = (await response.json().catch(() => ({}))) as Message;
		throw errorOf(message) ?? new ApiError("No stream was opened.", { code: "UNAVAILABLE" });
	}
	for await (const event of eventsOf(response.body)) {
		if (event.name === "complete") break;
		if (event.name === "next") {
			const error = errorOf(JSON.parse(event.data) as Message);
			if (error) throw error;
		}
		if (event.id) onEvent(event.id, event.name === "next");
	}
	throw new ApiError("The stream has ended.", { code: "OFFLINE" });
}
