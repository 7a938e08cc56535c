import type { Page } from "@playwright/test";
import { buy, expect, keep, newEmail, newOperator, password, rowOf, signIn, test } from "./fixtures";
import { type Running, run } from "./setup";

// What somebody does who has just installed Étal: nothing is there, and in the end a payout reconciles. All of it
// in the pages, but for what has no page of Étal's own: the command line makes the first operator, people register
// with GraphiQL's ready document and the link that is mailed to them, and one buys at the API.

const shared = { ...process.env };
let server: Running;

test.beforeAll(async () => {
	server = await run(
		process.env.E2E_BINARY ?? "",
		{ ETAL_RELEASE_HOLD: "1s", ETAL_PAYOUT_INTERVAL: "1s", ETAL_RATE_LIMIT_ANONYMOUS: "100000+1000/s" },
		"127.0.0.1",
		["--empty"],
	);
	process.env.E2E_URL = server.url;
	process.env.E2E_SIMULATOR = server.simulator;
	process.env.E2E_DIR = server.dir;
});

test.afterAll(async () => {
	for (const name of ["E2E_URL", "E2E_SIMULATOR", "E2E_DIR"]) process.env[name] = shared[name];
	await server.stop();
});

/** Reads a page anew until it says something: what another system does takes its time. */
async function until(page: Page, check: () => Promise<void>) {
	await expect(async () => {
		await page.reload();
		await check();
	}).toPass({ timeout: 90_000 });
}

const cents = (text: string) => Number(text.replace(/[^\d−-]/g, "").replace("−", "-"));

test("from an empty installation to a payout that reconciles", async ({ page, browser, complaints }) => {
	test.setTimeout(360_000);
	const operator = newOperator("Olga Operator");
	const office = await (await browser.newContext({ baseURL: server.url })).newPage();
	await signIn(office, operator);
	await expect(office.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
	await keep(office, "walk 01 operator, nothing yet");

	const email = newEmail();
	await register(page, email);
	// A mail runs no script, and so not those of the tests either, of which the browser tells.
	expect(
		complaints.filter((complaint) => !/^Blocked script execution in '.*\/dev\/mail\//.test(complaint)),
	).toEqual([]);
	complaints.length = 0;
	await signIn(page, email);
	await keep(page, "walk 02 somebody without a hat");
	await page.getByRole("link", { name: "Apply to sell" }).click();
	await page.getByLabel("Name").fill("Bäckerei Blankenese");
	await page.getByLabel("Country of the business").selectOption({ label: "Germany" });
	await page.getByRole("button", { name: "Apply" }).click();
	await expect(page).toHaveURL(/\/s\/backerei-blankenese$/);
	await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
	await expect(page.getByText("as soon as the platform lets you sell")).toBeVisible();
	await keep(page, "walk 03 seller, applied");

	await office.getByRole("link", { name: "Sellers", exact: true }).click();
	await office.getByRole("link", { name: "To review" }).click();
	await office.getByRole("link", { name: "Bäckerei Blankenese" }).click();
	await office.getByRole("button", { name: "Approve…" }).click();
	await keep(office, "walk 04 operator, approves");
	await office.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
	// It takes effect when it can no longer be undone.
	await expect(office.getByRole("button", { name: "Suspend…" })).toBeVisible({ timeout: 40_000 });

	await page.reload();
	const setUp = page.getByRole("button", { name: /Set up payouts|Continue with Stripe/ });
	await expect(setUp).toBeVisible();
	await keep(page, "walk 05 seller, approved");
	await setUp.click();
	await page.waitForURL((url) => url.origin !== server.url);
	await keep(page, "walk 06 the provider's form");
	await page.getByLabel("Name of the representative").fill("Bea Bäcker");
	await page.getByRole("button", { name: "Submit" }).click();
	await page.waitForURL(/\/payouts\?onboarding=done/);
	await until(page, () => expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 2000 }));
	await keep(page, "walk 07 seller, back from the provider");

	await createProduct(page);
	const main = page.getByRole("navigation", { name: "Main" });
	await main.getByRole("link", { name: "Products" }).click();
	await expect(page.getByText("Franzbrötchen").first()).toBeVisible();
	await keep(page, "walk 08 seller, products");

	const { number } = await buy("franzbrotchen", 3);
	await main.getByRole("link", { name: "Home" }).click();
	await expect(page.getByRole("link", { name: `${number}-1` }).first()).toBeVisible();
	await keep(page, "walk 09 seller, to ship");
	await page
		.getByRole("link", { name: `${number}-1` })
		.first()
		.click();
	await refundOne(page);
	await page.getByRole("button", { name: "Mark as shipped…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Mark as shipped" }).click();
	await expect(page.getByText("Shipped", { exact: true }).first()).toBeVisible();
	await keep(page, "walk 10 seller, shipped");

	await paid(page, number);
	await reconciled(office, number);
	await office.context().close();
});

