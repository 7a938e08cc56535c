import { afterEach, expect, test } from "vitest";
import { formatExact, formatInstant } from "@/lib/format";
import { i18n } from "@/lib/i18n";
import { dayAt, instantOf, showZone, startOfDay, utcDayAt, utcMidnight, zone, zoneNames } from "@/lib/zone";

afterEach(() => showZone(null));

test.each([
	["Europe/Paris", "2026-11-26", 0, "2026-11-25T23:00:00.000Z"],
	["Europe/Paris", "2026-11-26", 1, "2026-11-26T23:00:00.000Z"],
	["Europe/Paris", "2026-10-25", 0, "2026-10-24T22:00:00.000Z"], // clocks go back in this night
	["Europe/Paris", "2026-10-25", 1, "2026-10-25T23:00:00.000Z"],
	["Pacific/Kiritimati", "2026-01-01", 0, "2025-12-31T10:00:00.000Z"],
	["America/New_York", "2026-03-08", 1, "2026-03-09T04:00:00.000Z"],
	["Asia/Kathmandu", "2026-11-26", 0, "2026-11-25T18:15:00.000Z"],
	["America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T03:00:00.000Z"], // its clocks skip midnight
	["America/Havana", "2026-11-01", 0, "2026-11-01T04:00:00.000Z"], // its clocks show midnight twice
	["UTC", "2024-02-28", 2, "2024-03-01T00:00:00.000Z"],
])("in %s the day %s and %i begins at %s", (name, day, plus, instant) => {
	showZone(name);
	expect(startOfDay(day, plus)).toBe(instant);
	expect(dayAt(Date.parse(instant)), "it is in the day").toBe(
		new Date(Date.parse(`${day}T00:00:00Z`) + plus * 86_400_000).toISOString().slice(0, 10),
	);
	expect(dayAt(Date.parse(instant) - 1) < dayAt(Date.parse(instant)), "and nothing before is").toBe(true);
});

test("times are read in the zone, too", () => {
	showZone("Asia/Tokyo");
	expect(instantOf("2026-11-26T09:30")).toBe("2026-11-26T00:30:00.000Z");
	expect(instantOf("")).toBeUndefined();
	expect(startOfDay(undefined)).toBeUndefined();
});

test("days of UTC are the same in every zone", () => {
	showZone("America/New_York");
	expect(utcMidnight("2026-03-08")).toBe("2026-03-08T00:00:00.000Z");
	expect(utcMidnight("2026-12-31", 1)).toBe("2027-01-01T00:00:00.000Z");
	expect(utcMidnight("")).toBeUndefined();
	expect(utcDayAt(Date.parse("2026-12-01T02:00:00Z"))).toBe("2026-12-01");
});

test("times are written in the zone, and the exact one says which", () => {
	showZone("Asia/Tokyo");
	expect(formatInstant("2026-11-25T23:30:07Z", "en")).toMatch(/^Nov 26, 2026, 8:30\sAM$/);
	expect(formatExact("2026-11-25T23:30:07Z", "en")).toMatch(/^Nov 26, 2026, 8:30:07\sAM GMT\+9$/);
	showZone("UTC");
	expect(formatExact("2026-11-25T23:30:07Z", "en")).toMatch(/^Nov 25, 2026, 11:30:07\sPM UTC$/);
});

test("a zone that this browser does not know is that of the browser, and pages hear of another one", () => {
	let told = 0;
	const stop = i18n.on("change", () => told++);
	showZone("Europe/Atlantis");
	expect(zone()).toBeUndefined();
	expect(told).toBe(0);
	showZone("Europe/Paris");
	showZone("Europe/Paris");
	expect(told).toBe(1);
	stop();
	expect(zoneNames()).toContain("Europe/Paris");
	expect(zoneNames()).toContain("UTC");
});
