import type { QueryClient } from "@tanstack/react-query";
import { AdminPreferencesSetDocument, type PreferencesSetInput } from "@/gql/graphql";
import { request } from "./api";
import { choose, i18n, isLanguage, type Language, speak, takeChoice } from "./i18n";
import { type Viewer, viewerQuery } from "./session";

/** Keeps what somebody has chosen with them, for every browser that they use. */
export async function keepPreferences(client: QueryClient, input: PreferencesSetInput) {
	const { preferencesSet: answer } = await request(AdminPreferencesSetDocument, { input });
	const preferences = answer?.preferences;
	if (!preferences) return;
	client.setQueryData(viewerQuery.queryKey, (viewer) => viewer && { ...viewer, preferences });
}

/** Shows the pages in another language, and keeps that with the person. */
export async function chooseLanguage(client: QueryClient, language: Language) {
	await choose(language);
	await keepPreferences(client, { language });
}

/**
 * Speaks the language of somebody who is signed in. What they have chosen at the
 * door just now goes before what they have chosen once, and is kept.
 */
export async function speakAs(client: QueryClient, viewer: Viewer) {
	const chosen = takeChoice();
	const kept = viewer.preferences?.language;
	if (chosen && chosen !== kept) {
		// That it could not be kept hinders nobody: it holds in this browser.
		await keepPreferences(client, { language: chosen }).catch(() => undefined);
	} else if (isLanguage(kept) && kept !== i18n.locale) await speak(kept);
}
