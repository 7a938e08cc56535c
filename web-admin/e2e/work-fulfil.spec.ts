import { apply, buy, expect, expectSound, people, resume, settled, signIn, test } from "./fixtures";

const mine = "/admin/s/muhle-am-deich";

test("an order leaves in two parcels, and the first is taken back once", async ({ page }) => {
	const { parts, number } = await buy("east-frisian-tea", 3);
	await resume(page, people.mill);
	await page.goto(`${mine}/orders/${parts[0]?.id}`);
	const ship = async () => {
		await page.getByRole("button", { name: "Mark as shipped…" }).click();
		const dialog = page.getByRole("dialog");
		await expect(dialog.getByText("3 of 3 pieces in this parcel")).toBeVisible();
		await dialog.getByRole("button", { name: /^One less of/ }).click();
		await dialog.getByRole("button", { name: /^One less of/ }).click();
		await expect(dialog.getByText("1 of 3 pieces in this parcel")).toBeVisible();
		await dialog.getByLabel("Tracking number").fill("0034 1");
		await expectSound(page);
		await dialog.getByRole("button", { name: "Mark as shipped" }).click();
		await expect(dialog).toHaveCount(0);
	};
	await ship();
	await expect(page.getByText("Partly shipped", { exact: true }).first()).toBeVisible();
	await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
	await expect(page.getByRole("status").filter({ hasText: "is to be shipped again" })).toBeVisible();
	await expect(page.getByText("To ship", { exact: true }).first()).toBeVisible();
	await expect(page.getByRole("region", { name: "Parcels" })).toHaveCount(0);

	await ship();
	const parcels = page.getByRole("region", { name: "Parcels" });
	await expect(parcels).toContainText("1 × East Frisian tea");
	await expectSound(page);

	// The slip of the parcel holds what is in it, that of the order what is to be packed.
	await parcels.getByRole("link", { name: "Packing slip of parcel 1" }).click();
	const sheet = page.getByRole("article", { name: `Packing slip of ${number}-1` });
	await expect(sheet).toContainText("1 of 3 pieces of the order");
	await expect(sheet).toContainText("0034 1");
	await page.goto(`${mine}/orders?status=READY_TO_SHIP`);
	await expect(page.getByRole("link", { name: `${number}-1`, exact: true })).toBeVisible();

	// Whoever has a scanner opens the order by its slip, with the dialog.
	await page.getByLabel("Scan or type the number of an order").fill("nothing");
	await page.keyboard.press("Enter");
	await expect(page.getByText("No order of yours has this number.")).toBeVisible();
	await page.getByLabel("Scan or type the number of an order").fill(`${number.toLowerCase()}-1`);
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: `Mark ${number}-1 as shipped` });
	await expect(dialog.getByText("2 of 2 pieces in this parcel")).toBeVisible();
	await dialog.getByRole("button", { name: "Mark as shipped" }).click();
	await expect(page.getByText("Shipped", { exact: true }).first()).toBeVisible();
	await expect(parcels.getByRole("listitem").filter({ hasText: "Parcel 2" })).toContainText(
		"2 × East Frisian tea",
	);
	await expectSound(page);
});

test("one order after the other is shipped", async ({ page }) => {
	const orders = [await buy(), await buy()];
	await resume(page, people.mill);
	await page.goto(`${mine}/orders/${orders[1]?.parts[0]?.id}`);
	await page.getByRole("button", { name: "Mark as shipped…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Ship and next" }).click();
	// Whichever waits longest: its dialog stands open.
	const next = page.getByRole("dialog", { name: /as shipped$/ });
	await expect(next).toBeVisible();
	await expect(next).not.toContainText(orders[1]?.number ?? "");
	await next.getByRole("button", { name: "Cancel" }).click();
	await expect(next).toHaveCount(0);
});

