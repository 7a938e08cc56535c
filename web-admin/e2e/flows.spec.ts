import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import {
	api,
	apply,
	baseURL,
	expect,
	expectSound,
	mailedToken,
	newEmail,
	password,
	people,
	register,
	resume,
	sentDocument,
	settled,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

test("whoever is not signed in comes to the form and from there to the page they wanted", async ({
	page,
}) => {
	await page.goto("/admin/platform/orders?status=PAID");
	await expect(page).toHaveURL(/\/admin\/login\?next=/);
	await page.getByLabel("Email").fill(people.operator);
	await page.getByLabel("Password").fill(password);
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(`${baseURL()}/admin/platform/orders?status=PAID`);
	await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
});

test("the way back is not forgotten when it is long", async ({ page }) => {
	const ids = Array.from({ length: 100 }, (_, at) => `sor_${String(at).padStart(26, "0")}`);
	const slips = `/admin/slips/muhle-am-deich?orders=${encodeURIComponent(JSON.stringify(ids))}`;
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("query SellerOrder(")) return await route.fallback();
		await route.fulfill({ json: { data: { sellerOrder: null } } });
	});
	await page.goto(slips);
	await expect(page).toHaveURL(/\/admin\/login\?next=/);
	await page.getByLabel("Email").fill(people.mill);
	await page.getByLabel("Password").fill(password);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Packing slips" })).toBeVisible();
	expect(JSON.parse(new URL(page.url()).searchParams.get("orders") ?? "")).toEqual(ids);
});

test("a wrong password says so, keeps the address, and lets nobody in", async ({ page }) => {
	await page.goto("/admin/login");
	await page.getByLabel("Email").fill(people.operator);
	await page.getByLabel("Password").fill("not the password");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("alert")).toContainText("wrong");
	await expect(page.getByLabel("Email")).toHaveValue(people.operator);
	await page.goto("/admin/platform/sellers");
	await expect(page).toHaveURL(/\/admin\/login/);
});

test("the way back after signing in stays on this site", async ({ page }) => {
	for (const next of ["//evil.example/", "/\\evil.example", "https://evil.example/"]) {
		await page.context().clearCookies();
		await signIn(page, people.operator, next);
		expect(new URL(page.url()).origin).toBe(baseURL());
	}
});

