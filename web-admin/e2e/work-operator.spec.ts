import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import {
	api,
	apply,
	approveAll,
	buy,
	expect,
	expectSound,
	keep,
	newEmail,
	openSeller,
	password,
	people,
	register,
	rowOf,
	sentDocument,
	signIn,
	test,
} from "./fixtures";

/** Looks somebody up, and opens what can be done for them. */
async function lookUp(page: Page, email: string, item: string) {
	await page.goto("/admin/platform/people");
	await page.getByLabel("Email").fill(email);
	await page.getByRole("button", { name: "Look up" }).click();
	await page.getByRole("button", { name: "What can be done for this person" }).click();
	await page.getByRole("menuitem", { name: item }).click();
}

test("whoever applies appears in the list and on the home, which nobody touches", async ({
	page,
	browser,
}) => {
	test.slow(); // both ask every twenty seconds
	await apply(`Vorher ${Date.now()}`);
	await signIn(page, people.operator, "/platform/sellers?status=APPLIED");
	const home = await browser.newPage();
	await signIn(home, people.operator, "/platform");
	await expect(home.getByRole("heading", { name: "To do" })).toBeVisible();
	const toReview = home.getByRole("region", { name: "Sellers to review" });
	await expect(toReview).toBeVisible();
	const before = await toReview.innerText();
	const name = `Bernsteinladen ${Date.now()}`;
	await apply(name);
	await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 30_000 });
	// The oldest are shown, and how many there are: one more.
	await expect(toReview).not.toHaveText(before, { timeout: 30_000, useInnerText: true });
	await home.close();
});

test("what authorities are told of a year stands in a table, with what is missing, and in a file", async ({
	page,
}) => {
	await buy();
	const year = new Date().getUTCFullYear();
	await signIn(page, people.operator, "/platform/reports");
	await page.getByRole("link", { name: "DAC7" }).click();
	const row = rowOf(page, "Mühle am Deich").first();
	await expect(async () => {
		await page.reload();
		await expect(row).toContainText("€", { timeout: 5000 });
	}).toPass({ timeout: 30_000 });
	await expect(row, "nobody has said it yet").toContainText("Whether it is a person");
	await expectSound(page);
	await keep(page, "reports, DAC7");
	await row.getByRole("button", { name: /^By quarter/ }).click();
	const details = page.getByRole("dialog", { name: new RegExp(`Mühle am Deich.?, ${year}`) }); // the name is isolated
	await expect(details.getByRole("rowheader", { name: "Quarter 4" })).toBeVisible();
	await expectSound(page);
	await keep(page, "reports, DAC7, quarters");
	await details.getByRole("button", { name: "Close" }).click();

	await page.getByRole("button", { name: "Export…" }).click();
	const dialog = page.getByRole("dialog", { name: "Export a report" });
	await expect(dialog.getByLabel("Report")).toHaveValue("DAC7");
	await expect(dialog.getByLabel("Year")).toHaveValue(String(year));
	const saved = page.waitForEvent("download");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	const file = readFileSync(await (await saved).path(), "utf8");
	const [head, ...rows] = file.trim().split("\n");
	expect(head).toContain("seller");
	expect(rows.some((line) => line.includes("Mühle am Deich") || line.includes("EUR"))).toBe(true);
	await page.getByRole("button", { name: "Close" }).click();

	await page.getByRole("link", { name: "Form 1099-K" }).click();
	await expect(row).toContainText("Not in USD: decide yourself");
	await row.getByRole("button", { name: /^By month/ }).click();
	await expect(page.getByRole("dialog").getByRole("rowheader")).toHaveCount(12);
	await expectSound(page);
	await page.keyboard.press("Escape");
	await page.getByLabel("Year (UTC)").selectOption(String(year - 1));
	await expect(page).toHaveURL(new RegExp(`year=${year - 1}`));
	await expect(row).toContainText("€0.00");
});

