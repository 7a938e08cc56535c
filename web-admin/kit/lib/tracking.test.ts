import { expect, test } from "vitest";
import { readTracking } from "@/lib/tracking";

test("lines of a sheet are read whatever is between their cells", () => {
	const text = [
		"Order\tTracking\tCarrier",
		"4x7qk-09hdm-1\t0034 1\tDHL",
		'4X7QK-09HDM-2;"0034,2";DPD;https://dpd.example/2',
		"",
		"AAAAA-BBBBB-1,,",
		"no number",
		"AAAAA-BBBBB-1,0034 3",
	].join("\r\n");
	expect(readTracking(text)).toEqual({
		lines: [
			{ number: "4X7QK-09HDM-1", trackingNumber: "0034 1", carrier: "DHL" },
			{
				number: "4X7QK-09HDM-2",
				trackingNumber: "0034,2",
				carrier: "DPD",
				trackingUrl: "https://dpd.example/2",
			},
			{ number: "AAAAA-BBBBB-1" },
		],
		unclear: [6, 7],
	});
});

test("nothing is read out of nothing", () => {
	expect(readTracking(" \n\n")).toEqual({ lines: [], unclear: [] });
	expect(readTracking("Order,Tracking")).toEqual({ lines: [], unclear: [] });
});
