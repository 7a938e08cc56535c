import * as v from "valibot";

/** How many days up to now a home looks at. */
export type Span = 7 | 30 | 90;

/** The days in an address; any other number is left out. */
export const spanSearch = v.fallback(v.optional(v.picklist([7, 30, 90])), undefined);

/** What is looked at when the address says nothing. */
export const usualSpan: Span = 30;

/** The part of an address that says how many days are looked at. */
export const spanOf = (days: Span) => ({ days: days === usualSpan ? undefined : days });
