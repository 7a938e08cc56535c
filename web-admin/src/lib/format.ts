import type { MoneyPartsFragment } from "@/gql/graphql";

/**
 * Writes an amount for readers of a language. The amount stays the text that
 * the API sent: it is never made into a floating-point number.
 */
export function formatMoney(money: MoneyPartsFragment, locale: string): string {
	const digits = money.amount.split(".")[1]?.length ?? 0;
	return new Intl.NumberFormat(locale, {
		style: "currency",
		currency: money.currencyCode,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	}).format(money.amount as Intl.StringNumericLiteral);
}

/** The sum of minor units, exact at any size. */
export function sumMinor(amounts: string[]): bigint {
	return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
}

/** A day and a time in the reader's zone, such as "25 Nov 2026, 09:30". */
export function formatInstant(instant: string, locale: string): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
		new Date(instant),
	);
}

/** A day in the reader's zone, such as "25 Nov 2026". */
export function formatDay(instant: string, locale: string): string {
	return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(instant));
}

/** The name of a country, or its code where the browser has no name for it. */
export function formatCountry(code: string, locale: string): string {
	return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}
