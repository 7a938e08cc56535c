import { buy, expect, expectSound, people, signIn, test } from "./fixtures";

test("an order that a buyer places and pays appears by itself", async ({ page }) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/orders");
	await expect(page.getByText("Updates by itself")).toBeVisible();
	await expectSound(page);
	const { parts, number } = await buy();
	await expect(page.getByRole("link", { name: `${number}-1` })).toBeVisible();
	await page.goto(`/admin/s/muhle-am-deich/orders/${parts[0]?.id}`);
	await expect(page.getByText("Updates by itself")).toBeVisible();
});

test("an order changes on the page of the operator while the seller ships it", async ({ page, browser }) => {
	const { id, parts } = await buy();
	await signIn(page, people.operator, `/platform/orders/${id}`);
	await expect(page.getByText("Updates by itself")).toBeVisible();
	await expect(page.getByText("To ship")).toBeVisible();
	const other = await browser.newContext();
	const seller = await other.newPage();
	await signIn(seller, people.mill, `/s/muhle-am-deich/orders/${parts[0]?.id}`);
	await seller.getByRole("button", { name: "Mark as shipped…" }).click();
	await seller.getByRole("dialog").getByRole("button", { name: "Mark as shipped" }).click();
	await expect(page.getByText("To ship"), "nobody has touched this page").toHaveCount(0);
	await other.close();
});

test("a stream that breaks is no storm: the page says so, waits longer each time, and comes back", async ({
	page,
	complaints,
}) => {
	let asked = 0;
	await page.route("**/graphql", async (route) => {
		if (route.request().headers().accept !== "text/event-stream") return await route.fallback();
		asked += 1;
		await route.abort();
	});
	await signIn(page, people.mill, "/s/muhle-am-deich/orders");
	await expect(page.getByText("Not live")).toBeVisible();
	await expect(page.getByRole("link", { name: /-1$/ }).first(), "the page works without").toBeVisible();
	await expectSound(page);
	const before = asked;
	await page.waitForTimeout(6000);
	// Three streams, that of the bell too, which wait for half to all of 1, 2, 4 and 8 seconds.
	expect(asked - before).toBeLessThanOrEqual(12);
	await page.unroute("**/graphql");
	await expect(page.getByText("Updates by itself")).toBeVisible({ timeout: 20_000 });
	complaints.length = 0; // the browser itself reports what was cut off
});
