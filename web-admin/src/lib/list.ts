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

/** The way back after signing in: an address, which may name many things that were chosen. */
export const nextSearch = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(8000))), undefined);

/** How many rows a page may have besides PAGE_SIZE; a server answers no more at once. */
export const pageSizes = [50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

/** Those of a list whose rows hold lists: a hundred of them would cost more than one request may. */
export const fewerSizes = [50] as const;

/** Where the API ends counting. */
const totalMost = 1000;

/** How many there are, as the API counts. */
export const inAll = (total: number) => (total > totalMost ? `${totalMost}+` : String(total));

/** The part of an address of a list whose pages may be of these sizes, and whose columns may be hidden: by their names, with commas. */
export const listSearchOf = (sizes: readonly PageSize[]) => ({
	...pageSearch,
	size: v.fallback(v.optional(v.picklist(sizes)), undefined),
	hide: textSearch,
});

export const listSearch = listSearchOf(pageSizes);

/** What says of a column whether it is shown. */
export type Hideable = {
	/** A column with a name can be hidden; it stands in the address, so it is the same in every language. */
	name?: string;
	/** Hidden unless somebody asks for it: with all of its columns, the list would be wider than a window of 1280. */
	isExtra?: boolean;
};

/** Stands in an address for no columns at all: without it, the extra ones are hidden. */
const none = "none";

const extras = (columns: Hideable[]) =>
	columns.flatMap(({ name, isExtra }) => (name && isExtra ? [name] : []));

/** The names of the columns that are hidden: those that an address names, or the extra ones when it names none. */
export function hiddenColumns(columns: Hideable[], hide: string | undefined): string[] {
	return hide === undefined ? extras(columns) : hide.split(",").filter((name) => name && name !== none);
}

/** How an address names the columns that are hidden; it does not when they are those that are hidden anyway. */
export function hideOf(columns: Hideable[], hidden: string[]): string | undefined {
	const usual = extras(columns);
	const isUsual = usual.length === hidden.length && usual.every((name) => hidden.includes(name));
	return isUsual ? undefined : hidden.join(",") || none;
}

/** One of some values in an address; any other is left out. */
export function choiceSearch<const T extends readonly [string, ...string[]]>(values: T) {
	return v.fallback(v.optional(v.picklist(values)), undefined);
}

/** A day such as 2026-11-26 in an address; any other text is left out. */
export const daySearch = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

type PageOf = { after?: string; before?: string; size?: PageSize };

/** The arguments of a connection for the page that an address names. */
export function pageVariables({ after, before, size: chosen }: PageOf, usual = PAGE_SIZE) {
	const size = chosen ?? usual;
	return before ? { last: size, before } : { first: size, after };
}

/** The first day of the month after an instant, UTC, such as 2026-12-01. */
export function firstOfNextMonth(now: number): string {
	const at = new Date(now);
	return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

/** The beginning of a day, UTC; undefined for none, and for a day that has begun: what is to hold then holds now. */
export function startOfDayUtc(date: string, now: number): string | undefined {
	if (!date || date === new Date(now).toISOString().slice(0, 10)) return undefined;
	return `${date}T00:00:00Z`;
}
