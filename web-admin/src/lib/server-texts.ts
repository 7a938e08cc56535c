import { i18n } from "@lingui/core";
import { isolatedText } from "@/lib/isolated";

/** What the server says, by the English sentences that arrive. */
type Texts = Record<string, string>;

// Each language is loaded when the server says something that has to be shown, and English never is.
const catalogues = import.meta.glob<Texts>(["../locales/server/*.po", "!../locales/server/en.po"], {
	query: "?sentences",
	import: "default",
});

const hole = /\{(\d+)\}/g;
const special = /[.*+?^${}()|[\]\\]/g;

/** A sentence with values in it as what recognises it, and the numbers of its values in their order. */
function patternOf(sentence: string) {
	const numbers = [...sentence.matchAll(hole)].map(([, number = ""]) => number);
	const words = sentence.split(/\{\d+\}/).map((part) => part.replace(special, "\\$&"));
	return { pattern: new RegExp(`^${words.join("(.+?)")}$`, "s"), numbers };
}

/** What the server says, in one language. */
export class Phrasebook {
	readonly #texts: Map<string, string>;
	readonly #patterns: { pattern: RegExp; numbers: string[]; text: string; length: number }[];

	/** With values that are isolated, where sentences run from right to left: a number of Latin letters would be turned round. */
	readonly #isIsolating: boolean;

	constructor(texts: Texts, isIsolating = false) {
		this.#isIsolating = isIsolating;
		const all = Object.entries(texts);
		const hasValues = ([sentence]: [string, string]) => sentence.search(hole) >= 0;
		this.#texts = new Map(all.filter((each) => !hasValues(each)));
		// What says more by itself is tried first.
		this.#patterns = all
			.filter(hasValues)
			.map(([sentence, text]) => ({ ...patternOf(sentence), text, length: sentence.length }))
			.toSorted((a, b) => b.length - a.length);
	}

	/** A value in a sentence, which may be a sentence itself. */
	#value(value: string): string {
		if (value.endsWith(".")) return this.say(value) ?? value;
		return (this.#isIsolating && isolatedText(value)) || value;
	}

	/** A sentence in this language, or null when it is not in the book. */
	say(sentence: string): string | null {
		const known = this.#texts.get(sentence);
		if (known) return known;
		for (const { pattern, numbers, text } of this.#patterns) {
			const values = pattern.exec(sentence)?.slice(1);
			if (!values) continue;
			const said = new Map(numbers.map((number, at) => [number, this.#value(values[at] ?? "")]));
			return text.replace(hole, (_, number: string) => said.get(number) ?? "");
		}
		// An error beside the data names the input before it says what is wrong.
		const [, rest] = /^[a-z]\w*(?:\.\w+)*: (.+)$/s.exec(sentence) ?? [];
		return rest ? this.say(rest) : null;
	}
}

const nothing = new Phrasebook({});
const books = new Map<string, Promise<Phrasebook>>();

/** The book of a language. It is loaded once; when it cannot be, the next who asks tries again. */
export function phrasebook(language: string): Promise<Phrasebook> {
	const load = catalogues[`../locales/server/${language}.po`];
	if (!load) return Promise.resolve(nothing);
	const known = books.get(language);
	if (known) return known;
	const book = load().then((texts) => new Phrasebook(texts, language === "ar"));
	books.set(language, book);
	book.catch(() => books.delete(language));
	return book;
}

/** A sentence of the server in the language that is spoken, or as it came. */
export async function inWords(sentence: string): Promise<string> {
	return (await phrasebook(i18n.locale)).say(sentence) ?? sentence;
}
