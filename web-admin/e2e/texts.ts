import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatter } from "@lingui/format-po";

const format = formatter({ lineNumbers: false });
const catalogues = ["door", "pages"];

async function read(catalogue: string, language: string) {
	const filename = join(import.meta.dirname, "../src/locales", catalogue, `${language}.po`);
	const parsed = await format.parse(readFileSync(filename, "utf8"), {
		locale: language,
		sourceLocale: "en",
		filename,
	});
	return Object.values(parsed);
}

/** As a pattern of the whole text: what stands in braces may be anything. */
const pattern = (text: string) =>
	text
		.split(/\{[^{}]*\}/)
		.map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/g, String.raw`\$&`))
		.join(".+");

/** What a text of the pages is in another language: a pattern of all that it is translated with. */
export type Say = (english: string) => RegExp;

/** Reads the catalogues of a language. A text that is in none of them is a mistake of the test. */
export async function textsIn(locale: string): Promise<Say> {
	const language = locale.split("-")[0] ?? "en";
	const messages = (await Promise.all(catalogues.map((name) => read(name, language)))).flat();
	return (english) => {
		const found = messages.filter(({ message }) => message === english);
		if (found.length === 0) throw new Error(`no text of the pages: ${english}`);
		const said = new Set(found.map(({ translation }) => pattern(translation || english)));
		return new RegExp(`^(${[...said].join("|")})$`);
	};
}

/** A text that goes on after what is said. */
export const begins = (said: RegExp) => new RegExp(said.source.slice(0, -1));
