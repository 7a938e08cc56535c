import { i18n } from "@lingui/core";

/** The languages that the pages are written in. */
export const locales = ["en"] as const;

/** Loads a language, and with it the reading direction of the page. */
export async function activate(locale: (typeof locales)[number]) {
	const { messages } = await import(`../locales/${locale}.po`);
	i18n.loadAndActivate({ locale, messages });
	document.documentElement.lang = locale;
	document.documentElement.dir = "ltr";
}

export { i18n };
