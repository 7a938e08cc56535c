import type { Page } from "@playwright/test";
import {
	api,
	apply,
	buy,
	buyAndDispute,
	expect,
	makePlan,
	newOperator,
	operatorWithFactor,
	password,
	payOut,
	people,
	rowOf,
	sentDocument,
	test,
	tokenOf,
	totpCode,
} from "./fixtures";
import { choose, expectHeld, press, tabTo, typeInto } from "./keyboard";

// Each flow once without a pointer. Addresses are opened as from a bookmark; from there on there are only keys.

test.slow();

/** Signs in by keys: the first field has the focus, and Enter sends the form. */
async function enter(page: Page, email: string, next = "/") {
	await page.goto(`/admin/login?next=${encodeURIComponent(next)}`);
	await expect(page.getByLabel("Email")).toBeFocused();
	await typeInto(page, page.getByLabel("Email"), email);
	await typeInto(page, page.getByLabel("Password"), password);
	await page.keyboard.press("Enter");
}

/** The page that was led to is read from its heading. */
async function expectPage(page: Page, name: string | RegExp) {
	await expect(page.getByRole("heading", { level: 1, name })).toBeFocused();
}

test("signing in with a second factor, and out", async ({ page, complaints }) => {
	const { email, secret } = await operatorWithFactor();
	await enter(page, email, "/platform/sellers");
	const code = page.getByLabel("Code");
	await expect(code).toBeFocused();
	await typeInto(page, code, "000 00");
	await page.keyboard.press("Enter");
	await expect(code).toHaveAttribute("aria-invalid", "true");
	await expect(code).toBeFocused();
	await typeInto(page, code, totpCode(secret));
	await page.keyboard.press("Enter");
	await expectPage(page, "Sellers");

	// The first stop of a page leads past its navigation.
	await page.reload();
	await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "To the content" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expectHeld(page);

	await press(page, page.getByRole("button", { name: /^Account/ }));
	await expect(page.getByRole("menuitem").first()).toBeFocused();
	await page.keyboard.press("End");
	await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
	await expectHeld(page);
	await page.keyboard.press("Enter");
	await expect(page.getByLabel("Email")).toBeFocused();
	// What was being asked while the session ended is refused, and the browser itself reports that.
	expect(complaints.every((complaint) => complaint.includes("401"))).toBe(true);
	complaints.length = 0;
});

