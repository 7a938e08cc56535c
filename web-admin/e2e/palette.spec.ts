import type { Page } from "@playwright/test";
import { expect, expectSound, keep, people, sentDocument, settled, signIn, test } from "./fixtures";

// What the palette finds by what somebody types, for operators and for members of a seller.

const palette = (page: Page) => page.getByRole("dialog", { name: "Go to or do something" });

async function look(page: Page, text: string) {
	if ((await palette(page).count()) === 0)
		await page.getByRole("button", { name: "Go to or do something" }).click();
	await palette(page).getByRole("textbox").fill(text);
}

const found = (page: Page, group: string) =>
	palette(page).getByRole("group", { name: group }).getByRole("menuitem");

test("an operator finds a seller, an order, a product, an offer and a person, by keyboard alone", async ({
	page,
}) => {
	await signIn(page, people.operator, "/platform/orders");
	await settled(page);
	const number = await page.getByRole("main").locator("[data-row]").getByRole("link").first().innerText();

	await page.keyboard.press("Control+k");
	await page.keyboard.type(number.slice(0, 6).toLowerCase());
	await expect(found(page, "Orders")).toHaveText([new RegExp(number)]);
	await expect(palette(page).getByRole("status")).toHaveText("1 thing found");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: new RegExp(number) })).toBeVisible();

	await page.keyboard.press("Control+k");
	await page.keyboard.type("muhle");
	await expect(found(page, "Sellers")).toHaveText([/Mühle am Deich/]);
	await expectSound(page);
	await keep(page, "palette, found");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Mühle am Deich" })).toBeVisible();

	await look(page, people.mill);
	await expect(found(page, "People")).toHaveCount(1);
	await expect(found(page, "Sellers"), "its owner's address finds the seller too").toHaveCount(1);
	await found(page, "People").click();
	await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
	await expect(page.getByText(people.mill).first()).toBeVisible();
});

test("a member of a seller finds what is the seller's, and nothing else", async ({ page }) => {
	await signIn(page, people.mill, "/s/muhle-am-deich/products/offers");
	await settled(page);
	const sku = await page
		.getByRole("main")
		.locator("[data-row]")
		.first()
		.locator("bdi, code, td")
		.allInnerTexts();
	const one = sku.map((text) => text.trim()).find((text) => /^[A-Z0-9]+(-[A-Z0-9]+)+$/i.test(text)) ?? "";
	expect(one).not.toBe("");
	await look(page, one.toLowerCase());
	await expect(found(page, "Offers").first()).toContainText(one);
	await look(page, "wollwerk");
	await expect(palette(page).getByText("Nothing fits")).toBeVisible();
	await look(page, people.wool);
	await expect(palette(page).getByRole("status")).toHaveText("Nothing found");
	await expectSound(page);
});

test("what was found for another text is never shown, and what fails can be tried again", async ({
	page,
}) => {
	await signIn(page, people.operator, "/platform/sellers");
	await settled(page);
	let isBroken = true;
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("AdminSearch")) return route.fallback();
		const { text } = (route.request().postDataJSON() as { variables: { text: string } }).variables;
		if (text === "wollwerk" && isBroken) return route.fulfill({ status: 500, body: "{}" });
		if (text === "muhle") await new Promise((resolve) => setTimeout(resolve, 1500));
		return route.fallback();
	});
	await look(page, "muhle");
	await expect(palette(page).getByRole("status")).toHaveText("Searching…");
	await look(page, "argile");
	await expect(found(page, "Sellers")).toHaveText([/Argile/]);
	await page.waitForTimeout(1600);
	await expect(found(page, "Sellers"), "the late answer is of another text").toHaveText([/Argile/]);

	await look(page, "wollwerk");
	const again = palette(page).getByRole("button", { name: "Try again" });
	await expect(again).toBeVisible({ timeout: 15_000 });
	isBroken = false;
	await again.click();
	await expect(found(page, "Sellers")).toHaveText([/Wollwerk/]);
});
