// Weighs what the build makes browsers load, without a browser: what each address needs before it shows anything, each
// part that is loaded later, each language and the styles. Fails when something is over its budget, or when
// docs/web-admin.md says something else.
//
//   npm run sizes              a table, and what is over
//   npm run sizes -- --json    the same for programs
//   npm run sizes -- --write   writes the table of docs/web-admin.md
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** In bytes after gzip, which every browser takes at least. What most get is brotli, a sixth less. */
const budgets = {
	door: { limit: 150_000, what: "scripts of the sign-in page" },
	page: { limit: 250_000, what: "scripts of a page" },
	chunk: { limit: 60_000, what: "a file that is loaded after the entry" },
	later: { limit: 40_000, what: "all that one thing loads that is opened over a page" },
	chart: { limit: 20_000, what: "the chart" },
	language: { limit: 41_000, what: "the texts of a page in one language" },
	sentences: { limit: 40_000, what: "the sentences of the server in one language" },
	styles: { limit: 12_000, what: "styles" },
};

const advice = {
	door: "load what the sign-in page does not need with import(), or give it a group of codeSplitting (vite.config.ts)",
	page: "load dialogs and what is rarely opened with later(() => import(…)), as src/pages/keys.tsx does",
	chunk: "divide it with import() or a group of codeSplitting (vite.config.ts)",
	later: "divide it: what it shows first, and what comes after that",
	chart: "draw with what src/ui/chart.tsx has instead of a library",
	language:
		"texts of one page belong to that page's place (plugins/texts.ts): look for what is imported by all",
	sentences: "look for sentences that nobody reads (docs/api/sentences.json)",
	styles: "use the utilities that are there: each new class is a rule",
};

const manifestFile = ".vite/manifest.json";
const documentFile = "../docs/web-admin.md";
const [begin, end] = ["<!-- sizes: begin -->", "<!-- sizes: end -->"];

if (!existsSync(manifestFile)) {
	console.error(`${manifestFile} is missing: npm run build`);
	process.exit(2);
}
/** @type {Record<string, { file: string, css?: string[], imports?: string[], isEntry?: boolean, isDynamicEntry?: boolean }>} */
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

/** What a file weighs as it is sent. Small ones are sent as they are. */
function weigh(file) {
	const of = (ending, compress) => {
		const path = `dist/${file}`;
		if (existsSync(path + ending)) return statSync(path + ending).size;
		if (!existsSync(path)) throw new Error(`${path} is missing: npm run build`);
		const text = readFileSync(path);
		return text.length < 512 ? text.length : compress(text).length;
	};
	return { gzip: of(".gz", (text) => gzipSync(text, { level: 9 })), brotli: of(".br", brotliCompressSync) };
}

/** The chunks that these need before they run, and themselves. */
function closure(keys) {
	const needed = new Set();
	const queue = [...keys];
	for (let key = queue.pop(); key; key = queue.pop()) {
		if (needed.has(key)) continue;
		if (!manifest[key]) throw new Error(`${key} is not in ${manifestFile}`);
		needed.add(key);
		queue.push(...(manifest[key].imports ?? []));
	}
	return needed;
}

const scriptsOf = (keys) => new Set([...keys].map((key) => manifest[key].file));
const stylesOf = (keys) => new Set([...keys].flatMap((key) => manifest[key].css ?? []));

function sum(files) {
	const all = { gzip: 0, brotli: 0 };
	for (const file of files) {
		const { gzip, brotli } = weigh(file);
		all.gzip += gzip;
		all.brotli += brotli;
	}
	return all;
}

const text = (name) => `src/locales/${name}`;

/** The files with the texts that an address needs. */
function textsOf(address, language) {
	const places = [text(`door/${language}.po`)];
	if (/^\/(login|forgot)$/.test(address)) return places;
	places.push(text(`pages/${language}.po?place=shared`));
	const place = /^\/platform\b/.test(address)
		? "platform"
		: /^\/(s|slips)\//.test(address)
			? "seller"
			: "own";
	places.push(text(`pages/${language}.po?place=${place}`));
	return places;
}

