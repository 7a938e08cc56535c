import { ApiError, type UserError, UserErrors } from "./errors.js";
import { type Event, follow } from "./stream.js";
import * as transport from "./transport.js";
import type { Answer, Cost, Document, Options } from "./transport.js";

/** How one request differs from the others. */
export type RequestOptions = {
	signal?: AbortSignal;
	/** Asks by GET, so that caches in between may answer. For documents of the public catalogue. */
	cached?: boolean;
};

/** What came of a request. Nothing is thrown but what is neither answer nor silence, such as an abort. */
export type Outcome<Data> =
	| { kind: "data"; ok: true; data: Data; cost?: Cost }
	| { kind: "userErrors"; ok: false; userErrors: UserError[]; data: Data; cost?: Cost }
	| { kind: "error"; ok: false; error: ApiError };

/** A page of a list. */
export type Page<Node> = { nodes: readonly Node[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };

/** The variables of a subscription or a list without the position, which the client gives. */
type Given<Variables> = Omit<Variables, "after">;

/** A key that makes a mutation safe to send twice. Make one for each thing that is wanted, and keep it until it is answered. */
export function idempotencyKey(): string {
	return crypto.randomUUID();
}

/** Sends the documents of an Étal marketplace. Make one for each hat; they share nothing but what you give them. */
export class Client {
	readonly options: Readonly<Options>;
	#fresh: string | undefined; // the token after a factor was shown
	#asking: Promise<string | boolean> | undefined; // one question for the factor at a time

	constructor(options: Options) {
		this.options = options;
	}

	/** The same client with other options, such as another hat. */
	with(options: Partial<Options>): Client {
		return new Client({ ...this.options, ...options });
	}

	/** Sends an operation and says what came of it. */
	async send<Data, Variables>(document: Document<Data, Variables>, variables: Variables, options: RequestOptions = {}): Promise<Outcome<Data>> {
		try {
			const answer = await this.#answered<Data>(document as Document<unknown, never>, variables, options);
			const cost = answer.extensions?.cost;
			const data = answer.data as Data;
			const userErrors = userErrorsOf(data);
			return userErrors.length > 0 ? { kind: "userErrors", ok: false, userErrors, data, ...(cost && { cost }) } : { kind: "data", ok: true, data, ...(cost && { cost }) };
		} catch (error) {
			if (error instanceof ApiError) return { kind: "error", ok: false, error };
			throw error;
		}
	}

	/** Sends an operation and returns its data. Throws ApiError, and UserErrors when a mutation was refused. */
	async request<Data, Variables>(document: Document<Data, Variables>, variables: Variables, options: RequestOptions = {}): Promise<Data> {
		const outcome = await this.send(document, variables, options);
		if (outcome.kind === "error") throw outcome.error;
		if (outcome.kind === "userErrors") throw new UserErrors(outcome.userErrors);
		return outcome.data;
	}

	/** All items of a list, read page by page as they are asked for. */
	async *items<Data, Variables extends { after?: string | null | undefined }, Node>(
		document: Document<Data, Variables>,
		variables: Given<Variables>,
		list: (data: Data) => Page<Node> | null | undefined,
		options: RequestOptions = {},
	): AsyncGenerator<Node, void, undefined> {
		let after: string | undefined;
		for (;;) {
			const page = list(await this.request(document, { ...variables, after } as unknown as Variables, options));
			if (!page) return;
			yield* page.nodes;
			if (!page.pageInfo.hasNextPage || !page.pageInfo.endCursor) return;
			after = page.pageInfo.endCursor;
		}
	}

	/** Follows a subscription by an event stream. A connection that is cut is made again, and goes on after the last event. */
	subscribe<Data, Variables>(
		document: Document<Data, Variables>,
		variables: Given<Variables>,
		options: { signal?: AbortSignal; after?: string } = {},
	): AsyncGenerator<Event<Data>, void, undefined> {
		return follow<Data>(this.options, document as Document<unknown, never>, variables, { ...options, ...(this.#fresh && { token: this.#fresh }) });
	}

	async #answered<Data>(document: Document<unknown, never>, variables: unknown, options: RequestOptions): Promise<Answer<Data>> {
		const { sleep = transport.sleep, retries = 2 } = this.options;
		let byText = this.options.documents === "text";
		let stepped = false;
		for (let failures = 0; ; ) {
			try {
				return await this.#once<Data>(document, variables, options, byText);
			} catch (error) {
				if (!(error instanceof ApiError) || options.signal?.aborted) throw error;
				if (error.reason === "DOCUMENT_UNKNOWN" && !byText) {
					byText = true; // an older server, or a newer one
				} else if (error.code === "STEP_UP_REQUIRED" && this.options.stepUp && !stepped) {
					stepped = true;
					if (!(await this.#shown(error))) throw error;
				} else if (failures < retries && mayComeAgain(error, document, variables)) {
					await sleep(transport.pause(failures++, error.retryAfterMs), options.signal);
				} else {
					throw error;
				}
			}
		}
	}

	/** Has the factor shown, once for all requests that wait for it. */
	async #shown(error: ApiError): Promise<boolean> {
		this.#asking ??= this.options.stepUp?.(error).finally(() => {
			this.#asking = undefined;
		});
		const shown = await this.#asking;
		if (typeof shown === "string") this.#fresh = shown;
		return Boolean(shown);
	}

	async #once<Data>(document: Document<unknown, never>, variables: unknown, options: RequestOptions, byText: boolean): Promise<Answer<Data>> {
		const headers = await transport.headersOf(this.options, "application/graphql-response+json, application/json", this.#fresh);
		const body = transport.bodyOf(document, variables, byText);
		const init: RequestInit = { headers, ...(options.signal && { signal: options.signal }) };
		let url = this.options.url;
		if (options.cached && body.documentId) {
			url += `?${new URLSearchParams({ documentId: body.documentId, variables: JSON.stringify(variables) })}`;
		} else {
			headers["Content-Type"] = "application/json";
			Object.assign(init, { method: "POST", body: JSON.stringify(body) });
		}
		const response = await transport.fetched(this.options, url, init);
		const answer = await transport.read<Data>(response, options.signal);
		const error = transport.errorOf(answer, response);
		if (error) throw error;
		if (!answer.data) throw new ApiError("The answer holds no data.", {}, { status: response.status });
		return answer;
	}
}

/** The errors that the payloads of a mutation tell. */
function userErrorsOf(data: unknown): UserError[] {
	if (typeof data !== "object" || data === null) return [];
	return Object.values(data).flatMap((payload: unknown) => {
		const errors = typeof payload === "object" && payload !== null && "userErrors" in payload ? payload.userErrors : [];
		return Array.isArray(errors) ? (errors as UserError[]) : [];
	});
}

/** Whether a request may be sent again: what changes something only when it was not carried out, or has a key. */
function mayComeAgain(error: ApiError, document: Document<unknown, never>, variables: unknown): boolean {
	if (error.code === "RATE_LIMITED") return error.retryAfterMs !== undefined && error.retryAfterMs <= 60_000;
	if (error.code !== "OFFLINE" && error.code !== "UNAVAILABLE") return false;
	if (!/^\s*mutation\b/m.test(document.toString())) return true;
	const input = (variables as { input?: { idempotencyKey?: unknown } } | null)?.input;
	return typeof input?.idempotencyKey === "string";
}
