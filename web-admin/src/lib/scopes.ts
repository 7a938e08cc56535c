import type { Permission } from "@/gql/graphql";
import type { Hat } from "./session";

// What changes something fits a key only when it is named here, as in package
// authz of the server, which has the last word.
const writing: readonly Permission[] = [
	"PRODUCT_CREATE",
	"PRODUCT_EDIT",
	"PRODUCT_PUBLISH",
	"PRODUCT_IMPORT",
	"OFFER_EDIT",
	"STOCK_EDIT",
	"SELLER_ORDER_SHIP",
	"SELLER_ORDER_CANCEL",
	"SELLER_EDIT",
	"ORDER_CANCEL",
	"PRODUCT_MODERATE",
	"RECONCILE_RUN",
];
const personal: readonly Permission[] = ["CART_READ", "API_KEY_READ"];

const isReading = (permission: Permission) =>
	/_(READ|LIST)$/.test(permission) && !personal.includes(permission);

/** What a key that a hat makes can hold: first what only reads, then what changes something. */
export function scopesOf(hat: Hat): { reading: Permission[]; writing: Permission[] } {
	return {
		reading: hat.permissions.filter(isReading),
		writing: hat.permissions.filter((permission) => writing.includes(permission)),
	};
}
