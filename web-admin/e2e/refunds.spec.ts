import { buy, expect, expectSound, people, signIn, test } from "./fixtures";

test("a seller gives one of two back, and sees what it costs before", async ({ page }) => {
	const { parts } = await buy("east-frisian-tea", 2);
	await signIn(page, people.mill, `/s/muhle-am-deich/orders/${parts[0]?.id}`);
	const refunds = page.getByRole("region", { name: "Refunds", exact: true });
	await expect(refunds).toContainText("Nothing was given back.");
	await refunds.getByRole("button", { name: "Refund…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByRole("button", { name: "Continue" })).toBeDisabled();
	await dialog.getByLabel(/East Frisian tea/).selectOption("1");
	await dialog.getByLabel("Reason").selectOption("DAMAGED");
	await dialog.getByLabel("Note").fill("Wet.");
	await expect(dialog.getByLabel("Way"), "sellers give back to the card").toHaveCount(0);
	await dialog.getByRole("button", { name: "Continue" }).click();

	// 6.90 less the commission of 10 %: the seller gives 6.21.
	await expect(dialog.getByRole("region", { name: "Mühle am Deich" })).toContainText("€6.21");
	await expect(dialog.getByRole("region", { name: "Mühle am Deich" })).toContainText("€0.69");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Back" }).click();
	await expect(dialog.getByLabel("Note"), "what was filled in stays").toHaveValue("Wet.");
	await dialog.getByRole("button", { name: "Continue" }).click();
	await dialog.getByRole("button", { name: "Refund €6.90" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(refunds).toContainText("€6.90");
	await expect(refunds).toContainText("The goods are damaged");
	await expect(refunds).toContainText("Wet.");
	await expect(refunds.getByText("Processing").or(refunds.getByText("Sent", { exact: true }))).toBeVisible({
		timeout: 20_000,
	});
	await expectSound(page);
});

test("an operator gives an amount, what is too much is refused, and an answer that was lost is no second refund", async ({
	page,
	complaints,
}) => {
	const { id } = await buy();
	await signIn(page, people.operator, `/platform/orders/${id}`);
	await page.getByRole("button", { name: "Refund…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("What is given back").selectOption("amount");
	await dialog.getByLabel(/^Amount/).fill("600.00");
	await dialog.getByLabel("Reason").selectOption("GOODWILL");
	await dialog.getByRole("button", { name: "Continue" }).click();
	await expect(dialog.getByRole("alert")).toBeVisible();
	await dialog.getByLabel(/^Amount/).fill("1.50");
	await dialog.getByRole("button", { name: "Continue" }).click();
	await expect(dialog.getByRole("button", { name: "Refund €1.50" })).toBeVisible();

	let lost = 0;
	await page.route("**/graphql", async (route) => {
		if (!route.request().postData()?.includes("idempotencyKey") || lost > 0) return await route.fallback();
		lost += 1;
		await route.fetch();
		await route.abort();
	});
	await dialog.getByRole("button", { name: "Refund €1.50" }).click();
	await expect(dialog.getByRole("alert")).toContainText("cannot be reached");
	await dialog.getByRole("button", { name: "Refund €1.50" }).click();
	await expect(dialog).toHaveCount(0);
	await page.unroute("**/graphql");
	await page.reload();
	const refunds = page.getByRole("region", { name: "Refunds", exact: true });
	await expect(refunds.getByText("€1.50")).toHaveCount(1);
	expect(lost).toBe(1);
	complaints.length = 0; // the browser itself reports what was cut off
});
