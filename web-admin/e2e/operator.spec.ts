import {
	api,
	approveAll,
	baseURL,
	buy,
	buyAndWarn,
	expect,
	expectSound,
	keep,
	loseAnswer,
	makePlan,
	newEmail,
	newOperator,
	openSeller,
	people,
	register,
	rowOf,
	sentDocument,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

test("the home of an operator says what waits and what was sold", async ({ page }) => {
	const { number } = await buyAndWarn();
	await signIn(page, people.operator, "/platform");
	const warnings = page.getByRole("region", { name: "Fraud warnings" });
	await expect(warnings).toContainText(number);
	const sales = page.getByRole("region", { name: "Sales", exact: true });
	// What was sold is summed some seconds after it was paid.
	await expect(sales).toContainText("Sold", { timeout: 45_000 });
	await sales.getByLabel("Span").selectOption("7");
	await expect(page).toHaveURL(/days=7/);
	await sales.getByText("Show as a table").click();
	await expect(sales.getByRole("row"), "a head and seven days").toHaveCount(8);
	await expect(sales.getByRole("columnheader", { name: "The days before" })).toBeVisible();
	const top = page.getByRole("region", { name: "Top products" });
	await expect(top.getByRole("link").first()).toBeVisible();
	await expect(page.getByRole("region", { name: "Disputed payments" })).toContainText("%");
	await expectSound(page);
	await warnings.getByRole("link", { name: "All warnings" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Fraud warnings" })).toBeVisible();
});

test("sellers are suspended together and let in again together, each with its outcome", async ({ page }) => {
	await signIn(page, people.operator, "/platform/sellers?status=APPROVED&q=Wollwerk");
	await page.getByLabel("Choose Wollwerk").check();
	await page.getByRole("button", { name: "Suspend…", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Reason").fill("A test of the alarm.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Suspend" }).click();
	const outcome = dialog.getByRole("list", { name: "Results" }).getByRole("listitem");
	await expect(outcome).toContainText("Wollwerk");
	await expect(outcome).toContainText("done");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Close" }).click();
	await page.goto("/admin/platform/sellers?status=SUSPENDED&q=Wollwerk");
	await page.getByLabel("Choose Wollwerk").check();
	await page.getByRole("button", { name: "Reinstate…", exact: true }).click();
	await dialog.getByRole("button", { name: "Reinstate" }).click();
	await expect(outcome).toContainText("done");
	await page.goto("/admin/platform/sellers?status=APPROVED&q=Wollwerk");
	await expect(page.getByRole("link", { name: "Wollwerk" })).toBeVisible();
});

test("a warning is set aside with a reason, and another one refunded", async ({ page }) => {
	const believed = await buyAndWarn();
	const refunded = await buyAndWarn();
	await signIn(page, people.operator, "/platform/fraud?standing=OPEN");
	await page.getByRole("button", { name: `Set the warning of ${believed.number} aside…` }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Reason").fill("The buyer has called us.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Set aside" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(
		page.getByRole("button", { name: `Set the warning of ${believed.number} aside…` }),
	).toHaveCount(0);

	await page.getByRole("button", { name: `Refund ${refunded.number}…` }).click();
	await dialog.getByRole("button", { name: "Refund everything" }).click();
	await expect(dialog).toHaveCount(0);
	await page.goto(`/admin/platform/orders/${refunded.id}`);
	await expect(page.getByRole("region", { name: "Fraud warnings", exact: true }).first()).toContainText(
		"Refunded",
	);
	await page.goto(`/admin/platform/orders/${believed.id}`);
	await expect(page.getByText("The buyer has called us.")).toBeVisible();
	await expectSound(page);
});

test("a plan is made and proposed, and a seller is put on it, charged, and given it back", async ({
	page,
}) => {
	test.slow(); // seven forms, one after the other
	const name = `Plan ${Date.now()}`;
	await signIn(page, people.operator, "/platform/charges?view=plans");
	await page.getByRole("button", { name: "New plan…" }).first().click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Name").fill(name);
	await dialog.getByRole("button", { name: "Make the plan" }).click();
	await expect(dialog).toHaveCount(0);
	await page.getByRole("button", { name: `New version of ${name}…` }).click();
	await dialog.getByLabel("Monthly", { exact: true }).fill("29.00");
	await dialog.getByLabel("Offers at most").fill("500");
	await dialog.getByLabel("Reason").fill("As agreed.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(dialog).toHaveCount(0);

	await approveAll();

	await page.goto("/admin/platform/sellers?q=Wollwerk");
	await page.getByRole("link", { name: "Wollwerk" }).click();
	await page.getByRole("button", { name: "Change plan…" }).click();
	await dialog.getByLabel("New plan").selectOption({ label: name });
	await dialog.getByLabel("From").fill("");
	await dialog.getByLabel("Reason").fill("They have asked for it.");
	await dialog.getByRole("button", { name: "Change the plan" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole("region", { name: "Plan", exact: true })).toContainText(name);

	const charges = page.getByRole("region", { name: "Charges and credits", exact: true });
	await charges.getByRole("button", { name: "Charge…" }).click();
	await dialog.getByLabel("Amount in EUR").fill("3.00");
	await dialog.getByLabel("VAT in percent").fill("19");
	await dialog.getByLabel("Reason").fill("New labels.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Charge", exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await expect(charges).toContainText("€3.57");
	await charges.getByRole("button", { name: "Take back…" }).first().click();
	await dialog.getByLabel("Reason").fill("They were sent twice.");
	await dialog.getByRole("button", { name: "Take back" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(charges).toContainText("They were sent twice.");
	await expectSound(page);
});

test("what somebody can decide about is on their home, behind any number of their own proposals", async ({
	page,
}) => {
	test.slow(); // nine operators, made one after the other
	const [me, other] = [newOperator("Ella Eigen"), newOperator("Otto Other")];
	const propose = async (by: string) => {
		const { viewer } = await api<{ viewer: { account: { id: string } } }>(
			"{ viewer { account { id } } }",
			{},
			await tokenOf(newOperator("Theo Target", "auditor")),
		);
		type Made = { operatorRoleSet: { proposal: { status: string } } };
		const { operatorRoleSet } = await api<Made>(
			"mutation($input: OperatorRoleSetInput!) { operatorRoleSet(input: $input) { proposal { status } userErrors { code } } }",
			{ input: { accountId: viewer.account.id, role: "SUPPORT", reason: "They help out." } },
			await tokenOf(by),
			"operator",
		);
		expect(operatorRoleSet.proposal.status).toBe("PENDING");
	};
	await propose(other);
	for (let at = 0; at < 6; at += 1) await propose(me);
	await signIn(page, me, "/platform");
	const waiting = page.getByRole("region", { name: "Proposals to decide" });
	await expect(waiting.getByRole("listitem").first()).toBeVisible();
	await expect(page.getByText("Nothing waits for you")).toHaveCount(0);
	await approveAll();
});

test("a charge whose answer was lost is not made again by a dialog that is opened anew", async ({
	page,
	complaints,
}) => {
	const { id } = await openSeller(`Segelmacher ${Date.now()}`);
	await signIn(page, people.operator, `/platform/sellers/${id}`);
	const charges = page.getByRole("region", { name: "Charges and credits", exact: true, includeHidden: true });
	const dialog = page.getByRole("dialog");
	const charge = async () => {
		await charges.getByRole("button", { name: "Charge…" }).click();
		await dialog.getByLabel("Amount in EUR").fill("4.00");
		await dialog.getByLabel("Reason").fill("New labels.");
		await dialog.getByRole("button", { name: "Charge", exact: true }).click();
	};
	await loseAnswer(page, "mutation AdminChargeCreate(");
	await charge();
	await expect(dialog.getByRole("alert")).toContainText("cannot be reached");
	await expect(charges, "the list behind it is asked for again").toContainText("New labels.");
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await charge();
	await expect(dialog).toHaveCount(0);
	await page.reload();
	await expect(rowOf(charges, "New labels.")).toHaveCount(1);
	complaints.length = 0; // the browser itself reports what was cut off
});

test("a seller is watched, with a reason that stands there", async ({ page }) => {
	await signIn(page, people.operator, "/platform/sellers?q=Argile");
	await page.getByRole("link", { name: "Atelier Argile" }).click();
	const risk = page.getByRole("region", { name: "Risk" });
	await risk.getByRole("button", { name: "Set the tier of risk…" }).click();
	const dialog = page.getByRole("dialog", { name: "Set the tier of risk" });
	await dialog.getByLabel("Tier").selectOption("WATCHED");
	await dialog.getByLabel("Reason").fill("Many complaints this week.");
	await dialog.getByRole("button", { name: "Set" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(risk).toContainText("Watched");
	await expect(risk).toContainText("Many complaints this week.");
	await risk.getByRole("button", { name: "Set the tier of risk…" }).click();
	await dialog.getByLabel("Reason").fill("It was a mistake.");
	await dialog.getByRole("button", { name: "Set" }).click();
	await expect(risk).toContainText("By the rule of the platform");
	await expectSound(page);
});

test("somebody is looked up, kept out and let in again", async ({ page }) => {
	const email = newEmail();
	await register(email, "Nora Nobody");
	await signIn(page, people.operator, "/platform/people");
	await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
	await page.getByLabel("Email").fill("nobody-at-all@example.com");
	await page.getByRole("button", { name: "Look up" }).click();
	const nobody = page.getByText("Nobody has this address");
	await expect(nobody).toBeVisible();
	await page.keyboard.press("Control+k");
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	await palette.getByRole("textbox").fill(email);
	await palette.getByRole("group", { name: "People" }).getByRole("menuitem").first().click();
	await expect(page.getByText("May sign in")).toBeVisible();
	await expect(nobody, "somebody was found meanwhile").toHaveCount(0);
	await page.getByLabel("Email").fill("nobody-at-all@example.com");
	await page.getByRole("button", { name: "Look up" }).click();
	await expect(nobody).toBeVisible();
	await expect(page.getByText("May sign in"), "of somebody else").toHaveCount(0);
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Look up" }).click();
	await expect(page.getByText("May sign in")).toBeVisible();
	expect(page.url(), "addresses stay out of histories").not.toContain("example.com");
	const dialog = page.getByRole("dialog");
	for (const [item, verb, after] of [
		["Keep out…", "Keep out", "Kept out"],
		["Let in again…", "Let in", "May sign in"],
	] as const) {
		await page.getByRole("button", { name: "What can be done for this person" }).click();
		await page.getByRole("menuitem", { name: item }).click();
		await dialog.getByLabel("Reason").fill("As asked by letter.");
		await expectSound(page);
		await dialog.getByRole("button", { name: verb }).click();
		await expect(dialog).toHaveCount(0);
		await expect(page.getByText(after, { exact: true }).first()).toBeVisible();
	}
});

test("failed jobs are retried together, and each says what came of it", async ({ page }) => {
	// The demo has no job that fails for an hour: the answers of the server are given here.
	const job = (id: string) => ({
		id,
		kind: "payout.send_transfer",
		content: '{"transferId":"trf_1"}',
		attempts: 20,
		lastError: "the provider does not answer",
		createdAt: "2026-11-25T09:00:00Z",
		parkedAt: "2026-11-25T10:00:00Z",
	});
	let left = [job("41"), job("42")];
	await page.route("**/graphql", async (route) => {
		const text = sentDocument(route);
		if (text.includes("query AdminParkedJobs"))
			return route.fulfill({ json: { data: { parkedJobs: left } } });
		if (!text.includes("mutation AdminParkedJobRetry")) return route.fallback();
		const { jobId } = (route.request().postDataJSON() as { variables: { input: { jobId: string } } })
			.variables.input;
		if (jobId === "42") {
			const message = "There is no such parked job. Somebody else may have retried it.";
			return route.fulfill({
				json: { data: { parkedJobRetry: null }, errors: [{ message, extensions: { code: "NOT_FOUND" } }] },
			});
		}
		left = left.filter(({ id }) => id !== jobId);
		return route.fulfill({ json: { data: { parkedJobRetry: { jobId, userErrors: [] } } } });
	});
	await signIn(page, people.operator, "/platform/system");
	await expect(page.getByText("the provider does not answer").first()).toBeVisible();
	await page.getByLabel("Choose all on this page").check();
	await expectSound(page);
	await page.getByRole("button", { name: "Retry…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Retry" }).click();
	await expect(dialog.getByText("1 done, 1 not.")).toBeVisible();
	await expect(dialog.getByText("Somebody else may have retried it.")).toBeVisible();
	await expectSound(page);
	await dialog.getByRole("button", { name: "Close" }).click();
});

test("settings say what they are and whether somebody has changed them, and no secret", async ({ page }) => {
	test.slow(); // a page of a hundred settings is judged whole
	await signIn(page, people.operator, "/platform/system?view=settings");
	await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
	await expect(page).toHaveURL(/\/platform\/settings$/);
	const glance = page.getByRole("region", { name: "At a glance" });
	await expect(glance).toContainText("/graphql");
	await expect(glance).toContainText("Simulator: nobody pays");
	const marketplace = page.getByRole("region", { name: "Marketplace" });
	const hold = page.getByText("ETAL_RELEASE_HOLD", { exact: true });
	await expect(marketplace.getByRole("listitem").filter({ has: hold })).toContainText("days");
	await expectSound(page);
	await page.getByRole("searchbox", { name: "Search" }).fill("stripe_secret");
	await expect(page.getByText("ETAL_STRIPE_SECRET_KEY")).toBeVisible();
	await expect(hold).toHaveCount(0);
	await expect(page.getByText("Secret, set")).toBeVisible();
	await expect(page.getByText(/sk_(test|live)_/)).toHaveCount(0);
	await page.getByRole("button", { name: "Clear the search" }).click();
	await page.getByLabel("Show").selectOption("changed");
	await expect(page).toHaveURL(/only=changed/);
	await expect(page.getByText("ETAL_MODE", { exact: true })).toBeVisible();
	await page.goto("/admin/platform/settings");
	await marketplace.getByRole("link", { name: "Commission rules" }).click();
	await expect(page).toHaveURL(/\/platform\/commission/);
});

test("who looks after the catalogue is not shown the settings", async ({ page }) => {
	const email = newOperator("Moderne Kontrolle", "moderator");
	await signIn(page, email, "/platform/settings");
	await expect(page.getByTitle("SETTINGS_READ")).toBeVisible();
});

test("mail is switched off for what may be, and stays off", async ({ page }) => {
	await signIn(page, people.pottery, "/account/notifications");
	const row = page.getByRole("group", { name: "An order that you placed is paid" });
	const other = page.getByRole("group", { name: "An import of products is over" });
	await expect(row.getByLabel("By mail"), "receipts are always mailed").toBeDisabled();
	await expect(other.getByLabel("In the app")).toBeChecked();
	await other.getByLabel("In the app").uncheck();
	await expect(other.getByLabel("In the app")).toBeEnabled();
	await page.reload();
	await expect(other.getByLabel("In the app")).not.toBeChecked();
	await other.getByLabel("In the app").check();
	await expectSound(page);
});

test("a change of a plan is looked at, planned, read by the seller, and cancelled", async ({
	page,
	browser,
}) => {
	test.slow();
	await buy();
	const name = `Launch ${Date.now()}`;
	await makePlan(name);
	await signIn(page, people.operator, "/platform/sellers?q=M%C3%BChle");
	await page.getByRole("link", { name: "Mühle am Deich" }).click();
	const panel = page.getByRole("region", { name: "Plan", exact: true });
	await panel.getByRole("button", { name: "Change plan…" }).click();
	const dialog = page.getByRole("dialog", { name: "Change the plan of Mühle am Deich" });
	await dialog.getByLabel("New plan").selectOption({ label: name });
	const first = new Date();
	const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1))
		.toISOString()
		.slice(0, 10);
	await expect(dialog.getByLabel("From"), "the first of next month").toHaveValue(next);
	await dialog.getByLabel("Look back over").selectOption("90");
	const changes = dialog.getByRole("region", { name: "What changes, EUR" });
	await expect(changes.getByRole("row", { name: /^Commission/ })).toContainText("€");
	await expect(changes.getByRole("row", { name: /^The seller gets/ })).toContainText("€");
	await expectSound(page);
	await keep(page, "seller, change of plan");
	await dialog.getByLabel("Reason").fill("They have grown.");
	await dialog.getByRole("button", { name: "Change the plan" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(panel).toContainText("To come");
	await expect(panel).toContainText("They have grown.");

	const other = await browser.newContext({ baseURL: baseURL() });
	const theirs = await other.newPage();
	await signIn(theirs, people.mill, "/s/muhle-am-deich/plan");
	const told = theirs.getByRole("region", { name: "Changes of your plan" });
	await expect(told).toContainText(name);
	await expectSound(theirs);

	await panel.getByRole("button", { name: `Cancel the change: ${name}…` }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Cancel the change" }).click();
	await expect(panel).toContainText("Cancelled");
	await theirs.reload();
	await expect(told).toContainText("Cancelled");
	await other.close();
});

test("operators write notes for each other, and nobody else reads them", async ({ page, browser }) => {
	const { id, parts } = await buy();
	await signIn(page, people.operator, `/platform/orders/${id}`);
	const notes = page.getByRole("region", { name: "Notes", exact: true }).first();
	const text = `The buyer has called ${Date.now()}`;
	await notes.getByLabel("New note").fill(text);
	await notes.getByRole("button", { name: "Add the note" }).click();
	await expect(notes).toContainText(text);
	await expect(notes.getByLabel("New note")).toHaveValue("");
	await notes
		.getByRole("button", { name: /^Edit the note/ })
		.first()
		.click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Note").fill(`${text}, twice`);
	await expectSound(page);
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(notes).toContainText(`${text}, twice`);
	await expect(notes).toContainText("Changed on");

	const other = await browser.newContext({ baseURL: baseURL() });
	const theirs = await other.newPage();
	await signIn(theirs, people.mill, `/s/muhle-am-deich/orders/${parts[0]?.id}`);
	await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Order");
	await expect(theirs.getByText(text)).toHaveCount(0);
	await expect(theirs.getByText("Notes", { exact: true })).toHaveCount(0);
	await other.close();

	await notes
		.getByRole("button", { name: /^Delete the note/ })
		.first()
		.click();
	await dialog.getByRole("button", { name: "Delete", exact: true }).click();
	await expect(notes.getByText(text)).toHaveCount(0);
	await page.goto("/admin/platform/sellers?q=Wollwerk");
	await page.getByRole("link", { name: "Wollwerk" }).click();
	await page
		.getByRole("navigation", { name: "Views of this seller" })
		.getByRole("link", { name: "Notes" })
		.click();
	await expect(page).toHaveURL(/view=notes/);
	await expect(page.getByLabel("New note")).toBeVisible();
	await expectSound(page);
});

test("what was opened and typed about one order is not there for the next", async ({ page }) => {
	const [first, second] = [await buy(), await buy()];
	await signIn(page, people.operator, `/platform/orders/${first.id}`);
	await page.getByLabel("New note").fill("About the first one.");
	await page.keyboard.press("Control+k");
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	await palette.getByRole("textbox").fill(second.number);
	await palette
		.getByRole("menuitem", { name: new RegExp(second.number) })
		.first()
		.click();
	await page
		.getByRole("dialog", { name: "Leave without saving?" })
		.getByRole("button", { name: "Leave" })
		.click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(second.number);
	await expect(page.getByLabel("New note")).toHaveValue("");
	await page.goBack();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(first.number);
	await expect(page.getByLabel("New note"), "it was kept as a draft of its own").toHaveValue(
		"About the first one.",
	);
	await page.getByRole("button", { name: "Throw away" }).click();
});

test("what is masked of a person is shown once a reason was given, on the page that asked", async ({
	page,
}) => {
	const email = newEmail();
	await register(email, "Nils Noone");
	await signIn(page, newOperator("Suse Support", "support"), "/platform/people");
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Look up" }).click();
	await expect(page.getByText("May sign in")).toBeVisible();
	await expect(page.getByText(email)).toHaveCount(0);
	await page.getByRole("button", { name: "Reveal…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Reason").fill("They have called.");
	await dialog.getByRole("button", { name: "Reveal", exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText(email)).toBeVisible();
	await expect(page.getByText("Shown to you until")).toBeVisible();
	await expect(page.getByRole("button", { name: "Reveal…" })).toHaveCount(0);
	await expectSound(page);
});

test("E goes to the editing of what a page shows, and the sheet of keys says so", async ({ page }) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/settings");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await expect(page.getByLabel("Name", { exact: true })).toBeVisible();
	await page.keyboard.press("e");
	await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
	await page.getByLabel("Name", { exact: true }).blur();
	await page.keyboard.press("?");
	await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText(
		"Edit what the page shows",
	);
});
