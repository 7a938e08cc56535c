import { useQuery } from "@tanstack/react-query";
import { AdminOwnBusinessDocument } from "@/gql/graphql";
import { useHat } from "./hat";
import { hatQuery } from "./query";

/** What the seller of the page says and is, and the currency that it sells in. */
export function useBusiness() {
	const hat = useHat();
	return useQuery(hatQuery(hat, "sellers", AdminOwnBusinessDocument, { id: hat.seller?.id ?? "" }));
}
