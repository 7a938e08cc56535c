import { i18n } from "@lingui/core";

/** The languages that the pages are written in. */
export const locales = ["en"] as const;

/** Loads the texts of the door in a language, and with it the reading direction of the page. */
export async function activate(locale: (typeof locales)[number]) {
	const { messages } = await import(`../locales/door/${locale}.po`);
	i18n.loadAndActivate({ locale, messages });
	document.documentElement.lang = locale;
	document.documentElement.dir = "ltr";
}

let loaded = "";

/** Loads the texts of all pages in the language that is spoken. Once for each language. */
export async function loadTexts() {
	const { locale } = i18n;
	if (loaded === locale) return;
	const { messages } = await import(`../locales/pages/${locale}.po`);
	i18n.load(locale, messages);
	loaded = locale;
}

export { i18n };
