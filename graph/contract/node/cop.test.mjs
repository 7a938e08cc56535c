// What graphql-cop asks of a server, by its requests and its criteria: it is written in Python, and so is asked here by our own hand. A check
// passes where graphql-cop would find nothing.
import assert from "node:assert/strict";
import { test } from "node:test";

const at = process.env.API_URL;

async function post(body, headers = { "Content-Type": "application/json" }) {
	const response = await fetch(at, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) });
	return response.json();
}
const ask = (query) => post({ query, operationName: "cop" });
const get = async (query) => (await fetch(`${at}?${new URLSearchParams({ query })}`)).json();

test("HIGH Alias Overloading", async () => {
	const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(" ");
	assert.equal((await ask(`query cop { ${aliases} }`)).data?.alias100, undefined);
});
test("HIGH Array-based Query Batching", async () => {
	const answer = await post(Array.from({ length: 10 }, () => ({ query: "query cop { __typename }", operationName: "cop" })));
	assert.ok(!Array.isArray(answer));
});
test("HIGH Directive Overloading", async () => {
	assert.notEqual((await ask("query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }")).errors?.length, 10);
});
test("HIGH Introspection-based Circular Query", async () => {
	const circle = "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }";
	assert.equal((await ask(circle)).data, undefined);
});
test("HIGH Introspection", async () => {
	assert.equal((await ask("query cop { __schema { types { name fields { name } } } }")).data, undefined);
});
test("HIGH Field Duplication", async () => {
	assert.equal((await ask(`query cop { ${"__typename \n".repeat(500)} }`)).data, undefined);
});
test("MEDIUM Mutation is allowed over GET (possible CSRF)", async () => {
	assert.equal((await get("mutation cop {__typename}")).data, undefined);
});
test("MEDIUM POST based url-encoded query (possible CSRF)", async () => {
	const answer = await post("query=query+cop+%7B+__typename+%7D", { "Content-Type": "application/x-www-form-urlencoded" });
	assert.equal(answer.data, undefined);
});
test("LOW Field Suggestions", async () => {
	for (const query of ["query cop { __schema { directive } }", "query cop { viewr { id } }"]) {
		assert.doesNotMatch(JSON.stringify(await ask(query)), /Did you mean/);
	}
});
test("LOW GraphQL IDE", async () => {
	const page = await (await fetch(at, { headers: { Accept: "text/html" } })).text();
	assert.doesNotMatch(page, /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/);
});
test("INFO Trace Mode", async () => {
	assert.doesNotMatch(JSON.stringify(await ask("query cop { __typename }")), /"tracing"/i);
});
test("INFO Unhandled Errors Detection", async () => {
	assert.doesNotMatch(JSON.stringify(await ask("qwerty cop { abc }")), /"exception"/i);
});
test("what it finds on purpose: GET Method Query Support", async () => {
	assert.deepEqual((await get("query cop {__typename}")).data, { __typename: "Query" });
});