test("approving a seller", async ({ page }) => {
	await apply("Kehrwieder");
	await enter(page, people.operator, "/platform/sellers");
	await expectPage(page, "Sellers");
	await typeInto(page, page.getByRole("searchbox", { name: "Search" }), "kehrwieder");
	await page.keyboard.press("Enter");
	await expect(rowOf(page, "Wollwerk")).toHaveCount(0);
	await press(page, page.getByRole("link", { name: "Kehrwieder" }));
	await expectPage(page, "Kehrwieder");
	await press(page, page.getByRole("button", { name: "Approve…" }));
	const dialog = page.getByRole("dialog", { name: "Approve Kehrwieder?" });
	await expectHeld(page);
	await press(page, dialog.getByRole("button", { name: "Approve" }));
	await expect(page.getByRole("status").filter({ hasText: "may sell now" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Approve…" })).toHaveCount(0);
	await expectHeld(page);
});

test("a decision that is thought better of", async ({ page }) => {
	await enter(page, people.operator, "/platform/sellers?q=Wollwerk");
	await expectPage(page, "Sellers");
	const button = page.getByRole("button", { name: "Decide about Wollwerk" });
	await press(page, button);
	await expect(page.getByRole("menuitem").first()).toBeFocused();
	await expectHeld(page);
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: "Suspend Wollwerk?" });
	await expect(dialog.getByLabel("Reason")).toBeFocused();
	await press(page, dialog.getByRole("button", { name: "Suspend" }));
	await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
	await expect(dialog.getByLabel("Reason")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(button).toBeFocused();
});

test("giving back one piece of a line", async ({ page }) => {
	const { id } = await buy("east-frisian-tea", 2);
	await enter(page, people.operator, `/platform/orders/${id}`);
	await expectPage(page, /^Order /);
	await press(page, page.getByRole("button", { name: "Refund…" }));
	const dialog = page.getByRole("dialog");
	await choose(page, dialog.getByLabel(/East Frisian tea/), "1 of 2");
	await choose(page, dialog.getByLabel("Reason"), "The goods are damaged");
	await typeInto(page, dialog.getByLabel("Note"), "Wet.");
	await press(page, dialog.getByRole("button", { name: "Continue" }));
	const refund = dialog.getByRole("button", { name: "Refund €6.90" });
	await expect(refund).toBeVisible();
	await expectHeld(page);
	await press(page, refund);
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole("region", { name: "Refunds", exact: true })).toContainText("€6.90");
	await expectHeld(page);
});

test("shipping an order", async ({ page }) => {
	const { parts } = await buy();
	await enter(page, people.mill);
	await expectPage(page, /./);
	const nav = page.getByRole("navigation", { name: "Main" });
	await press(page, nav.getByRole("link", { name: "Orders" }));
	await expectPage(page, "Orders");
	await press(page, page.getByRole("link", { name: "To ship" }));
	await press(page, page.locator(`main a[href$="${parts[0]?.id}"]`));
	await expectPage(page, /./);
	await press(page, page.getByRole("button", { name: "Mark as shipped…" }));
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Carrier")).toBeFocused();
	await typeInto(page, dialog.getByLabel("Carrier"), "DHL");
	await typeInto(page, dialog.getByLabel("Tracking address"), "http://dhl.example/1");
	await page.keyboard.press("Enter");
	await expect(dialog.getByText("must begin with https://")).toBeVisible();
	await expectHeld(page);
	await typeInto(page, dialog.getByLabel("Tracking address"), "https://dhl.example/1");
	await page.keyboard.press("Enter");
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole("button", { name: "Mark as shipped…" })).toHaveCount(0);
	await expectHeld(page);
	// The notice is within reach, and can be sent away.
	await press(page, page.getByRole("status").getByRole("button", { name: "Close" }));
	await expectHeld(page);
});

test("shipping pieces of an order, and taking it back", async ({ page }) => {
	const { parts } = await buy("east-frisian-tea", 2);
	await enter(page, people.mill, `/s/muhle-am-deich/orders/${parts[0]?.id}`);
	await expectPage(page, /^Order/);
	await press(page, page.getByRole("button", { name: "Mark as shipped…" }));
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Carrier")).toBeFocused();
	const less = dialog.getByRole("button", { name: /^One less of/ });
	await tabTo(page, less, { back: true });
	await page.keyboard.press("Enter");
	await expect(dialog.getByText("1 of 2 pieces in this parcel")).toBeVisible();
	await expectHeld(page);
	await press(page, dialog.getByRole("button", { name: "Mark as shipped" }));
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("Partly shipped", { exact: true }).first()).toBeVisible();
	await expectHeld(page);
	await press(page, page.getByRole("status").getByRole("button", { name: "Undo" }));
	await expect(page.getByRole("status").filter({ hasText: "is to be shipped again" })).toBeVisible();
	await expectHeld(page);
});

