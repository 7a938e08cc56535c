// What graphql-js and GraphQL Inspector say of the changes that our own comparison is tested with: whatever either calls breaking, ours does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";

const data = new URL("../../../internal/gen/changes/testdata/", import.meta.url);
const base = readFileSync(new URL("base.graphql", data), "utf8");

for (const { name, from, to, more = [], kind, ours } of JSON.parse(readFileSync(new URL("cases.json", data), "utf8"))) {
	let changed = base.replace(from, to);
	for (let i = 0; i + 1 < more.length; i += 2) changed = changed.replace(more[i], more[i + 1]);
	test(name, async () => {
		const [was, is] = [buildSchema(base), buildSchema(changed)];
		const breaking = findBreakingChanges(was, is);
		const levels = (await diff(was, is)).map((c) => c.criticality.level);
		if (ours) {
			assert.equal(breaking.length, 0);
			return;
		}
		if (kind === "breaking") assert.ok(breaking.length > 0 || levels.includes(CriticalityLevel.Breaking), `${levels}`);
		else assert.deepEqual([breaking, levels.includes(CriticalityLevel.Breaking)], [[], false]);
		if (kind === "added") assert.deepEqual(findDangerousChanges(was, is), []);
	});
}
