import * as v from "valibot";
import { AdminTermsVersionsDocument, type TermsPartsFragment } from "@/gql/graphql";
import { TermsKindValues } from "@/gql/values";
import { choiceSearch, pageSearch, pageVariables } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

/** What an address says about the list of versions of the terms. */
export const termsSearch = v.object({ kind: choiceSearch(TermsKindValues), ...pageSearch });
export type TermsSearch = v.InferOutput<typeof termsSearch>;

export const termsQuery = (hat: Hat, { kind, ...page }: TermsSearch) =>
	hatQuery(hat, "terms", AdminTermsVersionsDocument, { filter: { kind }, ...pageVariables(page) });

/** Where a version of the terms stands. */
export type TermsState = "IN_FORCE" | "TO_COME" | "REPLACED" | "WITHDRAWN";

/** Where a version stands, given the ids of those in force. */
export function stateOf(version: TermsPartsFragment, inForce: string[], now: number): TermsState {
	if (version.withdrawnAt) return "WITHDRAWN";
	if (inForce.includes(version.id)) return "IN_FORCE";
	return Date.parse(version.inForceFrom) > now ? "TO_COME" : "REPLACED";
}
