import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import {
	api,
	buy,
	expect,
	expectSound,
	inFilters,
	keep,
	people,
	rowOf,
	settled,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

// What every long list offers: how many there are, how it is shown, what is set, and a file of it.

/** Takes the list of a page away, and answers the lines of the file. */
async function taken(page: Page): Promise<string[]> {
	await page.getByRole("button", { name: "Export this list…" }).click();
	const dialog = page.getByRole("dialog", { name: "Export this list" });
	const saved = page.waitForEvent("download");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	const file = await saved;
	await expect(page.getByRole("dialog", { name: "The file is saved" })).toContainText(
		file.suggestedFilename(),
	);
	await expectSound(page);
	await page.getByRole("button", { name: "Close" }).click();
	return readFileSync(await file.path(), "utf8")
		.trim()
		.split("\n");
}

test("an operator takes away the orders that the filters leave", async ({ page }) => {
	const tea = await buy();
	await signIn(page, people.operator, `/platform/orders?number=${tea.number}`);
	await expect(rowOf(page, tea.number)).toBeVisible();
	await expect(page.getByRole("status").filter({ hasText: "1 row in all" })).toBeVisible();
	const rows = await taken(page);
	expect(rows).toHaveLength(2);
	expect(rows[0]).toContain("number,order,status,placed_at");
	expect(rows[1]).toContain(tea.number);
	expect(rows[1], "nothing of the buyer").not.toContain("@");
});

test("a seller takes away their orders and their products, and nothing of others", async ({ page }) => {
	await buy();
	await signIn(page, people.mill, "/s/muhle-am-deich/orders");
	await settled(page);
	const orders = await taken(page);
	expect(orders.length).toBeGreaterThan(1);
	expect(orders.slice(1).every((row) => row.includes("Mühle am Deich"))).toBe(true);
	await page.goto("/admin/s/muhle-am-deich/products");
	await settled(page);
	expect((await taken(page)).join("\n")).toContain("East Frisian tea");
});

test("payouts, transfers and entries of the ledger are taken away from their lists", async ({ page }) => {
	await buy();
	await signIn(page, people.operator, "/platform/ledger/entries?account=stripe:pending");
	await settled(page);
	const entries = await taken(page);
	expect(entries.length).toBeGreaterThan(1);
	expect(
		entries.slice(1).every((row) => row.includes("stripe:pending")),
		"as the page is filtered",
	).toBe(true);
});

test("a list shows as many rows and such columns as somebody wants, and its address says so", async ({
	page,
	viewport,
}) => {
	await buy();
	await signIn(page, people.operator, "/platform/orders");
	await settled(page);
	await page.getByRole("button", { name: "Rows and columns…" }).click();
	const dialog = page.getByRole("dialog", { name: "Rows and columns" });
	await expectSound(page);
	await dialog.getByLabel("Rows on a page").selectOption("50");
	await dialog.getByLabel("Buyer").uncheck();
	await dialog.getByRole("button", { name: "Show" }).click();
	await expect(page).toHaveURL(/size=50/);
	await expect(page).toHaveURL(/hide=buyer/);
	await settled(page);
	await expect(page.getByRole("alert"), "so many rows are answered").toHaveCount(0);
	const buyer =
		(viewport?.width ?? 0) >= 896
			? page.getByRole("columnheader", { name: "Buyer" })
			: page.getByRole("list", { name: "Orders" }).getByText("Buyer", { exact: true });
	await expect(buyer).toHaveCount(0);
	await page.reload();
	await settled(page);
	await expect(buyer, "an address says it all").toHaveCount(0);
	await inFilters(page, () => page.getByLabel("Expected margin").selectOption("gain"));
	await expect(page, "what is narrowed is shown the same way").toHaveURL(/size=50/);
	await keep(page, "lists-orders");
	await expectSound(page);
});

test("on a phone the filters open over the list, which says how many are set and takes them off", async ({
	page,
	viewport,
}) => {
	await signIn(page, people.operator, "/platform/refunds?status=SUCCEEDED&since=2020-01-02");
	await settled(page);
	const open = page.getByRole("button", { name: /^Filters/ });
	if ((viewport?.width ?? 0) >= 896) return await expect(open, "a wide window shows them").toHaveCount(0);
	await expect(open).toHaveText("Filters (2)");
	await expectSound(page);
	await keep(page, "lists-chips");
	await open.click();
	await expectSound(page);
	await keep(page, "lists-filters");
	await page.getByRole("button", { name: "Show the list" }).click();
	await expect(open, "the focus comes back").toBeFocused();
	await page.getByRole("button", { name: /^Take off: From/ }).click();
	await expect(page).not.toHaveURL(/since=/);
	await expect(open).toHaveText("Filters (1)");
});

test("those who wait for a decision are shown in the order in which they have waited", async ({ page }) => {
	await signIn(page, people.operator, "/platform/sellers?status=APPLIED");
	await settled(page);
	await inFilters(page, async () => {
		await expect(page.getByLabel("Sort by", { exact: true })).toHaveValue("oldest");
		await page.getByLabel("Sort by", { exact: true }).selectOption("newest");
	});
	await expect(page).toHaveURL(/sort=newest/);
	await expectSound(page);
});

test("who has asked for less movement sees none", async ({ page }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	await signIn(page, people.operator, "/platform/sellers");
	await settled(page);
	await page.getByRole("button", { name: "Rows and columns…" }).click();
	await expect(page.getByRole("dialog")).toBeVisible();
	const moving = await page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>("*")]
			.filter((element) => {
				const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
				const longest = (list: string) => Math.max(...list.split(",").map((each) => Number.parseFloat(each)));
				return (
					(animationName !== "none" && longest(animationDuration) > 0.01) ||
					longest(transitionDuration) > 0.01
				);
			})
			.map((element) => element.className),
	);
	expect(moving, "what moves for longer than 10 ms").toEqual([]);
});