/** Somebody registers who has read of GraphiQL, and confirms their address by the link that was mailed to it. */
async function register(page: Page, email: string) {
	await page.goto("/graphiql");
	await page.getByLabel("Ready document").selectOption("BuyerRegister");
	const input = JSON.stringify({ input: { email, name: "Bea Bäcker", password } });
	await expect(async () => {
		await page.locator('[aria-label="Variables"] .CodeMirror').evaluate((editor, text) => {
			(editor as unknown as { CodeMirror: { setValue: (text: string) => void } }).CodeMirror.setValue(text);
		}, input);
		await page.locator(".CodeMirror").first().click();
		await page.keyboard.press("Control+Enter");
		await expect(page.locator(".result-window")).toContainText('"userErrors": []', { timeout: 3000 });
	}).toPass();
	await keep(page, "walk 01b somebody registers");

	await page.goto("/dev/mail");
	const row = page.getByRole("row").filter({ hasText: email });
	await until(page, () => expect(row.first()).toBeVisible({ timeout: 2000 }));
	await row.first().getByRole("link").click();
	const [confirm] = await Promise.all([
		page.waitForEvent("popup"),
		page.frameLocator("iframe").getByRole("link").first().click(),
	]);
	await keep(confirm, "walk 01c their address");
	await confirm.getByRole("button", { name: "Confirm this address" }).click();
	await expect(confirm.getByRole("status")).toContainText("You can sign in now.");
	await confirm.close();
}

