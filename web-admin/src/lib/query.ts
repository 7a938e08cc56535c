import {
	keepPreviousData,
	MutationCache,
	QueryCache,
	QueryClient,
	queryOptions,
} from "@tanstack/react-query";
import type { TypedDocumentString } from "@/gql/graphql";
import { ApiError, documentId, isSignedOut, request } from "./api";
import type { Hat } from "./session";

/** Whether asking again may help. What the API has refused, it will refuse again. */
function mayRetry(failures: number, error: Error): boolean {
	if (failures >= 2) return false;
	return !(error instanceof ApiError) || error.code === "UNAVAILABLE";
}

/** A client that calls onSignedOut when an answer says that the session has ended. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
	const onError = (error: Error) => {
		if (isSignedOut(error)) onSignedOut();
	};
	return new QueryClient({
		queryCache: new QueryCache({ onError }),
		mutationCache: new MutationCache({ onError }),
		defaultOptions: {
			// "always": whether the browser believes to be online says little about this server.
			queries: { retry: mayRetry, staleTime: 15_000, networkMode: "always" },
			mutations: { retry: false, networkMode: "always" },
		},
	});
}

/** What a query is about, so that a mutation can say what it has changed. */
export type Topic =
	| "sellers"
	| "orders"
	| "refunds"
	| "disputes"
	| "members"
	| "webhooks"
	| "ledger"
	| "statements"
	| "files"
	| "terms"
	| "commission"
	| "money"
	| "products"
	| "factors"
	| "sessions"
	| "privacy"
	| "operators"
	| "proposals"
	| "keys"
	| "notifications"
	| "fraud"
	| "plans"
	| "charges"
	| "debts"
	| "people"
	| "reports"
	| "system"
	| "views"
	| "waiting"
	| "search"
	| "notes"
	| "audit";

/** A query of the person themselves, whichever hat their page has. */
export function personQuery<Data, Variables>(
	topic: Topic,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
) {
	return queryOptions<Data>({
		queryKey: [topic, null, documentId(document), variables],
		queryFn: ({ signal }) => request(document, variables, { signal }),
		placeholderData: keepPreviousData,
	});
}

/** A query under a hat. Its key holds the hat: nobody is shown what another hat has read. */
export function hatQuery<Data, Variables>(
	hat: Hat,
	topic: Topic,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
) {
	return queryOptions<Data>({
		queryKey: [topic, hat.actAs, documentId(document), variables],
		queryFn: ({ signal }) => request(document, variables, { actAs: hat.actAs, signal }),
		placeholderData: keepPreviousData,
	});
}
