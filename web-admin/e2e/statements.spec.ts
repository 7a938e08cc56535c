import { readFileSync } from "node:fs";
import { buy, expect, expectSound, people, signIn, test } from "./fixtures";

test("a seller reads the open month: what was sold, less commission, is what is owed", async ({ page }) => {
	await buy();
	await signIn(page, people.mill, "/s/muhle-am-deich/statements");
	const open = page.getByRole("region", { name: "Not closed yet, EUR" });
	const owed = open.getByRole("table", { name: "Owed by the platform" });
	// The ledger's chain, which a statement follows, is some seconds behind.
	await expect(async () => {
		await page.reload();
		await expect(owed.getByRole("row", { name: /^Sales/ })).toBeVisible({ timeout: 2000 });
	}).toPass({ timeout: 60_000 });
	const cents = (text: string) => Number(text.replace(/[^\d−-]/g, "").replace("−", "-"));
	const amounts = (await owed.getByRole("cell").allTextContents()).map(cents);
	const closing = amounts.pop();
	expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(closing);
	await expect(page.getByText("No month is closed yet")).toBeVisible();
	await expectSound(page);
	await page.getByRole("link", { name: "Commission invoices" }).click();
	await expect(page.getByText("No invoices yet")).toBeVisible();
	await expectSound(page);
});

test("the ledger is saved as a table, once", async ({ page }) => {
	await buy();
	await signIn(page, people.operator, "/platform/ledger");
	await page.getByRole("button", { name: "Export the ledger…" }).click();
	const dialog = page.getByRole("dialog", { name: "Export the ledger" });
	await expectSound(page);
	const saved = page.waitForEvent("download");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	const file = await saved;
	const rows = readFileSync(await file.path(), "utf8")
		.trim()
		.split("\n");
	expect(rows[0]).toContain("account");
	expect(rows.length, "a paid order is at least three entries").toBeGreaterThan(3);
	await expect(page.getByRole("dialog", { name: "The file is saved" })).toContainText(
		file.suggestedFilename(),
	);
	await expectSound(page);
	await page.getByRole("button", { name: "Close" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the audit log is saved with a reason, which goes on record", async ({ page }) => {
	await signIn(page, people.operator, "/platform/audit?kind=seller.approved");
	await page.getByRole("button", { name: "Export…" }).click();
	const dialog = page.getByRole("dialog", { name: "Export the audit log" });
	await dialog.getByLabel("Reason").fill("   ");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("Reason").fill("Yearly review.");
	const saved = page.waitForEvent("download");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	const rows = readFileSync(await (await saved).path(), "utf8")
		.trim()
		.split("\n");
	expect(rows.length).toBeGreaterThan(1);
	for (const row of rows.slice(1)) expect(row).toContain("seller.approved");
	await page.getByRole("button", { name: "Close" }).click();
	await page.goto("/admin/platform/audit?kind=audit.export_requested");
	await expectSound(page);
});
