import { expect, expectSound, people, signIn, test } from "./fixtures";

test("a seller chooses when to be paid; what the platform does not allow stands in the form", async ({
	page,
}) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/payouts");
	const schedule = page.getByRole("region", { name: "Payout schedule" });
	await schedule.getByRole("button", { name: "Change…" }).click();
	const dialog = page.getByRole("dialog", { name: "Payout schedule" });
	await dialog.getByLabel("How often").selectOption("WEEKLY");
	await dialog.getByLabel("Day", { exact: true }).selectOption({ label: "Friday" });
	await dialog.getByLabel("At least, in EUR").fill("nothing");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog).toBeVisible();
	await dialog.getByLabel("At least, in EUR").fill("25.00");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(schedule).toContainText("Friday");
	await expect(schedule).toContainText("€25.00");
	await expectSound(page);
	// As it was, for the other tests.
	await schedule.getByRole("button", { name: "Change…" }).click();
	await dialog.getByLabel("How often").selectOption("PLATFORM");
	await dialog.getByLabel("At least, in EUR").fill("");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(schedule).toContainText("As soon as something is available");
	await expect(schedule).not.toContainText("€25.00");
});

test("an operator holds a seller's money for longer; bad numbers change nothing", async ({ page }) => {
	await signIn(page, people.operator, "/platform/sellers?q=Argile");
	await page.getByRole("link", { name: "Atelier Argile" }).click();
	const policy = page.getByRole("region", { name: "Release policy" });
	await expect(policy).toContainText("As the settings of the platform have it.");
	await policy.getByRole("button", { name: "Set…" }).click();
	const dialog = page.getByRole("dialog", { name: "Set the release policy" });
	await dialog.getByLabel("Days of the hold").fill("60");
	await dialog.getByLabel("Days of the reserve").fill("60");
	await dialog.getByLabel("Kept in reserve, in percent").fill("12.5");
	await dialog.getByLabel("Reason").fill("Many returns.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Set", exact: true }).click();
	await expect(dialog.getByText(/90/).first(), "the two together are at most 90 days").toBeVisible();
	await dialog.getByLabel("Days of the reserve").fill("30");
	await dialog.getByRole("button", { name: "Set", exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await expect(policy).toContainText("held for 60 days");
	await expect(policy).toContainText("12.5 % kept in reserve");
	await expect(policy).toContainText("Many returns.");
	await expectSound(page);
});

test("more than is owed cannot be recorded as paid", async ({ page }) => {
	await signIn(page, people.operator, "/platform/sellers?q=Argile");
	await page.getByRole("link", { name: "Atelier Argile" }).click();
	const outside = page.getByRole("region", { name: "Paid outside the provider" });
	await outside.getByRole("button", { name: "Record…" }).click();
	const dialog = page.getByRole("dialog", { name: "Record a payout by bank" });
	await dialog.getByLabel("Amount in EUR").fill("100000.00");
	await dialog.getByLabel("Reference of the bank transfer").fill("SEPA 1");
	await dialog.getByLabel("Reason").fill("Their account is closed.");
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(dialog.getByText("That is more than is released to this seller")).toBeVisible();
	await expectSound(page);
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(outside).toContainText("Nothing was paid outside the provider.");
});

test("a seller opens their account at the provider, from the payouts and from the page of the account", async ({
	page,
	baseURL,
}) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/payouts");
	const open = page.getByRole("button", { name: "Open my account at Stripe" });
	await expect(page.getByRole("link", { name: "Manage your account" })).toHaveCount(0);
	await open.click();
	await page.waitForURL((url) => url.pathname.startsWith("/_sim/dashboard/acct_"));
	// The simulator has none of Stripe's components: the page leads to Stripe's own, and lets no script of Stripe's in.
	const answer = await page.goto(`${baseURL}/admin/s/muhle-am-deich/payouts/account`);
	expect(answer?.headers()["content-security-policy"]).not.toContain("stripe.com");
	await expect(page.getByRole("heading", { level: 1, name: "Your account at Stripe" })).toBeVisible();
	await expect(page.getByRole("region", { name: "On Stripe's own pages" })).toBeVisible();
	await expect(page.getByRole("region", { name: "Stripe's form" })).toHaveCount(0);
	await expectSound(page);
	await open.click();
	await page.waitForURL((url) => url.pathname.startsWith("/_sim/dashboard/acct_"));
});
