// Runs every check of the web admin and says in the end which of them failed.
// Checks of generated files write them again and compare.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { parse as parseMessage } from "@messageformat/parser";
import {
	buildSchema,
	getNamedType,
	isEnumType,
	parse,
	TypeInfo,
	validate,
	visit,
	visitWithTypeInfo,
} from "graphql";
import PO from "pofile";

const places = ["door", "pages", "server"];
const generated = ["src/gql", ...places.map((place) => `src/locales/${place}`)];

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

/** The names of the values that a text takes, and the tags in it. */
function holesOf(text) {
	const holes = new Set(text.match(/<\/?\d+\/?>/g));
	const walk = (tokens) => {
		for (const token of tokens) {
			if (token.arg !== undefined) holes.add(token.arg);
			for (const branch of token.cases ?? []) walk(branch.tokens);
		}
	};
	walk(parseMessage(text));
	return [...holes].toSorted((a, b) => (a < b ? -1 : 1)).join(" ");
}

/**
 * Says how many texts each language lacks. English stands in for a text that is
 * missing, so that a page can be written by somebody who does not speak six
 * languages; but the few texts of the door are what a stranger judges by, and
 * there all languages are demanded. A translation that lost a value or a tag, or
 * that is no message, is an error anywhere: it would show wrong figures.
 */
function textsAreTranslated() {
	let isFine = true;
	for (const place of places) {
		for (const file of readdirSync(`src/locales/${place}`).filter((name) => name.endsWith(".po"))) {
			if (file === "en.po") continue;
			const { items } = PO.parse(readFileSync(`src/locales/${place}/${file}`, "utf8"));
			const live = items.filter(({ obsolete }) => !obsolete);
			const missing = live.filter(({ msgstr }) => !msgstr[0]);
			const broken = live.filter(({ msgid, msgstr }) => {
				if (!msgstr[0]) return false;
				try {
					return holesOf(msgid) !== holesOf(msgstr[0]);
				} catch {
					return true;
				}
			});
			console.log(`${place}/${file}: ${missing.length} of ${live.length} texts are missing`);
			for (const { msgid } of broken)
				console.error(`${place}/${file}: other values or tags than in: ${msgid}`);
			if (broken.length > 0 || (place === "door" && missing.length > 0)) isFine = false;
		}
	}
	return isFine;
}

