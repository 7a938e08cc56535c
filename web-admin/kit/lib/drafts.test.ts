import { afterEach, expect, test, vi } from "vitest";
import {
	changedFields,
	compared,
	type Draft,
	draftAge,
	dropDraft,
	findDraft,
	keepDraft,
	withTyped,
} from "@/lib/drafts";
import { dropDrafts, dropDraftsOfOthers } from "@/lib/drafts-owner";

const draft = (change: Partial<Draft> = {}): Draft => ({
	place: "a place",
	account: "acc_1",
	at: 1000,
	typed: { title: "Mine" },
	base: { title: "Before" },
	...change,
});

afterEach(() => {
	vi.restoreAllMocks();
	dropDrafts();
});

test("only what was changed is kept, and keys of the page are no part of it", () => {
	const saved = { title: "A", rules: [{ key: "1", name: "Tea" }], tags: ["x"] };
	expect(changedFields({ ...saved, rules: [{ key: "9", name: "Tea" }], tags: ["x"] }, saved)).toEqual({});
	const rules = [{ key: "9", name: "Coffee" }];
	expect(changedFields({ ...saved, rules }, saved)).toEqual({ rules });
	// A variant may be called "key".
	expect(changedFields({ rows: { key: { price: "1" } } }, { rows: { key: { price: "2" } } })).toEqual({
		rows: { key: { price: "1" } },
	});
});

test("what others have saved meanwhile clashes where both have changed it, and nowhere else", () => {
	const found = draft({
		typed: { title: "Mine", brand: "Mine", tags: "same", gone: "x" },
		base: { title: "Before", brand: "Before", tags: "Before", gone: "" },
	});
	expect(compared(found, { title: "Before", brand: "Theirs", tags: "same", other: "Theirs" })).toEqual({
		mine: { title: "Mine" },
		clashing: { brand: "Mine" },
	});
});

test("what was saved when a field was first changed stays its base", () => {
	const next = withTyped(
		draft(),
		{ title: "Mine too", brand: "B" },
		{ title: "Theirs", brand: "A", tags: "" },
	);
	expect(next.typed).toEqual({ title: "Mine too", brand: "B" });
	expect(next.base).toEqual({ title: "Before", brand: "A" });
});

test("a draft is found by whom it is of, where it was written, until it is thrown away", async () => {
	await keepDraft(draft());
	await keepDraft(draft({ place: "another", typed: { title: "Other" } }));
	expect(await findDraft("acc_1", "a place", 2000)).toEqual(draft());
	expect(await findDraft("acc_1", "nowhere", 2000)).toBeUndefined();
	await dropDraft("a place");
	expect(await findDraft("acc_1", "a place", 2000)).toBeUndefined();
	expect((await findDraft("acc_1", "another", 2000))?.typed).toEqual({ title: "Other" });
});

test("what is too old, or somebody else's, is thrown away", async () => {
	await keepDraft(draft());
	expect(await findDraft("acc_1", "a place", 1000 + draftAge)).toBeUndefined();
	await expect.poll(() => findDraft("acc_1", "a place", 1000)).toBeUndefined();
	await keepDraft(draft());
	expect(await findDraft("acc_2", "a place", 2000)).toBeUndefined();
	await expect.poll(() => findDraft("acc_1", "a place", 2000)).toBeUndefined();
});

test("whoever signs out leaves nothing, and whoever comes next finds nothing", async () => {
	await keepDraft(draft());
	dropDraftsOfOthers("acc_1");
	expect(await findDraft("acc_1", "a place", 2000)).toEqual(draft());
	dropDraftsOfOthers("acc_2");
	expect(await findDraft("acc_1", "a place", 2000)).toBeUndefined();
	await keepDraft(draft());
	dropDrafts();
	expect(await findDraft("acc_1", "a place", 2000)).toBeUndefined();
});

test("where the browser keeps nothing, nothing is found and nothing breaks", async () => {
	vi.spyOn(indexedDB, "open").mockImplementation(() => {
		throw new DOMException("no", "SecurityError");
	});
	await keepDraft(draft());
	expect(await findDraft("acc_1", "a place", 2000)).toBeUndefined();
	await dropDraft("a place");
	vi.restoreAllMocks();
	// What cannot be copied is not kept, and what was kept before stays.
	await keepDraft(draft());
	await keepDraft(draft({ typed: { title: () => "a function" } }));
	expect(await findDraft("acc_1", "a place", 2000)).toEqual(draft());
});

// Whoever sits down at the desk next may look into the storage of the browser with its own tools.
test("no form of which drafts are kept asks for a secret", () => {
	const sources = import.meta.glob<string>("../../src/{pages,routes}/**/*.tsx", {
		query: "?raw",
		import: "default",
		eager: true,
	});
	const keeping = Object.entries(sources).filter(([, text]) => /<LeaveGuard\s[^>]*draft=/.test(text));
	expect(keeping.length).toBeGreaterThanOrEqual(6);
	for (const [file, text] of keeping) {
		expect(text, file).not.toMatch(/type="password"|one-time-code|autoComplete="cc-|iban|RecoveryCode/i);
	}
});
