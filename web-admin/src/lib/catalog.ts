import type {
	AdminProductQuery,
	MoneyPartsFragment,
	ProductOfferPartsFragment,
	ProductVariantPartsFragment,
} from "@/gql/graphql";
import { decimalOf, minorOf } from "./format";
import type { Hat } from "./session";

export type Product = NonNullable<AdminProductQuery["product"]>;
export type Variant = ProductVariantPartsFragment;
export type ProductOffer = ProductOfferPartsFragment;

/** The most variants of a product. */
export const variantsMax = 2000;

/** The most variants with which a product is created. */
export const variantsAtOnce = 250;

/** The most images of a product. */
export const imagesMax = 50;

/** The offer of the seller of the page, among those of a variant that others may sell too. */
export function ownOffers(variant: Variant, hat: Hat): ProductOffer[] {
	return variant.offers.filter((offer) => offer.seller?.id === hat.seller?.id);
}

/** Words between commas. */
export function wordsOf(text: string): string[] {
	return [
		...new Set(
			text
				.split(/[,،、，]/)
				.map((word) => word.trim())
				.filter(Boolean),
		),
	];
}

/** Every combination of the values of options, in the order in which they were written. */
export function combinations(values: string[][]): string[][] {
	return values.reduce<string[][]>(
		(rows, each) => rows.flatMap((row) => each.map((value) => [...row, value])),
		[[]],
	);
}

/** The text of a description that has paragraphs and nothing else; null for one with more, which is kept as HTML. */
export function textOfHtml(html: string): string | null {
	const { body } = new DOMParser().parseFromString(html, "text/html");
	const isPlain = [...body.querySelectorAll("*")].every(
		({ tagName, attributes }) => (tagName === "P" || tagName === "BR") && attributes.length === 0,
	);
	if (!isPlain) return null;
	for (const br of body.querySelectorAll("br")) br.replaceWith("\n");
	const parts = [...body.childNodes].map((node) => (node.textContent ?? "").trim());
	return parts.filter(Boolean).join("\n\n");
}

/** A text as HTML: an empty line begins a paragraph. */
export function htmlOfText(text: string): string {
	const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
	return escaped
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter(Boolean)
		.map((part) => `<p>${part.replace(/\n/g, "<br>")}</p>`)
		.join("");
}

export type PriceChange = "SET" | "PERCENT" | "AMOUNT";

/** What a price becomes; null when what was typed makes none. Percent and amounts may begin with a minus. */
export function changedPrice(
	old: MoneyPartsFragment,
	change: PriceChange,
	typed: string,
): MoneyPartsFragment | null {
	const digits = old.amount.split(".")[1]?.length ?? 0;
	const before = minorOf(old.amount, digits);
	const sign = typed.trim().startsWith("-") ? -1n : 1n;
	const by = minorOf(typed.trim().replace(/^[+-]/, ""), change === "PERCENT" ? 2 : digits);
	if (before === null || by === null || typed.trim() === "") return null;
	if (change === "SET" && sign < 0n) return null;
	// Percents have two decimals: 10,000 of them are the whole; half a unit goes up.
	const after = {
		SET: by,
		AMOUNT: before + sign * by,
		PERCENT: (before * (10_000n + sign * by) + 5_000n) / 10_000n,
	}[change];
	return after > 0n ? { amount: decimalOf(after, digits), currencyCode: old.currencyCode } : null;
}

/** Whether one amount of a currency is more than another. */
export function isMore(one: MoneyPartsFragment, other: MoneyPartsFragment): boolean {
	const digits = Math.max(...[one, other].map(({ amount }) => amount.split(".")[1]?.length ?? 0));
	return (minorOf(one.amount, digits) ?? 0n) > (minorOf(other.amount, digits) ?? 0n);
}

/** The input of a price. A former price stays beside it as long as it is above it. */
export function priceInput(price: MoneyPartsFragment, former: MoneyPartsFragment | null | undefined) {
	const money = ({ amount, currencyCode }: MoneyPartsFragment) => ({ amount, currencyCode });
	return { price: money(price), compareAt: former && isMore(former, price) ? money(former) : undefined };
}
