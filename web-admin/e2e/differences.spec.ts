import { expect, expectSound, inFilters, people, signIn, test } from "./fixtures";

test("ledger and provider agree, or say what differs, and an operator can have them compared", async ({
	page,
}) => {
	await signIn(page, people.operator, "/platform/ledger");
	await page.getByRole("link", { name: "Differences" }).click();
	await expect(page.getByRole("link", { name: "Differences" })).toHaveAttribute("aria-current", "page");
	await page.getByRole("button", { name: "Compare now" }).click();
	await expect(page.getByText("The accounts are being compared.")).toBeVisible();
	await expect(page.getByRole("region", { name: "Comparison with the provider" })).toContainText(
		"movements match",
		{
			timeout: 20_000,
		},
	);
	await inFilters(page, () => page.getByLabel("Status").selectOption("RESOLVED"));
	await expect(page).toHaveURL(/status=RESOLVED/);
	await inFilters(page, () => page.getByLabel("Sort by").selectOption("LARGEST_FIRST"));
	await expect(page).toHaveURL(/sort=LARGEST_FIRST/);
	await expectSound(page);
});

test("a difference that does not exist says so", async ({ page }) => {
	await signIn(page, people.operator, "/platform/differences/dif_nothing");
	await expect(page.getByText("There is no such difference")).toBeVisible();
	await expectSound(page);
});
