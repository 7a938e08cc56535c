// Runs every check of the web admin and says in the end which of them failed.
// Checks of generated files write them again and compare.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";

const generated = ["src/gql", "src/locales/door", "src/locales/pages"];

/** The names and texts of the generated files. */
function snapshot() {
	const files = generated.flatMap((dir) => readdirSync(dir).map((name) => `${dir}/${name}`));
	return JSON.stringify(files.map((file) => [file, readFileSync(file, "utf8")]));
}

/** Runs a tool of node_modules. */
function run(tool, ...args) {
	return (
		spawnSync("npx", ["--no-install", tool, ...args], { stdio: ["ignore", "inherit", "inherit"] }).status ===
		0
	);
}

/** Whether a tool leaves the generated files as they are. */
function isCurrent(tool, ...args) {
	const before = snapshot();
	return run(tool, ...args) && snapshot() === before;
}

/** The lock file must not name the registry that somebody happened to use. */
function lockIsFreeOfHosts() {
	const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
	return Object.values(packages).every(
		({ resolved }) => !resolved || resolved.startsWith("https://registry.npmjs.org/"),
	);
}

/** The examples of GraphiQL are ready documents. */
function examplesFit() {
	const documents = Object.values(
		JSON.parse(readFileSync("../clients/typescript/src/gql/persisted-documents.json", "utf8")),
	);
	const schema = buildSchema(readFileSync("../graph/schema.graphql", "utf8"));
	const examples = JSON.parse(readFileSync("../docs/api/operations/examples.json", "utf8"));
	const unfit = examples.filter(({ document }) => {
		const text = documents.find((d) => new RegExp(`(query|mutation|subscription) ${document}\\b`).test(d));
		return !text || validate(schema, parse(text)).length > 0;
	});
	for (const { document } of unfit) console.error(`${document} is no ready document`);
	return unfit.length === 0;
}

/** @type {[string, () => boolean][]} */
const checks = [
	[
		"the operations fit the schema, and src/gql is current (npm run codegen)",
		() => isCurrent("graphql-codegen"),
	],
	["the examples of GraphiQL are ready documents", examplesFit],
	["the texts are extracted (npm run extract)", () => isCurrent("lingui", "extract", "--clean")],
	["tsc", () => run("tsc")],
	["oxlint", () => run("oxlint", "--type-aware", "--deny-warnings")],
	["biome (npm run format)", () => run("biome", "check")],
	["the lock file names no private registry", lockIsFreeOfHosts],
];

const failed = checks.filter(([, passes]) => !passes()).map(([name]) => name);
console.log(`${checks.length - failed.length} checks passed, ${failed.length} failed`);
for (const name of failed) console.error(`FAILED: ${name}`);
process.exit(failed.length === 0 ? 0 : 1);
