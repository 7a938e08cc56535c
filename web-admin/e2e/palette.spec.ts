import type { Page } from "@playwright/test";
import { api, expect, expectSound, keep, people, settled, signIn, test, tokenOf } from "./fixtures";

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
	await expect(palette(page).getByRole("textbox")).toBeFocused();
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

test("a member of a seller finds what is the seller's, also a draft, and nothing else", async ({ page }) => {
	const token = await tokenOf(people.mill);
	const { sellerBySlug: mill } = await api<{ sellerBySlug: { id: string } }>(
		'{ sellerBySlug(slug: "muhle-am-deich") { id } }',
	);
	const sku = `Zwirn-${Date.now()}`;
	await api(
		"mutation($in: ProductCreateInput!) { productCreate(input: $in) { userErrors { code } } }",
		{
			in: {
				title: `Zwirnspule ${sku}`,
				variants: [{ offer: { price: { amount: "5.00", currencyCode: "EUR" }, quantity: 9, sku } }],
			},
		},
		token,
		mill.id,
	);
	await signIn(page, people.mill, "/s/muhle-am-deich");
	await settled(page);
	await look(page, `zwirnspule ${sku}`);
	await expect(found(page, "Products")).toHaveText([new RegExp(sku)]);
	await look(page, sku.toLowerCase());
	await expect(found(page, "Offers")).toHaveText([new RegExp(sku)]);
	await expectSound(page);
	await found(page, "Offers").click();
	await expect(page).toHaveURL(new RegExp(`sku=${sku}`));
	for (const text of ["wollwerk", people.wool]) {
		await look(page, text);
		await expect(palette(page).getByRole("status")).toHaveText("Nothing found");
	}
});

/** Keeps the palette from being loaded until what is returned is called. */
async function holdPalette(page: Page): Promise<() => void> {
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/\/assets\/palette-[\w-]{8}\.js$/, async (route) => {
		await held;
		await route.fallback();
	});
	return release;
}

test("letters that are typed before the palette is there are in it, and Escape gives the focus back", async ({
	page,
}) => {
	await signIn(page, people.operator, "/platform/orders");
	await settled(page);
	const release = await holdPalette(page);
	const button = page.getByRole("button", { name: "Go to or do something" });
	await button.focus();
	await page.keyboard.press("Control+k");
	await expect(palette(page).getByRole("textbox")).toBeFocused();
	await page.keyboard.type("payo");
	release();
	await expect(found(page, "Pages")).toHaveText([/Payouts/]);
	await page.keyboard.type("uts");
	await expect(palette(page).getByRole("textbox"), "and typing goes on").toHaveValue("payouts");
	await page.keyboard.press("Escape");
	await expect(palette(page)).toHaveCount(0);
	await expect(button).toBeFocused();
});

test("Enter goes to the first thing that fits letters typed before the palette was there", async ({
	page,
}) => {
	await signIn(page, people.operator, "/platform/orders");
	await settled(page);
	const release = await holdPalette(page);
	await page.keyboard.press("Control+k");
	await expect(palette(page).getByRole("textbox")).toBeFocused();
	await page.keyboard.type("audit");
	release();
	await expect(found(page, "Pages")).toHaveText([/Audit log/]);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
	await expect(palette(page)).toHaveCount(0);
});
