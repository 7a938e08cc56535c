import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
import { type AnswerError, ApiError, type Extensions } from "./errors.js";

/** Where a client asks, and as whom. */
export type Options = {
	/** The address of the API, such as https://market.example/graphql. */
	url: string;
	/** The token of a session or an API key, or what gives it; without one a stranger asks, or the cookie of the page counts. */
	token?: string | (() => string | undefined | Promise<string | undefined>);
	/** The hat: the id of a seller, or "operator"; without it a person acts for themselves. */
	actAs?: string;
	/** What your program is called, in the figures of who runs the server: at most 60 letters, digits, spaces and "-_./", nothing about a person. */
	name?: string;
	/** More headers for every request. */
	headers?: Record<string, string>;
	/** A fetch of your own, such as one that traces. */
	fetch?: typeof fetch;
	/** Whether cookies go along: "same-origin" in pages of the marketplace itself. "omit" when it is left out. */
	credentials?: RequestCredentials;
	/** How documents are named: by their hashes, and by their text when a server does not know one ("auto"), or by text alone. */
	documents?: "auto" | "text";
	/** How often a request is sent again that was not answered, or came too soon. 2 when it is left out. */
	retries?: number;
	/** Shows the second factor, and returns the token of the session that follows, true when the cookie has it, or false. */
	stepUp?: (error: ApiError) => Promise<string | boolean>;
	/** Waits; only tests replace it. */
	sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** What an operation has cost, and what is left. */
export type Cost = {
	requested: number;
	actual: number;
	bucket?: { maximum: number; available: number; restoresPerSecond: number };
};

/** An answer as GraphQL has it. */
export type Answer<Data> = { data?: Data | null; errors?: AnswerError[]; extensions?: { requestId?: string; cost?: Cost } };

/** A document of GraphQL with the types of its answer and of its variables, as the client preset of GraphQL Code Generator makes them. */
export type Document<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string; __meta__?: Record<string, unknown> | undefined };

/** The hash of a ready document; undefined when it has none. */
export function documentId(document: Document<unknown, never>): string | undefined {
	return document.__meta__?.["hash"] as string | undefined;
}

/** The body of a request. */
export function bodyOf(document: Document<unknown, never>, variables: unknown, byText: boolean): { documentId?: string; query?: string; variables: unknown } {
	const id = byText ? undefined : documentId(document);
	return id ? { documentId: id, variables } : { query: document.toString(), variables };
}

/** The headers of a request. */
export async function headersOf(options: Options, accept: string, token?: string): Promise<Record<string, string>> {
	const headers: Record<string, string> = { ...options.headers, Accept: accept };
	const bearer = token ?? (typeof options.token === "function" ? await options.token() : options.token);
	if (bearer) headers["Authorization"] = `Bearer ${bearer}`;
	if (options.actAs) headers["Etal-Act-As"] = options.actAs;
	if (options.name) headers["Etal-Client-Name"] = options.name;
	return headers;
}

/** Sends a request, and throws OFFLINE when nothing comes back. */
export async function fetched(options: Options, url: string, init: RequestInit): Promise<Response> {
	try {
		return await (options.fetch ?? fetch)(url, { credentials: options.credentials ?? "omit", ...init });
	} catch (cause) {
		if (init.signal?.aborted) throw cause;
		throw new ApiError("The server cannot be reached.", { code: "OFFLINE" }, { cause });
	}
}

/** The error of an answer; undefined when it has none. */
export function errorOf(answer: Answer<unknown>, response: { status: number; headers: Headers }): ApiError | undefined {
	const first = answer.errors?.[0];
	if (!first) return undefined;
	const about: Extensions = { requestId: response.headers.get("X-Request-Id") ?? answer.extensions?.requestId ?? "", ...first.extensions };
	return new ApiError(first.message, about, { status: response.status, all: answer.errors ?? [] });
}

/** Reads the answer out of a response, and throws when it is none. */
export async function read<Data>(response: Response, signal?: AbortSignal | null): Promise<Answer<Data>> {
	try {
		return (await response.json()) as Answer<Data>;
	} catch (cause) {
		if (signal?.aborted) throw cause;
		const code = response.status === 503 || response.status === 502 || response.status === 504 ? "UNAVAILABLE" : "INTERNAL";
		const requestId = response.headers.get("X-Request-Id") ?? "";
		throw new ApiError(`The server answered with status ${response.status}.`, { code, requestId }, { status: response.status, cause });
	}
}

/** Waits, unless it is cut short. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, ms);
		function done() {
			clearTimeout(timer);
			signal?.removeEventListener("abort", done);
			resolve();
		}
		signal?.addEventListener("abort", done);
		if (signal?.aborted) done();
	});
}

/** How long to wait before the next try, in milliseconds: half of it at random, so that not everybody comes back at once. */
export function pause(failures: number, told = 0): number {
	const step = Math.min(60_000, 500 * 2 ** Math.min(failures, 7));
	return Math.max(step / 2 + Math.random() * (step / 2), told);
}
