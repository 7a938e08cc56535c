import {
	api,
	expect,
	expectSound,
	keep,
	newEmail,
	people,
	register,
	settled,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

/** Somebody of their own who sells, so that what they choose changes nobody else's pages. */
async function somebody(): Promise<string> {
	const email = newEmail();
	await register(email, "Somebody new");
	return email;
}

test("a language is chosen at the door, is kept with the person and follows them to another browser", async ({
	page,
	browser,
}) => {
	const email = await somebody();
	await page.goto("/admin/login");
	await expect(page.locator("html")).toHaveAttribute("lang", "en");
	await page.getByLabel("Language").selectOption("ar");
	await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
	await expect(page.locator("html")).toHaveAttribute("lang", "ar");
	await expectSound(page);
	await keep(page, "sign in in Arabic");
	await signIn(page, email);
	await expect(page.locator("html"), "also after it was loaded anew").toHaveAttribute("dir", "rtl");
	await settled(page);

	const token = await tokenOf(email);
	const { viewer } = await api<{ viewer: { preferences: { language: string } } }>(
		"{ viewer { preferences { language } } }",
		{},
		token,
	);
	expect(viewer.preferences.language).toBe("ar");

	const other = await browser.newContext({ locale: "ja-JP", baseURL: process.env.E2E_URL });
	const elsewhere = await other.newPage();
	const asked: string[] = [];
	elsewhere.on("request", (request) => asked.push(request.url()));
	await elsewhere.goto("/admin/login");
	await expect(elsewhere.locator("html"), "a first visit speaks the browser's language").toHaveAttribute(
		"lang",
		"ja",
	);
	expect(
		asked.filter((url) => /\/(en|fr|de|es|ar)-[\w-]+\.js$/.test(url)),
		"no other language is loaded",
	).toEqual([]);
	await signIn(elsewhere, email);
	await expect(elsewhere.locator("html"), "what the person has chosen").toHaveAttribute("lang", "ar");
	await elsewhere.goto("/admin/account/preferences");
	await elsewhere.getByRole("combobox").first().selectOption("en");
	await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Preferences");
	await expect(elsewhere.locator("html")).toHaveAttribute("dir", "ltr");
	await expect(elsewhere.getByText("Saved", { exact: true })).toBeVisible();
	await other.close();

	await page.reload();
	await expect(page.locator("html"), "changed elsewhere").toHaveAttribute("lang", "en");
});

test("each row of links marks the one that is open, and no other", async ({ page }) => {
	for (const [email, path, views, open] of [
		[people.mill, "/s/muhle-am-deich/products/imports", "Views of your products", "Imports"],
		[people.operator, "/platform/ledger/entries", "Views of the ledger", "Entries"],
	] as const) {
		await signIn(page, email, path);
		const row = page.getByRole("navigation", { name: views });
		await expect(row.locator('[aria-current="page"]')).toHaveText([open]);
		await settled(page);
		for (const nav of await page.getByRole("navigation").all())
			expect(await nav.locator('[aria-current="page"]').count(), "in one row").toBeLessThan(2);
		await page.context().clearCookies();
	}
});

test("the palette goes to pages and records, and offers what one may see only", async ({ page }) => {
	await signIn(page, people.operator, "/platform/orders");
	await expect(page.getByRole("button", { name: "Go to or do something" })).toBeVisible();
	await page.keyboard.press("Control+k");
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	await palette.getByRole("textbox").fill("audit");
	await expect(palette.getByRole("menuitem")).toHaveText(["Audit log"]);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();

	await page.getByRole("button", { name: "Go to or do something" }).click();
	await palette.getByRole("textbox").fill("wollwerk");
	await palette.getByRole("menuitem", { name: "Wollwerk" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Wollwerk" })).toBeVisible();

	await page.keyboard.press("Control+k");
	await palette.getByRole("textbox").fill("nothing has this name");
	await expect(palette.getByText("Nothing fits")).toBeVisible();
	await expectSound(page);
	await page.keyboard.press("Escape");
	await expect(palette).toHaveCount(0);
});

test("a seller finds an order by its number, and nothing of the platform", async ({ page }) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/orders");
	const number = await page.getByRole("main").getByRole("link", { name: /-1$/ }).first().innerText();
	await page.getByRole("button", { name: "Go to or do something" }).click();
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	await expect(palette.getByRole("menuitem", { name: "Sellers" })).toHaveCount(0);
	await palette.getByRole("textbox").fill(number);
	await palette.getByRole("menuitem", { name: number }).click();
	await expect(page.getByRole("heading", { level: 1, name: `Order ${number}` })).toBeVisible();
});

test("single keys move through lists and pages, never while somebody types, and can be switched off", async ({
	page,
	viewport,
}) => {
	test.skip((viewport?.width ?? 0) < 800, "phones have no keys");
	await signIn(page, people.operator, "/platform/sellers");
	const links = page.getByRole("main").locator("[data-row]").getByRole("link");
	await expect(links.nth(1)).toBeVisible();
	await page.keyboard.press("j");
	await expect(links.first()).toBeFocused();
	await page.keyboard.press("j");
	await expect(links.nth(1)).toBeFocused();
	await page.keyboard.press("k");
	const first = await links.first().innerText();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();

	await page.keyboard.press("g");
	await page.keyboard.press("s");
	await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();
	await page.keyboard.press("/");
	const field = page.getByRole("searchbox", { name: "Search" });
	await expect(field).toBeFocused();
	await page.keyboard.type("go?");
	await expect(field).toHaveValue("go?");
	await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();
	await expect(page.getByRole("dialog")).toHaveCount(0);

	await page.goto("/admin/account/preferences");
	await page.getByRole("checkbox", { name: /^Single keys/ }).uncheck();
	await expect(page.getByText("Saved", { exact: true })).toBeVisible();
	await page.goto("/admin/platform/sellers");
	await settled(page);
	await page.keyboard.press("?");
	await page.keyboard.press("g");
	await page.keyboard.press("o");
	await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("dialog", { name: "Go to or do something" })).toBeVisible();
	await page.keyboard.press("Escape");
	await page.goto("/admin/account/preferences");
	await page.getByRole("checkbox", { name: /^Single keys/ }).check();
	await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("a list is kept as a view, is shown first, and belongs to one hat", async ({ page, browser }) => {
	test.slow(); // two browsers, one after the other
	await signIn(page, people.operator, "/platform/orders");
	await settled(page);
	await expect(page.getByRole("button", { name: "Save view…" }), "nothing is narrowed yet").toHaveCount(0);
	await page.getByRole("link", { name: "Paid", exact: true }).click();
	await page.getByRole("button", { name: "Save view…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Name").fill("What was paid");
	await dialog.getByLabel("Show it first when I open this page").check();
	await dialog.getByRole("button", { name: "Save" }).click();
	const tab = page
		.getByRole("navigation", { name: "Saved views" })
		.getByRole("button", { name: "What was paid" });
	await expect(tab).toHaveAttribute("aria-current", "true");
	await expectSound(page);
	await keep(page, "saved view");

	await page.getByRole("link", { name: "All", exact: true }).click();
	await expect(tab).not.toHaveAttribute("aria-current");
	await page.getByRole("button", { name: "Save view…" }).click();
	await dialog.getByLabel("Name").fill("WHAT WAS PAID");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog.getByText("Another view of this page has this name.")).toBeVisible();
	await dialog.getByRole("button", { name: "Cancel" }).click();

	const other = await browser.newContext({ locale: "en-US", baseURL: process.env.E2E_URL });
	const elsewhere = await other.newPage();
	await signIn(elsewhere, people.operator, "/platform/orders");
	await expect(elsewhere, "it is shown first in every browser").toHaveURL(/status=PAID/);
	await elsewhere.goto("/admin/platform/disputes");
	await expect(
		elsewhere
			.getByRole("main")
			.getByText("Nobody disputes a payment")
			.or(elsewhere.locator("[data-row]").first()),
	).toBeVisible();
	await expect(elsewhere.getByRole("navigation", { name: "Saved views" })).toHaveCount(0);
	await other.close();

	await tab.click();
	await page.getByRole("button", { name: "Change the view What was paid" }).click();
	await page.getByRole("menuitem", { name: "Delete" }).click();
	await expect(tab).toHaveCount(0);
});

test("the page says when the server is silent and when it is newer, and comes back by itself", async ({
	page,
	complaints,
}) => {
	await signIn(page, people.operator, "/platform/sellers");
	await page.route("**/graphql", (route) => route.abort());
	await page.getByRole("link", { name: "To review" }).click();
	await expect(page.getByText("The server does not answer.")).toBeVisible({ timeout: 15_000 });
	await expectSound(page);
	await page.unroute("**/graphql");
	await page.getByRole("button", { name: "Try again" }).first().click();
	await expect(page.getByText("The server does not answer.")).toHaveCount(0);
	complaints.length = 0; // the browser itself reports what was cut off

	await page.route("**/graphql", async (route) => {
		if (route.request().headers().accept === "text/event-stream") return await route.fallback();
		const response = await route.fetch();
		await route.fulfill({ response, headers: { ...response.headers(), "etal-release": "another" } });
	});
	await page.getByRole("link", { name: "Approved", exact: true }).click();
	await expect(page.getByText("There is a newer version of these pages.")).toBeVisible();
	await page.unroute("**/graphql");
	await page.getByRole("button", { name: "Reload" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();
	await settled(page);
	await expect(page.getByText("There is a newer version of these pages.")).toHaveCount(0);
});

test("whoever signs out while nothing can be reached is told so, stays, and tries again", async ({
	page,
	context,
	complaints,
}) => {
	await signIn(page, await somebody());
	const session = async () => (await context.cookies()).find(({ name }) => name.includes("etal_session"));
	const unreachable = (url: URL) => url.pathname === "/graphql" || url.pathname === "/session/cookie";
	await page.route(unreachable, (route) => route.abort());
	await page.getByRole("button", { name: "Sign out" }).click();
	const notice = page.getByRole("status").filter({ hasText: "You are still signed in" });
	await expect(notice).toBeVisible();
	await expect(page.getByText("You are signed out here.")).toHaveCount(0);
	await expect(page).toHaveURL(/\/none/);
	expect(await session()).toBeDefined();
	await expectSound(page);
	await notice.getByRole("button", { name: "Try again" }).click();
	await expect(notice, "still nothing").toBeVisible();
	await page.unroute(unreachable);
	await notice.getByRole("button", { name: "Try again" }).click();
	await expect(page).toHaveURL(/\/login/);
	await expect(notice).toHaveCount(0);
	expect(await session()).toBeUndefined();
	complaints.length = 0; // the browser itself reports what was cut off
});
