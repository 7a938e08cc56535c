import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, use } from "react";
import type { TypedDocumentString } from "@/gql/graphql";
import { documentId, type Fault, request } from "./api";
import { keyed } from "./keyed";
import type { Topic } from "./query";
import type { Hat } from "./session";
import { withSession } from "./sign-in-again";
import { withStepUp } from "./step-up";

const HatContext = createContext<Hat | null>(null);

export const HatProvider = HatContext.Provider;

/** The hat of the page: every page below a scope has one. */
export function useHat(): Hat {
	const hat = use(HatContext);
	if (!hat) throw new Error("useHat needs a page of an operator or a seller around it");
	return hat;
}

/** Thrown by a mutation whose input has to be corrected. */
export class FaultsError extends Error {
	readonly faults: Fault[];
	constructor(faults: Fault[]) {
		super(faults.map((fault) => fault.message).join(" "));
		this.name = "FaultsError";
		this.faults = faults;
	}
}

/** Whether an error holds a fault of a code. */
export function hasFault(error: unknown, code: Fault["code"]): boolean {
	return error instanceof FaultsError && error.faults.some((fault) => fault.code === code);
}

type Payload = { userErrors: Fault[] };

/** A mutation under the page's hat. Correctable errors are thrown as FaultsError; what has changed is asked for again. */
export function useHatMutation<Data extends Record<string, unknown>, Variables>(
	document: TypedDocumentString<Data, Variables>,
	changes: Topic[],
	/** What it is called, with the amount, where the second factor is asked for. */
	deed?: string,
) {
	return useChange(document, changes, useHat().actAs, deed);
}

/** A mutation of the person themselves, whichever hat their page has. */
export function usePersonMutation<Data extends Record<string, unknown>, Variables>(
	document: TypedDocumentString<Data, Variables>,
	changes: Topic[],
) {
	return useChange(document, changes, null);
}

/** A mutation under a hat that is not the page's. */
export function useActMutation<Data extends Record<string, unknown>, Variables>(
	document: TypedDocumentString<Data, Variables>,
	changes: Topic[],
	actAs: string,
) {
	return useChange(document, changes, actAs);
}

/** Sends a mutation under a hat, once. Correctable errors are thrown as FaultsError. */
export async function change<Data extends Record<string, unknown>, Variables>(
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
	actAs: string | null,
	deed?: string,
): Promise<Data> {
	const data = await withSession(() => withStepUp(() => request(document, variables, { actAs }), deed));
	const faults = Object.values(data).flatMap((payload) => (payload as Payload | null)?.userErrors ?? []);
	if (faults.length > 0) throw new FaultsError(faults);
	return data;
}

function useChange<Data extends Record<string, unknown>, Variables>(
	document: TypedDocumentString<Data, Variables>,
	changes: Topic[],
	actAs: string | null,
	deed?: string,
) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (variables: Variables) => change(document, variables, actAs, deed),
		onSuccess: () => askAgain(client, changes),
	});
}

const askAgain = (client: QueryClient, changes: Topic[]) =>
	Promise.all(changes.map((topic) => client.invalidateQueries({ queryKey: [topic] })));

/**
 * A mutation under the page's hat that happens once, however often it is sent until there is an answer: it has a key.
 * Without an answer it may have happened, so what it changes is asked for again, too.
 */
export function useKeyedMutation<
	Data extends Record<string, unknown>,
	Input extends { idempotencyKey?: string | null },
>(document: TypedDocumentString<Data, { input: Input }>, changes: Topic[], deed?: string) {
	const client = useQueryClient();
	const { actAs } = useHat();
	return useMutation({
		mutationFn: ({ input }: { input: Omit<Input, "idempotencyKey"> }) =>
			keyed(client, [documentId(document), actAs, input], (idempotencyKey) =>
				change(document, { input: { ...input, idempotencyKey } as Input }, actAs, deed),
			),
		onSuccess: () => askAgain(client, changes),
		onError: (error) => {
			if (!(error instanceof FaultsError)) void askAgain(client, changes);
		},
	});
}

const noFaults: Record<string, string> = {};
const sortedFaults = new WeakMap<FaultsError, Map<string, Record<string, string>>>();

/**
 * Sorts the faults of an error by the field of the form that they belong to; those of no field come under "". The
 * answer for an error stays the same object: a form takes another one for news, and shows again what was corrected.
 */
export function faultsByField(error: unknown, fields: string[]): Record<string, string> {
	if (!(error instanceof FaultsError)) return noFaults;
	const known = sortedFaults.get(error) ?? new Map<string, Record<string, string>>();
	sortedFaults.set(error, known);
	const name = fields.join(" ");
	const sorted = known.get(name) ?? sortFaults(error, fields);
	known.set(name, sorted);
	return sorted;
}

function sortFaults(error: FaultsError, fields: string[]): Record<string, string> {
	const sorted: Record<string, string> = {};
	for (const fault of error.faults) {
		const named = (fault.field ?? []).find((part) => fields.includes(part)) ?? "";
		sorted[named] = sorted[named] ? `${sorted[named]} ${fault.message}` : fault.message;
	}
	return sorted;
}
