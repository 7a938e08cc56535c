import * as v from "valibot";
import { pageSearch, textSearch } from "./list";

/** The part of an address that narrows a list of entries. */
export const entrySearch = v.object({ account: textSearch, order: textSearch, ...pageSearch });
export type EntrySearch = v.InferOutput<typeof entrySearch>;

/** The filter of the API for an address. */
export function entryFilter({ account, order }: EntrySearch) {
	return { account: account || undefined, orderId: order || undefined };
}
