import type { SellerOrderStatus } from "@/gql/graphql";

/** For how long a shipment can be taken back: the ten seconds of the notice, and the way to the server. */
export const undoSeconds = 15;

/** Whether something of an order is still to be sent. */
export const isToShip = (status: SellerOrderStatus) =>
	status === "READY_TO_SHIP" || status === "PARTIALLY_SHIPPED";
