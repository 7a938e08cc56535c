import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { keyed } from "@/lib/keyed";

afterEach(() => void vi.useRealTimers());

/** Sends commands, and says under which keys; those that are lost have no answer. */
function sender() {
	const client = new QueryClient();
	const keys: string[] = [];
	const send = async (command: unknown, isLost = false) => {
		await keyed(client, command, async (key) => {
			keys.push(key);
			if (isLost) throw new Error("lost");
		}).catch(() => undefined);
	};
	return { keys, send };
}

test("what was not answered is sent again under its key, until it is", async () => {
	const { keys, send } = sender();
	await send({ amount: "1.50" }, true);
	await send({ amount: "1.50" }, true);
	await send({ amount: "1.50" });
	await send({ amount: "1.50" });
	const [first, second, third, fourth] = keys;
	expect([second, third]).toEqual([first, first]);
	expect(fourth, "another one").not.toBe(first);
});

test("what says something else has another key", async () => {
	const { keys, send } = sender();
	await send({ amount: "1.50" }, true);
	await send({ amount: "2.50" }, true);
	await send({ amount: "1.50" }, true);
	expect(keys[1]).not.toBe(keys[0]);
	expect(keys[2]).toBe(keys[0]);
});

test("what is said again the next day is meant anew", async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	const { keys, send } = sender();
	await send({ delta: 10 }, true);
	vi.setSystemTime(Date.now() + 24 * 3_600_000);
	await send({ delta: 10 }, true);
	expect(keys[1]).not.toBe(keys[0]);
});
