import type { QueryClient, QueryFilters } from "@tanstack/react-query";
import { queryOptions } from "@tanstack/react-query";
import { AdminViewAsDocument, type HatPartsFragment, type ViewAsPartsFragment } from "@/gql/graphql";
import { ApiError, request } from "./api";
import { recall, remember } from "./storage";

/** The grant by which an operator views as a seller, and the hat that it gives. */
export type View = { grant: ViewAsPartsFragment; hat: HatPartsFragment };

const key = "etal.viewAs";

/** The sellers that were viewed from this browser, by slug. Only a hint whom to ask about: the server knows. */
function viewed(): Record<string, string> {
	try {
		const kept: unknown = JSON.parse(recall(key) ?? "{}");
		return typeof kept === "object" && kept !== null ? (kept as Record<string, string>) : {};
	} catch {
		return {};
	}
}

/** Keeps that a seller is viewed, so that its pages ask for the grant. */
export function rememberView(slug: string, sellerId: string) {
	remember(key, JSON.stringify({ ...viewed(), [slug]: sellerId }));
}

/** The id of a seller that may be viewed, by the slug of its pages. */
export function viewedSeller(slug: string): string | undefined {
	return viewed()[slug];
}

/** The grant for a seller; null when there is none or its time is over. */
export const viewQuery = (sellerId: string) =>
	queryOptions({
		queryKey: ["view-as", sellerId],
		queryFn: async ({ signal }): Promise<View | null> => {
			try {
				const { viewer } = await request(AdminViewAsDocument, {}, { actAs: sellerId, signal });
				return viewer?.viewAs && viewer.hat ? { grant: viewer.viewAs, hat: viewer.hat } : null;
			} catch (error) {
				// A hat without a grant is that of any stranger.
				if (error instanceof ApiError && error.code === "FORBIDDEN") return null;
				throw error;
			}
		},
		staleTime: 30_000,
	});

/** What is read under the hat of a view, but not the view itself. */
const readBy = (sellerId: string): QueryFilters => ({
	predicate: ({ queryKey }) => queryKey[1] === sellerId && queryKey[0] !== "view-as",
});

/** Breaks off what a view is reading, before it ends: it would be refused. */
export const stopReading = (client: QueryClient, sellerId: string) => client.cancelQueries(readBy(sellerId));

/** Forgets a view that has ended, and all that was read by it. */
export function forgetView(client: QueryClient, { slug, sellerId }: { slug: string; sellerId: string }) {
	const { [slug]: _ended, ...others } = viewed();
	remember(key, JSON.stringify(others));
	client.setQueryData(viewQuery(sellerId).queryKey, null);
	client.removeQueries(readBy(sellerId));
}