/** The routes that have a page, with the files of the layouts around it: what src/routeTree.gen.ts says. */
function routes() {
	const tree = readFileSync("src/routeTree.gen.ts", "utf8");
	const files = new Map(
		[...tree.matchAll(/^import \{ Route as (\w+)Import \} from '\.\/(routes\/[^']+)'/gm)].map(
			([, name, file]) => [name, `src/${file}.tsx`],
		),
	);
	const known =
		/id: '([^']*)'\s+path: '[^']*'\s+fullPath: '([^']*)'\s+preLoaderRoute: typeof (\w+)Import\s+parentRoute: typeof (\w+)/g;
	const all = new Map(
		[...tree.matchAll(known)].map(([, , address, name, parent]) => [name, { address, name, parent }]),
	);
	const parents = new Set([...all.values()].map(({ parent }) => parent));
	// The page, or the page with what it asks for (splitBehavior in vite.config.ts).
	const chunkOf = (name) =>
		["component", "component---loader"]
			.map((part) => `${files.get(name)}?tsr-split=${part}`)
			.find((key) => manifest[key]);
	return [...all.values()]
		.filter(({ name }) => !parents.has(name) && chunkOf(name))
		.map(({ address, name }) => {
			const chunks = [];
			for (let at = name; all.has(at); at = all.get(at).parent) if (chunkOf(at)) chunks.push(chunkOf(at));
			return { address: address.replace(/(.)\/$/, "$1"), chunks };
		})
		.toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

const rows = [];
const add = (kind, name, weight) =>
	rows.push({ kind, name, ...weight, limit: budgets[kind].limit, isOver: weight.gzip > budgets[kind].limit });

const pages = routes();
if (pages.length < 40) throw new Error(`only ${pages.length} pages are found in src/routeTree.gen.ts`);
const allStyles = new Set();
for (const { address, chunks } of pages) {
	const needed = closure(["index.html", ...chunks, ...textsOf(address, "en")]);
	for (const file of stylesOf(needed)) allStyles.add(file);
	add(address === "/login" ? "door" : "page", address, sum(scriptsOf(needed)));
}
for (const file of allStyles) add("styles", file.replace(/-[\w-]{8}\.css$/, ".css"), weigh(file));

