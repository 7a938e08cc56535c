export type TrackingLine = {
	number: string;
	trackingNumber?: string;
	carrier?: string;
	trackingUrl?: string;
};

/** The number of a part of an order, such as 4X7QK-09HDM-1. */
const partNumber = /^[0-9A-Z]{5}-[0-9A-Z]{5}-\d+$/;

/** The most lines at once. */
export const linesMax = 500;

/**
 * Reads lines of a sheet: number, tracking number, carrier and address, between tabs, semicolons or commas. A first
 * line without a number is taken for the names of the columns; others without one are counted from 1 in `unclear`,
 * as are those that name an order again.
 */
export function readTracking(text: string): { lines: TrackingLine[]; unclear: number[] } {
	const lines: TrackingLine[] = [];
	const unclear: number[] = [];
	const seen = new Set<string>();
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (!line.trim()) continue;
		const between = line.includes("\t") ? "\t" : line.includes(";") ? ";" : ",";
		const cells = line.split(between).map((cell) =>
			cell
				.trim()
				.replace(/^"(.*)"$/, "$1")
				.trim(),
		);
		const number = (cells[0] ?? "").toUpperCase();
		if (!partNumber.test(number) || seen.has(number)) {
			if (index > 0 || seen.has(number)) unclear.push(index + 1);
			continue;
		}
		seen.add(number);
		const [, trackingNumber, carrier, trackingUrl] = cells.map((cell) => cell || undefined);
		lines.push({ number, trackingNumber, carrier, trackingUrl });
	}
	return { lines, unclear };
}
