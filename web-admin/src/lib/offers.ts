import type { SellerOffersQuery } from "@/gql/graphql";

export type OfferRow = NonNullable<SellerOffersQuery["sellerOffers"]>["nodes"][number];

/** What has to be known of an offer to change it together with others. */
export type ManyOffer = Pick<OfferRow, "id" | "sku" | "status" | "price" | "compareAtPrice"> & {
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
