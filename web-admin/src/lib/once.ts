import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/**
 * Asks for what a form begins with: anew when the form is opened, whatever was read before, and then not again, so that
 * nothing newer replaces what is being typed.
 */
export function useOnce<Data>(query: UseQueryOptions<Data>) {
	const [first, setFirst] = useState<{ data: Data } | null>(null);
	const asked = useQuery({ ...query, staleTime: 0, placeholderData: undefined, enabled: !first });
	if (!first && asked.isFetchedAfterMount && asked.isSuccess) setFirst({ data: asked.data });
	return { data: first?.data, error: first ? null : asked.error, refetch: asked.refetch };
}
