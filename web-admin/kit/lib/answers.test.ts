import { afterEach, describe, expect, test, vi } from "vitest";
import { AdminViewerDocument, LiveNotificationsDocument } from "@/gql/graphql";
import { ApiError, documentId, fetchFile, isSignedOut, request } from "@/lib/api";
import { FaultsError, faultsByField } from "@/lib/hat";
import { newQueryClient } from "@/lib/query";
import { answerStepUp, withStepUp } from "@/lib/step-up";
import { follow } from "@/lib/stream";

// What becomes of what a server answers, and of what no server answers. Only the network is replaced.

afterEach(() => vi.unstubAllGlobals());

/** Has the network answer so, and keeps what was asked. */
function answering(answer: () => Response | Promise<Response>) {
	const asked: { url: string; init: RequestInit }[] = [];
	vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
		asked.push({ url, init });
		return await answer();
	});
	return asked;
}

const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const viewer = () => request(AdminViewerDocument, {}, { actAs: "sel_1" });

describe("a question", () => {
	test("names its document and holds no text of it", async () => {
		const asked = answering(json({ data: { viewer: null } }));
		await expect(viewer()).resolves.toEqual({ viewer: null });
		const { url, init } = asked[0] ?? { url: "", init: {} };
		expect(url).toBe("/graphql");
		expect(JSON.parse(init.body as string)).toEqual({
			documentId: documentId(AdminViewerDocument),
			variables: {},
		});
		expect(documentId(AdminViewerDocument)).toMatch(/^[0-9a-f:]{64,}$|^sha256:/);
		expect(new Headers(init.headers).get("Etal-Act-As")).toBe("sel_1");
		expect(init.credentials).toBe("same-origin");
	});

	test("without a hat says nothing of one", async () => {
		const asked = answering(json({ data: { viewer: null } }));
		await request(AdminViewerDocument, {});
		expect(new Headers(asked[0]?.init.headers).has("Etal-Act-As")).toBe(false);
	});

	test.each([
		[
			"an error of the API",
			json({
				errors: [
					{ message: "No.", extensions: { code: "FORBIDDEN", permission: "ORDER_READ", requestId: "req_1" } },
				],
			}),
			{ code: "FORBIDDEN", permission: "ORDER_READ", requestId: "req_1" },
		],
		[
			"an error without a code",
			json({ errors: [{ message: "No." }] }, { headers: { "X-Request-Id": "req_2" } }),
			{ code: "INTERNAL", requestId: "req_2" },
		],
		["neither data nor an error", json({}), { code: "INTERNAL" }],
		["data of nothing", json({ data: null }), { code: "INTERNAL" }],
		[
			"a page instead of JSON",
			() => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "X-Request-Id": "req_3" } }),
			{ code: "INTERNAL", requestId: "req_3" },
		],
		["a server that is being updated", () => new Response("", { status: 503 }), { code: "UNAVAILABLE" }],
		["nothing", () => Promise.reject(new TypeError("Failed to fetch")), { code: "OFFLINE" }],
	])("answered by %s is an error that can be told", async (_what, answer, detail) => {
		answering(answer);
		const error = await viewer().then(
			() => null,
			(cause: unknown) => cause,
		);
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject(detail);
	});

	test("that was given up is no error of the server", async () => {
		const stop = new AbortController();
		stop.abort();
		answering(() => Promise.reject(new DOMException("Aborted", "AbortError")));
		await expect(request(AdminViewerDocument, {}, { signal: stop.signal })).rejects.not.toBeInstanceOf(
			ApiError,
		);
	});

	test("for a file tells what the server says of it", async () => {
		answering(() => new Response("a,b\n", { status: 200 }));
		await expect((await fetchFile("/files/1")).text()).resolves.toBe("a,b\n");
		answering(json({ error: { message: "It has expired.", code: "NOT_FOUND" } }, { status: 404 }));
		await expect(fetchFile("/files/1")).rejects.toMatchObject({
			code: "NOT_FOUND",
			message: "It has expired.",
		});
		answering(() => new Response("?", { status: 500 }));
		await expect(fetchFile("/files/1")).rejects.toMatchObject({ code: "INTERNAL" });
	});
});

describe("asking again", () => {
	const attempts = async (error: Error) => {
		const client = newQueryClient(() => {});
		let count = 0;
		await client
			.fetchQuery({
				queryKey: [crypto.randomUUID()],
				queryFn: () => {
					count += 1;
					throw error;
				},
				retry: client.getDefaultOptions().queries?.retry,
				retryDelay: 0,
			})
			.catch(() => undefined);
		return count;
	};

	test("helps when the server was away, and never more than twice", async () => {
		expect(await attempts(new ApiError("", { code: "UNAVAILABLE" }))).toBe(3);
		expect(await attempts(new Error("no"))).toBe(3);
	});

	test.each(["FORBIDDEN", "UNAUTHENTICATED", "NOT_FOUND", "RATE_LIMITED", "INTERNAL"])(
		"does not change %s",
		async (code) => {
			expect(await attempts(new ApiError("", { code }))).toBe(1);
		},
	);

	test("whoever is signed out is led to the form, by whatever they did", async () => {
		const onSignedOut = vi.fn();
		const client = newQueryClient(onSignedOut);
		const ended = new ApiError("", { code: "UNAUTHENTICATED" });
		expect(isSignedOut(ended)).toBe(true);
		await client.fetchQuery({ queryKey: ["x"], queryFn: () => Promise.reject(ended) }).catch(() => undefined);
		expect(onSignedOut).toHaveBeenCalledTimes(1);
		await client
			.getMutationCache()
			.build(client, { mutationFn: () => Promise.reject(ended) })
			.execute(undefined)
			.catch(() => undefined);
		expect(onSignedOut).toHaveBeenCalledTimes(2);
		await client
			.fetchQuery({ queryKey: ["y"], queryFn: () => Promise.reject(new ApiError("", { code: "FORBIDDEN" })) })
			.catch(() => undefined);
		expect(onSignedOut).toHaveBeenCalledTimes(2);
	});
});