test("no script can read the session, and signing out ends it on the server", async ({ page }) => {
	await signIn(page, people.operator);
	const readable = await page.evaluate(
		() => document.cookie + JSON.stringify([localStorage, sessionStorage]),
	);
	expect(readable).not.toContain("etal_ses_");
	const cookies = await page.context().cookies();
	const session = cookies.find((cookie) => cookie.name.includes("etal_session"));
	expect(session?.httpOnly).toBe(true);
	const token = session?.value ?? "";
	await expect(api("{ viewer { account { id } } }", {}, token)).resolves.toHaveProperty("viewer.account.id");

	await page.getByRole("button", { name: /^Account/ }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await expect(page).toHaveURL(/\/admin\/login/);
	await expect(api("{ viewer { account { id } } }", {}, token)).rejects.toThrow("SESSION_INVALID");
	await page.goBack();
	await expect(page).toHaveURL(/\/admin\/login/);
});

test("a session that has ended elsewhere leads to the form and back to the page", async ({
	page,
	complaints,
}) => {
	await signIn(page, people.wool, "/s/wollwerk/ledger");
	await expect(page.getByRole("heading", { level: 1, name: "Ledger" })).toBeVisible();
	await settled(page);
	const cookies = await page.context().cookies();
	const token = cookies.find((cookie) => cookie.name.includes("etal_session"))?.value;
	await api("mutation { signOut { userErrors { code } } }", {}, token);
	// Without a pointer that comes near first: the page looks ahead then, and may lead to the form before the click.
	await page.getByRole("link", { name: "Members" }).dispatchEvent("click");
	await expect(page).toHaveURL(/\/admin\/login\?next=.*members/);
	await page.getByLabel("Email").fill(people.wool);
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
	expect(complaints.every((complaint) => complaint.includes("401"))).toBe(true);
	complaints.length = 0; // the browser itself reports each refusal
});

test("an operator finds a seller that waits, and approves it", async ({ page }) => {
	const { email, slug } = await apply("Käserei Föhr");
	await signIn(page, people.operator);
	await page.getByRole("link", { name: "To review" }).click();
	await expect(page).toHaveURL(/status=APPLIED/);
	await page.getByRole("searchbox", { name: "Search" }).fill("kaserei");
	await expect(page).toHaveURL(/q=kaserei/);
	await page.getByRole("link", { name: "Käserei Föhr" }).click();
	await page.getByRole("button", { name: "Approve…" }).click();
	await expect(page.getByRole("dialog", { name: "Approve Käserei Föhr?" })).toBeVisible();
	await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
	await expect(page.getByRole("status").filter({ hasText: "may sell now" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Suspend…" })).toBeVisible({ timeout: 40_000 });
	await expect(page.getByRole("button", { name: "Approve…" })).toHaveCount(0);
	const { sellerBySlug } = await api<{ sellerBySlug: { name: string } | null }>(
		"query($slug: String!) { sellerBySlug(slug: $slug) { name } }",
		{ slug },
	);
	expect(sellerBySlug?.name).toBe("Käserei Föhr");

	await page.context().clearCookies();
	await signIn(page, email);
	await expect(page.getByText("Set up payouts to be paid")).toBeVisible();
});

test("a suspension asks for a reason, which the seller then reads; it ends again", async ({
	page,
	browser,
}) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/sellers");
	await page.getByRole("button", { name: "Decide about Wollwerk" }).click();
	await page.getByRole("menuitem", { name: "Suspend…" }).click();
	const dialog = page.getByRole("dialog", { name: "Suspend Wollwerk?" });
	await dialog.getByRole("button", { name: "Suspend" }).click();
	await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("Reason").fill("Moths.\nSeveral.");
	await dialog.getByRole("button", { name: "Suspend" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole("row", { name: /Wollwerk/ }).getByText("Suspended")).toBeVisible();

	const other = await browser.newContext({ baseURL: baseURL() });
	const seller = await other.newPage();
	await signIn(seller, people.wool);
	await expect(seller.getByText("Moths.")).toBeVisible();
	await other.close();

	await page.getByRole("link", { name: "Wollwerk" }).click();
	await expect(page.getByText("Moths.")).toBeVisible();
	await page.getByRole("button", { name: "Reinstate…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Reinstate" }).click();
	await expect(page.getByRole("button", { name: "Suspend…" })).toBeVisible();
});

test("a rejection needs a reason of more than blanks, and what the server refuses stands at the field", async ({
	page,
}) => {
	await apply("Moorhof");
	await resume(page, people.operator);
	await page.goto("/admin/platform/sellers?q=Moorhof");
	await page.getByRole("button", { name: "Decide about Moorhof" }).click();
	await page.getByRole("menuitem", { name: "Reject…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Type the name: Moorhof").fill("Moorhof");
	await dialog.getByLabel("Reason").fill("   ");
	await dialog.getByRole("button", { name: "Reject" }).click();
	await expect(dialog.getByText("This field is required.")).toBeVisible();
	await expect(dialog.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("Reason").fill("No papers.");
	await dialog.getByRole("button", { name: "Reject" }).click();
	await expect(page.getByRole("row", { name: /Moorhof/ }).getByText("Rejected")).toBeVisible();
	await expect(page.getByRole("button", { name: "Decide about Moorhof" })).toHaveCount(0);
});

test("a decision by keyboard alone: the menu, the dialog, the way back", async ({ page }) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/sellers");
	const button = page.getByRole("button", { name: "Decide about Wollwerk" });
	await expect(button).toBeVisible();
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "To the content" })).toBeFocused();
	await button.focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("menuitem").first()).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByLabel("Reason")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(button).toBeFocused();
});

test("a link inside the pages moves the focus to the heading of the next page", async ({ page }) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/sellers");
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Orders" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeFocused();
	await expect(page).toHaveTitle("Orders · Étal");
});