test("approving by the key A, and taking it back", async ({ page }) => {
	await apply("Rickmers");
	await enter(page, people.operator, "/platform/sellers?q=Rickmers");
	await expectPage(page, "Sellers");
	await press(page, page.getByRole("link", { name: "Rickmers" }));
	await expectPage(page, "Rickmers");
	await page.keyboard.press("a");
	const dialog = page.getByRole("dialog", { name: "Approve Rickmers?" });
	await expect(dialog).toBeVisible();
	await expectHeld(page);
	await press(page, dialog.getByRole("button", { name: "Approve" }));
	await press(page, page.getByRole("status").getByRole("button", { name: "Undo" }));
	await expect(page.getByRole("status").filter({ hasText: "waits for a decision again" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Approve…" })).toBeVisible();
	await expectHeld(page);
});

test("a payout, what it consists of, and an order behind it", async ({ page }) => {
	await payOut(); // before the next test, which puts off the seller's day
	await enter(page, people.mill, "/s/muhle-am-deich/payouts?view=payouts&status=PAID");
	await expectPage(page, "Payouts");
	await press(page, page.getByRole("main").getByRole("link", { name: /^po_/ }).first());
	await expectPage(page, "Payout");
	await press(page, page.getByRole("button", { name: "Fees", exact: true }));
	await expect(page).toHaveURL(/part=FEES/);
	await expect(page.getByRole("heading", { name: "What came and went: Fees" })).toBeVisible();
	await expectHeld(page);
	await press(page, page.getByRole("button", { name: "Show all entries" }));
	await expect(page).not.toHaveURL(/part=/);
	await expectHeld(page);
	await press(page, page.getByRole("main").getByRole("link", { name: /-1$/ }).first());
	await expectPage(page, /^Order /);
});

test("looking at payouts, and saying when to be paid", async ({ page }) => {
	await enter(page, people.mill, "/s/muhle-am-deich/payouts");
	await expectPage(page, "Payouts");
	const views = page.getByRole("navigation", { name: "Views of your money" });
	await press(page, views.getByRole("link", { name: "Transfers" }));
	await expectHeld(page);
	await press(page, views.getByRole("link", { name: "Payouts" }));
	await expectHeld(page);
	await press(page, views.getByRole("link").first());
	const schedule = page.getByRole("region", { name: "Payout schedule" });
	await press(page, schedule.getByRole("button", { name: "Change…" }));
	const dialog = page.getByRole("dialog", { name: "Payout schedule" });
	await choose(page, dialog.getByLabel("How often"), /week/i);
	await choose(page, dialog.getByLabel("Day", { exact: true }), "Friday");
	await typeInto(page, dialog.getByLabel("At least, in EUR"), "nothing");
	await press(page, dialog.getByRole("button", { name: "Save" }));
	await expectHeld(page);
	await expect(dialog).toBeVisible();
	await typeInto(page, dialog.getByLabel("At least, in EUR"), "25.00");
	await press(page, dialog.getByRole("button", { name: "Save" }));
	await expect(dialog).toHaveCount(0);
	await expect(schedule).toContainText("Friday");
	await expect(schedule.getByRole("button", { name: "Change…" })).toBeFocused();
});

test("a commission draft: written, published, and approved by a second person", async ({ page, browser }) => {
	await enter(page, people.operator, "/platform/commission");
	await expectPage(page, "Commission");
	await press(page, page.getByRole("link", { name: "New draft" }));
	await expectPage(page, /./);
	await typeInto(page, page.getByLabel("Note"), "Less for wool");
	await press(page, page.getByRole("button", { name: "Add a rule" }));
	const second = page.getByRole("region", { name: "Rule 2" });
	await typeInto(page, second.getByLabel("Name"), "Wool");
	await typeInto(page, second.getByLabel("Commission, in percent"), "4.25");
	await press(page, second.getByText("Only for some lines"));
	await typeInto(page, second.getByLabel("Currencies"), "EUR");
	await press(page, second.getByRole("button", { name: "Try rule 2 earlier" }));
	await expect(page.getByRole("region", { name: "Rule 1" }).getByLabel("Name")).toHaveValue("Wool");
	await expectHeld(page);
	await press(page, page.getByRole("button", { name: "Save the draft" }));
	await expectPage(page, "Less for wool");

	await press(page, page.getByRole("button", { name: "Propose to publish…" }));
	const dialog = page.getByRole("dialog", { name: "Propose to publish this draft" });
	const from = dialog.getByLabel("In force from");
	await tabTo(page, from);
	const soon = new Date(Date.now() + 3 * 86_400_000);
	const two = (part: number) => String(part).padStart(2, "0");
	// Month, day and hour go on by themselves when they are full; a year may have six digits.
	await page.keyboard.type(`${two(soon.getMonth() + 1)}${two(soon.getDate())}${soon.getFullYear()}`);
	await page.keyboard.press("ArrowRight");
	await page.keyboard.type("1000A");
	await expect(from).toHaveValue(
		`${soon.getFullYear()}-${two(soon.getMonth() + 1)}-${two(soon.getDate())}T10:00`,
	);
	await typeInto(page, dialog.getByLabel("Reason"), "They knit more.");
	await press(page, dialog.getByRole("button", { name: "Propose" }));
	await expect(dialog).toHaveCount(0);
	await expectHeld(page);
	const address = new URL(page.url()).pathname;

	const other = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await enter(other, newOperator("Kay Keys"), "/platform/proposals");
	await expectPage(other, "Proposals");
	await press(other, other.getByRole("button", { name: "Look at it" }).first());
	const proposal = other.getByRole("dialog", { name: "Proposal" });
	await press(other, proposal.getByRole("button", { name: "Approve" }));
	await expect(other.getByText("Approved and done.")).toBeVisible();
	await expectHeld(other);
	await other.close();

	await page.goto(address);
	await expect(page.getByText("To come")).toBeVisible();
	await press(page, page.getByRole("button", { name: "Give up…" }));
	await press(page, page.getByRole("dialog").getByRole("button", { name: "Give up" }));
	await expect(page.getByText("Given up").first()).toBeVisible();
	await expectHeld(page);
});

test("the bell, and another theme", async ({ page }) => {
	await enter(page, people.operator, "/platform/sellers");
	await expectPage(page, "Sellers");
	const bell = page.getByRole("button", { name: /^Notifications/ });
	await press(page, bell);
	const dialog = page.getByRole("dialog", { name: "Notifications" });
	await expect(dialog).toBeVisible();
	await press(page, dialog.getByRole("button", { name: "Mark all as read" }));
	await expectHeld(page);
	await page.keyboard.press("Escape");
	await expect(dialog).toHaveCount(0);
	await expect(bell).toBeFocused();
	const theme = page.getByRole("button", { name: /theme$/ });
	await press(page, theme, "Space");
	await expectHeld(page);
	// It is kept with the person, who is looked at in both themes elsewhere.
	const query = "mutation { preferencesSet(input: {theme: SYSTEM}) { userErrors { code } } }";
	await api(query, {}, await tokenOf(people.operator));
});

test("turning on a second factor, and showing it again", async ({ page }) => {
	await enter(page, newOperator("Tab Tabor"), "/account/security");
	await expectPage(page, "Security");
	await press(page, page.getByRole("button", { name: "Add an authenticator app…" }));
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("Password")).toBeFocused();
	await typeInto(page, dialog.getByLabel("Password"), password);
	await page.keyboard.press("Enter");
	await expect(dialog.getByRole("heading", { name: "Scan this with your app" })).toBeFocused();
	const secret = (await dialog.locator("[data-secret]").innerText()).replaceAll(" ", "");
	await typeInto(page, dialog.getByLabel("Code"), totpCode(secret, Math.floor(Date.now() / 30_000) - 1));
	await page.keyboard.press("Enter");
	await expect(dialog.getByRole("heading", { name: "Keep your recovery codes" })).toBeFocused();
	await press(page, dialog.getByRole("checkbox", { name: "I have saved them" }), "Space");
	await press(page, dialog.getByRole("button", { name: "Done" }));
	await expect(dialog).toHaveCount(0);
	await expectHeld(page);

	const name = `Again ${Date.now()}`;
	await makePlan(name);
	// The server asks again ten minutes later; here it is as if they were over.
	let asked = 0;
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("sellerPlanAssign") || ++asked > 1) return await route.fallback();
		const error = { message: "Show your second factor again.", extensions: { code: "STEP_UP_REQUIRED" } };
		await route.fulfill({ json: { errors: [error], data: null } });
	});
	await page.goto("/admin/platform/sellers?q=Argile");
	await press(page, page.getByRole("link", { name: "Atelier Argile" }));
	await expectPage(page, "Atelier Argile");
	await press(page, page.getByRole("button", { name: "Change plan…" }));
	const plan = page.getByRole("dialog", { name: "Change the plan of Atelier Argile" });
	await choose(page, plan.getByLabel("New plan"), name);
	await typeInto(page, plan.getByLabel("Reason"), "As agreed.");
	await press(page, plan.getByRole("button", { name: "Change the plan" }));
	const question = page.getByRole("dialog", { name: "Confirm that it is you" });
	await expect(question.getByLabel("Code")).toBeFocused();
	await typeInto(page, question.getByLabel("Code"), totpCode(secret));
	await page.keyboard.press("Enter");
	await expect(question).toHaveCount(0);
	await expect(plan).toHaveCount(0);
	expect(asked, "the same deed, sent again").toBe(2);
	await expectHeld(page);
});