test("a list of tracking numbers is pasted, and says of each line what came of it", async ({ page }) => {
	const { number } = await buy();
	await resume(page, people.mill);
	await page.goto(`${mine}/orders?status=READY_TO_SHIP`);
	await page.getByRole("button", { name: "Tracking numbers…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog
		.getByLabel("Lines")
		.fill(`Order;Tracking;Carrier\n${number}-1;0034 9;DHL\nAAAAA-AAAAA-1;0034 8;DHL\nrubbish`);
	await expect(dialog.getByRole("status")).toContainText("2 orders in the list.");
	await expect(dialog.getByRole("status")).toContainText("line 4");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Mark as shipped" }).click();
	await expect(dialog.getByRole("status")).toHaveText("1 done, 1 not.");
	await expect(dialog.getByText("No order of yours has this number.")).toBeVisible();
	await dialog.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.getByRole("status")).toHaveText("1 undone.");
	await dialog.getByRole("button", { name: "Close" }).click();
	await expect(page.getByRole("link", { name: `${number}-1`, exact: true })).toBeVisible();
});

test("an applicant is approved with its terms, taken back, and approved again", async ({ page }) => {
	test.slow();
	const name = `Werft ${Date.now()}`;
	await apply(name);
	await resume(page, people.operator);
	await page.goto(`/admin/platform/sellers?q=${encodeURIComponent(name)}`);
	await page.getByRole("link", { name }).click();
	await expect(page.getByRole("button", { name: "Approve…" })).toBeVisible();
	await settled(page);
	await page.keyboard.press("a");
	const dialog = page.getByRole("dialog", { name: `Approve ${name}?` });
	await dialog.getByLabel("Tier of risk").selectOption({ label: "Watched" });
	await dialog.getByLabel("Days of hold").fill("21");
	await dialog.getByLabel("Add to the mail").fill("Ask us anything.");
	const mail = dialog.getByRole("region", { name: "The mail to the owners" });
	await expect(mail).toContainText(`${name} may now sell`);
	await expect(mail).toContainText("Ask us anything.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Approve" }).click();
	await expect(page.getByRole("button", { name: "Undo the approval" })).toBeVisible();
	await expectSound(page);
	await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
	await expect(page.getByRole("status").filter({ hasText: "waits for a decision again" })).toBeVisible();
	await page.getByRole("button", { name: "Approve…" }).click();
	await dialog.getByRole("button", { name: "Approve" }).click();
	await expect(page.getByRole("button", { name: "Suspend…" })).toBeVisible({ timeout: 60_000 });
});

test("the second of two operators reads who has decided", async ({ page, browser }) => {
	const name = `Kontor ${Date.now()}`;
	await apply(name);
	const reads = async (at: typeof page) => {
		await signIn(at, people.operator);
		await at.goto(`/admin/platform/sellers?q=${encodeURIComponent(name)}`);
		await at.getByRole("button", { name: `Decide about ${name}` }).click();
	};
	await reads(page);
	await page.getByRole("menuitem", { name: "Reject…" }).click();
	const dialog = page.getByRole("dialog", { name: `Reject ${name}?` });
	const context = await browser.newContext();
	const other = await context.newPage();
	await reads(other);
	await other.getByRole("menuitem", { name: "Approve…" }).click();
	await other.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
	await expect(other.getByRole("status").filter({ hasText: "may sell now" })).toBeVisible();
	await context.close();

	await dialog.getByLabel("In one word").selectOption({ label: "Something is missing" });
	await dialog.getByLabel("Reason").fill("No papers.");
	await expect(dialog.getByRole("button", { name: "Reject" })).toBeDisabled();
	await dialog.getByLabel(`Type the name: ${name}`).fill(name);
	await dialog.getByRole("button", { name: "Reject" }).click();
	await expect(dialog).toContainText("has approved this seller a moment ago");
	await expect(dialog.getByText(/^(?!Somebody).+ has approved this seller a moment ago/)).toBeVisible();
	await expectSound(page);
});