/** The seller makes a product in the pages, and puts it on sale. */
async function createProduct(page: Page) {
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Products" }).click();
	await page.getByRole("link", { name: "New product" }).first().click();
	await page.getByLabel("Title").fill("Franzbrötchen");
	await page.getByLabel("Price in EUR").fill("2.40");
	await page.getByLabel("In stock").fill("12");
	await page.getByRole("checkbox", { name: "Show it to buyers at once" }).check();
	await page.getByRole("button", { name: "Save and publish" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Franzbrötchen" })).toBeVisible();
	await keep(page, "walk 07b seller, a product for sale");
}

/** One of the three is given back before they are shipped. */
async function refundOne(page: Page) {
	const refunds = page.getByRole("region", { name: "Refunds", exact: true });
	await refunds.getByRole("button", { name: "Refund…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel(/Franzbrötchen/).selectOption("1");
	await dialog.getByLabel("Reason").selectOption("DAMAGED");
	await dialog.getByRole("button", { name: "Continue" }).click();
	await dialog.getByRole("button", { name: "Refund €2.40" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(refunds).toContainText("€2.40");
	await keep(page, "walk 09b seller, one given back");
}

/**
 * Three for 2.40 of which one was given back, less a commission of 10 %: 4.32 reach the bank, the payout says how, and
 * the statement adds up.
 */
async function paid(page: Page, number: string) {
	const main = page.getByRole("navigation", { name: "Main" });
	await main.getByRole("link", { name: "Payouts" }).click();
	const paidOut = page
		.getByRole("region", { name: "Balance in EUR" })
		.locator("div", { hasText: "Paid out" });
	await until(page, () => expect(paidOut).toContainText("€4.32", { timeout: 2000 }));
	const views = page.getByRole("navigation", { name: "Views of your money" });
	await views.getByRole("link", { name: "Transfers" }).click();
	await expect(rowOf(page, "tr_")).toContainText("€4.32");
	await views.getByRole("link", { name: "Payouts" }).click();
	await expect(rowOf(page, "po_")).toContainText("€4.32");
	await keep(page, "walk 11 seller, paid");
	await page.getByRole("main").getByRole("link", { name: /^po_/ }).first().click();
	await expectPayout(page, `${number}-1`);
	await keep(page, "walk 11b seller, the payout");
	await page.getByRole("button", { name: "Refunds", exact: true }).click();
	await expect(page).toHaveURL(/part=REFUNDS/);
	await expect(page.getByRole("heading", { name: "What came and went: Refunds" })).toBeVisible();
	await expect(rowOf(page, `${number}-1`)).toContainText("€2.40");

	await main.getByRole("link", { name: "Statements" }).click();
	const open = page.getByRole("region", { name: "Not closed yet, EUR" });
	const owed = open.getByRole("table", { name: "Owed by the platform" });
	await until(page, () =>
		expect(owed.getByRole("row", { name: /^Transferred/ })).toBeVisible({ timeout: 2000 }),
	);
	const amounts = (await owed.getByRole("cell").allTextContents()).map(cents);
	const closing = amounts.pop();
	expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(closing);
	expect(closing, "all that was owed has been paid").toBe(0);
	await keep(page, "walk 12 seller, statement");
}

/** What the seller and the platform read of the payout: the same, and it adds up. */
async function expectPayout(page: Page, number: string) {
	const sums = page.getByRole("region", { name: "How it adds up" });
	await expect(sums.getByText("It adds up to €4.32, to the cent, from 1 entry in all.")).toBeVisible();
	await expect(sums.getByRole("row", { name: /^Sales/ })).toContainText("€7.20");
	await expect(sums.getByRole("row", { name: /^Fees/ })).toContainText("€0.48");
	await expect(sums.getByRole("row", { name: /^Refunds/ })).toContainText("€2.40");
	await expect(page.getByRole("main").getByRole("link", { name: number })).toBeVisible();
}

/** The platform sees the same: the books balance, the provider's movements match, and all of it is on record. */
async function reconciled(office: Page, number: string) {
	const main = office.getByRole("navigation", { name: "Main" });
	await main.getByRole("link", { name: "Orders" }).click();
	await office.getByRole("link", { name: number }).click();
	await expect(office.getByText("€6.48").first(), "before what was given back").toBeVisible();
	await keep(office, "walk 13 operator, order");
	await main.getByRole("link", { name: "Payouts" }).click();
	await office.getByRole("main").getByRole("link", { name: /^po_/ }).first().click();
	await expectPayout(office, `${number}-1`);
	await expect(office.getByRole("main").getByRole("link", { name: "Bäckerei Blankenese" })).toBeVisible();
	await keep(office, "walk 13b operator, the payout");
	await main.getByRole("link", { name: "Ledger" }).click();
	await expect(office.getByText("The books balance.")).toBeVisible();
	await keep(office, "walk 14 operator, ledger");
	await office.getByRole("link", { name: "Differences" }).click();
	await office.getByRole("button", { name: "Compare now" }).click();
	const comparison = office.getByRole("region", { name: "Comparison with the provider" });
	await until(office, () => expect(comparison).toContainText("movements match", { timeout: 2000 }));
	await expect(office.getByRole("table")).toHaveCount(0);
	await keep(office, "walk 15 operator, differences");
	await main.getByRole("link", { name: "Audit log" }).click();
	await expect(office.getByText("seller.approved").first()).toBeVisible();
	await keep(office, "walk 16 operator, audit log");
}
