import { expect, test } from "vitest";
import type { RulesetFullFragment } from "@/gql/graphql";
import { draftInput, draftOf, newAmounts, newFee, newRule, newTier } from "@/lib/commission-draft";

const eur = (amount: string) => ({ amount, currencyCode: "EUR" });

const ruleset: RulesetFullFragment = {
	id: "crs_1",
	version: 3,
	revision: 1,
	status: "PUBLISHED",
	note: "As agreed",
	effectiveFrom: null,
	createdAt: null,
	publishedAt: null,
	cancelledAt: null,
	rules: [
		{
			id: "cru_1",
			name: "Tea",
			basisPoints: 425,
			vatBasisPoints: 1900,
			refund: "KEEP_FIXED",
			when: {
				sellerIds: ["sel_1", "sel_2"],
				planIds: [],
				productIds: [],
				productTypes: ["tea"],
				brands: [],
				conditions: [],
				currencyCodes: ["EUR"],
				countries: ["DE"],
				priceFrom: eur("1.00"),
				priceBelow: eur("99.99"),
			},
			tiers: {
				by: "SELLER_VOLUME",
				days: 90,
				isMarginal: true,
				tiers: [{ basisPoints: 300, from: eur("1000.00") }],
			},
			amounts: [
				{
					currencyCode: "EUR",
					perUnit: eur("0.00"),
					perLine: eur("0.10"),
					perOrder: eur("0.00"),
					floor: null,
					cap: eur("5.00"),
				},
			],
			base: { beforeDiscount: true, withTax: false, withShipping: true },
		},
	],
	buyerFees: [
		{
			currencyCode: "EUR",
			basisPoints: 150,
			refund: "RETURN_ALL",
			fixed: eur("0.50"),
			perLine: eur("0.00"),
			floor: null,
			cap: eur("3.00"),
		},
	],
};

/** A draft of one rule. */
const draftWith = (change: Partial<ReturnType<typeof newRule>>) => ({
	note: "",
	rules: [{ ...newRule(), ...change }],
	buyerFees: [],
});

test("what a ruleset has comes out again as it went in", () => {
	const input = draftInput(draftOf(ruleset), "crs_1");
	expect(input).toMatchObject({ id: "crs_1", note: "As agreed" });
	const [rule] = ruleset.rules;
	const [sent] = input.rules ?? [];
	expect(sent).toMatchObject({
		name: "Tea",
		basisPoints: 425,
		vatBasisPoints: 1900,
		refund: "KEEP_FIXED",
		when: rule?.when,
		base: rule?.base,
		tiers: { by: "SELLER_VOLUME", days: 90, isMarginal: true, tiers: rule?.tiers?.tiers },
	});
	// An amount of zero is none: nobody has to delete a nought to give none.
	expect(sent?.amounts).toEqual([
		{
			currencyCode: "EUR",
			perUnit: undefined,
			perLine: eur("0.10"),
			perOrder: undefined,
			floor: undefined,
			cap: eur("5.00"),
		},
	]);
	expect(input.buyerFees).toEqual([
		{
			currencyCode: "EUR",
			basisPoints: 150,
			fixed: eur("0.50"),
			perLine: undefined,
			floor: undefined,
			cap: eur("3.00"),
			refund: "RETURN_ALL",
		},
	]);
});

test.each([
	["10", 1000],
	["4.25", 425],
	["4,25", 425],
	[" 4.25 ", 425],
	["٤٫٢٥", 425],
	["0.07", 7],
	["1.15", 115],
	["", 0],
])("%s percent are %i basis points", (percent, basisPoints) => {
	expect(draftInput(draftWith({ percent })).rules?.[0]?.basisPoints).toBe(basisPoints);
});

test("no percentage of two decimals is rounded wrongly", () => {
	for (let points = 0; points <= 10_000; points += 1) {
		const percent = `${Math.floor(points / 100)}.${String(points % 100).padStart(2, "0")}`;
		expect(draftInput(draftWith({ percent })).rules?.[0]?.basisPoints).toBe(points);
	}
});

test("lists are one value a line; blanks around and empty lines say nothing", () => {
	const rule = newRule();
	rule.lists.currencyCodes = " EUR \n\n  \nJPY\n";
	expect(draftInput({ note: "", rules: [rule], buyerFees: [] }).rules?.[0]?.when?.currencyCodes).toEqual([
		"EUR",
		"JPY",
	]);
});

test("amounts are sent as decimals with the currency in capitals, in whichever digits they were typed", () => {
	const amounts = { ...newAmounts(), currencyCode: " eur ", cap: "٠٫١٠", floor: "1,5", perUnit: "  " };
	const [sent] = draftInput(draftWith({ amounts: [amounts] })).rules?.[0]?.amounts ?? [];
	expect(sent).toMatchObject({
		currencyCode: "EUR",
		cap: eur("0.10"),
		floor: eur("1.5"),
		perUnit: undefined,
	});
});

test("days are sent only for tiers that look back", () => {
	const tiers = [{ ...newTier(), currencyCode: "eur", from: "10", percent: "3" }];
	const sent = (tiersBy: "" | "SELLER_VOLUME" | "LINE_VALUE") =>
		draftInput(draftWith({ tiersBy, tiers, days: "30" })).rules?.[0]?.tiers;
	expect(sent("")).toBeUndefined();
	expect(sent("SELLER_VOLUME")).toMatchObject({ days: 30 });
	expect(sent("LINE_VALUE")?.days).toBeUndefined();
});

test("what can be moved keeps a key of its own", () => {
	const keys = [newRule(), newRule(), newTier(), newAmounts(), newFee()].map(({ key }) => key);
	expect(new Set(keys).size).toBe(keys.length);
	expect(
		new Set(draftOf({ ...ruleset, rules: [...ruleset.rules, ...ruleset.rules] }).rules.map((r) => r.key))
			.size,
	).toBe(2);
});
