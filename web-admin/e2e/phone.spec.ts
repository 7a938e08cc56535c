import { apply, expect, expectSound, people, signIn, test } from "./fixtures";

test("a seller ships an order with the thumb", async ({ page }) => {
	await signIn(page, people.pottery);
	const bar = page.getByRole("navigation", { name: "Daily pages" });
	await bar.getByRole("link", { name: "Orders" }).tap();
	await page.getByRole("link", { name: "To ship", exact: true }).tap();
	await page.getByRole("list", { name: "Orders" }).getByRole("link").first().tap();
	await page.getByRole("button", { name: "Mark as shipped…" }).tap();
	await expectSound(page);
	await page.getByRole("dialog").getByRole("button", { name: "Mark as shipped" }).tap();
	await expect(page.getByText("is marked as shipped")).toBeVisible();
	await expectSound(page);
	await bar.getByRole("link", { name: "Orders" }).tap();
	await page.getByRole("link", { name: "To ship", exact: true }).tap();
	await expect(page.getByText("Everything is shipped")).toBeVisible();
});

test("the menu holds every page, closes behind whoever leaves, and what it covers cannot be reached", async ({
	page,
}) => {
	await signIn(page, people.pottery);
	await page.getByRole("button", { name: "More" }).tap();
	const menu = page.getByRole("dialog", { name: "Menu" });
	await expect(menu.getByRole("link")).toHaveText([
		"Home",
		"Orders",
		"Products",
		"Payouts",
		"Disputes",
		"Ledger",
		"Statements",
		"Members",
		"Proposals",
		"API keys",
		"Webhooks",
		"Audit log",
		"Plan and charges",
		"Settings",
	]);
	await menu.getByRole("link", { name: "Ledger" }).tap();
	await expect(menu).toHaveCount(0);
	await expect(page.getByRole("heading", { level: 1, name: "Ledger" })).toBeVisible();
});

test("the theme follows the system until somebody chooses, and the choice stays", async ({ page }) => {
	// A seller of its own: what is chosen is kept with the person.
	const { email } = await apply("Dunkelkammer");
	await page.emulateMedia({ colorScheme: "dark" });
	await signIn(page, email);
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	await page.emulateMedia({ colorScheme: "light" });
	await expect(page.locator("html"), "at once").toHaveAttribute("data-theme", "light");
	await page.emulateMedia({ colorScheme: "dark" });
	await page.getByRole("button", { name: "Light theme" }).tap();
	await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
	await page.reload();
	await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});