test("putting a seller on a plan from a day on", async ({ page }) => {
	const name = `Keys ${Date.now()}`;
	await makePlan(name);
	await enter(page, people.operator, "/platform/sellers?q=Argile");
	await expectPage(page, "Sellers");
	await press(page, page.getByRole("link", { name: "Atelier Argile" }));
	await expectPage(page, "Atelier Argile");
	const panel = page.getByRole("region", { name: "Plan", exact: true });
	await press(page, panel.getByRole("button", { name: "Change plan…" }));
	const dialog = page.getByRole("dialog", { name: "Change the plan of Atelier Argile" });
	await expect(dialog).toBeVisible();
	await expectHeld(page);
	await choose(page, dialog.getByLabel("New plan"), name);
	await tabTo(page, dialog.getByLabel("From"));
	const soon = new Date(Date.now() + 9 * 86_400_000);
	const two = (part: number) => String(part).padStart(2, "0");
	await page.keyboard.type(`${two(soon.getMonth() + 1)}${two(soon.getDate())}${soon.getFullYear()}`);
	await press(page, dialog.getByRole("button", { name: "Change the plan" }));
	await expect(dialog.getByLabel("Reason")).toBeFocused();
	await typeInto(page, dialog.getByLabel("Reason"), "They have asked for it.");
	await press(page, dialog.getByRole("button", { name: "Change the plan" }));
	await expect(dialog).toHaveCount(0);
	await expect(panel).toContainText("To come");
	await press(page, panel.getByRole("button", { name: `Cancel the change: ${name}…` }));
	const question = page.getByRole("dialog", { name: "Cancel the change?" });
	await press(page, question.getByRole("button", { name: "Cancel the change" }));
	await expect(question).toHaveCount(0);
	await expect(panel).toContainText("Cancelled");
	await expectHeld(page);
});

test("what there is to say to a dispute", async ({ page }) => {
	const id = await buyAndDispute();
	await enter(page, people.mill, `/s/muhle-am-deich/disputes/${id}`);
	await expectPage(page, "Dispute");
	await typeInto(page, page.getByLabel("What there is to say besides"), "A neighbour has it.");
	await press(page, page.getByRole("button", { name: "Save" }));
	await expect(page.getByText("Edited", { exact: true })).toBeVisible();
	await expectHeld(page);

	await page.context().clearCookies();
	await enter(page, people.operator, `/platform/disputes/${id}`);
	await expectPage(page, "Dispute");
	await press(page, page.getByRole("button", { name: "Send the evidence…" }));
	const dialog = page.getByRole("dialog", { name: "Send the evidence?" });
	await expectHeld(page);
	await typeInto(page, dialog.getByLabel("Carrier"), "DHL");
	await press(page, dialog.getByRole("button", { name: "Send to the bank" }));
	await expect(dialog).toHaveCount(0);
	await expectHeld(page);
});
