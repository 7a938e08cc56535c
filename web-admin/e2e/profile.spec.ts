import type { Page } from "@playwright/test";
import { api, apply, expect, expectSound, people, sentDocument, signIn, test, tokenOf } from "./fixtures";

// What one person prefers is kept with them, and not with the browser.

type Kept = { theme: string | null; timeZone: string | null; language: string | null };

async function keptOf(email: string): Promise<Kept> {
	const query = "{ viewer { preferences { theme timeZone language } } }";
	return (await api<{ viewer: { preferences: Kept } }>(query, {}, await tokenOf(email))).viewer.preferences;
}

const theme = (page: Page) => page.locator("html").getAttribute("data-theme");

test("another browser shows what somebody has chosen in the first one", async ({ page, browser }) => {
	test.slow(); // two browsers, one after the other
	const { email, slug } = await apply("Zeitwerk");
	await signIn(page, email, "/account/preferences");
	await page.getByLabel("What you go by").fill("Tomo Zeit");
	await page.getByRole("button", { name: "Save the name" }).click();
	await expect(page.getByRole("button", { name: "Account: Tomo Zeit" })).toBeVisible();
	await page.getByLabel("Times are shown in").selectOption("Asia/Tokyo");
	await expect.poll(async () => (await keptOf(email)).timeZone).toBe("Asia/Tokyo");
	await expect(page.locator("main time").first()).toHaveAttribute("title", /GMT\+9$/);
	await page.getByLabel("Theme", { exact: true }).selectOption("DARK");
	await expect.poll(() => theme(page)).toBe("dark");
	await expect.poll(async () => (await keptOf(email)).theme).toBe("DARK");
	await page.getByRole("checkbox", { name: /^Single keys/ }).uncheck();
	await expectSound(page);

	const other = await browser.newContext({
		baseURL: process.env.E2E_URL,
		locale: "en-US",
		timezoneId: "America/New_York",
		colorScheme: "light",
	});
	const elsewhere = await other.newPage();
	await signIn(elsewhere, email, "/account/preferences");
	await expect.poll(() => theme(elsewhere)).toBe("dark");
	await expect(elsewhere.getByLabel("Theme", { exact: true })).toHaveValue("DARK");
	await expect(elsewhere.getByLabel("Times are shown in")).toHaveValue("Asia/Tokyo");
	await expect(elsewhere.locator("main time").first()).toHaveAttribute("title", /GMT\+9$/);
	await expect(elsewhere.getByRole("checkbox", { name: /^Single keys/ })).not.toBeChecked();
	await expect(elsewhere.getByLabel("What you go by")).toHaveValue("Tomo Zeit");
	await elsewhere.goto(`/admin/s/${slug}/members`);
	await expect(elsewhere.getByRole("main").getByText("Tomo Zeit").first(), "colleagues see it").toBeVisible();

	// The theme is there before the page is painted: by a script of its own, from what this browser has kept.
	await elsewhere.route("**/assets/*.js", (route) => route.abort());
	await elsewhere.goto("/admin/account/preferences");
	expect(await theme(elsewhere)).toBe("dark");
	await elsewhere.unroute("**/assets/*.js");
	await elsewhere.goto("/admin/account/preferences");
	await elsewhere.getByLabel("Times are shown in").selectOption("");
	await expect.poll(async () => (await keptOf(email)).timeZone).toBeNull();
	await expect(elsewhere.locator("main time").first()).toHaveAttribute("title", /(EST|EDT)$/);
	await other.close();
});

test("what a browser has is taken over once, by whoever signs in first", async ({ page, browser }) => {
	test.slow(); // two people, one after the other
	const [first, second] = [await apply("Erstwerk"), await apply("Zweitwerk")];
	await page.emulateMedia({ colorScheme: "light" });
	await page.goto("/admin/login");
	await page.evaluate(() => {
		localStorage.setItem("etal.theme", "dark");
		localStorage.setItem("etal.language", "en");
	});
	await page.reload();
	await signIn(page, first.email);
	await expect.poll(async () => (await keptOf(first.email)).theme).toBe("DARK");
	expect((await keptOf(first.email)).language).toBe("en");
	await page.getByRole("button", { name: /^Account:/ }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await expect(page.locator('input[name="email"]')).toBeVisible();

	await signIn(page, second.email);
	await expect.poll(() => theme(page), "the theme of somebody else is not theirs").toBe("light");
	expect((await keptOf(second.email)).theme).toBeNull();

	const other = await browser.newContext({
		baseURL: process.env.E2E_URL,
		locale: "en-US",
		colorScheme: "light",
	});
	const elsewhere = await other.newPage();
	await signIn(elsewhere, first.email);
	await expect.poll(() => theme(elsewhere)).toBe("dark");
	await other.close();
});

test("days of reports are those of UTC, wherever somebody reads them", async ({ browser }) => {
	const there = await browser.newContext({
		baseURL: process.env.E2E_URL,
		locale: "en-US",
		timezoneId: "America/New_York",
	});
	const page = await there.newPage();
	type Span = { from: string; to: string };
	const asked: Span[] = [];
	await page.route("**/graphql", async (route) => {
		const { variables } = (route.request().postDataJSON() ?? {}) as { variables?: Span & { input?: Span } };
		if (variables && sentDocument(route).includes("query AdminTaxReport(")) asked.push(variables);
		if (variables?.input && sentDocument(route).includes("mutation AdminReportExport(")) {
			asked.push(variables.input);
		}
		await route.fallback();
	});
	// In the evening there it is the next day of UTC, and the next month.
	await page.clock.setFixedTime("2026-12-01T02:00:00Z");
	await signIn(page, people.operator, "/platform/reports?view=taxes");
	await expect(page.getByLabel("From (UTC)")).toHaveValue("2026-12-01");
	await expect(page.getByLabel("To (UTC)")).toHaveValue("2026-12-01");
	await page.getByRole("button", { name: "Export…" }).click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByLabel("From (UTC)")).toHaveValue("2026-12-01");
	await dialog.getByLabel("From (UTC)").fill("2026-11-01");
	await dialog.getByRole("button", { name: "Make the file" }).click();
	const wanted = { from: "2026-11-01T00:00:00.000Z", to: "2026-12-02T00:00:00.000Z" };
	await expect.poll(() => asked.at(-1)).toMatchObject(wanted);
	expect(asked[0]).toEqual({ from: "2026-12-01T00:00:00.000Z", to: "2026-12-02T00:00:00.000Z" });
	await there.close();
});

test("a zone that the server does not know changes nothing", async () => {
	const { email } = await apply("Nirgendwerk");
	const { preferencesSet } = await api<{ preferencesSet: { preferences: null; userErrors: object[] } }>(
		'mutation { preferencesSet(input: {timeZone: "Europe/Atlantis", theme: DARK}) { preferences { theme } userErrors { code field } } }',
		{},
		await tokenOf(email),
	);
	expect(preferencesSet).toEqual({
		preferences: null,
		userErrors: [{ code: "TIME_ZONE_INVALID", field: ["input", "timeZone"] }],
	});
	expect((await keptOf(email)).theme).toBeNull();
});
