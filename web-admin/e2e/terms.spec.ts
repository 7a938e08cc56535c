import { expect, expectSound, keep, password, people, rowOf, test } from "./fixtures";
import { type Running, run } from "./setup";

// A server of its own: terms in force would stand in the way of whoever applies or buys elsewhere.
let server: Running;
test.beforeAll(async () => {
	server = await run(process.env.E2E_BINARY ?? "");
});
test.afterAll(() => server.stop());

test("an operator publishes terms; an owner reads and accepts them", async ({ page }) => {
	test.slow();
	const enter = async (email: string, next: string) => {
		await page.context().clearCookies();
		await page.goto(`${server.url}/admin/login?next=${encodeURIComponent(next)}`);
		await page.getByLabel("Email").fill(email);
		await page.getByLabel("Password").fill(password);
		await page.getByRole("button", { name: "Sign in" }).click();
		await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Sign in");
	};
	await enter(people.operator, "/platform/terms");
	await expect(page.getByText("Nothing is published yet")).toBeVisible();
	await expectSound(page);

	const publish = async (title: string, more: () => Promise<void>) => {
		await page.getByRole("button", { name: "Publish…" }).click();
		const dialog = page.getByRole("dialog", { name: "Publish a version" });
		await dialog.getByLabel("Document").selectOption("SELLER_TERMS");
		await dialog.getByLabel("Title").fill(title);
		await more();
		await dialog.getByRole("button", { name: "Publish" }).click();
		return dialog;
	};
	const dialog = await publish("Selling here", async () => {});
	await expect(dialog.getByRole("alert").or(dialog.locator("[aria-invalid=true]")).first()).toBeVisible();
	await keep(page, "terms, publish");
	await expectSound(page);
	await dialog.getByLabel("Text").fill("# Selling\n\nShip within three days.");
	await dialog.getByRole("button", { name: "Publish" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(rowOf(page, "Terms of sellers 1")).toContainText("In force");

	await publish("Selling here, from next century", async () => {
		const day = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
		await page.getByLabel("In force from").fill(day);
		await page.getByLabel("Text").fill("Ship within two days.");
	});
	const second = rowOf(page, "Terms of sellers 2");
	await expect(second).toContainText("To come");
	await keep(page, "terms");
	await second.getByRole("button", { name: /^Read/ }).click();
	await page.getByRole("button", { name: "Withdraw" }).click();
	await expect(second).toContainText("Withdrawn");
	await expectSound(page);

	await enter(people.mill, "/s/muhle-am-deich");
	const ask = page.getByRole("button", { name: "Read and accept…" });
	await expect(ask).toBeVisible();
	await ask.click();
	const terms = page.getByRole("dialog", { name: "Selling here" });
	await expect(terms.getByRole("region", { name: "Selling here" })).toContainText("Ship within three days.");
	await keep(page, "terms, accept");
	await expectSound(page);
	await terms.getByRole("button", { name: "Later" }).click();
	await expect(ask).toBeVisible();
	await ask.click();
	await terms.getByRole("button", { name: "Accept" }).click();
	await expect(ask).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await expect(ask).toHaveCount(0);
});
