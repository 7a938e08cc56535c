import { i18n } from "@lingui/core";
import { numerals } from "./numerals";

let chosen: string | undefined;

/** The time zone in which times are written and days begin; undefined for that of the browser. */
export const zone = (): string | undefined => chosen;

/** The time zone of this browser. */
export const browserZone = () => new Intl.DateTimeFormat(numerals("en")).resolvedOptions().timeZone;

/** Whether this browser can write times in a zone: it may be older than a name. */
function isKnown(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat(numerals("en"), { timeZone: name }));
	} catch {
		return false;
	}
}

/** Writes times in a zone from now on; null is that of the browser. */
export function showZone(name: string | null | undefined) {
	const next = name && isKnown(name) ? name : undefined;
	if (next === chosen) return;
	chosen = next;
	// Whatever shows a time listens to the language, too: all of it is written anew.
	if (i18n.locale) i18n.activate(i18n.locale, i18n.locales);
}

/** The names of all time zones that this browser knows. */
export function zoneNames(): string[] {
	return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
}

/** What the clocks of the zone show at an instant, as if they were those of UTC, in milliseconds. */
function clockAt(instant: number): number {
	const parts = new Intl.DateTimeFormat(numerals("en-US-u-ca-gregory-nu-latn"), {
		timeZone: chosen,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	}).formatToParts(instant);
	const of = (type: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find((part) => part.type === type)?.value ?? 0);
	return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

const day = 86_400_000;

/** The first instant at which the clocks of the zone have reached a time, that they may skip or show twice. */
function whenClocksShow(time: number): number {
	// What they are ahead of UTC on the day before and on the day after: between them it changes once at most.
	const ahead = [time - day, time + day].map((near) => clockAt(near) - near);
	const [first = time, second = time] = ahead.map((by) => time - by).sort((a, b) => a - b);
	return clockAt(first) >= time ? first : second;
}

/** The beginning of a day of the zone, such as 2026-11-26, or of a day some days later. */
export function startOfDay(date: string | undefined, plus = 0): string | undefined {
	if (!date) return undefined;
	const [year = 0, month = 1, number = 1] = date.split("-").map(Number);
	return new Date(whenClocksShow(Date.UTC(year, month - 1, number + plus))).toISOString();
}

/** The beginning of a day of UTC, or of a day some days later: books close at the same instant for everybody. */
export function utcMidnight(date: string | undefined, plus = 0): string | undefined {
	if (!date) return undefined;
	const [year = 0, month = 1, number = 1] = date.split("-").map(Number);
	return new Date(Date.UTC(year, month - 1, number + plus)).toISOString();
}

/** The instant of a day and a time of the zone, such as 2026-11-26T09:30; undefined for what is none. */
export function instantOf(text: string): string | undefined {
	const time = Date.parse(`${text}Z`);
	return Number.isNaN(time) ? undefined : new Date(whenClocksShow(time)).toISOString();
}

/** The day of the zone at an instant in milliseconds, such as 2026-11-26. */
export function dayAt(instant: number): string {
	return new Date(clockAt(instant)).toISOString().slice(0, 10);
}

/** The day of UTC at an instant in milliseconds, such as 2026-11-26. */
export function utcDayAt(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}
