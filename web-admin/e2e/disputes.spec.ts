import {
	baseURL,
	buyAndDispute,
	dot,
	drop,
	expect,
	expectSound,
	inFilters,
	pdf,
	people,
	signIn,
	test,
} from "./fixtures";

test("a seller says what there is to say, and an operator sends it to the bank", async ({
	page,
	browser,
	complaints,
}) => {
	test.slow();
	const id = await buyAndDispute();
	await signIn(page, people.mill, "/s/muhle-am-deich/disputes?status=OPEN");
	await expect(page.getByText("The goods did not arrive").first()).toBeVisible();
	await expect(page.getByText(/\d+ d \d+ h left/).first()).toBeVisible();
	await expectSound(page);
	await inFilters(page, () => page.getByLabel("Due").selectOption("48"));
	await expect(page).toHaveURL(/due=/);
	await expect(page.getByText("No dispute matches")).toBeVisible();
	await page.reload();
	await inFilters(page, () => expect(page.getByLabel("Due")).toHaveValue("48"));
	await page.getByRole("button", { name: "Show all disputes" }).click();
	await page.goto("/admin/s/muhle-am-deich/orders?status=READY_TO_SHIP");
	await expect(
		page.getByRole("main").getByText("Disputed", { exact: true }).first(),
		"nobody ships it unawares",
	).toBeVisible();
	await expectSound(page);

	await page.goto(`/admin/s/muhle-am-deich/disputes/${id}`);
	await expect(page.getByText("Drafted from the order")).toBeVisible();
	await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
	await page.getByLabel("What there is to say besides").fill("The parcel was handed to a neighbour.");
	await page.getByLabel("Tracking number").fill("00340434161094");
	await page.getByRole("link", { name: "Orders" }).click();
	const leave = page.getByRole("dialog", { name: "Leave without saving?" });
	await expectSound(page);
	await leave.getByRole("button", { name: "Stay" }).click();
	await expect(page.getByLabel("Tracking number"), "nothing is lost").toHaveValue("00340434161094");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("Edited", { exact: true })).toBeVisible();
	await expect(page.getByRole("button", { name: "Send the evidence…" }), "that is for operators").toHaveCount(
		0,
	);

	// Files: what they are is read from their bytes, and each says by itself what is wrong with it.
	const files = page.locator('input[type="file"]');
	await files.setInputFiles({
		name: "label.pdf",
		mimeType: "application/pdf",
		buffer: Buffer.from("no PDF"),
	});
	await expect(page.getByRole("alert")).toContainText("Only PDF, JPEG and PNG");
	expect(complaints.splice(0), "the browser notes the refusal, and nothing else").toEqual([
		expect.stringContaining("400 (Bad Request)"),
	]);
	await expectSound(page);
	await page.getByRole("button", { name: "Dismiss label.pdf" }).click();
	await page.getByLabel("What the next file shows").selectOption("SHIPPING_DOCUMENTATION");
	await files.setInputFiles({ name: "label.pdf", mimeType: "application/pdf", buffer: pdf(2) });
	const added = page.getByRole("list", { name: "Files of evidence" });
	await expect(added).toContainText("Proof that it was sent");
	await expect(added).toContainText("2 pages");
	await drop(page, "Add a file of evidence", { name: "receipt.png", type: "image/png", content: dot });
	await expect(added).toContainText("receipt.png");
	await expect(added.locator("img")).toBeVisible();
	const saved = page.waitForEvent("download");
	await page.getByRole("button", { name: "Save label.pdf" }).click();
	expect((await saved).suggestedFilename()).toBe("label.pdf");
	await expectSound(page);
	await page.getByRole("button", { name: "Remove receipt.png" }).focus();
	await page.keyboard.press("Enter");
	await expect(added).not.toContainText("receipt.png");

	const other = await browser.newContext({ baseURL: baseURL() });
	const operator = await other.newPage();
	await signIn(operator, people.operator, `/platform/disputes/${id}`);
	await expect(operator.getByText("handed to a neighbour")).toBeVisible();
	await operator.getByRole("button", { name: "Send the evidence…" }).click();
	const dialog = operator.getByRole("dialog", { name: "Send the evidence?" });
	await expect(dialog.getByLabel("Tracking number")).toHaveValue("00340434161094");
	await expect(dialog.getByRole("checkbox", { name: /Proof that it was sent/ })).toBeChecked();
	await dialog.getByLabel("Carrier").fill("DHL");
	await expectSound(operator);
	// What the seller corrects meanwhile is sent as it is then, not as the dialog found it.
	await page.getByLabel("Tracking number").fill("00340434161100");
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByText("Not saved yet")).toHaveCount(0);
	await expect(async () => {
		// As when somebody comes back to the window.
		await operator.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
		await expect(operator.getByText("00340434161100")).toBeAttached({ timeout: 2000 });
	}, "the page behind knows").toPass({ timeout: 30_000 });
	await expect(dialog.getByLabel("Tracking number")).toHaveValue("00340434161094");
	await dialog.getByRole("button", { name: "Send to the bank" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(operator.getByRole("region", { name: "What the bank is told" })).toContainText("DHL", {
		timeout: 20_000,
	});
	await expect(operator.getByRole("region", { name: "What the bank is told" })).toContainText(
		"00340434161100",
	);
	await expect(operator.getByText("Answered").first()).toBeVisible();
	await expect(operator.getByRole("button", { name: "Send the evidence…" })).toHaveCount(0);
	await other.close();
	await page.reload();
	await expect(
		page.getByRole("button", { name: "Save", exact: true }),
		"what was sent is not changed",
	).toHaveCount(0);
});

test("shares are set to the cent, and a dispute is accepted", async ({ page }) => {
	const id = await buyAndDispute();
	await signIn(page, people.operator, `/platform/disputes/${id}`);
	await page.getByRole("button", { name: "Shares…" }).click();
	const dialog = page.getByRole("dialog", { name: "Shares of the dispute" });
	await dialog.getByLabel(/Mühle am Deich/).fill("9.00");
	await expect(dialog.getByRole("status")).toContainText("together at most");
	await expect(dialog.getByRole("button", { name: "Set the shares" })).toBeDisabled();
	await dialog.getByLabel(/Mühle am Deich/).fill("5.00");
	await expect(dialog.getByRole("status")).toContainText("The platform bears €1.90 of €6.90");
	await dialog.getByRole("button", { name: "Set the shares" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("Set by an operator")).toBeVisible();
	await expect(page.getByRole("region", { name: /Mühle am Deich has to say/ })).toContainText("€5.00");

	await page.getByRole("button", { name: "Accept…" }).click();
	await expectSound(page);
	await page.getByRole("dialog").getByRole("button", { name: "Give up €6.90" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(page.getByRole("main").getByText("Lost", { exact: true })).toBeVisible({ timeout: 20_000 });
	await expect(page.getByRole("button", { name: "Accept…" })).toHaveCount(0);
});

test("a dispute that is not there says so", async ({ page }) => {
	await signIn(page, people.operator, "/platform/disputes/dsp_nothing");
	await expect(page.getByText("There is no such dispute")).toBeVisible();
	await expectSound(page);
});
