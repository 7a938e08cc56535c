import {
	ReconciliationDifferenceDocument,
	ReconciliationDifferencesDocument,
	ReconciliationOverviewDocument,
} from "@/gql/graphql";
import { pageVariables } from "./list";
import { hatQuery } from "./query";
import { type DifferenceSearch } from "./searches";
import type { Hat } from "./session";

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
