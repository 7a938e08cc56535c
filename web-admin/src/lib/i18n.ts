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

// Each file is loaded when its language is spoken, and no other one.
const catalogues = import.meta.glob<{ messages: Texts }>("../locales/*/*.po");

async function textsOf(place: "door" | "pages", language: Language): Promise<Texts> {
	const load = catalogues[`../locales/${place}/${language}.po`];
	return load ? (await load()).messages : {};
}

const key = "etal.language";

/** The language that was chosen in this browser, or the first of the browser's own that there is. */
export function wantedLanguage(): Language {
	const asked = [recall(key), ...navigator.languages].map((tag) => tag?.split("-")[0]);
	return asked.find(isLanguage) ?? "en";
}

let wanted: Language = "en";
/** Whether the texts of all pages are needed, or those of the door only. */
let isInside = false;

/** Loads the texts of a language and shows the pages in it. When another one is wanted meanwhile, that one stays. */
export async function speak(language: Language) {
	wanted = language;
	const [door, pages] = await Promise.all([
		textsOf("door", language),
		isInside ? textsOf("pages", language) : {},
	]);
	if (wanted !== language) return;
	i18n.loadAndActivate({ locale: language, locales: numerals(language), messages: { ...door, ...pages } });
	document.documentElement.lang = language;
	document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

/** Shows the pages in a language that somebody chose, now and at the next visit. */
export async function choose(language: Language) {
	remember(key, language);
	// Before anybody has signed in it waits for whoever does in this tab: others who share the browser do not get it.
	if (!isInside) remember(key, language, "tab");
	await speak(language);
}

/** The choice of the door, once. */
export function takeChoice(): Language | null {
	const taken = recall(key, "tab");
	forget(key, "tab");
	return isLanguage(taken) ? taken : null;
}

/** Loads the texts of all pages in the language that is spoken. Once: later languages bring them. */
export async function loadTexts() {
	if (isInside) return;
	const language = wanted;
	i18n.load(language, await textsOf("pages", language));
	isInside = true;
	if (wanted !== language) await speak(wanted);
}

export { i18n };
