import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { differencesQuery } from "@/lib/differences";
import { disputesQuery } from "@/lib/disputes";
import { auditFilter, auditSearch, proposalSearch, proposalsQuery } from "@/lib/governance";
import { entryFilter, entrySearch } from "@/lib/ledger-search";
import { choiceSearch, pageSearch, pageVariables, textSearch } from "@/lib/list";
import { differenceSearch, disputeSearch, statementsSearch, teamSearch } from "@/lib/searches";
import type { Hat } from "@/lib/session";
import { statementsQuery } from "@/lib/statements";
import { invitationsQuery } from "@/lib/team";
import { startOfDay } from "@/lib/zone";

// Whatever stands in an address, a page opens: what it cannot mean is left out.

const hat: Hat = {
	kind: "SELLER",
	actAs: "sel_1",
	memberRole: "OWNER",
	operatorRole: null,
	permissions: [],
	keyScopes: [],
	seller: { id: "sel_1", name: "Mill", slug: "mill" },
};

/** The variables of a query, which are the end of its key. */
const variablesOf = (query: { queryKey: readonly unknown[] }) =>
	query.queryKey.at(-1) as Record<string, unknown>;

const nonsense: unknown[] = [null, 17, true, [], {}, ["a"], { toString: "x" }, "\u0000", "x".repeat(10_000)];

describe("any address opens a page", () => {
	const schemas = {
		differenceSearch,
		disputeSearch,
		auditSearch,
		proposalSearch,
		entrySearch,
		statementsSearch,
		teamSearch,
	};
	test.each(Object.entries(schemas))("%s takes whatever comes", (_name, schema) => {
		const names = Object.keys(schema.entries);
		for (const value of nonsense) {
			const address = Object.fromEntries(names.map((name) => [name, value]));
			expect(v.safeParse(schema, address).success).toBe(true);
		}
		expect(v.parse(schema, { no: "such thing" })).toEqual({});
	});
});

describe("parts of an address", () => {
	const search = v.object({ text: textSearch, choice: choiceSearch(["A", "B"]), ...pageSearch });

	test("a text of digits, which the router reads as a number, stays a text", () => {
		expect(v.parse(search, { text: 42 })).toEqual({ text: "42" });
		expect(v.parse(search, { text: "  tea  " })).toEqual({ text: "tea" });
		expect(v.parse(search, { text: "x".repeat(201) })).toEqual({ text: undefined });
	});

	test("a choice is one of its values", () => {
		expect(v.parse(search, { choice: "A" })).toEqual({ choice: "A" });
		expect(v.parse(search, { choice: "a" })).toEqual({ choice: undefined });
	});

	test("a page is asked for forwards or backwards, never both", () => {
		expect(pageVariables({})).toEqual({ first: 25, after: undefined });
		expect(pageVariables({ after: "c" })).toEqual({ first: 25, after: "c" });
		expect(pageVariables({ before: "c" }, 10)).toEqual({ last: 10, before: "c" });
		expect(pageVariables({ after: "a", before: "b" })).toEqual({ last: 25, before: "b" });
	});

	test("a day begins where its reader is, also when the clock is set forward", () => {
		expect(startOfDay(undefined)).toBeUndefined();
		expect(startOfDay("2026-11-26")).toBe("2026-11-25T23:00:00.000Z");
		expect(startOfDay("2026-11-30", 1)).toBe("2026-11-30T23:00:00.000Z");
		expect(startOfDay("2026-12-31", 1)).toBe("2026-12-31T23:00:00.000Z");
		// Summer begins on 29 March: this day has 23 hours.
		expect(startOfDay("2026-03-29")).toBe("2026-03-28T23:00:00.000Z");
		expect(startOfDay("2026-03-29", 1)).toBe("2026-03-29T22:00:00.000Z");
	});
});

describe("what is asked by an address", () => {
	test("entries of an account or an order; an empty text is none", () => {
		expect(entryFilter({ account: "", order: "ord_1" })).toEqual({ account: undefined, orderId: "ord_1" });
	});

	test("differences: without a word, what is to be explained", () => {
		expect(variablesOf(differencesQuery(hat, {}))).toMatchObject({
			filter: { statuses: ["OPEN", "SUSPENDED", "ACCEPTED"] },
			sort: "OLDEST_FIRST",
		});
		expect(variablesOf(differencesQuery(hat, { status: "RESOLVED" }))).toMatchObject({
			filter: { statuses: ["RESOLVED"] },
		});
	});

	test("disputes: due within some hours, the same question for an hour", () => {
		const { dueBefore } = variablesOf(disputesQuery(hat, v.parse(disputeSearch, { due: 48 })));
		expect(String(dueBefore)).toMatch(/T\d\d:00:00\.000Z$/);
		const hours = (Date.parse(String(dueBefore)) - Date.now()) / 3_600_000;
		expect(hours).toBeGreaterThanOrEqual(48);
		expect(hours).toBeLessThanOrEqual(49);
		expect(variablesOf(disputesQuery(hat, {})).dueBefore).toBeUndefined();
	});

	test("the audit log: days with both ends, and no empty texts", () => {
		expect(auditFilter({ kind: "", since: "2026-11-26", until: "2026-11-26" })).toEqual({
			kind: undefined,
			subject: undefined,
			actorId: undefined,
			since: "2026-11-25T23:00:00.000Z",
			until: "2026-11-26T23:00:00.000Z",
		});
		expect(v.parse(auditSearch, { since: "26.11.2026" }).since).toBeUndefined();
	});

	test("proposals: without a word, what waits; all of them only when asked for", () => {
		expect(variablesOf(proposalsQuery(hat, {}))).toMatchObject({ filter: { status: "PENDING" } });
		expect(variablesOf(proposalsQuery(hat, { status: "ALL" })).filter).toEqual({ status: undefined });
	});

	test("statements: a currency in any letters", () => {
		expect(variablesOf(statementsQuery(hat, { currency: "eur" }))).toMatchObject({ currencyCode: "EUR" });
		expect(variablesOf(statementsQuery(hat, { seller: "", currency: "" }))).toMatchObject({
			sellerId: undefined,
			currencyCode: undefined,
		});
	});

	test("invitations: open ones, or those that have ended", () => {
		expect(variablesOf(invitationsQuery(hat, {}))).toMatchObject({ filter: { isOpen: true } });
		expect(variablesOf(invitationsQuery(hat, { ended: true }))).toMatchObject({ filter: { isOpen: false } });
	});

	test("what a hat has read is kept under that hat only", () => {
		const other = { ...hat, actAs: "sel_2" };
		expect(differencesQuery(hat, {}).queryKey).not.toEqual(differencesQuery(other, {}).queryKey);
		expect(differencesQuery(hat, {}).queryKey.slice(0, 2)).toEqual(["ledger", "sel_1"]);
	});
});
