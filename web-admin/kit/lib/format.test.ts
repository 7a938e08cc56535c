import { describe, expect, test } from "vitest";
import {
	decimalOf,
	formatChange,
	formatCountry,
	formatDay,
	formatDuration,
	formatInstant,
	formatMoney,
	formatMonth,
	formatPercent,
	isNegative,
	minorOf,
	plainDecimal,
	sumMinor,
	typedMoney,
	unsigned,
	weekdays,
} from "@/lib/format";

describe("an amount that was typed", () => {
	test.each([
		["12.50", "12.50"],
		[" 12,50 ", "12.50"],
		["١٢٫٥٠", "12.50"],
		["۱۲,۵", "12.5"],
		["１２．５０", "12.50"],
		["-3,5", "-3.5"],
		["", ""],
		// What is no amount stays none: the API says so.
		["1,234.50", "1.234.50"],
		["1 000", "1 000"],
		["1٬234", "1٬234"],
	])("%s is sent as %s", (text, sent) => {
		expect(plainDecimal(text)).toBe(sent);
		expect(typedMoney(text, "EUR")).toEqual({ amount: sent, currencyCode: "EUR" });
	});

	test.each([
		["12.50", 2, 1250n],
		["12,50", 2, 1250n],
		["12", 2, 1200n],
		["12.", 2, 1200n],
		["  12.5 ", 2, 1250n],
		["", 2, 0n],
		["0007", 2, 700n],
		["1234", 0, 1234n],
		["1.234", 3, 1234n],
		["999999999999999.99", 2, 99999999999999999n],
		// The digits of Arabic and Persian, and those of full width that a Japanese keyboard writes.
		["١٢٫٥٠", 2, 1250n],
		["١٢.٥", 2, 1250n],
		["۱۲٫۵۰", 2, 1250n],
		["１２．５０", 2, 1250n],
		["１２，５", 2, 1250n],
		["١2٫۵", 2, 1250n],
	])("%s with %i decimals is %s", (text, digits, minor) => {
		expect(minorOf(text, digits)).toBe(minor);
	});

	test.each([
		["12.345", 2],
		["1.5", 0],
		["1,234.50", 2],
		["1٬234", 2],
		["-5", 2],
		["+5", 2],
		["1e3", 2],
		["0x10", 2],
		[".5", 2],
		["five", 2],
		["1 000", 2],
		["12.5.0", 2],
		["NaN", 2],
		["Infinity", 2],
		["1234567890123456", 2],
		["१२", 2],
	])("%s with %i decimals is none", (text, digits) => {
		expect(minorOf(text, digits)).toBeNull();
	});

	test("what was written as a decimal is read as the same amount", () => {
		for (const digits of [0, 2, 3]) {
			for (let minor = 0n; minor < 2_000n; minor += 7n) {
				expect(minorOf(decimalOf(minor, digits), digits)).toBe(minor);
			}
		}
	});
});

describe("an amount that is shown", () => {
	test.each([
		[{ amount: "1234.50", currencyCode: "EUR" }, "en-US", "€1,234.50"],
		[{ amount: "-0.07", currencyCode: "EUR" }, "en-US", "-€0.07"],
		[{ amount: "1234", currencyCode: "JPY" }, "en-US", "¥1,234"],
		[{ amount: "1.234", currencyCode: "KWD" }, "en-US", "KWD\u00a01.234"],
		[{ amount: "1234.50", currencyCode: "EUR" }, "de", "1.234,50\u00a0€"],
		// More than a floating-point number can hold.
		[{ amount: "90071992547409931.23", currencyCode: "EUR" }, "en-US", "€90,071,992,547,409,931.23"],
	])("%o in %s is %s", (money, locale, text) => {
		expect(formatMoney(money, locale)).toBe(text);
	});

	test("in Arabic it keeps its value, whichever digits it has", () => {
		const shown = formatMoney({ amount: "1250.75", currencyCode: "EUR" }, "ar-EG");
		expect(shown).toContain("١");
		expect(minorOf(shown.replaceAll(/[^٠-٩٫]/g, ""), 2)).toBe(125075n);
	});

	test.each([
		[0n, 2, "0.00"],
		[5n, 2, "0.05"],
		[-5n, 2, "-0.05"],
		[-123456n, 2, "-1234.56"],
		[7n, 0, "7"],
		[-7n, 0, "-7"],
		[1n, 3, "0.001"],
	])("%s minor units with %i decimals are %s", (minor, digits, text) => {
		expect(decimalOf(minor, digits)).toBe(text);
	});

	test("sums are exact", () => {
		expect(sumMinor([])).toBe(0n);
		expect(sumMinor(["9007199254740993", "1", "-3"])).toBe(9007199254740991n);
	});

	test("the sign can be asked for and taken away", () => {
		const debt = { amount: "-3.10", currencyCode: "EUR" };
		expect(isNegative(debt)).toBe(true);
		expect(isNegative(unsigned(debt))).toBe(false);
		expect(unsigned(debt)).toEqual({ amount: "3.10", currencyCode: "EUR" });
	});
});

describe("days, months and shares", () => {
	test("an instant is of the reader's day", () => {
		// 23:30 of the 25th in London is the 26th in Berlin, where these tests are.
		expect(formatDay("2026-11-25T23:30:00Z", "en-US")).toBe("Nov 26, 2026");
		expect(formatInstant("2026-11-25T23:30:00Z", "en-US")).toMatch(/^Nov 26, 2026, 12:30\sAM$/);
	});

	test("a month is of no zone", () => {
		expect(formatMonth("2026-01", "en-US")).toBe("January 2026");
		expect(formatMonth("2026-12", "de")).toBe("Dezember 2026");
	});

	test.each(["en-US", "ar", "ja"])("the week begins with Monday in %s", (locale) => {
		const monday = new Intl.DateTimeFormat(locale, { weekday: "long" }).format(new Date(2026, 10, 23));
		expect(weekdays(locale)[0]).toBe(monday);
		expect(new Set(weekdays(locale)).size).toBe(7);
	});

	test("basis points are shares of a hundred", () => {
		expect(formatPercent(1250, "en-US")).toBe("12.5%");
		expect(formatPercent(425, "en-US")).toBe("4.25%");
		expect(formatPercent(0, "en-US")).toBe("0%");
	});

	test("a change has a sign, and tenths where it is small", () => {
		expect(formatChange(1250, "en-US")).toBe("+13%");
		expect(formatChange(-425, "en-US")).toBe("-4.3%");
		expect(formatChange(-10_000, "en-US")).toBe("-100%");
		expect(formatChange(0, "en-US")).toBe("0%");
	});

	test("a duration is told in the largest unit that it is whole of", () => {
		expect(formatDuration(1_209_600, "en-US")).toBe("14 days");
		expect(formatDuration(86_400, "en-US")).toBe("1 day");
		expect(formatDuration(90_000, "en-US")).toBe("25 hours");
		expect(formatDuration(1800, "en-US")).toBe("30 minutes");
		expect(formatDuration(61, "en-US")).toBe("61 seconds");
		expect(formatDuration(0, "en-US")).toBe("0 seconds");
	});

	test("a country has a name, or stays its code", () => {
		expect(formatCountry("DE", "en-US")).toBe("Germany");
		expect(formatCountry("QQ", "en-US")).toBe("QQ");
	});
});