/** The files below a folder. */
function filesBelow(dir) {
	return readdirSync(dir, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
		.map((entry) => `${entry.parentPath}/${entry.name}`);
}

/** The lines of src, without those of generated files. */
function lines() {
	return filesBelow("src")
		.filter((file) => !file.includes("/gql/") && !file.endsWith(".gen.ts"))
		.flatMap((file) =>
			readFileSync(file, "utf8")
				.split("\n")
				.map((text, index) => ({ place: `${file}:${index + 1}`, text })),
		);
}

/** Classes that say left or right: they mean the wrong side where people read from the right. */
const physical =
	/^-?((scroll-)?[mp][lr]-|(left|right)-|border-[lr](-|$)|rounded-([lr]|[tb][lr])(-|$)|(text|float|clear)-(left|right)$)/;

/** An icon that points along the line of reading, on a line that does not turn it. */
const pointing = /<(Arrow|Chevrons?|Move)(Left|Right)\b(?!.*rtl:)/;

/** Properties that say so, in a style sheet or in a style of React's. */
const physicalStyle =
	/(^|[\s{;"'])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)|(left|right)(?=\s*:)|(margin|padding|border)(Left|Right)\b|text-align:\s*(left|right))/;

function readsBothWays() {
	const hasPhysical = (line) =>
		(line.match(/"[^"]*"|'[^']*'|`[^`]*`/g) ?? []).some((text) =>
			text
				.slice(1, -1)
				.split(/\s+/)
				.some((word) => physical.test(word.replace(/^.*:/, "").replace(/^!/, ""))),
		);
	const found = lines().filter(
		({ place, text }) =>
			hasPhysical(text) ||
			pointing.test(text) ||
			(/\.css:|style=\{/.test(`${place}: ${text}`) && physicalStyle.test(text)),
	);
	for (const { place, text } of found) console.error(`${place}: ${text.trim()}`);
	return found.length === 0;
}

/** Enums whose values are not shown, or not by a table of labels. */
const wordless = {
	ApiKeyMode: "a key for tests has a badge",
	CommissionSimulationStatus: "one that runs has a bar",
	DisputeAnswer: "the status of the answer is shown",
	ErrorCode: "the message is shown: src/locales/server",
	ExportKind: "it chooses, and is not shown",
	HatKind: "it chooses, and is not shown",
	Permission: "src/gql/permissions.ts: src/locales/server",
	RefundPartKind: "it chooses what is left to be given back, and is not shown",
	SettingKind: "it says how a value is shown",
	SessionState: "it chooses, and is not shown",
	WebhookEvent: "it is shown as receivers read it, such as order.paid",
};

/** Every enum that a page reads has a table of labels, which is complete by its type. */
function enumsHaveLabels() {
	const schema = buildSchema(readFileSync("../graph/schema.graphql", "utf8"));
	const folder = "../docs/api/operations/admin";
	const documents = readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith(".graphql"))
		.map((name) => readFileSync(`${folder}/${name}`, "utf8"));
	const info = new TypeInfo(schema);
	const read = new Set();
	const Field = () => {
		const type = getNamedType(info.getType());
		if (isEnumType(type)) read.add(type.name);
	};
	visit(parse(documents.join("\n")), visitWithTypeInfo(info, { Field }));
	const code = lines()
		.map(({ text }) => text)
		.join("\n");
	const hasTable = (name) => new RegExp(`Record<\\s*(Exclude<)?${name}\\b`).test(code);
	const bare = [...read].filter((name) => !(name in wordless) && !hasTable(name));
	const idle = Object.keys(wordless).filter((name) => !read.has(name));
	for (const name of bare) console.error(`${name}: no table Record<${name}, …> says its values in words`);
	for (const name of idle) console.error(`${name}: no page reads it any more`);
	return bare.length + idle.length === 0;
}

/** A number or a date in the language alone: Arabic has the digits of src/lib/numerals.ts, in all places or in none. */
function digitsAreAlike() {
	const found = lines().filter(({ text }) =>
		/(toLocaleString|Intl\.(NumberFormat|DateTimeFormat))\((?!numerals\()/.test(text),
	);
	for (const { place, text } of found) console.error(`${place}: ${text.trim()}`);
	return found.length === 0;
}

/** What the router knows of all pages is loaded by the sign-in page: labels do not belong there. */
function routesKnowNoLabels() {
	const found = lines().filter(
		({ place, text }) =>
			/choiceSearch\(.*valuesOf\(/.test(text) ||
			(place.startsWith("src/routes/") && /^const .*valuesOf\(/.test(text)),
	);
	for (const { place, text } of found) console.error(`${place}: ${text.trim()}`);
	return found.length === 0;
}

/** @type {[string, () => boolean][]} */
const checks = [
	[
		"the operations fit the schema, and src/gql is current (npm run codegen)",
		() => isCurrent("graphql-codegen"),
	],
	["the examples of GraphiQL are ready documents", examplesFit],
	["the texts are extracted (npm run extract)", () => isCurrent("lingui", "extract", "--clean")],
	["the door is translated, and no translation lost a value", textsAreTranslated],
	[
		"no class says left or right, and icons that point are turned (ms-, me-, start-, end-, rtl:)",
		readsBothWays,
	],
	["addresses are checked by the values of src/gql/values, not by labels", routesKnowNoLabels],
	["numbers and dates have the digits of numerals(locale)", digitsAreAlike],
	["every enum that is read has labels", enumsHaveLabels],
	["tsc", () => run("tsc")],
	["oxlint", () => run("oxlint", "--type-aware", "--deny-warnings")],
	["biome (npm run format)", () => run("biome", "check")],
	["the lock file names no private registry", lockIsFreeOfHosts],
];

const failed = checks.filter(([, passes]) => !passes()).map(([name]) => name);
console.log(`${checks.length - failed.length} checks passed, ${failed.length} failed`);
for (const name of failed) console.error(`FAILED: ${name}`);
process.exit(failed.length === 0 ? 0 : 1);
