// What the edition of September 2026 of GraphQL over HTTP asks of a server. The edition does not number its sentences: this is our
// reading of it, a rule for each MUST and SHOULD that one request can show, and for what it states without either word.
import assert from "node:assert/strict";
import { request } from "node:http";

const at = new URL(process.env.API_URL);
const json = "application/json";
const graphql = "application/graphql-response+json";
const both = [json, graphql];
const typename = { query: "{ __typename }" };
const changing = "mutation { guestSessionCreate { session { id } userErrors { code } } }";

/** Sends exactly the headers that it is given: fetch adds its own. */
function send(method, path, headers, body) {
	return new Promise((resolve, reject) => {
		const r = request({ host: at.hostname, port: at.port, method, path, headers, agent: false }, (answer) => {
			const parts = [];
			answer.on("data", (part) => parts.push(part));
			answer.on("end", () => {
				const text = Buffer.concat(parts).toString();
				let read = null;
				try {
					read = JSON.parse(text);
				} catch {}
				resolve({ status: answer.statusCode, headers: answer.headers, type: answer.headers["content-type"] ?? "", text, answer: read });
			});
		});
		r.on("error", reject);
		r.end(body);
	});
}

function post(body, { accept = graphql, type = json, method = "POST", headers = {} } = {}) {
	const sent = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
	const all = { "Content-Length": sent.length, ...headers };
	if (accept !== null) all.Accept = accept;
	if (type !== null) all["Content-Type"] = type;
	return send(method, at.pathname, all, sent);
}

const get = (parameters, headers = {}) => send("GET", `${at.pathname}?${new URLSearchParams(parameters)}`, { Accept: graphql, ...headers });

/** Each of these is refused before anything is executed. */
const refused = {
	"a document that cannot be parsed": [{ query: "{" }, 400],
	"a document that is not valid": [{ query: "{ nothing }" }, 422],
	"two operations and no name": [{ query: "query A { __typename } query B { __typename }" }, 422],
	"a name that no operation has": [{ query: "query A { __typename }", operationName: "B" }, 422],
	"a variable that cannot be coerced": [{ query: "query($n: Int!) { products(first: $n) { nodes { id } } }", variables: { n: "x" } }, 422],
	"a variable that is missing": [{ query: "query($n: Int!) { products(first: $n) { nodes { id } } }" }, 422],
};
const misshapen = {
	"no document": {},
	"a document that is no text": { query: 1 },
	"variables that are no object": { ...typename, variables: [7] },
	"a name that is no text": { ...typename, operationName: {} },
	"extensions that are no object": { ...typename, extensions: "x" },
};

async function answers(status, ...requests) {
	for (const request of requests) {
		for (const accept of both) {
			const got = await post(request, { accept });
			assert.equal(got.status, status, `${JSON.stringify(request)} by ${accept}: ${got.text}`);
			assert.ok(got.answer.errors.length > 0 && !("data" in got.answer));
		}
	}
}