test("a seller ships an order; what they earn is released, transferred and paid out", async ({ page }) => {
	test.slow(); // the hold begins when the shipment can no longer be undone
	await signIn(page, people.mill);
	await page.getByRole("link", { name: /^[A-Z0-9-]+-1$/ }).click();
	await page.getByRole("button", { name: "Mark as shipped…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Carrier").fill("DHL");
	await dialog.getByLabel("Tracking number").fill("00340434161094");
	await dialog.getByLabel("Tracking address").fill("http://dhl.example/1");
	await dialog.getByRole("button", { name: "Mark as shipped" }).click();
	await expect(dialog.getByText("must begin with https://")).toBeVisible();
	await expect(dialog.getByLabel("Tracking address")).toHaveAttribute("aria-invalid", "true");
	await expect(dialog.getByLabel("Carrier")).toHaveValue("DHL");
	await dialog.getByLabel("Tracking address").fill("https://dhl.example/1");
	await dialog.getByRole("button", { name: "Mark as shipped" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(page.getByText("Shipped", { exact: true }).first()).toBeVisible();
	await expect(page.getByRole("link", { name: "00340434161094" }).first()).toHaveAttribute(
		"href",
		"https://dhl.example/1",
	);
	await expect(page.getByRole("button", { name: "Mark as shipped…" })).toHaveCount(0);

	// 6.90 less a commission of 10 % rounded per line: 6.21.
	await page.getByRole("link", { name: "Payouts" }).click();
	const paidOut = page
		.getByRole("region", { name: "Balance in EUR" })
		.locator("div", { hasText: "Paid out" });
	await expect(async () => {
		await page.reload();
		await expect(paidOut).toContainText("€6.21", { timeout: 1000 });
	}).toPass({ timeout: 120_000 });
	await page.getByRole("link", { name: "Transfers" }).click();
	await expect(page.getByRole("row", { name: /tr_/ })).toContainText("€6.21");
	await page
		.getByRole("navigation", { name: "Views of your money" })
		.getByRole("link", { name: "Payouts" })
		.click();
	await expect(page.getByRole("row", { name: /po_/ })).toContainText("€6.21");
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ledger" }).click();
	await expect(page.getByRole("row", { name: /Payouts that arrived/ }).first()).toBeVisible();
});

test("the platform sees the same money, and its books balance", async ({ page }) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/ledger");
	await expect(page.getByText("The books balance.")).toBeVisible();
	await page.getByRole("link", { name: /Fees kept by Stripe/ }).click();
	await expect(page).toHaveURL(/account=exp/);
	await expect(page.getByRole("row").nth(1)).toContainText("Fees kept by Stripe");
	await page.goto("/admin/platform/orders");
	await page.getByRole("link", { name: /-/ }).last().click();
	await expect(page.getByRole("heading", { name: /Mühle am Deich, part/ })).toBeVisible();
	await expect(page.getByText("€6.21")).toBeVisible();
});

test("a new seller sets up payouts at the provider and comes back", async ({ page }) => {
	const { email, id } = await apply("Imkerei Sylt");
	await api(
		"mutation($input: SellerApproveInput!) { sellerApprove(input: $input) { userErrors { code } } }",
		{ input: { sellerId: id } },
		await tokenOf(people.operator),
		"operator",
	);
	await signIn(page, email);
	await page.getByRole("button", { name: /Set up payouts|Continue with Stripe/ }).click();
	await page.waitForURL((url) => url.origin !== baseURL());
	await page.getByLabel("Name of the representative").fill("Inken Imker");
	await page.getByRole("button", { name: "Submit" }).click();
	await page.waitForURL(/\/admin\/s\/imkerei-sylt\/payouts\?onboarding=done/);
	await expect(async () => {
		await page.reload();
		await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 30_000 });
	await expect(page.getByText("Set up payouts to be paid")).toHaveCount(0);
	await page.goto("/admin/payouts?onboarding=again");
	await expect(page.getByText("That link had been used")).toBeVisible();
});

test("somebody who packs sees no money, and is told which permission they lack", async ({ page }) => {
	const email = newEmail();
	await register(email, "Pia Packer");
	await addMember(people.mill, email, "FULFILMENT");
	await signIn(page, email);
	const nav = page.getByRole("navigation", { name: "Main" });
	await expect(nav.getByRole("link")).toHaveText(["Home", "Orders", "Products"]);
	await expect(page).toHaveURL(/\/s\/[^/]+/);
	const slug = page.url().split("/s/")[1]?.split("/")[0];
	await page.goto(`/admin/s/${slug}/payouts`);
	await expect(page.getByTitle("SELLER_BALANCE_READ")).toBeVisible();
	await expectSound(page);
	// A seller that is not theirs.
	await page.goto("/admin/s/wollwerk");
	await expect(page).toHaveURL(new RegExp(`/s/${slug}$`));
	await page.goto("/admin/platform/sellers");
	await expect(page).toHaveURL(new RegExp(`/s/${slug}$`));
});

test("an auditor reads everything and is offered no decision", async ({ page }) => {
	const email = newEmail();
	execFileSync(
		process.env.E2E_BINARY ?? "",
		["operator", "create", email, "--name", "Aud Auditor", "--role", "auditor", "--password-stdin"],
		{ cwd: process.env.E2E_DIR, input: `${password}\n`, env: { ...process.env, ETAL_MODE: "development" } },
	);
	await signIn(page, email, "/platform/sellers");
	await expect(page.getByRole("row", { name: /Wollwerk/ })).toBeVisible();
	await expect(page.getByRole("button", { name: /^Decide about/ })).toHaveCount(0);
	await page.getByRole("link", { name: "Wollwerk" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Wollwerk" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Suspend…" })).toHaveCount(0);
});

test("one person changes hats, and each hat has pages of its own", async ({ page }) => {
	await addMember(people.pottery, people.operator, "FINANCE");
	await signIn(page, people.operator);
	await page.getByRole("button", { name: /^Act as: Platform/ }).click();
	await page.getByRole("menuitem", { name: /Atelier Argile/ }).click();
	await expect(page).toHaveURL(/\/s\/atelier-argile$/);
	await expect(page.getByRole("button", { name: "Act as: Atelier Argile, Finance" })).toBeVisible();
	await page.goto("/admin/");
	await expect(page).toHaveURL(/\/s\/atelier-argile$/);
	await page.getByRole("button", { name: /^Act as: Atelier Argile/ }).click();
	await page.getByRole("menuitem", { name: /Platform/ }).click();
	await expect(page).toHaveURL(/\/platform$/);
});

test("a buyer without a hat is told so", async ({ page }) => {
	const email = newEmail();
	await register(email, "Bo Buyer");
	await signIn(page, email);
	await expect(page.getByRole("heading", { level: 1, name: "Nothing to manage yet" })).toBeVisible();
	await expectSound(page);
	await page.getByRole("button", { name: "Sign out" }).click();
	await expect(page).toHaveURL(/\/admin\/login/);
});

test("lists of more than a page go on and back, and the address holds the page", async ({ page }) => {
	test.slow();
	for (let number = 1; number <= 26; number += 1) await apply(`Stand ${String(number).padStart(2, "0")}`);
	await resume(page, people.operator);
	await page.goto("/admin/platform/sellers?q=Stand");
	await expect(page.getByRole("link", { name: "Stand 26" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Previous" })).toBeDisabled();
	await page.getByRole("button", { name: "Next" }).click();
	await expect(page.getByRole("link", { name: "Stand 01" })).toBeVisible();
	await expect(page.getByRole("row")).toHaveCount(2);
	await page.reload();
	await expect(page.getByRole("link", { name: "Stand 01" })).toBeVisible();
	await page.getByRole("button", { name: "Previous" }).click();
	await expect(page.getByRole("link", { name: "Stand 26" })).toBeVisible();
	await expect(page.getByRole("row")).toHaveCount(26);
});

test("what cannot be loaded says so, can be tried again, and names the request", async ({
	page,
	complaints,
}) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/orders");
	await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
	await page.route("**/graphql", (route) =>
		route.fulfill({
			status: 200,
			json: {
				errors: [
					{ message: "Something went wrong.", extensions: { code: "INTERNAL", requestId: "req_test" } },
				],
			},
		}),
	);
	await page.getByRole("link", { name: "Transfers" }).click();
	await expect(page.getByRole("alert")).toContainText("req_test", { timeout: 15_000 });
	await expectSound(page);
	await page.unroute("**/graphql");
	await page.getByRole("button", { name: "Try again" }).click();
	await expect(page.getByRole("alert")).toHaveCount(0);

	await page.route("**/graphql", (route) => route.abort());
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Payouts" }).click();
	await expect(page.getByRole("alert")).toContainText("cannot be reached", { timeout: 15_000 });
	await expectSound(page);
	complaints.length = 0; // the browser itself reports what was cut off
});

test("what takes a moment shows that it is coming", async ({ page }) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/orders");
	await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route("**/graphql", async (route) => {
		await held;
		await route.continue();
	});
	await page.getByRole("link", { name: "Payouts" }).click();
	await expect(page.getByRole("status", { name: "Loading: Payouts" })).toBeVisible();
	await expectSound(page);
	release();
	await expect(page.getByRole("status", { name: "Loading: Payouts" })).toHaveCount(0);
	await page.unrouteAll({ behavior: "wait" });
});

test("addresses that mean nothing do no harm", async ({ page }) => {
	await resume(page, people.operator);
	await page.goto("/admin/platform/sellers?status=NONSENSE&after=x&q=%00");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page.goto("/admin/platform/orders/ord_nothing");
	await expect(page.getByText("There is no such order")).toBeVisible();
	await page.goto("/admin/platform/sellers/sel_nothing");
	await expect(page.getByText("There is no such seller")).toBeVisible();
	await page.goto("/admin/nowhere");
	await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
	await expectSound(page);
});

test("GraphiQL works from this server alone, as the one that its fields name", async ({ page }) => {
	const token = await tokenOf(people.operator);
	await page.goto("/graphiql");
	await page.getByLabel("Bearer token").fill(token);
	await page.getByLabel("Etal-Act-As").fill("operator");
	await page.getByLabel("Example", { exact: true }).selectOption("OperatorSellers");
	await expectResult(page, '"sellers"');
});

test("GraphiQL asks as somebody of the demo data", async ({ page }) => {
	await page.goto("/graphiql");
	await page.getByLabel("Ask as").selectOption({ index: 4 }); // the owner of a seller
	await expect(page.getByLabel("Etal-Act-As")).toHaveValue(/^sel_/);
	await page.getByLabel("Ready document").selectOption("SellerProducts");
	await expectResult(page, '"sellerProducts"');
});

/** Runs what the editor holds, which learns the operations of a document a moment after it has shown it. */
async function expectResult(page: Page, text: string) {
	await expect(async () => {
		await page.locator(".CodeMirror").first().click();
		await page.keyboard.press("Control+Enter");
		await expect(page.locator(".result-window")).toContainText(text, { timeout: 2000 });
	}).toPass();
}

async function addMember(owner: string, email: string, role: string) {
	const token = await tokenOf(owner);
	const { viewer } = await api<{ viewer: { hats: { kind: string; actAs: string }[] } }>(
		"{ viewer { hats { kind actAs } } }",
		{},
		token,
	);
	const actAs = viewer.hats.find((hat) => hat.kind === "SELLER")?.actAs ?? "";
	await api(
		"mutation($input: MemberInviteInput!) { memberInvite(input: $input) { userErrors { code } } }",
		{ input: { email, role } },
		token,
		actAs,
	);
	await api(
		"mutation($input: MemberInvitationAcceptInput!) { memberInvitationAccept(input: $input) { userErrors { code } } }",
		{ input: { token: await mailedToken(email, "invitation") } },
		await tokenOf(email),
	);
}
