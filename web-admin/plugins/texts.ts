import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import {
	createCompilationErrorMessage,
	createCompiledCatalog,
	getCatalogForFile,
	getCatalogs,
} from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import type { Plugin } from "vite";

/** Where a text is shown: on the pages of operators, on those of sellers, on those about oneself, or on several of them. */
type Place = "shared" | "platform" | "seller" | "own";

// Types leave nothing behind, so what is imported for its types alone is not followed.
const imports = /(?:\bfrom\s+|\bimport\s+|\bimport\()"([^"]+)"/g;
const typeImports = /^(?:import|export) type [^;]*;$/gm;

/** The files of src that a file needs, now or later. */
function neededBy(src: string, file: string): string[] {
	const code = readFileSync(file, "utf8").replace(typeImports, "");
	return [...code.matchAll(imports)].flatMap(([, name = ""]) => {
		const path = name.startsWith("@/")
			? join(src, name.slice(2))
			: name.startsWith(".")
				? join(dirname(file), name)
				: null;
		const found =
			path &&
			["", ".ts", ".tsx"].map((end) => path + end).find((each) => /\.tsx?$/.test(each) && existsSync(each));
		return found ? [found] : [];
	});
}

function reachedFrom(src: string, roots: string[]): Set<string> {
	const reached = new Set<string>();
	const queue = [...roots];
	for (let file = queue.pop(); file; file = queue.pop()) {
		// The tree of routes leads to every page.
		if (reached.has(file) || file.endsWith("routeTree.gen.ts")) continue;
		reached.add(file);
		queue.push(...neededBy(src, file));
	}
	return reached;
}

function placeOfRoute(route: string): Place {
	if (/^_app[/\\]platform[/\\.]/.test(route)) return "platform";
	if (/^_app[/\\](s|slips)\.\$slug[/\\.]/.test(route)) return "seller";
	// What is around every page.
	return /^(__root|_app)\.tsx$/.test(route) ? "shared" : "own";
}

/** Finds where the texts of a file are shown, by the pages that lead to the file. */
function placesBelow(src: string): (file: string) => Place {
	const routes = readdirSync(join(src, "routes"), { recursive: true, encoding: "utf8" }).filter((name) =>
		name.endsWith(".tsx"),
	);
	const of = (place: Place) =>
		routes.filter((route) => placeOfRoute(route) === place).map((route) => join(src, "routes", route));
	const everywhere = reachedFrom(src, [join(src, "main.tsx"), ...of("shared")]);
	const places = (["platform", "seller", "own"] as const).map((place) => ({
		place,
		reached: reachedFrom(src, of(place)),
	}));
	return (file) => {
		const [only, ...others] = places.filter(({ reached }) => reached.has(file));
		return !only || others.length > 0 || everywhere.has(file) ? "shared" : only.place;
	};
}

/**
 * Serves the texts of a catalogue by where they are shown: `pages/de.po?place=seller`
 * has those that only the pages of sellers show. The catalogue itself stays one,
 * so that translators see every text once, whoever reads it; and nobody has to say
 * where a text belongs: the imports do.
 */
export function textsByPlace(src: string): Plugin {
	const config = getConfig();
	const { rootDir = ".", sourceLocale = "en", fallbackLocales = {} } = config;
	let placeOf: ((file: string) => Place) | null = null;
	return {
		name: "texts-by-place",
		buildStart() {
			placeOf = null;
		},
		watchChange() {
			placeOf = null;
		},
		load: {
			filter: { id: /\.po\?place=\w+$/ },
			async handler(id) {
				const [file = "", place = ""] = id.split("?place=");
				const found = getCatalogForFile(relative(rootDir, file), await getCatalogs(config));
				if (!found) throw new Error(`${file} is none of the catalogues of lingui.config.ts`);
				const { locale, catalog } = found;
				this.addWatchFile(file);
				const { messages } = await catalog.getTranslations(locale, {
					sourceLocale,
					fallbackLocales,
				});
				// What the sources say now is in the catalogue of their language.
				const texts = await catalog.read(sourceLocale);
				placeOf ??= placesBelow(src);
				const here = Object.entries(messages).filter(([key]) => {
					const places = new Set(
						(texts?.[key]?.origin ?? []).map(([origin]) => placeOf?.(join(rootDir, origin))),
					);
					const [only = "shared"] = places;
					return (places.size === 1 ? only : "shared") === place;
				});
				const { source, errors } = createCompiledCatalog(locale, Object.fromEntries(here), {
					namespace: "es",
				});
				if (errors.length > 0) throw new Error(createCompilationErrorMessage(locale, errors));
				return { code: source, map: null, moduleType: "js" };
			},
		},
	};
}

/**
 * Serves what the server says in a language, `server/de.po?sentences`, by the English sentences that arrive: whoever looks one up
 * needs no list of them besides. What is not translated is left out.
 */
export function serverTexts(): Plugin {
	const config = getConfig();
	return {
		name: "server-texts",
		load: {
			filter: { id: /\.po\?sentences$/ },
			async handler(id) {
				const [file = ""] = id.split("?");
				const found = getCatalogForFile(relative(config.rootDir ?? ".", file), await getCatalogs(config));
				if (!found) throw new Error(`${file} is none of the catalogues of lingui.config.ts`);
				this.addWatchFile(file);
				const texts = Object.values((await found.catalog.read(found.locale)) ?? {}).flatMap(
					({ message, translation, obsolete }) =>
						message && translation && !obsolete ? [[message, translation]] : [],
				);
				return {
					code: `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))});`,
					map: null,
					moduleType: "js",
				};
			},
		},
	};
}
