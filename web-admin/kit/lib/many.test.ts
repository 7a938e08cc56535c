import { describe, expect, test } from "vitest";
import { ApiError } from "@/lib/api";
import { FaultsError } from "@/lib/hat";
import { patiently, sendAll, turns } from "@/lib/many";

const fault = (place: number, message: string) => ({
	code: "PRICE_OUT_OF_RANGE" as const,
	field: ["input", "offers", String(place), "price"],
	message,
});

/** What is said of which row. */
const told = (refused: Map<number, unknown>) =>
	[...refused].map(([row, error]) => [row, error instanceof Error ? error.message : error]);

describe("a change that is done for all rows or for none", () => {
	test("is sent once when nothing is refused", async () => {
		const sent: number[][] = [];
		const refused = await sendAll([1, 2, 3], async (rows) => sent.push(rows));
		expect(refused.size).toBe(0);
		expect(sent).toEqual([[1, 2, 3]]);
	});

	test("is sent again without the rows that were refused, as often as some are", async () => {
		const sent: number[][] = [];
		const refused = await sendAll([1, 2, 3, 4], async (rows) => {
			sent.push(rows);
			const bad = rows.indexOf(sent.length === 1 ? 2 : 4);
			if (sent.length < 3) throw new FaultsError([fault(bad, `not ${rows[bad]}`)]);
		});
		expect(sent).toEqual([
			[1, 2, 3, 4],
			[1, 3, 4],
			[1, 3],
		]);
		expect(told(refused)).toEqual([
			[2, "not 2"],
			[4, "not 4"],
		]);
	});

	test("is sent no more when all rows were refused, and for a fault of none all are", async () => {
		let count = 0;
		const all = await sendAll([1], async () => {
			count += 1;
			throw new FaultsError([fault(0, "no")]);
		});
		expect(told(all)).toEqual([[1, "no"]]);
		const whole = await sendAll([1, 2], async () => {
			count += 1;
			throw new Error("the server is gone");
		});
		expect(told(whole)).toEqual([
			[1, "the server is gone"],
			[2, "the server is gone"],
		]);
		expect(count).toBe(2);
	});

	test("is sent again as it was, under its key, when no answer came", async () => {
		const sent: [string, number[]][] = [];
		const unanswered = new Map();
		const isDone = new Set<string>();
		const send = async (rows: number[], key: string) => {
			sent.push([key, rows]);
			if (sent.length === 1) throw new FaultsError([fault(0, "no")]);
			isDone.add(key);
			if (sent.length === 2) throw new Error("the answer was lost");
		};
		const refused = await sendAll([1, 2, 3], send, unanswered);
		expect([...refused.keys()]).toEqual([1, 2, 3]);
		// What was refused is tried beside what was not answered, and does not make another request of it.
		const after = await sendAll([1, 2, 3], send, unanswered);
		expect(after.size).toBe(0);
		expect(sent.map(([, rows]) => rows)).toEqual([[1, 2, 3], [2, 3], [2, 3], [1]]);
		expect(sent[2]?.[0], "the same key").toBe(sent[1]?.[0]);
		expect(isDone.size, "twice, of three requests that were done").toBe(2);
		expect(unanswered.size).toBe(0);
	});

	test("what was not answered and is refused then has not happened: the others go under a new key", async () => {
		const sent: [string, number[]][] = [];
		const unanswered = new Map();
		await sendAll([1, 2], () => Promise.reject(new Error("no answer")), unanswered);
		const refused = await sendAll(
			[1, 2],
			async (rows, key) => {
				sent.push([key, rows]);
				if (rows.length === 2) throw new FaultsError([fault(1, "reserved")]);
			},
			unanswered,
		);
		expect([...refused.keys()]).toEqual([2]);
		expect(sent.map(([, rows]) => rows)).toEqual([[1, 2], [1]]);
		expect(sent[0]?.[0]).not.toBe(sent[1]?.[0]);
		expect(unanswered.size).toBe(0);
	});

	test("does not go on for ever about a row that is not there", async () => {
		await expect(
			sendAll([1], async () => {
				throw new FaultsError([fault(7, "no")]);
			}),
		).rejects.toThrow("no");
	});
});

test("whoever is asked to wait asks again afterwards", async () => {
	let asked = 0;
	const answer = await patiently(async () => {
		asked += 1;
		if (asked < 3) throw new ApiError("Wait.", { code: "RATE_LIMITED", retryAfterMs: 1 });
		return "an answer";
	});
	expect(answer).toBe("an answer");
	expect(asked).toBe(3);
});

describe("turns", () => {
	test("let so many be done at the same time, in the order in which they came", async () => {
		const inTurn = turns(2);
		const begun: number[] = [];
		const ends: (() => void)[] = [];
		const all = Promise.all(
			[0, 1, 2, 3].map((at) =>
				inTurn(async () => {
					begun.push(at);
					await new Promise<void>((end) => {
						ends[at] = end;
					});
				}),
			),
		);
		expect(begun).toEqual([0, 1]);
		ends[1]?.();
		await expect.poll(() => begun).toEqual([0, 1, 2]);
		ends[0]?.();
		ends[2]?.();
		await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
		ends[3]?.();
		await all;
	});

	test("go on when something fails, and are all free again", async () => {
		const inTurn = turns(1);
		const fails = inTurn(() => Promise.reject(new Error("no")));
		const waits = inTurn(() => Promise.resolve("done"));
		await expect(fails).rejects.toThrow("no");
		await expect(waits).resolves.toBe("done");
		await expect(inTurn(() => Promise.resolve("again"))).resolves.toBe("again");
	});
});