describe("the second factor", () => {
	const missing = new ApiError("Show it.", { code: "STEP_UP_REQUIRED" });

	test("is asked for once by all that wait, and the deed is done again", async () => {
		let shown = false;
		const deed = vi.fn(async () => {
			if (!shown) throw missing;
			return "done";
		});
		const both = Promise.all([withStepUp(deed), withStepUp(deed)]);
		await vi.waitFor(() => expect(deed).toHaveBeenCalledTimes(2));
		shown = true;
		answerStepUp(true);
		await expect(both).resolves.toEqual(["done", "done"]);
		expect(deed).toHaveBeenCalledTimes(4);
	});

	test("that is not shown leaves the deed undone, with the error that it had", async () => {
		const deed = vi.fn(() => Promise.reject(missing));
		const attempt = withStepUp(deed);
		await vi.waitFor(() => expect(deed).toHaveBeenCalled());
		await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
		answerStepUp(false);
		await expect(attempt).rejects.toBe(missing);
		expect(deed).toHaveBeenCalledTimes(1);
	});

	test("has nothing to do with other errors", async () => {
		const other = new ApiError("No.", { code: "FORBIDDEN" });
		await expect(withStepUp(() => Promise.reject(other))).rejects.toBe(other);
	});
});

test("faults stand at the fields of the form, and those of no field above it", () => {
	const fault = (field: string[] | null, message: string) => ({ code: "INVALID" as never, field, message });
	const error = new FaultsError([
		fault(["input", "name"], "Too long."),
		fault(["input", "name"], "Not nice."),
		fault(["input", "rules", "3"], "Wrong."),
		fault(null, "Closed."),
	]);
	expect(faultsByField(error, ["name"])).toEqual({ name: "Too long. Not nice.", "": "Wrong. Closed." });
	expect(faultsByField(new Error("x"), ["name"])).toEqual({});
	expect(error.message).toContain("Too long.");
});

describe("a stream", () => {
	/** A stream that comes in pieces of some bytes, wherever those end. */
	function streaming(text: string, size: number) {
		const bytes = new TextEncoder().encode(text);
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
				controller.close();
			},
		});
		return answering(() => new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
	}
	const source = { document: LiveNotificationsDocument as never, variables: {}, actAs: "sel_1" };
	const { signal } = new AbortController();
	const hear = async (text: string, size: number) => {
		const heard: [string, boolean][] = [];
		streaming(text, size);
		const error = await follow(source, "0", {
			onEvent: (id, isNews) => void heard.push([id, isNews]),
			signal,
		}).then(
			() => null,
			(cause: unknown) => cause,
		);
		return { heard, error };
	};
	const events =
		': alive\n\nid: 1\nevent: next\ndata: {"data":{"x":"é"}}\n\nid: 2\n\nevent: next\r\nid: 3\r\ndata: {}\r\n\r\n';

	test.each([1, 2, 3, 7, 10_000])("in pieces of %i bytes is the same", async (size) => {
		const { heard, error } = await hear(events, size);
		expect(heard).toEqual([
			["1", true],
			["2", false],
			["3", true],
		]);
		expect(error).toMatchObject({ code: "OFFLINE" });
	});

	test("that is cut in the middle of an event has not told it", async () => {
		expect((await hear("id: 1\nevent: next\ndata: {", 4)).heard).toEqual([]);
	});

	test("that tells an error ends with it", async () => {
		const text = 'event: next\ndata: {"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}\n\n';
		expect((await hear(text, 5)).error).toMatchObject({ code: "FORBIDDEN" });
	});

	test("that ends as it should has heard nothing after", async () => {
		expect(
			(await hear(`${events}event: complete\n\nid: 9\nevent: next\ndata: {}\n\n`, 3)).heard,
		).toHaveLength(3);
	});

	test("that is none says why", async () => {
		answering(json({ errors: [{ message: "Sign in.", extensions: { code: "UNAUTHENTICATED" } }] }));
		await expect(follow(source, undefined, { onEvent: () => {}, signal })).rejects.toMatchObject({
			code: "UNAUTHENTICATED",
		});
		answering(() => new Response("<h1>502</h1>", { status: 502 }));
		await expect(follow(source, undefined, { onEvent: () => {}, signal })).rejects.toMatchObject({
			code: "UNAVAILABLE",
		});
	});
});
