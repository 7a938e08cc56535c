import type { SellerOffersQuery } from "@/gql/graphql";

export type OfferRow = NonNullable<SellerOffersQuery["sellerOffers"]>["nodes"][number];

/** What is asked about one offer, or about those that are ticked. */
export type OfferAsked =
	| { what: "offer" | "stock"; row: OfferRow }
	| { what: "prices" | "pause" | "sell" | "stocks"; rows: OfferRow[] };

/** What people call an offer. */
export const nameOfOffer = ({ product, variant, sku }: OfferRow) =>
	[product?.title, variant?.title].filter(Boolean).join(", ") || (sku ?? "");
