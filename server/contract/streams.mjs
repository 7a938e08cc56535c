// Follows an order by both reference clients: events come in order, whoever goes on from the last one misses none and sees
// none twice, and what is refused is refused in the way of each protocol.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient as createSSE } from "graphql-sse";
import { createClient as createWS } from "graphql-ws";
import WebSocket from "ws";

const { API_URL, TOKEN, ORDER_ID } = process.env;
const query = `subscription($id: ID!, $after: String) { orderUpdated(id: $id, after: $after) { eventId event order { id } } }`;
const socketURL = API_URL.replace(/^http/, "ws");
const authorization = `Bearer ${TOKEN}`;

const sse = () => createSSE({ url: API_URL, headers: { authorization }, retryAttempts: 0 });
const ws = (params = { authorization }) =>
  createWS({ url: socketURL, webSocketImpl: WebSocket, connectionParams: params, retryAttempts: 0, lazyCloseTimeout: 0 });

async function read(client, after, count) {
  const seen = [];
  for await (const result of client.iterate({ query, variables: { id: ORDER_ID, after } })) {
    assert.equal(result.errors, undefined);
    assert.equal(result.data.orderUpdated.order.id, ORDER_ID);
    seen.push(result.data.orderUpdated);
    if (seen.length === count) break;
  }
  return seen;
}

const number = (update) => Number(update.event.replace("tick.", ""));

for (const [name, make] of [["graphql-sse", sse], ["graphql-ws", ws]]) {
  test(`${name} goes on where it stopped`, { timeout: 60_000 }, async () => {
    const numbers = [];
    let last = null;
    for (let round = 0; round < 4; round++) {
      const client = make();
      const seen = await read(client, last, 5);
      last = seen.at(-1).eventId;
      numbers.push(...seen.map(number));
      await client.dispose();
    }
    assert.deepEqual(numbers, numbers.map((_, i) => numbers[0] + i));
  });

  test(`${name} asks a query`, { timeout: 60_000 }, async () => {
    const client = make();
    const results = [];
    for await (const result of client.iterate({ query: "{ viewer { account { name } } }" })) results.push(result);
    assert.equal(results.length, 1);
    assert.equal(results[0].data.viewer.account.name, "Alice");
    await client.dispose();
  });

  test(`${name} is told what does not exist`, { timeout: 60_000 }, async () => {
    const client = make();
    const results = [];
    for await (const result of client.iterate({ query, variables: { id: "ord_none" } })) results.push(result);
    assert.equal(results.length, 1);
    assert.equal(results[0].errors[0].extensions.code, "NOT_FOUND");
    await client.dispose();
  });
}

test("graphql-sse hears that a document is wrong", { timeout: 60_000 }, async () => {
  await assert.rejects(async () => {
    for await (const _ of sse().iterate({ query: "subscription { nothing }" }));
  }, (err) => err.response.status === 400);
});

test("graphql-ws hears that a document is wrong", { timeout: 60_000 }, async () => {
  const client = ws();
  await assert.rejects(async () => {
    for await (const _ of client.iterate({ query: "subscription { nothing }" }));
  }, (errors) => errors[0].extensions.code === "GRAPHQL_VALIDATION_FAILED");
  await client.dispose();
});

test("graphql-ws hears that a token is wrong", { timeout: 60_000 }, async () => {
  await assert.rejects(read(ws({ authorization: "Bearer nonsense" }), null, 1), (closed) => closed.code === 4403);
});

test("another subprotocol is refused", { timeout: 60_000 }, async () => {
  await new Promise((resolve, reject) => {
    const socket = new WebSocket(socketURL, "graphql-ws");
    socket.on("open", () => reject(new Error("it was opened")));
    socket.on("unexpected-response", (_, response) => {
      response.destroy();
      resolve(assert.equal(response.statusCode, 400));
    });
  });
});
