import type { Page } from "@playwright/test";
import {
	api,
	approveAll,
	buy,
	expect,
	expectNoOverflow,
	expectSound,
	keep,
	newEmail,
	openSeller,
	payOut,
	people,
	register,
	rowOf,
	sentDocument,
	settled,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

/** A seller who owes 12.00 and has nothing that it could be taken from. */
async function openDebt(name: string) {
	const seller = await openSeller(name);
	const amount = { amount: "12.00", currencyCode: "EUR" };
	await api(
		"mutation($input: SellerChargeCreateInput!) { sellerChargeCreate(input: $input) { userErrors { code } } }",
		{
			input: { sellerId: seller.id, amount, vatBasisPoints: 0, reason: "Labels.", idempotencyKey: seller.id },
		},
		await tokenOf(people.operator),
		"operator",
	);
	return seller;
}

const refundsOf = (page: Page) => page.getByRole("region", { name: "Refunds", exact: true });

/** Gives a whole order back, in the way that the dialog calls so. */
async function refundAll(page: Page, way?: string) {
	await page.getByRole("button", { name: "Refund…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("What is given back").selectOption("everything");
	await dialog.getByLabel("Reason").selectOption("GOODWILL");
	if (way) await dialog.getByLabel("Way").selectOption({ label: way });
	await dialog.getByRole("button", { name: "Continue" }).click();
	await dialog.getByRole("button", { name: /^Refund €/ }).click();
	await expect(dialog).toHaveCount(0);
}

test("a debt is asked of the balance of its seller, and another one is given up by two people", async ({
	page,
}) => {
	const [asked, name] = [`Asked ${Date.now()}`, `Schuldner ${Date.now()}`];
	const seller = await openDebt(asked);
	await openDebt(name);
	await signIn(page, people.operator, "/platform/debts?status=DUE");
	const dialog = page.getByRole("dialog");
	await rowOf(page, asked).getByRole("button", { name: "Collect…" }).click();
	await expect(dialog).toContainText("Up to €12.00 is taken");
	await expect(dialog).toContainText("The seller has not consented to debits.");
	await expect(dialog.getByRole("button", { name: "Take it" })).toBeDisabled();
	await expectSound(page);
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await api(
		"mutation { sellerDebitConsentSet(input: {version: 1, isGiven: true}) { userErrors { code } } }",
		{},
		await tokenOf(seller.email),
		seller.id,
	);
	await page.reload();
	await rowOf(page, asked).getByRole("button", { name: "Collect…" }).click();
	await dialog.getByRole("button", { name: "Take it" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("It is being taken from the balance.")).toBeVisible();

	const row = rowOf(page, name);
	await expect(row).toContainText("€12.00");
	await row.getByRole("button", { name: "Give up…" }).click();
	await dialog.getByLabel("Reason").fill("They have closed their workshop.");
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(row, "one person alone gives nothing up").toContainText("€12.00");
	await approveAll();
	await page.goto("/admin/platform/debts?status=SETTLED");
	await expect(rowOf(page, name)).toContainText("€0.00");
	await expect(rowOf(page, name)).toContainText("Settled");
	await expectSound(page);
});

test("an owner consents to debits, and takes that back", async ({ page }) => {
	const seller = await openSeller(`Consent ${Date.now()}`);
	await signIn(page, seller.email, `/s/${seller.slug}/payouts`);
	const panel = page.getByRole("region", { name: "Consent to debits" });
	await expect(panel).toContainText("Debts may not be taken");
	await panel.getByRole("button", { name: "Read and consent…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog).toContainText("The marketplace may take what you owe it");
	await expectSound(page);
	await keep(page, "debit-consent");
	await dialog.getByRole("button", { name: "I consent" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(panel).toContainText("Consented to version 1");
	await keep(page, "debit-consent-given");
	await panel.getByRole("button", { name: "Take back…" }).click();
	await dialog.getByRole("button", { name: "Take back" }).click();
	await expect(panel).toContainText("Taken back, version 1");
	await expectSound(page);
});

test("a refund by bank is taken back, another one is noted as paid", async ({ page }) => {
	const { id } = await buy();
	await signIn(page, people.operator, `/platform/orders/${id}`);
	await refundAll(page, "By bank");
	const refunds = refundsOf(page);
	await expect(refunds).toContainText("To be paid by bank", { timeout: 20_000 });
	await refunds.getByRole("button", { name: "Take back…" }).click();
	const dialog = page.getByRole("dialog", { name: "Take the refund back?" });
	await expectSound(page);
	await dialog.getByRole("button", { name: "Take back" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(refunds).toContainText("Taken back");
	await expect(refunds.getByRole("button", { name: "Take back…" })).toHaveCount(0);

	await refundAll(page, "By bank");
	await refunds.getByRole("button", { name: "Note as paid…" }).click();
	const note = page.getByRole("dialog", { name: "Note how the refund was paid" });
	await note.getByLabel("Reference of the bank transfer").fill("SEPA 4711");
	await expectSound(page);
	await note.getByRole("button", { name: "Note it" }).click();
	await expect(note).toHaveCount(0);
	await expect(refunds.getByRole("button", { name: "Note as paid…" })).toHaveCount(0);
	await expect(refunds.getByText("Sent", { exact: true })).toBeVisible();
});

test("a refund that comes back is given as credit, and the credit is paid out by bank", async ({ page }) => {
	const email = newEmail();
	const token = await register(email, "Berta Buyer");
	const { id } = await buy("east-frisian-tea", 1, { token, card: "pm_card_refundFail" });
	await signIn(page, people.operator, `/platform/orders/${id}`);
	await refundAll(page);
	const refunds = refundsOf(page);
	await expect(async () => {
		await page.reload();
		await expect(refunds.getByText("Came back")).toBeVisible({ timeout: 5000 });
	}).toPass({ timeout: 50_000 });
	await refunds.getByRole("button", { name: "Note as paid…" }).click();
	const note = page.getByRole("dialog", { name: "Note how the refund was paid" });
	await note.getByLabel("Way").selectOption("STORE_CREDIT");
	await expect(note.getByLabel("Reference of the bank transfer")).toHaveCount(0);
	await note.getByRole("button", { name: "Note it" }).click();
	await expect(note).toHaveCount(0);

	await page.goto("/admin/platform/people");
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Look up" }).click();
	await expect(page.getByText("Credit, EUR")).toBeVisible();
	await page.getByRole("button", { name: "Paid out…" }).click();
	const dialog = page.getByRole("dialog", { name: "Note that credit was paid out" });
	await dialog.getByLabel("Amount in EUR").fill("5000.00");
	await dialog.getByLabel("Reference of the bank transfer").fill("SEPA 4712");
	await dialog.getByRole("button", { name: "Note it" }).click();
	await expect(dialog.getByText(/credit/i).first(), "more than there is").toBeVisible();
	await expect(dialog).toBeVisible();
	await dialog.getByLabel("Amount in EUR").fill("1.00");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Note it" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("It is booked.")).toBeVisible();
});

test("what a seller without an account at the provider is owed is paid by bank, once a second person approves", async ({
	page,
}) => {
	const seller = await openSeller(`Handweberei ${Date.now()}`);
	const policy = { holdFrom: "CAPTURED", holdDays: 0, reserveBasisPoints: 0, reserveDays: 1 };
	await api(
		"mutation($input: SellerPayoutPolicySetInput!) { sellerPayoutPolicySet(input: $input) { policy { id } } }",
		{ input: { sellerId: seller.id, ...policy, reason: "Known for years." } },
		await tokenOf(people.operator),
		"operator",
	);
	const price = { amount: "20.00", currencyCode: "EUR" };
	type Made = { productCreate: { product: { slug: string } | null; userErrors: unknown[] } };
	const { productCreate } = await api<Made>(
		"mutation($input: ProductCreateInput!) { productCreate(input: $input) { product { slug } userErrors { code message } } }",
		{
			input: {
				title: `Shawl of ${seller.slug}`,
				status: "ACTIVE",
				variants: [{ offer: { price, quantity: 5, sku: "S1" } }],
			},
		},
		await tokenOf(seller.email),
		seller.id,
	);
	expect(productCreate.userErrors).toEqual([]);
	await buy(productCreate.product?.slug);
	await signIn(page, people.operator, `/platform/sellers/${seller.id}`);
	const outside = page.getByRole("region", { name: "Paid outside the provider" });
	const dialog = page.getByRole("dialog", { name: "Record a payout by bank" });
	// What was sold is not held here; a job releases it.
	await expect(async () => {
		await page.reload();
		await outside.getByRole("button", { name: "Record…" }).click();
		await dialog.getByLabel("Amount in EUR").fill("5.00");
		await dialog.getByLabel("Reference of the bank transfer").fill("SEPA 4713");
		await dialog.getByLabel("Reason").fill("They have no account there.");
		await dialog.getByRole("button", { name: "Propose" }).click();
		await expect(dialog).toHaveCount(0, { timeout: 3000 });
	}).toPass({ timeout: 45_000 });
	await expect(outside).toContainText("Nothing was paid outside the provider.");
	await approveAll();
	await page.reload();
	await expect(outside).toContainText("SEPA 4713");
	await expect(outside).toContainText("€5.00");
	await expectSound(page);
});

test("a payout is told down to lines of orders, and adds up, for the seller and for the platform", async ({
	page,
}) => {
	test.slow(); // the money is on its way for some seconds
	await payOut();
	await signIn(page, people.mill, "/s/muhle-am-deich/payouts?view=payouts&status=PAID");
	// The oldest one: a later one may be of what had come before it and was not available yet.
	const link = page.getByRole("main").getByRole("link", { name: /^po_/ }).last();
	await link.click();
	await expect(page.getByRole("heading", { level: 1, name: "Payout" })).toBeVisible();
	const { pathname } = new URL(page.url());
	const sums = page.getByRole("region", { name: "How it adds up" });
	await expect(sums.getByText(/^It adds up to €.*, to the cent/)).toBeVisible();
	const steps = page.getByRole("list", { name: "How far it has come" });
	await expect(steps.getByRole("listitem")).toHaveText([/^Planned/, /^On its way/, /^Arrived/]);
	await expect(page.getByText(/^•••• \d{4}$/)).toBeVisible();
	const entries = page.getByRole("region", { name: "What came and went" }).first();
	await expect(entries.getByRole("link").first()).toBeVisible();
	await expectSound(page);
	await keep(page, "payout");

	// A bar shows its entries: the address says which, so that it can be sent to somebody.
	await sums.getByRole("button", { name: "Fees" }).click();
	await expect(page).toHaveURL(/part=FEES/);
	await expect(page.getByRole("heading", { name: "What came and went: Fees" })).toBeVisible();
	await page.reload();
	await expect(sums.getByRole("button", { name: "Fees" })).toHaveAttribute("aria-pressed", "true");
	await page.getByRole("button", { name: "Show all entries" }).click();
	await expect(page).not.toHaveURL(/part=/);
	const saved = page.waitForEvent("download");
	await page.getByRole("button", { name: "Download as a table" }).click();
	expect((await saved).suggestedFilename()).toMatch(/^etal-payout-.*\.csv$/);
	await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
	await entries.getByRole("link").first().click();
	await expect(page).toHaveURL(/\/orders\//);
	await settled(page);

	await page.goto("about:blank"); // nothing is asked without a session
	await page.context().clearCookies();
	await signIn(page, people.operator, `/platform/payouts/${pathname.split("/").at(-1)}`);
	await expect(sums.getByText(/^It adds up to €.*, to the cent/)).toBeVisible();
	await expect(page.getByRole("main").getByRole("link", { name: "Mühle am Deich" })).toBeVisible();
	await expectSound(page);
});

test("a payout that did not arrive says why, and what to do, also on a phone", async ({ page }) => {
	test.slow();
	// The bank refuses it: the answer of the server is changed on the way.
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("query AdminPayout(")) return await route.fallback();
		const response = await route.fetch();
		const answer = await response.json();
		answer.data.payout = { ...answer.data.payout, status: "FAILED", failureCode: "account_closed" };
		await route.fulfill({ response, json: answer });
	});
	await payOut();
	await signIn(page, people.mill, "/s/muhle-am-deich/payouts?view=payouts&status=PAID");
	await page.getByRole("main").getByRole("link", { name: /^po_/ }).first().click();
	const banner = page.getByRole("status").filter({ hasText: "The bank account is closed" });
	await expect(banner).toContainText("The money is in the balance again. Correct the bank account.");
	await expect(page.getByRole("list", { name: "How far it has come" })).toContainText("Failed");
	await page.setViewportSize({ width: 390, height: 800 });
	await expectNoOverflow(page);
	await expectSound(page);
	await keep(page, "payout, failed");
	await banner.getByRole("link", { name: "To the bank account" }).click();
	await expect(page).toHaveURL(/\/payouts\/account$/);
});

test("while a bank decides about a debit, the operator and the seller read since when and until when", async ({
	page,
	browser,
}) => {
	const { id, parts } = await buy("east-frisian-tea", 1, { iban: "AT611904300234573201" });
	await signIn(page, people.operator, `/platform/orders/${id}`);
	const payment = page.getByRole("region", { name: "Payment", exact: true });
	await expect(payment.getByText("With the bank since")).toBeVisible();
	await expect(payment.getByText("With the bank until, at most")).toBeVisible();
	await expectSound(page);

	const other = await browser.newContext();
	const seller = await other.newPage();
	await signIn(seller, people.mill, `/s/muhle-am-deich/orders/${parts[0]?.id}`);
	const money = seller.getByRole("region", { name: "Money", exact: true });
	await expect(money.getByText("With the bank since")).toBeVisible();
	await expect(money.getByText("With the bank until, at most")).toBeVisible();
	await expectSound(seller);
	await other.close();
});
