// Asks for each rule of the edition, and holds the page that tells of them to the rules.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { rules } from "./edition.mjs";

for (const [level, rule, check] of rules) test(`${level}: ${rule}`, check);

test("the page lists these rules and no other", async () => {
	const page = await readFile(new URL("../../../docs/judges.md", import.meta.url), "utf8");
	const listed = [...page.matchAll(/^\| (MUST|SHOULD|text) \| (.+) \|$/gm)].map(([, level, rule]) => `| ${level} | ${rule} |`);
	const written = rules.map(([level, rule]) => `| ${level} | ${rule} |`);
	assert.deepEqual(listed, written, `write:\n${written.join("\n")}`);
	assert.deepEqual(["MUST", "SHOULD"].map((level) => rules.filter(([l]) => l === level).length), [7, 19]);
});
