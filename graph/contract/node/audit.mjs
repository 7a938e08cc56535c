// The audit of the GraphQL Foundation's reference implementation of GraphQL over HTTP.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.env.API_URL });
const count = { ok: 0, notice: 0, warn: 0, error: 0 };
for (const result of results) {
	count[result.status] += 1;
	if (result.status === "ok") continue;
	const answer = result.response;
	console.log(`${result.status} ${result.id} ${result.name}: ${result.reason} (${answer?.status})`);
}
console.log(`${count.ok} of ${results.length} ok`);
process.exitCode = results.length >= 61 && count.ok === results.length ? 0 : 1;
