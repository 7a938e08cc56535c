import {
	buy,
	expect,
	expectSound,
	giveByBank,
	inFilters,
	loseAnswer,
	people,
	rowOf,
	signIn,
	test,
} from "./fixtures";

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

	// Of two, one is left: no more than that is offered.
	await refunds.getByRole("button", { name: "Refund…" }).click();
	await expect(dialog.getByText("1 were given back before.")).toBeVisible();
	await expect(dialog.getByLabel(/East Frisian tea/).getByRole("option")).toHaveText(["None of 1", "1 of 1"]);
	await dialog.getByLabel("What is given back").selectOption("amount");
	await expect(dialog.getByText(/^At most €/)).toBeVisible();
	await page.keyboard.press("Escape");
	await page
		.getByRole("dialog", { name: "Leave without saving?" })
		.getByRole("button", { name: "Leave" })
		.click();
	const told = page.getByRole("region", { name: "What has happened" });
	await expect(told.getByRole("listitem").first()).toContainText("Placed");
	await expect(told).toContainText("Refund of €6.90");
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
	// As they are typed elsewhere: with a comma, and with the digits of Arabic and their decimal sign.
	for (const typed of ["1,50", "١٫٥٠"]) {
		await dialog.getByLabel(/^Amount/).fill(typed);
		await dialog.getByRole("button", { name: "Continue" }).click();
		await expect(dialog.getByRole("button", { name: "Refund €1.50" })).toBeVisible();
		await dialog.getByRole("button", { name: "Back" }).click();
	}
	await dialog.getByRole("button", { name: "Continue" }).click();
	await expect(dialog.getByRole("button", { name: "Refund €1.50" })).toBeVisible();

	await loseAnswer(page, "mutation AdminRefundCreate(");
	const give = dialog.getByRole("button", { name: "Refund €1.50" });
	await give.click();
	await expect(dialog.getByRole("alert")).toContainText("cannot be reached");
	const refunds = page.getByRole("region", { name: "Refunds", exact: true, includeHidden: true });
	await expect(refunds.getByText("€1.50"), "the list behind it is asked for again").toHaveCount(1);
	await dialog.getByRole("button", { name: "Back" }).click();
	await dialog.getByRole("button", { name: "Continue" }).click();
	await give.click();
	await expect(dialog).toHaveCount(0);
	await page.reload();
	await expect(refunds.getByText("€1.50")).toHaveCount(1);

	// What was answered is over: the same once more is another refund.
	await page.getByRole("button", { name: "Refund…" }).click();
	await dialog.getByLabel("What is given back").selectOption("amount");
	await dialog.getByLabel(/^Amount/).fill("1.50");
	await dialog.getByLabel("Reason").selectOption("GOODWILL");
	await dialog.getByRole("button", { name: "Continue" }).click();
	await give.click();
	await expect(dialog).toHaveCount(0);
	await expect(refunds.getByText("€1.50")).toHaveCount(2);
	complaints.length = 0; // the browser itself reports what was cut off
});

test("an operator finds what has to be paid, narrows the refunds, and notes several as paid", async ({
	page,
}) => {
	const [one, two] = [await buy(), await buy()];
	const refund = await giveByBank(one.id);
	await giveByBank(two.id);
	await signIn(page, people.operator, "/platform/refunds");
	const first = page.getByRole("region", { name: "To be paid by you" });
	const row = rowOf(page, one.number).last();
	await expect(row).toContainText("To be paid by bank");
	await expectSound(page);
	await row.getByRole("link", { name: one.number }).click();
	await expect(page).toHaveURL(new RegExp(`/platform/orders/${one.id}#${refund}$`));
	await expect(page.locator(`#${refund}`)).toBeInViewport();

	await page.goto("/admin/platform/refunds");
	await inFilters(page, async () => {
		await page.getByRole("button", { name: "Seller All" }).click();
		const dialog = page.getByRole("dialog", { name: "Choose a seller" });
		await dialog.getByLabel("Name").fill("mühle");
		await expect(dialog.getByRole("listitem")).toHaveCount(1);
		await expectSound(page);
		await dialog.getByRole("button", { name: /Mühle am Deich/ }).click();
		await expect(page.getByRole("button", { name: "Seller Mühle am Deich" })).toBeVisible();
		await expect(page).toHaveURL(/seller=sel_/);
		await page.getByLabel("Status").selectOption({ label: "To be paid by bank" });
	});
	await expect(first, "whoever narrows the list sees that list").toHaveCount(0);
	for (const { number } of [one, two]) {
		await page.getByRole("checkbox", { name: `Choose ${number}` }).check({ force: true });
	}
	await page.getByRole("button", { name: "Note as paid…" }).first().click(); // before those of the rows
	const bulk = page.getByRole("dialog");
	await expect(bulk.getByRole("button", { name: "Note it" }), "without references").toBeDisabled();
	await bulk.getByLabel(new RegExp(one.number)).fill("SEPA 4711");
	await bulk.getByLabel(new RegExp(two.number)).fill("SEPA 4712");
	await expectSound(page);
	await bulk.getByRole("button", { name: "Note it" }).click();
	await expect(bulk.getByRole("status")).toHaveText("2 done.");
	await bulk.getByRole("button", { name: "Close" }).click();
	await inFilters(page, () => page.getByLabel("Status").selectOption({ label: "Sent" }));
	await expect(rowOf(page, one.number)).toContainText("€1.20");

	await inFilters(page, () => page.getByLabel("From").fill("2099-01-01"));
	await expect(page.getByText("No refund matches")).toBeVisible();
	await page.getByRole("button", { name: "Clear filters" }).last().click();
	await expect(page).toHaveURL(/\/platform\/refunds$/);
	await expect(rowOf(page, two.number).first()).toBeVisible();
});

test("operators narrow orders and payouts to a seller, whom they choose by name", async ({ page }) => {
	const tea = await buy();
	await signIn(page, people.operator, "/platform/orders");
	await expect(rowOf(page, tea.number)).toContainText("Mühle am Deich");
	for (const list of ["orders", "payouts", "transfers", "disputes", "catalogue", "audit", "statements"]) {
		const narrow = (deed: () => Promise<unknown>) => (list === "statements" ? deed() : inFilters(page, deed));
		await page.goto(`/admin/platform/${list}`);
		await narrow(async () => {
			await page.getByRole("button", { name: "Seller All" }).click();
			const dialog = page.getByRole("dialog", { name: "Choose a seller" });
			await dialog.getByLabel("Name").fill("woll");
			await dialog.getByRole("button", { name: /Wollwerk/ }).click();
			await expect(page.getByRole("button", { name: "Seller Wollwerk" })).toBeVisible();
		});
		await expect(rowOf(page.getByRole("main"), "Mühle am Deich"), list).toHaveCount(0);
		await page.reload();
		await narrow(() =>
			expect(page.getByRole("button", { name: "Seller Wollwerk" }), "an address says it all").toBeVisible(),
		);
	}
	await page.goto("/admin/platform/orders");
	await inFilters(page, async () => {
		await page.getByLabel("Expected margin").selectOption("loss");
		await expect(page).toHaveURL(/margin=loss/);
		await page.getByRole("button", { name: "Clear filters" }).click();
	});
	await expect(rowOf(page, tea.number)).toBeVisible();
});
