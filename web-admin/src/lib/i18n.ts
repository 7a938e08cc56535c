import { i18n } from "@lingui/core";
import { numerals } from "./numerals";
import { forget, recall, remember } from "./storage";

/** The languages that the pages are written in, each by its own name. */
export const languages = {
	en: "English",
	fr: "Français",
	de: "Deutsch",
	es: "Español",
	ar: "العربية",
	ja: "日本語",
} as const;

export type Language = keyof typeof languages;

/** Whether the pages are written in a language, such as "fr". */
export function isLanguage(language: string | null | undefined): language is Language {
	return Object.hasOwn(languages, language ?? "");
}

type Texts = Parameters<typeof i18n.load>[1];

/** Where texts are shown: before signing in, on every page, on the pages of operators, on those of sellers, on one's own. */
type Place = "door" | "shared" | "platform" | "seller" | "own";

type Catalogue = { messages: Texts };

// Each file is loaded when its language is spoken at its place, and no other one. The catalogue of the pages
// is divided when it is built (plugins/texts.ts).
const catalogues: Record<Place, Record<string, () => Promise<Catalogue>>> = {
	door: import.meta.glob<Catalogue>("../locales/door/*.po"),
	shared: import.meta.glob<Catalogue>("../locales/pages/*.po", { query: "?place=shared" }),
	platform: import.meta.glob<Catalogue>("../locales/pages/*.po", { query: "?place=platform" }),
	seller: import.meta.glob<Catalogue>("../locales/pages/*.po", { query: "?place=seller" }),
	own: import.meta.glob<Catalogue>("../locales/pages/*.po", { query: "?place=own" }),
};

async function textsOf(place: Place, language: Language): Promise<Texts> {
	const load = catalogues[place][`../locales/${place === "door" ? "door" : "pages"}/${language}.po`];
	return load ? (await load()).messages : {};
}

const key = "etal.language";

/** The language that was chosen in this browser; null for none. */
export function chosenLanguage(): Language | null {
	const kept = recall(key);
	return isLanguage(kept) ? kept : null;
}

/** The language that was chosen in this browser, or the first of the browser's own that there is. */
export function wantedLanguage(): Language {
	const asked = [recall(key), ...navigator.languages].map((tag) => tag?.split("-")[0]);
	return asked.find(isLanguage) ?? "en";
}

let wanted: Language = "en";
/** The places whose texts are needed, and those whose texts are there. */
const places = new Set<Place>(["door"]);
let ready: Place[] = [];

/** Brings the texts that are wanted. When others are wanted meanwhile, those. */
async function bring(): Promise<void> {
	const language = wanted;
	const asked = [...places];
	const texts = await Promise.all(asked.map((place) => textsOf(place, language)));
	if (wanted !== language || asked.length !== places.size) return bring();
	ready = asked;
	const messages: Texts = Object.assign({}, ...texts);
	i18n.loadAndActivate({ locale: language, locales: numerals(language), messages });
	document.documentElement.lang = language;
	document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

/** Loads the texts of a language and shows the pages in it. When another one is wanted meanwhile, that one stays. */
export async function speak(language: Language) {
	wanted = language;
	await bring();
}

/** Shows the pages in a language that somebody chose, now and at the next visit. */
export async function choose(language: Language) {
	remember(key, language);
	// Before anybody has signed in it waits for whoever does in this tab: others who share the browser do not get it.
	if (places.size === 1) remember(key, language, "tab");
	await speak(language);
}

/** The choice of the door, once. */
export function takeChoice(): Language | null {
	const taken = recall(key, "tab");
	forget(key, "tab");
	return isLanguage(taken) ? taken : null;
}

function placeOf(pathname: string): Place {
	if (/^\/platform\b/.test(pathname)) return "platform";
	return /^\/(s|slips)\//.test(pathname) ? "seller" : "own";
}

/** Loads the texts of a page in the language that is spoken. Once: later languages bring them. */
export async function loadTexts(pathname: string) {
	const needed: Place[] = ["shared", placeOf(pathname)];
	if (needed.every((place) => ready.includes(place))) return;
	const added = needed.filter((place) => !places.has(place));
	for (const place of added) places.add(place);
	try {
		await bring();
	} catch (error) {
		// The next page asks again.
		for (const place of added) places.delete(place);
		throw error;
	}
}

export { i18n };
