import { expect, test } from "vitest";
import { ApiError, Client, documentId, idempotencyKey, UserErrors } from "../src/index.js";
import { BuyerCartDocument, BuyerCartLineAddDocument, BuyerCatalogueDocument, BuyerCheckoutCompleteDocument } from "../src/gql/graphql.js";
import manifest from "../src/gql/persisted-documents.json" with { type: "json" };
import { json, refusal, serve } from "./server.js";

const noWait = async () => undefined;
const line = { input: { cartId: "crt_1", offerId: "off_1", quantity: 2 } };
const order = (key: string) => ({ input: { cartId: "crt_1", idempotencyKey: key, shippingAddress: { name: "A", line1: "B", city: "C", country: "DE" } } });
const added = { data: { cartLineAdd: { cart: { id: "crt_1" }, userErrors: [] } } };

test("a document is named by its hash, with token and hat in the headers", async () => {
	const { url, seen } = await serve((_, response) => json(response, { data: { cart: { id: "crt_1" } }, extensions: { cost: { requested: 9, actual: 1 } } }));
	const client = new Client({ url, token: async () => "etal_ses_x", headers: { "X-Trace": "1" }, name: "till" }).with({ actAs: "sel_1" });
	const outcome = await client.send(BuyerCartDocument, { id: "crt_1" });
	expect(outcome).toEqual({ kind: "data", ok: true, data: { cart: { id: "crt_1" } }, cost: { requested: 9, actual: 1 } });
	expect(seen[0]?.body).toEqual({ documentId: documentId(BuyerCartDocument), variables: { id: "crt_1" } });
	expect(seen[0]?.headers).toMatchObject({ authorization: "Bearer etal_ses_x", "etal-act-as": "sel_1", "etal-client-name": "till", "x-trace": "1" });
	expect(Object.keys(manifest)).toContain(documentId(BuyerCartDocument));
});

test("a server that does not know a document is sent its text", async () => {
	const { url, seen } = await serve((s, response) => json(response, s.body.query ? { data: { cart: null } } : refusal("BAD_USER_INPUT", { reason: "DOCUMENT_UNKNOWN" }), s.body.query ? 200 : 400));
	await new Client({ url }).request(BuyerCartDocument, { id: "crt_1" });
	expect(seen[1]?.body.query).toContain("query BuyerCart(");
	expect(seen[1]?.body.documentId).toBeUndefined();
});

test("what a person can correct is told apart from what was refused", async () => {
	const userErrors = [{ code: "OUT_OF_RANGE", field: ["input", "quantity"], message: "Too many." }];
	const { url } = await serve((_, response, n) => json(response, n < 3 ? { data: { cartLineAdd: { cart: null, userErrors } } } : refusal("FORBIDDEN", { permission: "CART_EDIT" }), 200, { "X-Request-Id": "req_1" }));
	const client = new Client({ url });
	expect(await client.send(BuyerCartLineAddDocument, line)).toMatchObject({ kind: "userErrors", ok: false, userErrors });
	const thrown = await client.request(BuyerCartLineAddDocument, line).catch((e: unknown) => e);
	expect(thrown).toBeInstanceOf(UserErrors);
	expect((thrown as UserErrors).of("quantity")).toHaveLength(1);
	expect((thrown as UserErrors).of("offerId")).toHaveLength(0);
	const refused = await client.send(BuyerCartLineAddDocument, line);
	expect(refused).toMatchObject({ kind: "error", error: { code: "FORBIDDEN", permission: "CART_EDIT", requestId: "req_1", status: 200 } });
});

test("an answer that is none, and no answer, are errors with a code", async () => {
	const { url } = await serve((_, response) => {
		response.writeHead(502, { "Content-Type": "text/html" });
		response.end("<h1>Bad gateway");
	});
	const outcome = await new Client({ url, retries: 0 }).send(BuyerCartDocument, { id: "x" });
	expect(outcome).toMatchObject({ kind: "error", error: { code: "UNAVAILABLE", status: 502 } });
	const silent = new Client({ url: "http://127.0.0.1:9/graphql", retries: 0 });
	await expect(silent.request(BuyerCartDocument, { id: "x" })).rejects.toMatchObject({ code: "OFFLINE", status: 0 });
});