test("the navigation counts what waits for whoever looks at it", async ({ page, viewport }) => {
	await buy();
	await signIn(page, people.mill, "/s/muhle-am-deich/products");
	await settled(page);
	if ((viewport?.width ?? 0) < 896) await page.getByRole("button", { name: "More" }).click();
	const orders = page
		.getByRole("navigation", { name: "Main" })
		.getByRole("link", { name: "Orders", exact: true });
	await expect(orders).toHaveAttribute("title", /^Orders: [1-9]\d* waiting$/);
	await expectSound(page);
	await keep(page, "lists-counts");
});

test("somebody sees on which devices they are trusted, and leaves a seller", async ({ page }) => {
	await signIn(page, people.operator, "/account/security");
	await expect(page.getByText("No device is trusted")).toBeVisible();
	await page.context().clearCookies();
	await signIn(page, people.mill, "/account/security");
	await page.getByRole("button", { name: "Leave Mühle am Deich…" }).click();
	await expectSound(page);
	await page.getByRole("dialog").getByRole("button", { name: "Leave Mühle am Deich" }).click();
	await expect(page.getByRole("dialog").getByRole("alert"), "the last owner cannot").toBeVisible();
	await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
	await expectSound(page);
});

test("operators see on their first page what was done last, and sellers how long they want to look back", async ({
	page,
}) => {
	await signIn(page, people.operator, "/platform");
	const latest = page.getByRole("region", { name: "Latest activity" });
	await expect(latest.getByRole("listitem").first()).toBeVisible();
	await expectSound(page);
	await keep(page, "lists-home");
	await latest.getByRole("link", { name: "The whole audit log" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
	await page.context().clearCookies();
	await signIn(page, people.mill, "/s/muhle-am-deich");
	await page.getByLabel("Span").selectOption("90");
	await expect(page.getByLabel("Span")).toHaveValue("90");
	await settled(page);
	await expectSound(page);
});

test("Ctrl+Enter sends a form from where one types", async ({ page }) => {
	await signIn(page, people.operator, "/platform/ledger");
	await page.getByRole("button", { name: "Export the ledger…" }).click();
	const dialog = page.getByRole("dialog", { name: "Export the ledger" });
	await dialog.getByLabel("From").focus();
	const saved = page.waitForEvent("download");
	await page.keyboard.press("Control+Enter");
	await saved;
	await page.getByRole("button", { name: "Close" }).click();
});

test("a page whose rows have gone elsewhere does not say that there are none", async ({ page }) => {
	await buy();
	const token = await tokenOf(people.mill);
	const { sellerBySlug: mill } = await api<{ sellerBySlug: { id: string } }>(
		'{ sellerBySlug(slug: "muhle-am-deich") { id } }',
	);
	// The place after the last order: where somebody is who has shipped all that was on the second page.
	const { sellerOrders } = await api<{ sellerOrders: { pageInfo: { endCursor: string } } }>(
		"{ sellerOrders(last: 1, filter: { isToShip: true }) { pageInfo { endCursor } } }",
		{},
		token,
		mill.id,
	);
	const after = encodeURIComponent(sellerOrders.pageInfo.endCursor);
	await signIn(page, people.mill, `/s/muhle-am-deich/orders?status=READY_TO_SHIP&after=${after}`);
	await expect(page.getByText("Nothing is left on this page")).toBeVisible();
	await expect(page.getByText("Everything is shipped")).toHaveCount(0);
	await expectSound(page);
	await page.getByRole("button", { name: "To the first page" }).click();
	await expect(page).not.toHaveURL(/after=/);
	await expect(page).toHaveURL(/status=READY_TO_SHIP/);
	await expect(page.getByRole("main").locator("[data-row]").first()).toBeVisible();
});
