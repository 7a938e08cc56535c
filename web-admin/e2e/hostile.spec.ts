import type { Page } from "@playwright/test";
import {
	api,
	apply,
	expect,
	newEmail,
	newOperator,
	people,
	settled,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

/** What runs when a page takes it for markup. Its first word says which field it stands in. */
const hostile = (field: string) =>
	`${field}"><img src=x onerror=window.__owned=1><svg onload=window.__owned=1>`;

const script = "javascript:window.__owned=1";

/** Asks, and fails when the answer says what is wrong with the input. */
async function done<T>(name: string, input: object, token: string, actAs = "", fields = ""): Promise<T> {
	const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
	const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message field } } }`;
	const answer = await api<Record<string, T & { userErrors: unknown[] }>>(query, { input }, token, actAs);
	expect(answer[name]?.userErrors, name).toEqual([]);
	return answer[name] as T;
}

/** The page shows each text as text: nothing in it became an element, nothing ran, no link leads to a script. */
async function expectText(page: Page, ...texts: string[]) {
	await settled(page);
	await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
	for (const text of texts) await expect(page.getByText(text).first(), text).toBeAttached();
	expect(await page.evaluate(() => "__owned" in window), page.url()).toBe(false);
	await expect(page.locator("img[src=x], [onerror], [onload]")).toHaveCount(0);
	await expect(
		page.locator('[href^="javascript:" i], [src^="javascript:" i], [action^="javascript:" i]'),
	).toHaveCount(0);
}

/** Turns the pages of a list until a text is there: other tests have made operators too. */
async function leafTo(page: Page, text: string) {
	const next = page.getByRole("button", { name: "Next" });
	for (let turned = 0; turned < 20; turned += 1) {
		await settled(page);
		if ((await page.getByText(text).count()) > 0 || (await next.count()) === 0) return;
		await next.click();
	}
}

const selects = "product { id variants { offers { id } } }";

type Made = { product: { id: string; variants: { offers: { id: string }[] }[] } };

let owner: string;
let operator: string;
let seller: string;
let slug: string;
let sold: string;
let order: string;
let part: string;

/** A seller, an operator and a guest who put markup into every field that takes text. */
test.beforeAll(async () => {
	const admin = await tokenOf(people.operator);
	operator = newOperator(hostile("Operator"));
	({ email: owner, id: seller, slug } = await apply(hostile("Seller")));
	await done("sellerApprove", { sellerId: seller }, admin, "operator");
	const token = await tokenOf(owner);
	await done("sellerUpdate", { description: hostile("About") }, token, seller);
	const address = { line1: hostile("Line1"), line2: hostile("Line2"), city: hostile("City"), country: "DE" };
	await done("sellerLegalUpdate", { legalName: hostile("Legal"), ...address, version: 0 }, token, seller);
	const role = { name: hostile("Role"), description: hostile("Duties"), permissions: ["PRODUCT_READ"] };
	await done("sellerRoleCreate", role, token, seller);
	await done("apiKeyCreate", { name: hostile("Key"), scopes: ["PRODUCT_READ"] }, token, seller);
	const { product } = await done<Made>(
		"productCreate",
		{
			title: hostile("Title"),
			descriptionHtml: `${hostile("Text")}<a href="${script}">here</a><script>window.__owned=1</script>`,
			brand: hostile("Brand"),
			productType: hostile("Type"),
			tags: [`T"><svg onload=${script}>`],
			optionNames: [hostile("Option")],
			status: "ACTIVE",
			variants: [
				{
					optionValues: [hostile("Value")],
					offer: { price: { amount: "5.00", currencyCode: "EUR" }, quantity: 9, sku: "SKU<b>" },
				},
			],
		},
		token,
		seller,
		selects,
	);
	sold = product.id;

	const { guestSessionCreate: guest } = await api<{ guestSessionCreate: { session: { token: string } } }>(
		"mutation { guestSessionCreate { session { token } } }",
	);
	const buyer = guest.session.token;
	const { cart } = await done<{ cart: { id: string } }>("cartCreate", {}, buyer, "", "cart { id }");
	const offerId = product.variants[0]?.offers[0]?.id;
	await done("cartLineAdd", { cartId: cart.id, offerId }, buyer);
	const placed = await done<{ order: { id: string; sellerOrders: { id: string }[] } }>(
		"checkoutComplete",
		{
			cartId: cart.id,
			email: newEmail(),
			idempotencyKey: "hostile",
			shippingAddress: { ...address, name: hostile("Buyer"), region: hostile("Region"), postalCode: "20359" },
		},
		buyer,
		"",
		"order { id sellerOrders { id } }",
	);
	[order, part] = [placed.order.id, placed.order.sellerOrders[0]?.id ?? ""];

	const working = await tokenOf(operator);
	await done("apiKeyCreate", { name: hostile("PlatKey"), scopes: ["SELLER_LIST"] }, working, "operator");
	for (const [decision, name] of [
		["sellerReject", "Rejected"],
		["sellerSuspend", "Suspended"],
	] as const) {
		const other = await apply(hostile(name));
		if (decision === "sellerSuspend") await done("sellerApprove", { sellerId: other.id }, admin, "operator");
		await done(decision, { sellerId: other.id, reason: hostile(`Why${name}`) }, working, "operator");
	}
	const invited = { email: newEmail(), role: "AUDITOR", reason: hostile("WhyInvite") };
	await done("operatorInvite", invited, working, "operator");
});

