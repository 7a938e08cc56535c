// What the edition of September 2026 of GraphQL over HTTP asks for, where it differs from the draft before it or says more.
import assert from "node:assert/strict";
import { test } from "node:test";

const at = process.env.API_URL;
const json = "application/json";
const graphql = "application/graphql-response+json";

async function post(body, { accept = graphql, type = json, method = "POST" } = {}) {
	const sent = typeof body === "string" ? body : JSON.stringify(body);
	const response = await fetch(at, { method, headers: { "Content-Type": type, Accept: accept }, body: sent });
	return { response, status: response.status, answer: await response.json().catch(() => null) };
}

async function get(parameters, headers = {}) {
	const response = await fetch(`${at}?${new URLSearchParams(parameters)}`, { headers: { Accept: graphql, ...headers } });
	return { response, status: response.status, answer: await response.json().catch(() => null) };
}

const ill = {
	"a document that cannot be parsed": [{ query: "{" }, 400],
	"a document that is not valid": [{ query: "{ nothing }" }, 422],
	"a variable that cannot be coerced": [{ query: "query($n: Int!) { products(first: $n) { nodes { id } } }", variables: { n: "x" } }, 422],
};
for (const [what, [body, status]] of Object.entries(ill)) {
	for (const accept of [json, graphql]) {
		test(`${what} gets ${status} by ${accept}`, async () => {
			const got = await post(body, { accept });
			assert.equal(got.status, status);
			assert.ok(!("data" in got.answer), "a request that is refused has no data");
			assert.ok(got.answer.errors.length > 0);
			assert.match(got.response.headers.get("Content-Type"), new RegExp(accept.replace("+", "\\+")));
		});
	}
}

const misshapen = {
	"no document": {},
	"a document that is no text": { query: 1 },
	"variables that are no object": { query: "{ __typename }", variables: [] },
	"a name that is no text": { query: "{ __typename }", operationName: {} },
	"extensions that are no object": { query: "{ __typename }", extensions: "x" },
};
for (const [what, body] of Object.entries(misshapen)) {
	test(`${what} gets 422`, async () => assert.equal((await post(body)).status, 422));
}

test("a body that is no JSON gets 400", async () => assert.equal((await post("{")).status, 400));
test("unknown parameters are ignored", async () => {
	const got = await post({ query: "{ __typename }", of: "tomorrow" });
	assert.deepEqual([got.status, got.answer.data], [200, { __typename: "Query" }]);
});
test("parameters that are null are absent", async () => {
	const got = await post({ query: "{ __typename }", variables: null, operationName: null, extensions: null });
	assert.equal(got.status, 200);
});
test("empty parameters of a GET are absent", async () => {
	const got = await get({ query: "{ __typename }", variables: "", operationName: "", extensions: "" });
	assert.equal(got.status, 200);
});
test("data with errors get 294 by GraphQL's own media type", async () => {
	const body = { query: `{ __typename sellers { nodes { id } } }` };
	const own = await post(body);
	assert.equal(own.status, 294);
	assert.equal(own.answer.data.__typename, "Query");
	assert.equal((await post(body, { accept: json })).status, 200);
});
test("a mutation by GET gets 405 with Allow", async () => {
	const got = await get({ query: "mutation { guestSessionCreate { userErrors { code } } }" });
	assert.equal(got.status, 405);
	assert.match(got.response.headers.get("Allow"), /POST/);
});
test("another method gets 405 with Allow", async () => {
	const got = await post({ query: "{ __typename }" }, { method: "PUT" });
	assert.equal(got.status, 405);
	assert.match(got.response.headers.get("Allow"), /GET.*POST|POST.*GET/);
});
test("an unknown media type gets 415", async () => {
	assert.equal((await post("query={__typename}", { type: "application/x-www-form-urlencoded" })).status, 415);
});
test("another charset gets 415", async () => {
	assert.equal((await post({ query: "{ __typename }" }, { type: `${json}; charset=utf-16` })).status, 415);
});
test("what cannot be answered in any media type asked for gets 406", async () => {
	assert.equal((await post({ query: "{ __typename }" }, { accept: "text/html" })).status, 406);
});
test("weights choose the media type", async () => {
	const got = await post({ query: "{ __typename }" }, { accept: `${graphql};q=0.4, ${json};q=0.9` });
	assert.match(got.response.headers.get("Content-Type"), /^application\/json/);
});
test("the answer names its charset", async () => {
	assert.match((await post({ query: "{ __typename }" })).response.headers.get("Content-Type"), /charset=utf-8/i);
});
