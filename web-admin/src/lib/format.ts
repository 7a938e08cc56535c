import type { MoneyPartsFragment } from "@/gql/graphql";
import { numerals } from "./numerals";
import { zone } from "./zone";

/**
 * Writes an amount for readers of a language. The amount stays the text that
 * the API sent: it is never made into a floating-point number.
 */
export function formatMoney(money: MoneyPartsFragment, locale: string): string {
	const digits = money.amount.split(".")[1]?.length ?? 0;
	return new Intl.NumberFormat(numerals(locale), {
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

/** A number of minor units as the decimal text that the API would send. */
export function decimalOf(minor: bigint, digits: number): string {
	const sign = minor < 0n ? "-" : "";
	const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
	return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Digits of Arabic, Persian and full width as those of ASCII, and their decimal signs as a point. */
export function plainDigits(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/[٫]/g, ".");
}

/** A number with decimals as the API takes it, of what somebody has typed with their digits and a point or a comma. */
export function plainDecimal(text: string): string {
	return plainDigits(text).trim().replace(",", ".");
}

/** What somebody has typed as an amount of a currency, for the API, which says whether it is one. */
export function typedMoney(text: string, currencyCode: string): MoneyPartsFragment {
	return { amount: plainDecimal(text), currencyCode };
}

/** What somebody has typed as an amount, in minor units; null when it is none. */
export function minorOf(text: string, digits: number): bigint | null {
	const typed = /^(\d{1,15})(?:\.(\d*))?$/.exec(plainDecimal(text) || "0");
	const decimals = typed?.[2] ?? "";
	if (!typed || decimals.length > digits) return null;
	return BigInt(`${typed[1]}${decimals.padEnd(digits, "0")}`);
}

/** Whether an amount is below zero: in the ledger, a credit. */
export function isNegative(money: MoneyPartsFragment): boolean {
	return money.amount.startsWith("-");
}

/** Whether an amount is nothing. */
export function isZero(money: MoneyPartsFragment): boolean {
	return !/[1-9]/.test(money.amount);
}

/** What is left of an amount when another of the same currency is taken off. */
export function less({ amount, currencyCode }: MoneyPartsFragment, taken: MoneyPartsFragment) {
	const digits = amount.split(".")[1]?.length ?? 0;
	const minor = (text: string) => BigInt(text.replace(".", ""));
	return { amount: decimalOf(minor(amount) - minor(taken.amount), digits), currencyCode };
}

/** An amount without its sign. */
export function unsigned(money: MoneyPartsFragment): MoneyPartsFragment {
	return { ...money, amount: money.amount.replace(/^-/, "") };
}

function formatTime(instant: string, locale: string, style: Intl.DateTimeFormatOptions): string {
	const options = { dateStyle: "medium", timeZone: zone(), ...style } as const;
	return new Intl.DateTimeFormat(numerals(locale), options).format(new Date(instant));
}

/** A day and a time in the reader's zone, such as "25 Nov 2026, 09:30". */
export function formatInstant(instant: string, locale: string): string {
	return formatTime(instant, locale, { timeStyle: "short" });
}

/** A time in the reader's zone, such as "09:30". */
export function formatHour(instant: string, locale: string): string {
	return formatTime(instant, locale, { dateStyle: undefined, timeStyle: "short" });
}

/** A day and a time to the second, with the reader's zone: "25 Nov 2026, 09:30:07 GMT+1". */
export function formatExact(instant: string, locale: string): string {
	return formatTime(instant, locale, { timeStyle: "long" });
}

/** A day and a time to the second in UTC: "25 Nov 2026, 00:00:00 UTC". */
export function formatUtc(instant: string, locale: string): string {
	return formatTime(instant, locale, { timeStyle: "long", timeZone: "UTC" });
}

/** A day in the reader's zone, such as "25 Nov 2026". */
export function formatDay(instant: string, locale: string): string {
	return formatTime(instant, locale, {});
}

/** The name of a country, or its code where the browser has no name for it. */
export function formatCountry(code: string, locale: string): string {
	return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

/** A month such as 2026-11, in words. */
export function formatMonth(month: string, locale: string): string {
	const [year = 0, number = 1] = month.split("-").map(Number);
	const format = new Intl.DateTimeFormat(numerals(locale), {
		year: "numeric",
		month: "long",
		timeZone: "UTC",
	});
	return format.format(Date.UTC(year, number - 1));
}

/** The names of the days of the week, Monday first. */
export function weekdays(locale: string): string[] {
	const format = new Intl.DateTimeFormat(numerals(locale), { weekday: "long", timeZone: "UTC" });
	// 1 January 2024 was a Monday.
	return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}

/** How long something takes, in the largest unit that it is a whole number of: 1209600 seconds are 14 days. */
export function formatDuration(seconds: number, locale: string): string {
	const units = { day: 86_400, hour: 3600, minute: 60, second: 1 };
	const whole = Object.entries(units).find(([, size]) => seconds !== 0 && seconds % size === 0);
	const [unit, size] = whole ?? (["second", 1] as const);
	const format = new Intl.NumberFormat(numerals(locale), { style: "unit", unit, unitDisplay: "long" });
	return format.format(seconds / size);
}

/** How much more or less something is, in basis points, as a percentage with its sign: 1250 are +12.5 %. */
export function formatChange(basisPoints: number, locale: string): string {
	const format = new Intl.NumberFormat(numerals(locale), {
		style: "percent",
		maximumFractionDigits: Math.abs(basisPoints) < 1000 ? 1 : 0,
		signDisplay: "exceptZero",
	});
	return format.format(basisPoints / 10_000);
}

/** Basis points as a percentage: 1250 are 12.5 %. With fewer digits it is rounded. */
export function formatPercent(basisPoints: number, locale: string, maximumFractionDigits = 2): string {
	const format = new Intl.NumberFormat(numerals(locale), { style: "percent", maximumFractionDigits });
	return format.format(basisPoints / 10_000);
}
