import type {
	BuyerFeePartsFragment,
	CommissionMeasure,
	CommissionRefundPolicy,
	CommissionRuleInput,
	CommissionRulesetSaveInput,
	MoneyInput,
	MoneyPartsFragment,
	RulePartsFragment,
	RulesetFullFragment,
} from "@/gql/graphql";
import { plainDecimal } from "./format";

// A draft as it is typed: everything is text until it is sent. What is wrong
// with it the server says; here only the shape is changed.

export type AmountsDraft = Record<
	"currencyCode" | "perUnit" | "perLine" | "perOrder" | "floor" | "cap",
	string
>;
export type TierDraft = { key: string; currencyCode: string; from: string; percent: string };
export type FeeDraft = Record<
	"key" | "currencyCode" | "percent" | "fixed" | "perLine" | "floor" | "cap",
	string
> & { refund: CommissionRefundPolicy };

/** The conditions of a rule that are lists; each is typed as one value a line. */
export const lists = [
	"sellerIds",
	"planIds",
	"productIds",
	"productTypes",
	"brands",
	"conditions",
	"currencyCodes",
	"countries",
] as const;
export type ListName = (typeof lists)[number];

export type RuleDraft = {
	key: string;
	name: string;
	percent: string;
	lists: Record<ListName, string>;
	band: Record<"currencyCode" | "from" | "below", string>;
	/** By what tiers are chosen; empty for none. */
	tiersBy: CommissionMeasure | "";
	days: string;
	isMarginal: boolean;
	tiers: TierDraft[];
	amounts: (AmountsDraft & { key: string })[];
	base: { beforeDiscount: boolean; withTax: boolean; withShipping: boolean };
	vatPercent: string;
	refund: CommissionRefundPolicy;
};

export type Draft = { note: string; rules: RuleDraft[]; buyerFees: FeeDraft[] };

/** A key for something in a list that can be moved. It is nobody else's, also where a draft of yesterday is filled in. */
const newKey = () => crypto.randomUUID();

const percentOf = (basisPoints: number) => String(basisPoints / 100);
const basisPointsOf = (percent: string) => Math.round(Number(plainDecimal(percent) || "0") * 100);
const amountOf = (money: MoneyPartsFragment | null | undefined) => money?.amount ?? "";
const isZero = (amount: string) => /^0*(\.0*)?$/.test(amount);
/** An amount that is there by itself is no more to be typed than one that is not. */
const typed = (money: MoneyPartsFragment) => (isZero(money.amount) ? "" : money.amount);

export function newRule(): RuleDraft {
	return {
		key: newKey(),
		name: "",
		percent: "10",
		lists: {
			sellerIds: "",
			planIds: "",
			productIds: "",
			productTypes: "",
			brands: "",
			conditions: "",
			currencyCodes: "",
			countries: "",
		},
		band: { currencyCode: "", from: "", below: "" },
		tiersBy: "",
		days: "30",
		isMarginal: false,
		tiers: [],
		amounts: [],
		base: { beforeDiscount: false, withTax: false, withShipping: false },
		vatPercent: "0",
		refund: "RETURN_ALL",
	};
}

export const newTier = (): TierDraft => ({ key: newKey(), currencyCode: "", from: "", percent: "" });
export const newAmounts = () => ({
	key: newKey(),
	currencyCode: "",
	perUnit: "",
	perLine: "",
	perOrder: "",
	floor: "",
	cap: "",
});
export const newFee = (): FeeDraft => ({
	key: newKey(),
	currencyCode: "",
	percent: "0",
	fixed: "",
	perLine: "",
	floor: "",
	cap: "",
	refund: "RETURN_ALL",
});

