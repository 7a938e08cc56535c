import { draftsName } from "./drafts-owner";
import { remember } from "./storage";

/** What a form holds, field by field. */
export type Fields = Record<string, unknown>;

/** What somebody has typed into a form and not saved. */
export type Draft = {
	/** Whose it is, under which hat, of which form and of what: one text, by which it is found. */
	place: string;
	account: string;
	/** When something was last typed, in milliseconds. */
	at: number;
	/** The fields that were changed, and what was saved in them when they were. */
	typed: Fields;
	base: Fields;
};

/** How long a draft is kept, in milliseconds. */
export const draftAge = 30 * 24 * 60 * 60_000;

// Parts of a list have keys that a page gives them when it is opened: they are no part of what they hold.
const textOf = (value: unknown) =>
	JSON.stringify(value, (name, part: unknown) =>
		name === "key" && typeof part === "string" ? undefined : part,
	);
const isSame = (one: unknown, other: unknown) => textOf(one) === textOf(other);

const pick = (from: Fields, names: string[]): Fields =>
	Object.fromEntries(names.map((name) => [name, from[name]]));

/** The fields that hold something else than what is saved. */
export function changedFields(value: Fields, saved: Fields): Fields {
	return pick(
		value,
		Object.keys(value).filter((name) => !isSame(value[name], saved[name])),
	);
}

/**
 * What of a draft is still to be done when its form is opened again: the fields that can be filled in, and those that
 * somebody else has saved otherwise meanwhile. What is saved as it was typed is neither.
 */
export function compared(draft: Draft, saved: Fields): { mine: Fields; clashing: Fields } {
	const mine: Fields = {};
	const clashing: Fields = {};
	for (const [name, typed] of Object.entries(draft.typed)) {
		// A field that the form does not have any more is left out.
		if (!(name in saved) || isSame(typed, saved[name])) continue;
		(isSame(draft.base[name], saved[name]) ? mine : clashing)[name] = typed;
	}
	return { mine, clashing };
}

/** A draft with what is typed by now. What was saved when a field was first changed stays its base. */
export function withTyped(draft: Draft, typed: Fields, saved: Fields): Draft {
	const names = Object.keys(typed);
	return {
		...draft,
		typed,
		base: {
			...pick(saved, names),
			...pick(
				draft.base,
				names.filter((name) => name in draft.base),
			),
		},
	};
}

function open(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(draftsName, 1);
		opening.addEventListener("upgradeneeded", () =>
			opening.result.createObjectStore("drafts", { keyPath: "place" }),
		);
		opening.addEventListener("success", () => resolve(opening.result));
		opening.addEventListener("error", () => reject(opening.error));
	});
}

/**
 * Asks the store of drafts something, and answers what it says; undefined where the browser keeps nothing, as some do
 * in private windows, or has no room. It is closed afterwards, so that it can be thrown away from any window.
 */
async function ask<T>(mode: IDBTransactionMode, doing: (store: IDBObjectStore) => IDBRequest<T>) {
	try {
		const database = await open();
		try {
			return await new Promise<T>((resolve, reject) => {
				const unit = database.transaction("drafts", mode);
				const asked = doing(unit.objectStore("drafts"));
				unit.addEventListener("complete", () => resolve(asked.result));
				unit.addEventListener("abort", () => reject(unit.error));
			});
		} finally {
			database.close();
		}
	} catch {
		return undefined;
	}
}

/** Keeps a draft in this browser, if it allows that. */
export async function keepDraft(draft: Draft) {
	remember(draftsName, draft.account);
	// What cannot be copied, such as a file, is no text, and is not kept.
	await ask("readwrite", (store) => store.put(draft));
}

/** Throws a draft away. */
export async function dropDraft(place: string) {
	await ask("readwrite", (store) => store.delete(place));
}

/** The draft of a place; undefined when there is none. What is too old, or of another account, is thrown away. */
export async function findDraft(account: string, place: string, now: number): Promise<Draft | undefined> {
	const all = ((await ask("readonly", (store) => store.getAll())) ?? []) as Draft[];
	const isGood = (draft: Draft) => draft.account === account && now - draft.at < draftAge;
	for (const draft of all) if (!isGood(draft)) void dropDraft(draft.place);
	return all.find((draft) => draft.place === place && isGood(draft));
}
