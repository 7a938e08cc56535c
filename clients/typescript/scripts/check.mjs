// Runs every check of the client and says in the end which of them failed.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Runs a tool of node_modules, or a script. */
const run = (...command) => spawnSync("npx", ["--no-install", ...command], { stdio: ["ignore", "inherit", "inherit"] }).status === 0;

/** Whether the code generator leaves its files as they are. */
function isCurrent() {
	const files = ["src/gql/graphql.ts", "src/gql/persisted-documents.json"];
	const read = () => files.map((name) => readFileSync(name, "utf8")).join();
	const before = read();
	return run("graphql-codegen") && read() === before;
}

/** The lock file must not name the registry that somebody happened to use. */
function lockIsFreeOfHosts() {
	const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
	return Object.values(packages).every(({ resolved }) => !resolved || resolved.startsWith("https://registry.npmjs.org/"));
}

/** An application that asks for one document must not carry the others. */
async function isShakable() {
	const { build } = await import("vite");
	const entry = "dist/one.js";
	writeFileSync(entry, `export { Client } from "./index.js"; export { BuyerCatalogueDocument } from "./gql/graphql.js";`);
	const output = await build({ configFile: false, logLevel: "error", build: { write: false, lib: { entry, formats: ["es"] } } });
	rmSync(entry);
	const size = output[0].output[0].code.length;
	console.log(`an application with one document: ${size} bytes`);
	return size < 16_000;
}

const checks = [
	["the documents fit the schema, and src/gql is current (npm run codegen)", isCurrent],
	["tsc", () => run("tsc", "--noEmit")],
	["vitest", () => run("vitest", "run")],
	["the build", () => spawnSync("node", ["scripts/build.mjs"], { stdio: "inherit" }).status === 0],
	["a bundler drops what is not used", isShakable],
	["the lock file names no private registry", lockIsFreeOfHosts],
];

const failed = [];
for (const [name, passes] of checks) if (!(await passes())) failed.push(name);
console.log(`${checks.length - failed.length} checks passed, ${failed.length} failed`);
for (const name of failed) console.error(`FAILED: ${name}`);
process.exit(failed.length === 0 ? 0 : 1);
