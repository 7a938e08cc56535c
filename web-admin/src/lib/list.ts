import * as v from "valibot";

/** How many rows a page of a list has. */
export const PAGE_SIZE = 25;

const cursor = v.fallback(v.optional(v.string()), undefined);

/** The part of an address that says which page of a list is shown. A cursor that is no text is left out. */
export const pageSearch = { after: cursor, before: cursor };

/** A text in an address; one that is none, or empty, is left out. */
export const textSearch = v.fallback(
	v.optional(
		v.pipe(
			// The router reads a text of digits as a number.
			v.union([v.string(), v.number()]),
			v.transform(String),
			v.trim(),
			v.maxLength(200),
		),
	),
	undefined,
);

/** One of some values in an address; any other is left out. */
export function choiceSearch<const T extends readonly [string, ...string[]]>(values: T) {
	return v.fallback(v.optional(v.picklist(values)), undefined);
}

/** The arguments of a connection for the page that an address names. */
export function pageVariables({ after, before }: { after?: string; before?: string }, size = PAGE_SIZE) {
	return before ? { last: size, before } : { first: size, after };
}