test("taxes are narrowed to a jurisdiction, which stays in the address", async ({ page }) => {
	const money = (amount: string) => ({ amount, currencyCode: "EUR" });
	const tax = (jurisdiction: string) => ({
		jurisdiction,
		remitter: "PLATFORM",
		currency: "EUR",
		base: money("100.00"),
		tax: money("19.00"),
		returned: money("0.00"),
		due: money("19.00"),
	});
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("query AdminTaxReport")) return await route.fallback();
		await route.fulfill({ json: { data: { taxReport: [tax("DE"), tax("FR"), tax("US-CA")] } } });
	});
	await signIn(page, people.operator, "/platform/reports?view=taxes");
	await page.getByLabel("Jurisdiction", { exact: true }).selectOption("FR");
	await expect(page).toHaveURL(/jurisdiction=FR/);
	await expect(rowOf(page, "€100.00")).toHaveCount(1);
	await expectSound(page);
	await page.getByRole("button", { name: "Clear filters" }).click();
	await expect(rowOf(page, "€100.00")).toHaveCount(3);
});

test("a person who writes a letter gets a file of their data, and is erased by two people", async ({
	page,
}) => {
	const email = newEmail();
	const token = await register(email, "Lotte Letter");
	await signIn(page, people.operator);
	await lookUp(page, email, "Make a file of their data…");
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Reason").fill("Letter of 20 November.");
	await expectSound(page);
	const saved = page.waitForEvent("download");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	const file = readFileSync(await (await saved).path());
	expect(file.byteLength).toBeGreaterThan(100);
	await page.getByRole("button", { name: "Close" }).click();

	await lookUp(page, email, "Erase…");
	await dialog.getByLabel("Reason").fill("Letter of 21 November.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(page.getByText("Proposed. A second person decides.")).toBeVisible();
	await approveAll();
	const { viewer } = await api<{ viewer: { account: { id: string } } }>(
		"{ viewer { account { id } } }",
		{},
		token,
	).catch(() => ({ viewer: { account: { id: "" } } }));
	await page.getByRole("link", { name: "Requests to be erased" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
	const row = viewer.account.id ? rowOf(page, viewer.account.id) : page.locator("[data-row]").first();
	await expect(row).toContainText(/Waits until it is due|Being carried out|Erased/);
	await expectSound(page);
	await keep(page, "erasures");
});

test("whoever asks to be erased is in the list, with what is in the way", async ({ page }) => {
	const { email } = await openSeller(`Abschied ${Date.now()}`);
	await signIn(page, email);
	await page.goto("/admin/account/privacy");
	await page.getByRole("button", { name: "Ask to be erased…" }).click();
	await page.getByRole("dialog").getByLabel("Password").fill(password);
	await page.getByRole("dialog").getByRole("button", { name: "Ask to be erased" }).click();
	await expect(page.getByText("You own a seller")).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, people.operator, "/platform/people?view=erasures&status=REQUESTED");
	const row = page.locator("[data-row]").filter({ hasText: "They own a seller" });
	await expect(row.first()).toBeVisible();
	await expectSound(page);
	await keep(page, "erasures, in the way");
	await page.getByLabel("Status").selectOption("WITHDRAWN");
	await expect(page.getByText("No request matches").or(page.locator("[data-row]")).first()).toBeVisible();
	await page.goto("/admin/platform/people?view=erasures&status=REQUESTED");
	await row.first().getByRole("link").click();
	await expect(page.getByRole("heading", { name: "Devices signed in" })).toBeVisible();
});

test("a reset of factors that nobody has agreed on cannot be stopped", async ({ page }) => {
	const email = newEmail();
	await register(email, "Karla Keep");
	await signIn(page, people.operator);
	await lookUp(page, email, "Stop taking the second factors away…");
	await page.getByRole("dialog").getByRole("button", { name: "Stop it" }).click();
	await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
	await expectSound(page);
});

test("operators who do not sign in are listed, and one is proposed for removal", async ({ page }) => {
	// Nobody in the demo has been away for a month: the answer of the server is given here.
	const away = (accountId: string, name: string, disabledAt: string | null) => ({
		accountId,
		email: `${accountId}@example.com`,
		name,
		role: "SUPPORT",
		idleSince: "2026-09-01T09:00:00Z",
		disabledAt,
	});
	let removed = "";
	await signIn(page, people.operator, "/platform/operators?view=stale");
	await expect(page.getByText("Every operator has signed in within 30 days")).toBeVisible();
	await expectSound(page);
	await page.route("**/graphql", async (route) => {
		const text = sentDocument(route);
		if (text.includes("query AdminStaleOperators")) {
			const nodes = [away("acc_1", "Wanda Weg", null), away("acc_2", "", "2026-11-01T09:00:00Z")];
			const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
			return route.fulfill({ json: { data: { staleOperators: { nodes, pageInfo } } } });
		}
		if (!text.includes("mutation AdminOperatorRemove")) return route.fallback();
		removed = (route.request().postDataJSON() as { variables: { input: { accountId: string } } }).variables
			.input.accountId;
		return route.fulfill({
			json: { data: { operatorRemove: { proposal: { id: "prp_1", status: "PENDING" }, userErrors: [] } } },
		});
	});
	await page.reload();
	await expect(rowOf(page, "Wanda Weg").first()).toContainText("May still work");
	await expect(rowOf(page, "acc_2@example.com").first()).toContainText("May not work any more");
	await expectSound(page);
	await keep(page, "operators, stale");
	await page.getByRole("button", { name: "Remove Wanda Weg…" }).click();
	const dialog = page.getByRole("dialog", { name: "Remove Wanda Weg?" });
	await dialog.getByLabel("Reason").fill("Left in summer.");
	await dialog.getByRole("button", { name: "Propose the removal" }).click();
	await expect(dialog).toHaveCount(0);
	expect(removed).toBe("acc_1");
});

test("a seller is closed for good by two people, and its pages say so", async ({ page }) => {
	const { id } = await openSeller(`Letzte Fahrt ${Date.now()}`);
	await signIn(page, people.operator, `/platform/sellers/${id}`);
	await page.getByRole("button", { name: "Owner and closing…" }).click();
	await page.getByRole("menuitem", { name: "Close for good…" }).click();
	const dialog = page.getByRole("dialog", { name: /^Close Letzte Fahrt .* for good\?$/ });
	await dialog.getByLabel("Reason").fill("The owner has died.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(dialog).toHaveCount(0);
	await approveAll();
	await page.reload();
	await expect(page.getByText("Closed", { exact: true }).first()).toBeVisible();
	await expect(page.getByRole("button", { name: "Suspend…" })).toHaveCount(0);
	await expectSound(page);
});

test("an owner closes their seller for good, having typed its name", async ({ page }) => {
	const name = `Feierabend ${Date.now()}`;
	const { email, slug } = await openSeller(name);
	await signIn(page, email, `/s/${slug}/settings`);
	await page.getByRole("button", { name: "Close for good…" }).click();
	const dialog = page.getByRole("dialog", { name: `Close ${name} for good?` });
	await dialog.getByLabel("Reason").fill("I am retiring.");
	await dialog.getByLabel(/^Type /).fill("Something else");
	await expect(dialog.getByRole("button", { name: "Close for good" })).toBeDisabled();
	await dialog.getByLabel(/^Type /).fill(name);
	await expectSound(page);
	await dialog.getByRole("button", { name: "Close for good" }).click();
	await expect(page.getByText(`${name} is closed.`)).toBeVisible();
	await page.goto(`/admin/s/${slug}`);
	await expectSound(page);
	await page.context().clearCookies();
	await signIn(page, people.operator, `/platform/sellers?q=${encodeURIComponent(name)}`);
	await expect(rowOf(page, name)).toContainText("Closed");
});
