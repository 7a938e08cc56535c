import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { AdminProductVariantsDocument, OperatorOrdersDocument } from "@/gql/graphql";
import { hatQuery } from "@/lib/query";
import type { Hat } from "@/lib/session";

const mill = { actAs: "mill", permissions: [] } as unknown as Hat;
const wool = { actAs: "wool", permissions: [] } as unknown as Hat;

type Asked = ReturnType<typeof hatQuery>;

/** What is shown while a second question is not answered, after a first one was. */
async function shownAfter(first: Asked, second: Asked) {
	const client = new QueryClient();
	const observer = new QueryObserver(client, { ...first, queryFn: () => "what was read" });
	const stop = observer.subscribe(() => {});
	await expect.poll(() => observer.getCurrentResult().data).toBe("what was read");
	observer.setOptions({ ...second, queryFn: () => new Promise(() => {}) });
	const { data } = observer.getCurrentResult();
	stop();
	return data;
}

const orders = (hat: Hat, variables: object) =>
	hatQuery(hat, "orders", OperatorOrdersDocument, variables) as Asked;
const variants = (hat: Hat, variables: { id: string }) =>
	hatQuery(hat, "products", AdminProductVariantsDocument, variables) as Asked;

test("what is shown of a list stays while another page of it, or another part, is asked for", async () => {
	const page = orders(mill, { filter: { status: "PAID" }, first: 25 });
	expect(await shownAfter(page, orders(mill, { filter: { status: "PAID" }, first: 25, after: "z" }))).toBe(
		"what was read",
	);
	expect(await shownAfter(page, orders(mill, { filter: {}, last: 25, before: "a" }))).toBe("what was read");
	expect(
		await shownAfter(
			variants(mill, { id: "one", size: 12 } as never),
			variants(mill, { after: "z", size: 12, id: "one" } as never),
		),
	).toBe("what was read");
});

test("nothing of one thing is shown as another", async () => {
	expect(await shownAfter(variants(mill, { id: "one" }), variants(mill, { id: "two" }))).toBeUndefined();
	expect(await shownAfter(orders(mill, { first: 25 }), orders(wool, { first: 25 }))).toBeUndefined();
	expect(await shownAfter(orders(mill, {}), variants(mill, { id: "one" }))).toBeUndefined();
});
