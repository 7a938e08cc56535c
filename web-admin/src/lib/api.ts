import { i18n } from "@lingui/core";
import type { Permission, TypedDocumentString, UserErrorPartsFragment } from "@/gql/graphql";
import { noteAnswer, noteSilence } from "./connection";

/** A correctable error of a mutation, as the API tells it. */
export type Fault = UserErrorPartsFragment;

/** What the API answered instead of data, or that nothing answered at all. */
export class ApiError extends Error {
	/** The closed list of codes of the API, and OFFLINE when no answer came. */
	readonly code: string;
	/** The finer code, such as SESSION_INVALID; empty when there is none. */
	readonly reason: string;
	/** What a person quotes when asking for help; empty without an answer. */
	readonly requestId: string;
	/** The permission that was missing, when the code is FORBIDDEN. */
	readonly permission?: Permission;
	/** How long to wait, in milliseconds, when the code is RATE_LIMITED. */
	readonly retryAfterMs?: number;

	constructor(message: string, detail: ErrorDetail) {
		super(message);
		this.name = "ApiError";
		this.code = detail.code ?? "INTERNAL";
		this.reason = detail.reason ?? "";
		this.requestId = detail.requestId ?? "";
		this.permission = detail.permission;
		this.retryAfterMs = detail.retryAfterMs;
	}
}

type ErrorDetail = {
	code?: string;
	reason?: string;
	requestId?: string;
	permission?: Permission;
	retryAfterMs?: number;
};

type Answer<T> = { data?: T | null; errors?: { message: string; extensions?: ErrorDetail }[] };

type Options = {
	/** The value of Etal-Act-As: a seller's id or "operator"; absent for the person themselves. */
	actAs?: string | null;
	/** A bearer token to use instead of the cookie of the session. */
	token?: string;
	signal?: AbortSignal;
};

/** The id of a document. The pages hold no text of documents: the server has it, by the same list. */
export function documentId<Data, Variables>(document: TypedDocumentString<Data, Variables>): string {
	// oxlint-disable-next-line no-underscore-dangle -- the code generator calls it so
	return document.__meta__?.hash as string;
}

/** Sends an operation and returns its data. Any error of the answer is thrown, as is a missing answer. */
export async function request<Data, Variables>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	options: Options = {},
): Promise<Data> {
	const headers: Record<string, string> = {
		"Content-Type": "application/json",
		"Etal-Client-Name": "web-admin",
		Accept: "application/graphql-response+json, application/json",
	};
	if (options.actAs) headers["Etal-Act-As"] = options.actAs;
	if (options.token) headers.Authorization = `Bearer ${options.token}`;
	const { answer, response } = await send<Data>(
		{ method: "POST", headers, body: JSON.stringify({ documentId: documentId(document), variables }) },
		options.signal,
	);
	const first = answer.errors?.[0];
	if (first) {
		throw new ApiError(await inWords(first.message, first.extensions), {
			requestId: response.headers.get("X-Request-Id") ?? "",
			...first.extensions,
		});
	}
	if (!answer.data) {
		throw new ApiError("The answer holds no data.", {
			requestId: response.headers.get("X-Request-Id") ?? "",
		});
	}
	await sayFaults(answer.data);
	return answer.data;
}

/** Errors that nobody reads: the pages ask for what is missing, or say so themselves. */
const unread = ["UNAUTHENTICATED", "STEP_UP_REQUIRED", "INTERNAL"];

/** What the server said, in the language of the pages. The texts are loaded when something is said that they are needed for. */
export async function inWords(message: string, detail: ErrorDetail = {}): Promise<string> {
	if (i18n.locale === "en" || unread.includes(detail.code ?? "INTERNAL")) return message;
	try {
		const texts = await import("./server-texts");
		return await texts.inWords(message);
	} catch {
		return message;
	}
}

/** Puts what mutations found wrong into the language of the pages. */
async function sayFaults(data: object) {
	for (const payload of Object.values(data) as ({ userErrors?: Fault[] } | null)[]) {
		for (const fault of payload?.userErrors ?? []) {
			// oxlint-disable-next-line no-await-in-loop -- the texts are loaded once, and most answers have no faults
			fault.message = await inWords(fault.message, { code: fault.code });
		}
	}
}

async function send<T>(init: RequestInit, signal?: AbortSignal) {
	let response: Response;
	try {
		response = await fetch("/graphql", { ...init, credentials: "same-origin", signal });
	} catch (cause) {
		if (signal?.aborted) throw cause;
		noteSilence();
		throw new ApiError("The server cannot be reached.", { code: "OFFLINE" });
	}
	noteAnswer(response.headers);
	try {
		return { answer: (await response.json()) as Answer<T>, response };
	} catch (cause) {
		if (signal?.aborted) throw cause;
		throw new ApiError(`The server answered with status ${response.status}.`, {
			code: response.status === 503 ? "UNAVAILABLE" : "INTERNAL",
			requestId: response.headers.get("X-Request-Id") ?? "",
		});
	}
}

/** Whether an error says that nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
	return error instanceof ApiError && error.code === "UNAUTHENTICATED";
}

/** Fetches a file of this server, under a hat or as the person themselves. */
export async function fetchFile(path: string, actAs: string | null = null): Promise<Blob> {
	let response: Response;
	try {
		response = await fetch(path, {
			credentials: "same-origin",
			headers: actAs ? { "Etal-Act-As": actAs } : {},
		});
	} catch {
		throw new ApiError("The server cannot be reached.", { code: "OFFLINE" });
	}
	if (response.ok) return await response.blob();
	throw await fileError(response);
}

/** Why the server did not give or take a file. */
export async function fileError(response: Response): Promise<ApiError> {
	const body = (await response.json().catch(() => null)) as {
		error?: ErrorDetail & { message?: string };
	} | null;
	const { message, ...detail } = body?.error ?? {};
	const text = await inWords(message ?? `The server answered with status ${response.status}.`, detail);
	return new ApiError(text, { requestId: response.headers.get("X-Request-Id") ?? "", ...detail });
}
