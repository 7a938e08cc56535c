// Lets GraphQL.js, the reference, and the server judge the same documents. What one refuses and the other does not is a finding, but for the
// differences that are known. FUZZ_SEED and FUZZ_COUNT say which documents, and how many.
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { buildSchema, getOperationAST, getVariableValues, parse, print, SingleFieldSubscriptionsRule, specifiedRules, validate } from "graphql";
import { damage, damageVariables, garble } from "./fuzz/damage.mjs";
import { make } from "./fuzz/documents.mjs";
import { known } from "./fuzz/known.mjs";
import { Random } from "./fuzz/random.mjs";

const at = new URL(process.env.API_URL);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const count = Number(process.env.FUZZ_COUNT ?? 4000);
const schema = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** One of three is as it was made; the others have a document, a text or variables that are damaged. */
function next(random) {
	const { document, variables } = make(schema, random);
	const how = random.below(9);
	if (how < 3) return { how: "whole", query: print(document), variables };
	if (how < 7) {
		const ways = [damage(document, random)];
		if (random.chance(0.2)) ways.push(damage(document, random));
		return { how: ways.join(" "), query: print(document), variables };
	}
	if (how < 8) return { how: "garbled", query: garble(print(document), random), variables };
	return { how: "variables", query: print(document), variables: damageVariables(variables, random) };
}

/** GraphQL.js executes the directives of a subscription's root while it validates, and throws where it knows no variables: then all its other rules judge. */
function checked(document) {
	try {
		return { errors: validate(schema, document), threw: false };
	} catch {
		return { errors: validate(schema, document, specifiedRules.filter((rule) => rule !== SingleFieldSubscriptionsRule)), threw: true };
	}
}

/** What the reference says: why it refuses, or nothing. */
function judged({ query, variables }) {
	let document;
	try {
		document = parse(query);
	} catch (error) {
		return { reference: `parse: ${error.message}` };
	}
	const { errors: invalid, threw } = checked(document);
	if (invalid.length > 0) return { reference: `validate: ${invalid[0].message}` };
	const operation = getOperationAST(document);
	if (!operation) return { reference: "operation: it cannot be told" };
	const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
	return { reference: errors ? `variables: ${errors[0].message}` : "", threw };
}

function ask(body) {
	return new Promise((resolve, reject) => {
		const r = request({ host: at.hostname, port: at.port, path: at.pathname, method: "POST", agent, headers: { "Content-Type": "application/json", Accept: "application/json" } }, (answer) => {
			const parts = [];
			answer.on("data", (part) => parts.push(part));
			answer.on("end", () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
		});
		r.on("error", reject);
		r.end(body);
	});
}

const ours = new Set(["BAD_REQUEST", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);

/** What the server says: why it refuses before it executes, or nothing; "large" when it does not look; "broken" when it fails. */
async function served({ query, variables }) {
	const { status, text } = await ask(JSON.stringify({ query, variables }));
	const { data, errors = [] } = JSON.parse(text);
	const codes = errors.map((e) => e.extensions?.code);
	const failed = ({ code, reason } = {}) => !code || code === "INTERNAL" || (code === "UNAVAILABLE" && !reason);
	if (status >= 500 || errors.some((e) => failed(e.extensions))) return { broken: text };
	if (codes.includes("OPERATION_TOO_LARGE") || codes.includes("RATE_LIMITED")) return { large: true };
	if (data !== undefined || errors[0].extensions.reason === "STREAM_NEEDED") return { refused: "" };
	return { refused: ours.has(codes[0]) ? `${codes[0]}: ${errors[0].message}` : "" };
}

const random = new Random(seed);
const tally = { valid: 0, refused: 0, large: 0 };
const differences = new Map(known.map(([name]) => [name, 0]));
const findings = [];

const waiting = Array.from({ length: count }, () => next(random));
async function look() {
	for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
		const { reference, threw } = judged(asked);
		const { refused, large, broken } = await served(asked);
		if (large) tally.large++;
		else if (broken === undefined && Boolean(reference) === Boolean(refused)) tally[refused ? "refused" : "valid"]++;
		else {
			const explained = broken === undefined && known.find(([, fits]) => fits({ ...asked, reference, refused, threw }));
			if (explained) {
				differences.set(explained[0], differences.get(explained[0]) + 1);
				tally[refused ? "refused" : "valid"]++;
			} else findings.push({ ...asked, reference, refused, broken });
		}
	}
}
await Promise.all([look(), look(), look(), look()]);
agent.destroy();

for (const f of findings.slice(0, Number(process.env.FUZZ_SHOW ?? 10))) {
	console.log(`--- ${f.how}\n${f.query}\n${JSON.stringify(f.variables)}\nreference: ${f.reference || "valid"}\nserver: ${f.broken ?? (f.refused || "valid")}`);
}
const explained = [...differences.values()].reduce((a, b) => a + b, 0);
for (const [name, times] of differences) console.log(`known: ${name}: ${times}`);
const total = tally.valid + tally.refused + tally.large + findings.length;
console.log(`seed ${seed}: ${tally.valid} valid, ${tally.refused} refused, ${tally.large} too large, ${explained} known differences`);
console.log(`${total} documents, ${findings.length} differences`);
if (tally.valid < total / 5 || tally.refused < total / 5 || tally.large > total / 20) {
	console.log("these documents prove little: too few are valid, or refused, or too many too large");
	process.exitCode = 1;
}
if (findings.length > 0) process.exitCode = 1;