function ruleDraft(rule: RulePartsFragment): RuleDraft {
	const { when, tiers } = rule;
	return {
		key: newKey(),
		name: rule.name,
		percent: percentOf(rule.basisPoints),
		lists: Object.fromEntries(lists.map((name) => [name, when[name].join("\n")])) as RuleDraft["lists"],
		band: {
			currencyCode: (when.priceFrom ?? when.priceBelow)?.currencyCode ?? "",
			from: amountOf(when.priceFrom),
			below: amountOf(when.priceBelow),
		},
		tiersBy: tiers?.by ?? "",
		days: String(tiers?.days || 30),
		isMarginal: tiers?.isMarginal ?? false,
		tiers: (tiers?.tiers ?? []).map(({ from, basisPoints }) => ({
			key: newKey(),
			currencyCode: from.currencyCode,
			from: from.amount,
			percent: percentOf(basisPoints),
		})),
		amounts: rule.amounts.map((each) => ({
			key: newKey(),
			currencyCode: each.currencyCode,
			perUnit: typed(each.perUnit),
			perLine: typed(each.perLine),
			perOrder: typed(each.perOrder),
			floor: amountOf(each.floor),
			cap: amountOf(each.cap),
		})),
		base: rule.base,
		vatPercent: percentOf(rule.vatBasisPoints),
		refund: rule.refund,
	};
}

const feeDraft = (fee: BuyerFeePartsFragment): FeeDraft => ({
	key: newKey(),
	currencyCode: fee.currencyCode,
	percent: percentOf(fee.basisPoints),
	fixed: typed(fee.fixed),
	perLine: typed(fee.perLine),
	floor: amountOf(fee.floor),
	cap: amountOf(fee.cap),
	refund: fee.refund,
});

/** What a ruleset has, to be changed. */
export function draftOf(ruleset: RulesetFullFragment): Draft {
	return {
		note: ruleset.note,
		rules: ruleset.rules.map(ruleDraft),
		buyerFees: ruleset.buyerFees.map(feeDraft),
	};
}

const linesOf = (text: string) =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);

/** An amount as it is sent; undefined when none is typed. */
function money(amount: string, currencyCode: string): MoneyInput | undefined {
	const text = plainDecimal(amount);
	return text === "" ? undefined : { amount: text, currencyCode: currencyCode.trim().toUpperCase() };
}

function ruleInput(rule: RuleDraft): CommissionRuleInput {
	const { band, tiersBy } = rule;
	const when = Object.fromEntries(lists.map((name) => [name, linesOf(rule.lists[name])]));
	return {
		name: rule.name,
		basisPoints: basisPointsOf(rule.percent),
		when: {
			...(when as Record<ListName, string[]>),
			priceFrom: money(band.from, band.currencyCode),
			priceBelow: money(band.below, band.currencyCode),
		},
		tiers: tiersBy
			? {
					by: tiersBy,
					days: tiersBy === "SELLER_VOLUME" ? Number(rule.days) : undefined,
					isMarginal: rule.isMarginal,
					tiers: rule.tiers.map(({ from, currencyCode, percent }) => ({
						from: { amount: plainDecimal(from), currencyCode: currencyCode.trim().toUpperCase() },
						basisPoints: basisPointsOf(percent),
					})),
				}
			: undefined,
		amounts: rule.amounts.map(({ currencyCode, perUnit, perLine, perOrder, floor, cap }) => ({
			currencyCode: currencyCode.trim().toUpperCase(),
			perUnit: money(perUnit, currencyCode),
			perLine: money(perLine, currencyCode),
			perOrder: money(perOrder, currencyCode),
			floor: money(floor, currencyCode),
			cap: money(cap, currencyCode),
		})),
		base: rule.base,
		vatBasisPoints: basisPointsOf(rule.vatPercent),
		refund: rule.refund,
	};
}

/** A draft as it is sent. */
export function draftInput(draft: Draft, id?: string): CommissionRulesetSaveInput {
	return {
		id,
		note: draft.note,
		rules: draft.rules.map(ruleInput),
		buyerFees: draft.buyerFees.map(({ currencyCode, percent, fixed, perLine, floor, cap, refund }) => ({
			currencyCode: currencyCode.trim().toUpperCase(),
			basisPoints: basisPointsOf(percent),
			fixed: money(fixed, currencyCode),
			perLine: money(perLine, currencyCode),
			floor: money(floor, currencyCode),
			cap: money(cap, currencyCode),
			refund,
		})),
	};
}
