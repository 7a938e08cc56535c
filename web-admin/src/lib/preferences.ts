import type { QueryClient } from "@tanstack/react-query";
import { AdminPreferencesSetDocument, type PreferencesSetInput, type Theme } from "@/gql/graphql";
import { request } from "./api";
import { FaultsError } from "./hat";
import { choose, chosenLanguage, i18n, isLanguage, type Language, speak, takeChoice } from "./i18n";
import { type Viewer, viewerQuery } from "./session";
import { recall, remember } from "./storage";
import { chosenTheme, showTheme, type ThemeChoice } from "./theme";
import { showZone } from "./zone";

type Kept = NonNullable<Viewer["preferences"]>;

/** A theme as the server names it, and as the pages do. */
const themeNames = { light: "LIGHT", dark: "DARK", system: "SYSTEM" } as const;
export const themes: Record<Theme, ThemeChoice> = { LIGHT: "light", DARK: "dark", SYSTEM: "system" };

/** Keeps what somebody has chosen with them, for every browser that they use. What has to be corrected is thrown. */
export async function keepPreferences(client: QueryClient, input: PreferencesSetInput) {
	const { preferencesSet: answer } = await request(AdminPreferencesSetDocument, { input });
	if (answer?.userErrors.length) throw new FaultsError(answer.userErrors);
	const preferences = answer?.preferences;
	if (!preferences) return;
	showZone(preferences.timeZone);
	client.setQueryData(viewerQuery.queryKey, (viewer) => viewer && { ...viewer, preferences });
}

/** Shows the pages in another language, and keeps that with the person. */
export async function chooseLanguage(client: QueryClient, language: Language) {
	await choose(language);
	await keepPreferences(client, { language });
}

/** Shows the pages light or dark, and keeps that with the person. */
export async function chooseTheme(client: QueryClient, theme: ThemeChoice) {
	showTheme(theme);
	await keepPreferences(client, { theme: themeNames[theme] });
}

/** Whose choices this browser holds besides the server. */
const ownerKey = "etal.preferences";

/**
 * Shows the pages as somebody who is signed in has chosen. The language that they have chosen at the door just now
 * goes before the one that they have chosen once. What a browser holds that nobody has signed in with yet is theirs,
 * and is kept with them; what it holds of another person is not.
 */
export async function showAs(client: QueryClient, viewer: Viewer) {
	const kept = viewer.preferences;
	if (!kept) return;
	const owner = recall(ownerKey);
	const input = await showLanguage(kept, owner === null);
	if (kept.theme) showTheme(themes[kept.theme]);
	else if (owner === null) input.theme = themeInHand();
	else if (owner !== viewer.account.id) showTheme("system");
	showZone(kept.timeZone);
	try {
		if (input.language || input.theme) await keepPreferences(client, input);
		if (owner !== viewer.account.id) remember(ownerKey, viewer.account.id);
	} catch {
		// That it could not be kept hinders nobody: it holds in this browser, and is kept with the next page.
	}
}

async function showLanguage(kept: Kept, isOurs: boolean): Promise<PreferencesSetInput> {
	const chosen = takeChoice() ?? (isOurs && !kept.language ? chosenLanguage() : null);
	if (chosen) return chosen === kept.language ? {} : { language: chosen };
	if (isLanguage(kept.language) && kept.language !== i18n.locale) await speak(kept.language);
	return {};
}

function themeInHand(): PreferencesSetInput["theme"] {
	const chosen = chosenTheme();
	return chosen ? themeNames[chosen] : undefined;
}