/** The rules, in the order of the page that tells of them. */
export const rules = [
	["MUST", "JSON in UTF-8 is taken by POST, whether or not the charset is told", async () => {
		for (const type of [json, `${json}; charset=utf-8`, `${json};charset="UTF-8"`]) {
			const got = await post({ query: "query($s: String!) { sellerBySlug(slug: $s) { id } }", variables: { s: "é" } }, { type });
			assert.deepEqual([got.status, got.answer.data], [200, { sellerBySlug: null }]);
		}
	}],
	["MUST", "GraphQL's own media type is served, and the answer tells its type", async () => {
		assert.match((await post(typename)).type, /^application\/graphql-response\+json(;|$)/);
		assert.match((await post(typename, { accept: json })).type, /^application\/json(;|$)/);
	}],
	["MUST", "`Accept` is respected: of what is served, the type with the highest weight", async () => {
		for (const [accept, type] of [
			[`${graphql};q=0.4, ${json};q=0.9`, json],
			[`${json};q=0.4, ${graphql};q=0.9`, graphql],
			[`${graphql}, ${json};q=0.9`, graphql],
			[`text/html, ${graphql};q=0.1`, graphql],
			[`*/*;q=0.1, ${json}`, json],
			[`application/*, ${json};q=0`, graphql],
		]) assert.ok((await post(typename, { accept })).type.startsWith(type), accept);
	}],
	["MUST", "properties that are not understood are ignored", async () => {
		const got = await post({ ...typename, of: "tomorrow", id: 7, documentIds: [] });
		assert.deepEqual([got.status, got.answer.data], [200, { __typename: "Query" }]);
	}],
	["MUST", "a mutation by GET gets 4xx and is not executed", async () => {
		for (const parameters of [{ query: changing }, { query: `query A { __typename } ${changing.replace("mutation", "mutation B")}`, operationName: "B" }]) {
			const got = await get(parameters);
			assert.ok(got.status >= 400 && got.status < 500);
			assert.ok(!("data" in got.answer));
		}
	}],
	["MUST", "data that are not null come with 2xx", async () => {
		for (const query of ["{ __typename }", "{ __typename sellers { nodes { id } } }"]) {
			for (const accept of both) {
				const got = await post({ query }, { accept });
				assert.equal(got.answer.data.__typename, "Query");
				assert.equal(Math.floor(got.status / 100), 2);
			}
		}
	}],
	["MUST", "an answer without data comes with 4xx or 5xx, by plain JSON too", async () => {
		for (const body of ["{", ...Object.values(misshapen), ...Object.values(refused).map(([body]) => body)]) {
			for (const accept of both) {
				const got = await post(body, { accept });
				assert.ok(got.status >= 400, `${got.status} ${got.text}`);
				assert.ok(!("data" in got.answer), "a request that is refused has no data");
			}
		}
	}],

	["SHOULD", "the answer tells its charset", async () => {
		for (const accept of both) assert.match((await post(typename, { accept })).type, /; ?charset=utf-8$/i);
	}],
	["SHOULD", "a POST without `Content-Type` gets 4xx", async () => {
		const got = await post(typename, { type: null });
		assert.ok(got.status >= 400 && got.status < 500, `${got.status}`);
	}],
	["SHOULD", "a `Content-Type` that is not served gets 415", async () => {
		for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", "application/graphql", `${json}; charset=utf-16`])
			assert.equal((await post(typename, { type })).status, 415, type);
	}],
	["SHOULD", "an `Accept` with nothing that is served gets 406", async () => {
		for (const accept of ["text/html", "image/*", `${json};q=0, ${graphql};q=0`]) assert.equal((await post(typename, { accept })).status, 406, accept);
	}],
	["SHOULD", "whoever takes only plain JSON gets the same statuses", async () => {
		for (const [body] of Object.values(refused)) assert.equal((await post(body, { accept: json })).status, (await post(body)).status);
	}],
	["SHOULD", "data without errors get 200", async () => {
		for (const accept of both) assert.equal((await post(typename, { accept })).status, 200);
		assert.equal((await get(typename)).status, 200);
	}],
	["SHOULD", "data with errors, be they null, get 294 by GraphQL's own media type", async () => {
		for (const query of ["{ __typename sellers { nodes { id } } }", "{ sellers { nodes { id } } }"]) {
			const got = await post({ query });
			assert.equal(got.status, 294);
			assert.ok("data" in got.answer && got.answer.errors.length > 0);
		}
	}],
	["SHOULD", "a mutation by GET gets 405, with `Allow`", async () => {
		const got = await get({ query: changing });
		assert.equal(got.status, 405);
		assert.match(got.headers.allow, /POST/);
	}],
	["SHOULD", "another method gets 405, with `Allow`", async () => {
		for (const method of ["PUT", "DELETE", "PATCH"]) {
			const got = await post(typename, { method });
			assert.equal(got.status, 405, method);
			assert.match(got.headers.allow, /GET.*POST|POST.*GET/);
		}
	}],
	["SHOULD", "a URL that is too long gets 414", async () => {
		assert.equal((await get({ query: `{ __typename } #${"x".repeat(9000)}` })).status, 414);
	}],
	["SHOULD", "headers that are too long get 431", async () => {
		assert.equal((await post(typename, { headers: { "X-Long": "x".repeat(60_000) } })).status, 431);
	}],
	["SHOULD", "a body that is too large gets 413", async () => {
		assert.equal((await post({ query: `{ __typename } #${"x".repeat(300_000)}` })).status, 413);
	}],
	["SHOULD", "a body that is no JSON gets 400", () => answers(400, "{", "NONSENSE", '{"query":')],
	["SHOULD", "parameters that are missing or of another type get 422", () => answers(422, ...Object.values(misshapen))],
	["SHOULD", "a document that cannot be parsed gets 400", () => answers(400, refused["a document that cannot be parsed"][0])],
	["SHOULD", "a document that is not valid gets 422", () => answers(422, refused["a document that is not valid"][0])],
	["SHOULD", "an operation that cannot be told gets 422", () =>
		answers(422, refused["two operations and no name"][0], refused["a name that no operation has"][0])],
	["SHOULD", "variables that cannot be coerced get 422", () =>
		answers(422, refused["a variable that cannot be coerced"][0], refused["a variable that is missing"][0])],
	["SHOULD", "who may not ask gets 401 or 403", async () => {
		const got = await post(typename, { headers: { Authorization: "Bearer etal_ses_nobody" } });
		assert.ok([401, 403].includes(got.status), `${got.status}`);
	}],

	["text", "parameters that are null are absent", async () => {
		const got = await post({ ...typename, variables: null, operationName: null, extensions: null });
		assert.deepEqual([got.status, got.answer.data], [200, { __typename: "Query" }]);
	}],
	["text", "parameters of a GET that are empty are absent", async () => {
		assert.equal((await get({ ...typename, variables: "", operationName: "", extensions: "" })).status, 200);
	}],
	["text", "`operationName=null` by GET is the operation of that name", async () => {
		assert.equal((await get({ query: "query null { __typename }", operationName: "null" })).status, 200);
	}],
	["text", "no `Accept`, or one of everything, gets a GraphQL answer", async () => {
		for (const accept of [null, "", "*/*", "application/*"]) {
			const got = await post(typename, { accept });
			assert.deepEqual([got.status, got.answer.data], [200, { __typename: "Query" }]);
			assert.ok(both.some((type) => got.type.startsWith(type)), got.type);
		}
	}],
];
