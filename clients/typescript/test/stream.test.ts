import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { BuyerOrderUpdatedDocument } from "../src/gql/graphql.js";
import { Client } from "../src/index.js";
import { eventsOf } from "../src/stream.js";
import { json, refusal, serve } from "./server.js";

const sleep = async () => undefined;
const told = (id: string) => `event: next\nid: ${id}\ndata: ${JSON.stringify({ data: { orderUpdated: { eventId: id, event: "order.paid" } } })}\n\n`;
const complete = "event: complete\ndata: \n\n";

function open(response: ServerResponse, ...pieces: string[]) {
	response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
	for (const piece of pieces) response.write(piece);
}

/** Closes a connection after what was written, without a last word. */
function cut(response: ServerResponse) {
	response.socket?.end();
}

async function read(client: Client, options: { after?: string; signal?: AbortSignal } = {}, count = Number.POSITIVE_INFINITY) {
	const ids = [];
	for await (const event of client.subscribe(BuyerOrderUpdatedDocument, { id: "ord_1" }, options)) {
		ids.push(event.id);
		if (ids.length === count) break;
	}
	return ids;
}

test("what was cut goes on after the last event, also one that told nothing", async () => {
	const { url, seen } = await serve((_, response, n) => {
		if (n === 1) {
			open(response, ":\n\n", "id: s0\n\n", told("e1"), told("e2"));
			cut(response);
		} else if (n === 2) {
			open(response, "id: s1\n\n");
			cut(response);
		} else {
			open(response, told("e3"), complete);
			response.end();
		}
	});
	const client = new Client({ url, sleep, token: "t", actAs: "sel_1", name: "till" });
	const ids = await read(client);
	expect(ids).toEqual(["e1", "e2", "e3"]);
	expect(seen.map((s) => s.body.variables?.["after"])).toEqual([undefined, "e2", "s1"]);
	expect(seen[0]?.headers).toMatchObject({ accept: "text/event-stream", authorization: "Bearer t", "etal-act-as": "sel_1", "etal-client-name": "till" });
});

test("it begins after the event that it is given", async () => {
	const { url, seen } = await serve((_, response) => {
		open(response, complete);
		response.end();
	});
	expect(await read(new Client({ url }), { after: "e9" })).toEqual([]);
	expect(seen[0]?.body.variables).toEqual({ id: "ord_1", after: "e9" });
});

test("a reader that is too slow comes back, one whose session has ended does not", async () => {
	const { url, seen } = await serve((_, response, n) => {
		const reason = n === 1 ? refusal("CONFLICT", { reason: "STREAM_TOO_SLOW" }) : refusal("UNAUTHENTICATED", { reason: "SESSION_INVALID" });
		open(response, told(`e${n}`), `event: next\ndata: ${JSON.stringify(reason)}\n\n`, complete);
		response.end();
	});
	const ids: string[] = [];
	const reading = async () => {
		for await (const event of new Client({ url, sleep }).subscribe(BuyerOrderUpdatedDocument, { id: "ord_1" })) ids.push(event.id);
	};
	await expect(reading()).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "SESSION_INVALID" });
	expect(ids).toEqual(["e1", "e2"]);
	expect(seen[1]?.body.variables?.["after"]).toBe("e1");
});

test("what is refused before it begins is an error", async () => {
	const { url } = await serve((_, response) => json(response, refusal("NOT_FOUND"), 200));
	await expect(read(new Client({ url, sleep }))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("whoever stops listening closes the connection", async () => {
	let closed: () => void;
	const gone = new Promise<void>((resolve) => {
		closed = resolve;
	});
	const { url } = await serve((_, response) => {
		response.on("close", () => closed());
		open(response, told("e1"));
	});
	expect(await read(new Client({ url }), {}, 1)).toEqual(["e1"]);
	await gone;
	const stop = new AbortController();
	const reading = read(new Client({ url, sleep }), { signal: stop.signal });
	stop.abort();
	expect(await reading).toEqual([]);
});

test("events are read however they are cut into pieces", async () => {
	const text = `: alive\r\n\r\nevent: next\r\nid: 1\r\ndata: {"a":\r\ndata: "é"}\r\n\r\nid:2\n\n`;
	const bytes = new TextEncoder().encode(text);
	for (let size = 1; size <= bytes.length; size++) {
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
				controller.close();
			},
		});
		const events = [];
		for await (const event of eventsOf(body)) events.push(event);
		expect(events).toEqual([
			{ name: "next", id: "1", data: '{"a":\n"é"}' },
			{ name: "", id: "2", data: "" },
		]);
	}
});
