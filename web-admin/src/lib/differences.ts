import * as v from "valibot";
import {
	ReconciliationDifferenceDocument,
	ReconciliationDifferencesDocument,
	ReconciliationOverviewDocument,
} from "@/gql/graphql";
import {
	ReconciliationDifferenceKindValues,
	ReconciliationDifferenceSortValues,
	ReconciliationDifferenceStatusValues,
} from "@/gql/values";
import { choiceSearch, pageSearch, pageVariables } from "./list";
import { hatQuery } from "./query";
import type { Hat } from "./session";

/** What an address says about the list of differences. */
export const differenceSearch = v.object({
	status: choiceSearch(ReconciliationDifferenceStatusValues),
	kind: choiceSearch(ReconciliationDifferenceKindValues),
	sort: choiceSearch(ReconciliationDifferenceSortValues),
	...pageSearch,
});
export type DifferenceSearch = v.InferOutput<typeof differenceSearch>;

/** Without a status the list has what is to be explained. */
export const differencesQuery = (hat: Hat, { status, kind, sort, ...page }: DifferenceSearch) =>
	hatQuery(hat, "ledger", ReconciliationDifferencesDocument, {
		filter: { statuses: status ? [status] : ["OPEN", "SUSPENDED", "ACCEPTED"], kind },
		sort: sort ?? "OLDEST_FIRST",
		...pageVariables(page),
	});

export const overviewQuery = (hat: Hat) => hatQuery(hat, "ledger", ReconciliationOverviewDocument, {});

export const differenceQuery = (hat: Hat, id: string) =>
	hatQuery(hat, "ledger", ReconciliationDifferenceDocument, { id });
