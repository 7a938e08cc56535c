import type { SellerOffersQuery } from "@/gql/graphql";
import { plainDigits } from "./format";

export type OfferRow = NonNullable<SellerOffersQuery["sellerOffers"]>["nodes"][number];

/** What has to be known of an offer to change it together with others. */
export type ManyOffer = Pick<OfferRow, "id" | "version" | "sku" | "status" | "price" | "compareAtPrice"> & {
	product?: { title: string } | null;
	variant?: { title: string } | null;
	stock?: { onHand: number } | null;
};

/** What is asked about one offer, or about those that are ticked. */
export type OfferAsked =
	| { what: "offer" | "stock"; row: OfferRow }
	| { what: "prices" | "pause" | "sell" | "stocks"; rows: ManyOffer[] };

/** What people call an offer. */
export const nameOfOffer = ({ product, variant, sku }: Pick<ManyOffer, "product" | "variant" | "sku">) =>
	[product?.title, variant?.title].filter(Boolean).join(", ") || (sku ?? "");

/** Whether buyers can buy it while there is stock. */
export const isForSale = ({ status }: Pick<ManyOffer, "status">) => status === "ACTIVE";

/** How a stock is changed: to so many units, by so many more, or by so many fewer. */
export type StockChange = "SET" | "ADD" | "TAKE";

/** The most units on hand of an offer. */
const unitsMax = 1_000_000;

/** What a stock becomes; null when what was typed makes none. */
export function changedStock(onHand: number, change: StockChange, typed: string): number | null {
	const text = plainDigits(typed).trim();
	if (!/^\d{1,7}$/.test(text)) return null;
	const units = Number(text);
	const after = { SET: units, ADD: onHand + units, TAKE: onHand - units }[change];
	return after < 0 || after > unitsMax ? null : after;
}