test("what people write is text to operators, and runs nothing", async ({ page }) => {
	test.slow();
	await signIn(page, operator);
	await page.goto("/admin/platform/sellers");
	await expectText(page, hostile("Seller"), hostile("Rejected"), hostile("Suspended"));
	await page.getByRole("link", { name: hostile("Suspended") }).click();
	await expectText(page, hostile("Suspended"), hostile("WhySuspended"));
	await page.goto("/admin/platform/sellers");
	await page.getByRole("link", { name: hostile("Seller") }).click();
	await expectText(page, hostile("Seller"));
	await page.goto("/admin/platform/orders");
	await expectText(page);
	await page.goto(`/admin/platform/orders/${order}`);
	await expectText(page, hostile("Title"), hostile("Seller"));
	for (const [path, ...texts] of [
		["operators", "Operator"],
		["api-keys", "PlatKey"],
		["proposals"],
		["refunds"],
		["payouts"],
		["transfers"],
		["ledger/entries"],
	] as const) {
		await page.goto(`/admin/platform/${path}`);
		for (const text of texts) await leafTo(page, hostile(text));
		await expectText(page, ...texts.map(hostile));
	}
	await page.goto("/admin/platform/audit");
	await expectText(page, hostile("Operator"));
	const details = page.getByRole("button", { name: /^Details of entry/ });
	for (let entry = 0; entry < Math.min(12, await details.count()); entry += 1) {
		await details.nth(entry).click();
		await expect(page.getByRole("dialog")).toBeVisible();
		await expectText(page);
		await page.keyboard.press("Escape");
		await expect(page.getByRole("dialog")).toHaveCount(0);
	}
	await page.goto("/admin/account/security");
	await expectText(page);
});

test("what people write is text to sellers, and runs nothing", async ({ page }) => {
	await signIn(page, owner);
	for (const [path, ...texts] of [
		["", "Seller"],
		["/products", "Title"],
		["/products/offers", "Title"],
		["/api-keys", "Key"],
		["/orders"],
		[`/orders/${part}`, "Title"],
		["/proposals"],
		["/audit"],
		["/payouts"],
		["/ledger"],
	] as const) {
		await page.goto(`/admin/s/${slug}${path}`);
		await expectText(page, ...texts.map(hostile));
	}
});

test("no address that is a script is taken, and descriptions keep no markup that runs", async () => {
	const token = await tokenOf(owner);
	const { product } = await api<{ product: { descriptionHtml: string } }>(
		"query($id: ID!) { product(id: $id) { descriptionHtml } }",
		{ id: sold },
		token,
	);
	expect(product.descriptionHtml).toContain("Text");
	expect(product.descriptionHtml).not.toMatch(/<script|<svg|<[^>]*onerror=|<[^>]*javascript:/i);
	for (const url of [script, "data:text/html,<script>window.__owned=1</script>"]) {
		const pictured = { title: "Picture", variants: [{}], images: [{ url }] };
		await expect(done("productCreate", pictured, token, seller)).rejects.toThrow("images");
	}
	const shipped = { sellerOrderId: part, trackingNumber: "1", trackingUrl: script };
	await expect(done("sellerOrderShip", shipped, token, seller)).rejects.toThrow("TRACKING_URL_INVALID");
});