test("a query comes again, a mutation only with its key, and each waits as long as it is told", async () => {
	const waits: number[] = [];
	const sleep = async (ms: number) => void waits.push(ms);
	const failing = await serve((_, response, n) => (n % 2 === 1 ? json(response, refusal("UNAVAILABLE"), 503) : json(response, { data: { cart: null, checkoutComplete: { order: null, userErrors: [] } } })));
	const client = new Client({ url: failing.url, sleep });
	await client.request(BuyerCartDocument, { id: "x" });
	expect(failing.seen).toHaveLength(2);
	const key = idempotencyKey();
	await client.request(BuyerCheckoutCompleteDocument, order(key));
	expect(failing.seen.slice(2).map((s) => (s.body.variables?.["input"] as { idempotencyKey: string }).idempotencyKey)).toEqual([key, key]);
	await expect(client.request(BuyerCartLineAddDocument, line)).rejects.toMatchObject({ code: "UNAVAILABLE" });
	expect(failing.seen).toHaveLength(5);
	const busy = await serve((_, response, n) => (n === 1 ? json(response, refusal("RATE_LIMITED", { retryAfterMs: 4000 }), 429) : json(response, added)));
	waits.length = 0;
	await new Client({ url: busy.url, sleep }).request(BuyerCartLineAddDocument, line);
	expect(waits).toEqual([4000]);
});

test("it gives up after as many tries as it was told", async () => {
	const { url, seen } = await serve((_, response) => json(response, refusal("UNAVAILABLE"), 503));
	await expect(new Client({ url, retries: 3, sleep: noWait }).request(BuyerCartDocument, { id: "x" })).rejects.toBeInstanceOf(ApiError);
	expect(seen).toHaveLength(4);
});

test("one question for the second factor answers all requests that wait for it", async () => {
	const { url, seen } = await serve((s, response) => json(response, s.headers.authorization === "Bearer fresh" ? added : refusal("STEP_UP_REQUIRED", { methods: ["TOTP"], maxAgeSeconds: 600 })));
	let asked = 0;
	const client = new Client({
		url,
		token: "stale",
		stepUp: async (error) => {
			expect(error.methods).toEqual(["TOTP"]);
			asked++;
			await new Promise((resolve) => setTimeout(resolve, 50));
			return "fresh";
		},
	});
	await Promise.all([1, 2, 3].map(() => client.request(BuyerCartLineAddDocument, line)));
	expect(asked).toBe(1);
	expect(seen).toHaveLength(6);
	await client.request(BuyerCartLineAddDocument, line);
	expect(seen).toHaveLength(7); // the new token goes on being used
	const refusing = new Client({ url, token: "stale", stepUp: async () => false });
	await expect(refusing.request(BuyerCartLineAddDocument, line)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("a list is read to its end, page by page and no further than asked", async () => {
	const { url, seen } = await serve((s, response) => {
		const at = Number(s.body.variables?.["after"] ?? 0);
		json(response, { data: { products: { nodes: [{ id: at }, { id: at + 1 }], pageInfo: { hasNextPage: at < 4, endCursor: String(at + 2) } } } });
	});
	const list = () => new Client({ url }).items(BuyerCatalogueDocument, { first: 2 }, (data) => data.products);
	const ids = [];
	for await (const { id } of list()) ids.push(id);
	expect(ids).toEqual([0, 1, 2, 3, 4, 5]);
	expect(seen).toHaveLength(3);
	for await (const { id } of list()) if (id) break;
	expect(seen).toHaveLength(4);
});

test("the public catalogue is asked for by GET", async () => {
	const { url, seen } = await serve((_, response) => json(response, { data: { products: null } }));
	await new Client({ url }).request(BuyerCatalogueDocument, { first: 2 }, { cached: true });
	expect(seen[0]?.method).toBe("GET");
	expect(seen[0]?.url.searchParams.get("documentId")).toBe(documentId(BuyerCatalogueDocument));
	expect(JSON.parse(seen[0]?.url.searchParams.get("variables") ?? "")).toEqual({ first: 2 });
});

test("an abort is thrown as it is", async () => {
	const { url } = await serve(() => undefined);
	const stop = new AbortController();
	const waiting = new Client({ url }).request(BuyerCartDocument, { id: "x" }, { signal: stop.signal });
	stop.abort();
	await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
});

test("a document of one's own is sent like a ready one", async () => {
	const { url, seen } = await serve((_, response) => json(response, { data: { viewer: null } }));
	// What the code generator of another package makes: a class of its own.
	class TypedDocumentString<Data, Variables> extends String {
		__apiType?: (variables: Variables) => Data;
		private value: string;
		constructor(
			value: string,
			public __meta__?: Record<string, unknown>,
		) {
			super(value);
			this.value = value;
		}
		override toString() {
			return this.value;
		}
	}
	const mine = new TypedDocumentString<{ viewer: { id: string } | null }, { id: string }>("query Mine { viewer { account { id } } }");
	const { viewer } = await new Client({ url }).request(mine, { id: "x" });
	expect(viewer).toBeNull();
	expect(seen[0]?.body.query).toBe("query Mine { viewer { account { id } } }");
});