// What whoever is signed in has already when something is loaded later: what surrounds every page.
const here = closure(["index.html", "src/routes/_app/platform.tsx?tsr-split=component"]);
for (const [key, { isDynamicEntry }] of Object.entries(manifest)) {
	if (!isDynamicEntry || /tsr-split|\.po(\?|$)|codemirror/.test(key)) continue;
	const more = [...scriptsOf(closure([key]))].filter((file) => !scriptsOf(here).has(file));
	if (more.length > 0)
		add(
			key === "src/ui/chart.tsx" ? "chart" : "later",
			key.replace(/^.*node_modules\//, "").replace(/^src\//, ""),
			sum(more),
		);
}

// Every file that comes after the entry. GraphiQL is for development, and texts have a budget of their own.
// Small ones are not worth a line.
const first = scriptsOf(closure(["index.html"]));
const editor = scriptsOf(
	closure(["graphiql/index.html", ...Object.keys(manifest).filter((key) => key.includes("codemirror"))]),
);
const files = new Map(
	Object.entries(manifest)
		.filter(([key, { file }]) => file.endsWith(".js") && !/\.po(\?|$)/.test(key))
		.map(([, { file }]) => [file, file.replace(/-[\w-]{8}\.js$/, ".js")]),
);
for (const [file, name] of files) {
	if (first.has(file) || editor.has(file)) continue;
	const weight = weigh(file);
	if (weight.gzip > budgets.chunk.limit / 4) add("chunk", name, weight);
}

const languages = [
	...new Set(Object.keys(manifest).flatMap((key) => /locales\/pages\/(\w+)\.po/.exec(key)?.[1] ?? [])),
];
for (const language of languages.toSorted((a, b) => (a < b ? -1 : 1))) {
	for (const [side, address] of [
		["operators", "/platform"],
		["sellers", "/s/$slug"],
	])
		add("language", `${language}, pages of ${side}`, sum(scriptsOf(closure(textsOf(address, language)))));
	const said = text(`server/${language}.po?sentences`);
	if (manifest[said]) add("sentences", `${language}, the server`, sum(scriptsOf(closure([said]))));
}

const kB = (bytes) => (bytes / 1000).toFixed(1);

/** The table of docs/web-admin.md. Whole kilobytes, so that it does not change with every letter. */
function table() {
	const row = ({ name, gzip, brotli }) =>
		`| \`${name}\` | ${Math.round(gzip / 1000)} | ${Math.round(brotli / 1000)} |`;
	return [
		"| address | kB after gzip | kB after brotli |",
		"|---|--:|--:|",
		...rows.filter(({ kind }) => kind === "page" || kind === "door").map(row),
	].join("\n");
}

/** What the table says that is no longer so, by more than a change of some lines makes. */
function stale(document) {
	const said = new Map(
		[
			...document
				.slice(document.indexOf(begin), document.indexOf(end))
				.matchAll(/^\| `([^`]+)` \| (\d+) \| \d+ \|$/gm),
		].map(([, name, gzip]) => [name, Number(gzip) * 1000]),
	);
	const now = rows.filter(({ kind }) => kind === "page" || kind === "door");
	const names = new Set(now.map(({ name }) => name));
	return [
		...now
			.filter(({ name, gzip }) => !said.has(name) || Math.abs(said.get(name) - gzip) > 5000)
			.map(({ name, gzip }) => `${name} has ${kB(gzip)} kB`),
		...[...said.keys()].filter((name) => !names.has(name)).map((name) => `${name} is gone`),
	];
}

const options = new Set(process.argv.slice(2));
const over = rows.filter(({ isOver }) => isOver);
if (options.has("--json")) {
	console.log(JSON.stringify({ rows, over: over.length }, null, "\t"));
} else {
	for (const kind of Object.keys(budgets)) {
		console.log(`\n${budgets[kind].what}: at most ${kB(budgets[kind].limit)} kB after gzip`);
		for (const { name, gzip, brotli, isOver } of rows.filter((row) => row.kind === kind))
			console.log(
				`  ${isOver ? "✗" : "✓"} ${name.padEnd(48)} ${kB(gzip).padStart(7)} gzip ${kB(brotli).padStart(7)} brotli`,
			);
	}
	console.log("");
}

const document = readFileSync(documentFile, "utf8");
if (!document.includes(begin) || !document.includes(end))
	throw new Error(`${documentFile} has no place for the table: ${begin} … ${end}`);
if (options.has("--write")) {
	const after = document.slice(document.indexOf(end));
	writeFileSync(
		documentFile,
		`${document.slice(0, document.indexOf(begin) + begin.length)}\n\n${table()}\n\n${after}`,
	);
}
const wrong = options.has("--write") ? [] : stale(document);
for (const { kind, name, gzip, limit } of over)
	console.error(
		`FAILED: ${name}: ${budgets[kind].what}: ${kB(gzip)} kB of ${kB(limit)} kB. To do: ${advice[kind]}.`,
	);
if (wrong.length > 0)
	console.error(
		`FAILED: the table of docs/web-admin.md is stale (npm run sizes -- --write): ${wrong.slice(0, 3).join(", ")}${wrong.length > 3 ? ` and ${wrong.length - 3} more` : ""}`,
	);
console.error(
	`${rows.length - over.length} sizes passed, ${over.length} failed${wrong.length > 0 ? "; the table is stale" : ""}`,
);
process.exit(over.length + wrong.length === 0 ? 0 : 1);
