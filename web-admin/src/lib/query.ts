import { MutationCache, QueryCache, QueryClient, type QueryKey, queryOptions } from "@tanstack/react-query";
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

/** The arguments that choose among what there is of one thing. Whatever else is asked with says which thing it is. */
const choosing: ReadonlySet<string> = new Set([
	"first",
	"after",
	"last",
	"before",
	"size",
	"filter",
	"sort",
	"search",
	"status",
	"standing",
	"purpose",
	"part",
	"year",
	"from",
	"to",
	"days",
	"dueBefore",
	"createdAfter",
	"createdBefore",
]);

/** Which thing a query is about, by its key. */
function about([topic, hat, document, variables]: QueryKey): string {
	const naming = Object.entries(variables ?? {}).filter(
		([name, value]) => value != null && !choosing.has(name),
	);
	return JSON.stringify([topic, hat, document, naming.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Keeps what is shown while another page of it is asked for. Another thing, or another hat, begins with nothing. */
function keptOf(key: QueryKey) {
	return <Data>(data: Data | undefined, asked: { queryKey: QueryKey } | undefined) =>
		asked && about(asked.queryKey) === about(key) ? data : undefined;
}

/** A query of the person themselves, whichever hat their page has. */
export function personQuery<Data, Variables>(
	topic: Topic,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
) {
	const queryKey = [topic, null, documentId(document), variables];
	return queryOptions<Data>({
		queryKey,
		queryFn: ({ signal }) => request(document, variables, { signal }),
		placeholderData: keptOf(queryKey),
	});
}

/** A query under a hat. Its key holds the hat: nobody is shown what another hat has read. */
export function hatQuery<Data, Variables>(
	hat: Hat,
	topic: Topic,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
) {
	const queryKey = [topic, hat.actAs, documentId(document), variables];
	return queryOptions<Data>({
		queryKey,
		queryFn: ({ signal }) => request(document, variables, { actAs: hat.actAs, signal }),
		placeholderData: keptOf(queryKey),
	});
}
