import type { Page } from "@playwright/test";
import {
	api,
	apply,
	buy,
	dot,
	drop,
	expect,
	expectSound,
	keep,
	people,
	resume,
	sentDocument,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

const mine = "/admin/s/muhle-am-deich";

/** A row of a list: of a table on wide windows, of a list on phones. */
const rowOf = (page: Page, name: string | RegExp) =>
	page.getByRole("row", { name }).or(page.getByRole("listitem").filter({ hasText: name }));

/** A token of somebody, and the id of a seller of theirs to act for. */
async function hatOf(email: string, slug: string): Promise<{ token: string; id: string }> {
	const token = await tokenOf(email);
	const { viewer } = await api<{ viewer: { hats: { seller: { id: string; slug: string } | null }[] } }>(
		"{ viewer { hats { seller { id slug } } } }",
		{},
		token,
	);
	const id = viewer.hats.find(({ seller }) => seller?.slug === slug)?.seller?.id ?? "";
	return { token, id };
}

type Offer = {
	id: string;
	price: { amount: string };
	compareAtPrice: { amount: string } | null;
	status: string;
	stock: { onHand: number };
};

/** The offers of the mill, as the API has them. */
async function offers(): Promise<Map<string, Offer>> {
	const { token, id } = await hatOf(people.mill, "muhle-am-deich");
	const { sellerOffers } = await api<{ sellerOffers: { nodes: Offer[] } }>(
		"{ sellerOffers(first: 100) { nodes { id status price { amount } compareAtPrice { amount } stock { onHand } } } }",
		{},
		token,
		id,
	);
	return new Map(sellerOffers.nodes.map((offer) => [offer.id, offer]));
}

test("a product with options is written, published, found by buyers, changed and archived", async ({
	page,
}) => {
	const title = `Oat flakes ${Date.now()}`;
	await resume(page, people.mill);
	await page.goto(`${mine}/products`);
	await page.getByRole("link", { name: "New product" }).click();
	await page.getByLabel("Title").fill(title);
	await page.getByLabel("Description").fill("Rolled here.\n\nKeeps for <a year>.");
	await page.getByRole("button", { name: "Add an option" }).click();
	await page.getByLabel("Name of option 1").fill("Weight");
	await page.getByLabel("Values of option 1").fill("500 g, 1 kg");
	await expect(page.getByText("2 variants")).toBeVisible();
	await page.getByLabel("Price for all").fill("3,90");
	await page.getByLabel("In stock for all").fill("12");
	await page.getByRole("button", { name: "Write into all" }).click();
	const kilo = page.getByRole("group", { name: "1 kg" });
	await kilo.getByLabel("Price in EUR").fill("0");
	await page.getByRole("checkbox", { name: "Show it to buyers at once" }).check();
	await expectSound(page);
	await keep(page, "new product");
	await page.getByRole("button", { name: "Save and publish" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "must be positive" }).first()).toBeVisible();
	await kilo.getByLabel("Price in EUR").fill("6.90");
	await page.getByRole("button", { name: "Save and publish" }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await expect(page.getByText("Published", { exact: true })).toBeVisible();
	await expect(rowOf(page, /1 kg/).first()).toContainText("€6.90");
	await expectSound(page);
	await keep(page, "product");

	const found = async () => {
		const { products } = await api<{
			products: { nodes: { title: string; priceMin: { amount: string } }[] };
		}>(
			"query($query: String) { products(filter: { query: $query }) { nodes { title priceMin { amount } } } }",
			{ query: title },
		);
		return products.nodes;
	};
	await expect.poll(found).toEqual([{ title, priceMin: { amount: "3.90" } }]);

	// Whoever leaves with something unsaved is asked.
	await page.getByLabel("Brand").fill("Mühle");
	await page.getByRole("main").getByRole("link", { name: "Products" }).click();
	const asked = page.getByRole("dialog", { name: "Leave without saving?" });
	await asked.getByRole("button", { name: "Stay" }).click();
	await expect(page.getByLabel("Brand")).toHaveValue("Mühle");

	// Images, ordered by keyboard alone.
	for (const [number, name] of [
		[1, "front"],
		[2, "back"],
	] as const) {
		await page.getByRole("button", { name: "Add an image by its address" }).click();
		await page.getByLabel(`Address of image ${number}`).fill(`https://img.example/${name}.jpg`);
		await page.getByLabel(`What image ${number} shows`).fill(name);
	}
	await page.getByRole("button", { name: "Move image 2 up" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByText("Image is now number 1 of 2.")).toBeAttached();
	await expect(page.getByRole("button", { name: "Move image 1 down" })).toBeFocused();
	// And sent, by dropping: what can be seen of it comes from here.
	await drop(page, "Add images", { name: "pot.png", type: "image/png", content: dot });
	await page.getByLabel("What image 3 shows").fill("A dot");
	await expect(page.getByLabel("Address of image 3"), "it has none yet").toHaveCount(0);
	await expectSound(page);
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByText("The product is saved.")).toBeVisible();
	await page.reload();
	await expect(page.getByLabel("What image 1 shows")).toHaveValue("back");
	await expect(page.getByLabel("What image 3 shows")).toHaveValue("A dot");
	const shown = page.locator('img[src^="/images/"]');
	await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	// Dragged to the top, as with a mouse, which phones have none of.
	if (test.info().project.use.hasTouch) {
		await page.getByRole("button", { name: "Move image 3 up" }).tap();
		await expect(page.getByLabel("What image 2 shows")).toHaveValue("A dot");
	} else {
		await shown.dragTo(page.getByRole("listitem").filter({ has: page.getByLabel("What image 1 shows") }));
		await expect(page.getByLabel("What image 1 shows")).toHaveValue("A dot");
	}
	await page.getByRole("button", { name: "Discard" }).click();
	await expect(page.getByLabel("Description")).toHaveValue("Rolled here.\n\nKeeps for <a year>.");
	await expect(page.getByLabel("Brand")).toHaveValue("Mühle");

	await page.getByRole("button", { name: "Add a variant…" }).click();
	const adding = page.getByRole("dialog", { name: "Add a variant" });
	await adding.getByLabel("Weight").fill("1 kg");
	await adding.getByRole("button", { name: "Add" }).click();
	await expect(adding.getByRole("alert")).toContainText("already has a variant");
	await adding.getByLabel("Weight").fill("5 kg");
	await adding.getByLabel("Price in EUR").fill("29.00");
	await adding.getByRole("button", { name: "Add" }).click();
	await expect(rowOf(page, /5 kg/).first()).toContainText("€29.00");

	await page.getByRole("button", { name: "Archive…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
	await expect(page.getByText("Archived", { exact: true })).toBeVisible();
	await expect.poll(found).toEqual([]);
});

test("prices of all offers change at once, each with its result, and go back", async ({ page }) => {
	const before = await offers();
	await resume(page, people.mill);
	await page.goto(`${mine}/products/offers`);
	await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
	await page.getByRole("button", { name: "Change prices…" }).click();
	const dialog = page.getByRole("dialog", { name: "Change prices" });
	await dialog.getByLabel("Percent").fill("10");
	await expect(dialog.getByText("half of one goes up")).toBeVisible();
	const tea = dialog
		.getByRole("table", { name: "New prices" })
		.getByRole("row", { name: /East Frisian tea/ });
	await expect(tea.first().getByRole("cell")).toHaveText([/€/, /€/]);
	await expectSound(page);
	await keep(page, "offers, change prices");
	await dialog.getByRole("button", { name: "Change prices" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^\d+ done\.$/);
	const changed = await offers();
	const some = [...before.values()].filter(({ id, price }) => changed.get(id)?.price.amount !== price.amount);
	expect(some.length).toBeGreaterThan(1);
	await dialog.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^\d+ undone\.$/);
	await dialog.getByRole("button", { name: "Close" }).click();
	const prices = (all: Map<string, Offer>) => [...all.values()].map(({ id, price }) => [id, price.amount]);
	expect(prices(await offers())).toEqual(prices(before));
});

test("stock is corrected once, also when the answer is lost, and what was moved is moved back", async ({
	page,
	complaints,
}) => {
	const before = await offers();
	await resume(page, people.mill);
	await page.goto(`${mine}/products/offers`);
	await page
		.getByRole("button", { name: /^Stock of East Frisian tea, 100 g/ })
		.first()
		.click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("What has happened").selectOption({ label: "Goods are gone" });
	await dialog.getByLabel("Units").fill("1000000");
	await dialog.getByLabel("Reason").fill("Damaged");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog.getByText("reserved for orders.").last()).toBeVisible();
	await dialog.getByLabel("Units").fill("2");
	await expectSound(page);
	await keep(page, "stock");
	let lost = 0;
	await page.route("**/graphql", async (route) => {
		if (lost > 0 || !sentDocument(route).includes("mutation AdminStocksAdjust"))
			return await route.fallback();
		lost += 1;
		// It is done, and nobody is told.
		await route.fetch();
		await route.abort();
	});
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog.getByRole("alert")).toContainText("cannot be reached");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog).toHaveCount(0);
	expect(lost).toBe(1);
	expect(complaints.every((complaint) => complaint.includes("ERR_FAILED"))).toBe(true);
	complaints.length = 0;
	const moved = await offers();
	const [offer] = [...before.values()].filter(
		({ id, stock }) => moved.get(id)?.stock.onHand !== stock.onHand,
	);
	expect(moved.get(offer?.id ?? "")?.stock.onHand).toBe((offer?.stock.onHand ?? 0) - 2);
	await page.emulateMedia({ colorScheme: "dark" });
	await expectSound(page);
	await page.emulateMedia({ colorScheme: "light" });
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText("is as it was.")).toBeVisible();
	expect((await offers()).get(offer?.id ?? "")?.stock.onHand).toBe(offer?.stock.onHand);
	await page
		.getByRole("button", { name: /^Stock of East Frisian tea, 100 g/ })
		.first()
		.click();
	await expect(dialog.getByRole("region", { name: "Last changes" })).toContainText("Damaged");
	// What a count has moved is known by the server only, which has the sales of meanwhile.
	await dialog.getByLabel("What has happened").selectOption({ label: "I have counted" });
	await dialog.getByLabel("Units on hand").fill(String(offer?.stock.onHand));
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText(/^The stock of .* is changed\.$/)).toBeVisible();
	await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
	expect((await offers()).get(offer?.id ?? "")?.stock.onHand).toBe(offer?.stock.onHand);
});

test("another product that is opened over one begins anew, and only what was changed of it is sent", async ({
	page,
}) => {
	const { token, id: seller } = await hatOf(people.mill, "muhle-am-deich");
	const mark = Date.now();
	const make = async (title: string) => {
		type Made = { productCreate: { product: { id: string } } };
		const { productCreate } = await api<Made>(
			"mutation($input: ProductCreateInput!) { productCreate(input: $input) { product { id } } }",
			{ input: { title, brand: title, variants: [{ optionValues: [] }] } },
			token,
			seller,
		);
		return productCreate.product.id;
	};
	const [first, second] = [`Birch ${mark}`, `Cedar ${mark}`] as const;
	const firstId = await make(first);
	const secondId = await make(second);
	await resume(page, people.mill);
	await page.goto(`${mine}/products/${firstId}`);
	await expect(page.getByLabel("Title")).toHaveValue(first);

	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route("**/graphql", async (route) => {
		const isSecond = (route.request().postData() ?? "").includes(secondId);
		if (isSecond && sentDocument(route).includes("query AdminProduct(")) await released;
		await route.fallback();
	});
	await page.keyboard.press("Control+k");
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	await palette.getByRole("textbox").fill(second);
	await palette
		.getByRole("menuitem", { name: new RegExp(second) })
		.first()
		.click();
	await expect(page).toHaveURL(new RegExp(secondId));
	await expect(page.getByLabel("Loading the product")).toBeVisible();
	await expect(page.getByLabel("Title"), "nothing of the first one").toHaveCount(0);
	release();
	await expect(page.getByLabel("Title")).toHaveValue(second);
	await expect(page.getByLabel("Brand")).toHaveValue(second);

	// A colleague changes the title while a brand is typed here.
	await api(
		"mutation($input: ProductUpdateInput!) { productUpdate(input: $input) { userErrors { code } } }",
		{ input: { id: secondId, title: `${second} wood` } },
		token,
		seller,
	);
	await page.getByLabel("Brand").fill("Mühle");
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByText("The product is saved.")).toBeVisible();
	const { nodes } = await api<{ nodes: { title: string; brand: string }[] }>(
		"query($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { title brand } } }",
		{ ids: [firstId, secondId] },
		token,
		seller,
	);
	expect(nodes).toEqual([
		{ title: first, brand: first },
		{ title: `${second} wood`, brand: "Mühle" },
	]);
});

test("the filters of variants say what they have chosen", async ({ page }) => {
	const { token, id: seller } = await hatOf(people.mill, "muhle-am-deich");
	const sizes = Array.from({ length: 7 }, (_, n) => String(36 + n));
	type Made = { productCreate: { product: { id: string } } };
	const { productCreate } = await api<Made>(
		"mutation($input: ProductCreateInput!) { productCreate(input: $input) { product { id } } }",
		{
			input: {
				title: `Clogs ${Date.now()}`,
				optionNames: ["Size", "Wood"],
				variants: sizes.flatMap((size) => ["Ash", "Elm"].map((wood) => ({ optionValues: [size, wood] }))),
			},
		},
		token,
		seller,
	);
	await resume(page, people.mill);
	await page.goto(`${mine}/products/${productCreate.product.id}`);
	await page.getByLabel("Wood").selectOption("Elm");
	await page.getByLabel("Size").selectOption("38");
	await expect(page).toHaveURL(/o0=.*38.*o1=Elm|o1=Elm.*o0=.*38/);
	const variants = page.getByRole("region", { name: "Variants", exact: true });
	await expect(rowOf(page, /38 \/ Elm|38, Elm/).first()).toBeVisible();
	await expect(page.getByLabel("Wood")).toHaveValue("Elm");
	await expect(page.getByLabel("Size")).toHaveValue("38");
	await page.reload();
	await expect(page.getByLabel("Size")).toHaveValue("38");
	await expect(variants.or(page.getByRole("list", { name: "Variants" }))).not.toContainText("Ash");
	await page.getByLabel("Size").selectOption({ label: "All" });
	await expect(page).not.toHaveURL(/o0=/);
	await expectSound(page);
});

test("slips wait for the server when it asks for that, and are printed when all are there", async ({
	page,
	complaints,
}) => {
	const ids: (string | undefined)[] = [];
	for (let at = 0; at < 6; at += 1) ids.push((await buy()).parts[0]?.id);
	await resume(page, people.mill);
	const [refused, lost] = [new Set<string>(), new Set<string>()];
	let open = 0;
	let most = 0;
	await page.route("**/graphql", async (route) => {
		if (!sentDocument(route).includes("query SellerOrder(")) return await route.fallback();
		open += 1;
		most = Math.max(most, open);
		const { id } = (route.request().postDataJSON() as { variables: { id: string } }).variables;
		if (!refused.has(id)) {
			refused.add(id);
			const extensions = { code: "RATE_LIMITED", retryAfterMs: 300 };
			await route.fulfill({ json: { errors: [{ message: "Wait.", extensions }] } });
		} else if (!lost.has(id) && (id === ids[1] || id === ids[4])) {
			lost.add(id);
			await route.abort();
		} else {
			await route.fallback();
		}
		open -= 1;
	});
	await page.goto(`/admin/slips/muhle-am-deich?orders=${encodeURIComponent(JSON.stringify(ids))}`);
	const print = page.getByRole("button", { name: "Print" });
	const progress = page.getByRole("progressbar", { name: "Loading the orders" });
	await expect(progress).toBeVisible();
	await expect(print).toBeDisabled();
	await expect(progress, "each was asked for").toHaveCount(0);
	await expect(page.getByRole("main").getByRole("alert")).toContainText("cannot be reached");
	await expect(print, "two are missing").toBeDisabled();
	await expect(page.getByRole("article")).toHaveCount(0);
	expect(refused.size).toBe(6);
	await page.getByRole("button", { name: "Try again" }).click();
	await expect(page.getByRole("article")).toHaveCount(6);
	await expect(print).toBeEnabled();
	expect(most).toBeLessThanOrEqual(4);
	complaints.length = 0; // the browser itself reports what was cut off
});

test("orders are packed with slips and marked as shipped together", async ({ page }) => {
	const numbers = [(await buy()).number, (await buy()).number].map((number) => `${number}-1`);
	await resume(page, people.mill);
	await page.goto(`${mine}/orders?status=READY_TO_SHIP`);
	for (const number of numbers) await page.getByRole("checkbox", { name: `Choose ${number}` }).check();
	await expect(page.getByText("2 chosen")).toBeVisible();
	await expectSound(page);
	await page.getByRole("link", { name: "Packing slips" }).click();
	await expect(page.getByRole("article")).toHaveCount(2);
	for (const number of numbers) {
		const sheet = page.getByRole("article", { name: `Packing slip of ${number}` });
		await expect(sheet).toContainText("Bo Buyer");
		await expect(sheet).toContainText("East Frisian tea");
		await expect(sheet).not.toContainText("€");
	}
	await expectSound(page);
	await keep(page, "packing slips");
	await page.emulateMedia({ media: "print" });
	await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
	await expect(page.getByRole("article").first()).toBeVisible();
	expect((await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
	await page.emulateMedia({ media: "screen" });

	await page.goBack();
	for (const number of numbers) await page.getByRole("checkbox", { name: `Choose ${number}` }).check();
	await page.getByRole("button", { name: "Mark as shipped…" }).click();
	const dialog = page.getByRole("dialog", { name: "Mark as shipped" });
	await dialog.getByLabel("Carrier of all of them").fill("DHL");
	await dialog.getByLabel(`Tracking number of ${numbers[0]}`).fill("0034");
	await dialog.getByRole("button", { name: "Mark as shipped" }).click();
	await expect(dialog.getByRole("status")).toHaveText("2 done.");
	await dialog.getByRole("button", { name: "Close" }).click();
	for (const number of numbers) await expect(page.getByText(number)).toHaveCount(0);
});

test("a file of products is tried, shows what is wrong, and is imported when it is right", async ({
	page,
}) => {
	const handle = `rye-${Date.now()}`;
	const file = (price: string) => ({
		name: "rye.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(
			`Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,Status\n${handle},Rye flour ${handle},Title,Default Title,${handle},${price},5,draft\n`,
		),
	});
	await resume(page, people.mill);
	await page.goto(`${mine}/products/imports`);
	const attempt = async (price: string) => {
		await page.getByRole("button", { name: "Import a file…" }).click();
		await page.locator('input[type="file"]').setInputFiles(file(price));
		await page.getByRole("button", { name: "Try it" }).click();
	};
	await attempt("cheap");
	const dialog = page.getByRole("dialog", { name: "rye.csv" });
	await expect(
		dialog.getByRole("region", { name: "Problems" }).or(dialog.getByRole("list", { name: "Problems" })),
	).toBeVisible({ timeout: 20_000 });
	await expectSound(page);
	await keep(page, "import, problems");
	await dialog.getByRole("button", { name: "Close" }).click();
	await attempt("4.20");
	await expect(dialog.getByText("This was a try.")).toBeVisible({ timeout: 20_000 });
	await dialog.getByRole("button", { name: "Import it now" }).click();
	await expect(dialog.getByText("This was a try.")).toHaveCount(0);
	await expect(dialog.getByText("New products")).toBeVisible({ timeout: 20_000 });
	await dialog.getByRole("button", { name: "Close" }).click();
	await page.goto(`${mine}/products?status=DRAFT`);
	await page.getByRole("link", { name: `Rye flour ${handle}` }).click();
	await page.getByRole("button", { name: "Archive…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
	await expect(page.getByText("Archived", { exact: true })).toBeVisible();
});

test("a new seller sees the steps to the first sale, and what Stripe waits for in words", async ({
	page,
}) => {
	const { email } = await apply(`Hof ${Date.now()}`);
	await signIn(page, email);
	await expect(page.getByText("steps to your first sale are done")).toBeVisible();
	await page.getByRole("link", { name: "See the steps" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Getting started" })).toBeVisible();
	await expect(page.getByRole("listitem").filter({ hasText: "The platform approves you" })).toContainText(
		"Waiting for others",
	);
	await expectSound(page);
	await keep(page, "getting started");
});

test("the home shows what was sold, by keyboard and as a table", async ({ page }) => {
	await buy();
	await resume(page, people.mill);
	await page.goto(mine);
	const chart = page.getByRole("slider", { name: "Sold each day (UTC), EUR" });
	await expect(chart).toBeVisible();
	const last = await chart.getAttribute("aria-valuetext");
	await chart.focus();
	await page.keyboard.press("ArrowLeft");
	expect(await chart.getAttribute("aria-valuetext")).not.toBe(last);
	await page.keyboard.press("End");
	await expect(chart).toHaveAttribute("aria-valuetext", last ?? "");
	await page.getByText("Show as a table").click();
	await expect(page.getByRole("region", { name: "Sold each day (UTC), EUR" }).getByRole("row")).toHaveCount(
		31,
	);
	await expect(page.getByText(/(against|in) the 30 days before/).first()).toBeVisible();
	await page.getByLabel("Span").selectOption("90");
	await expect(page).toHaveURL(/days=90/);
	await page.reload();
	await expect(page.getByLabel("Span"), "the address says how many").toHaveValue("90");
	const top = page.getByRole("region", { name: "Top products" });
	await expect(top.getByRole("link").first()).toHaveAttribute("href", /\/products\//);
	await page.getByText("What card networks do").click();
	await expect(page.getByText("Visa (VAMP): from 1.5%", { exact: false })).toBeVisible();
	await expectSound(page);
	await keep(page, "home");
});

test("a seller says who it is, and what it is told", async ({ page }) => {
	await resume(page, people.wool);
	await page.goto("/admin/s/wollwerk/settings");
	const about = `We knit slowly. ${Date.now()}`;
	const profile = page.getByRole("region", { name: "What buyers read" });
	await profile.getByLabel("Email for questions").fill("questions@wollwerk.example");
	await profile.getByLabel("About you").fill(about);
	await profile.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("The profile is saved.")).toBeVisible();
	const legal = page.getByRole("region", { name: "Business and tax" });
	await legal.getByLabel("Name by law").fill("Wollwerk GmbH");
	await legal.getByLabel("VAT or tax number").fill("DE123456789");
	await legal.getByLabel("Street and number").fill(`Deich ${Date.now() % 1000}`);
	await legal.getByLabel("Postal code").fill("26721");
	await legal.getByLabel("City").fill("Emden");
	await legal.getByLabel("Country").selectOption("DE");
	await legal.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("The business data is saved.")).toBeVisible();
	await page.reload();
	await expect(profile.getByLabel("About you")).toHaveValue(about);
	await expect(legal.getByLabel("Name by law")).toHaveValue("Wollwerk GmbH");
	await expectSound(page);
	await keep(page, "settings");

	await page.getByRole("link", { name: "What I am told, in the app and by mail" }).click();
	const imports = page.getByRole("group", { name: "An import of products is over" });
	const mail = imports.getByRole("checkbox", { name: "By mail" });
	const before = await mail.isChecked();
	await mail.setChecked(!before);
	await expect(mail).toBeEnabled();
	await page.reload();
	await expect(mail).toBeChecked({ checked: !before });
	await mail.setChecked(before);
	await expect(mail).toBeEnabled();
	const due = page.getByRole("group", { name: "The time to answer a dispute ends soon" });
	await expect(due.getByRole("checkbox", { name: "By mail" })).toBeDisabled();
	// What the bar of a phone covers in part would count as a small target.
	await page.evaluate(() => scrollTo(0, 0));
	await expectSound(page);
	await keep(page, "notification preferences");
});

test("a seller reads what it pays beside commission", async ({ page }) => {
	const { id } = await hatOf(people.wool, "wollwerk");
	const operator = await tokenOf(people.operator);
	const reason = `Photographs ${Date.now()}`;
	await api(
		"mutation($input: SellerChargeCreateInput!) { sellerChargeCreate(input: $input) { userErrors { code } } }",
		{
			input: {
				sellerId: id,
				amount: { amount: "1.00", currencyCode: "EUR" },
				vatBasisPoints: 1900,
				reason,
				idempotencyKey: reason,
			},
		},
		operator,
		"operator",
	);
	await resume(page, people.wool);
	await page.goto("/admin/s/wollwerk/plan");
	await expect(page.getByRole("heading", { name: "Your plan", exact: true })).toBeVisible();
	const row = rowOf(page, new RegExp(reason)).first();
	await expect(row).toContainText("€1.19");
	await page.getByLabel("What for").selectOption("SUBSCRIPTION");
	await expect(page.getByText("Nothing of this kind")).toBeVisible();
	await page.goBack();
	await expectSound(page);
	await keep(page, "plan");
});

test("a seller offers what another sells, and both stand on one page", async ({ page }) => {
	await resume(page, people.wool);
	await page.goto("/admin/s/wollwerk/products");
	await page.getByRole("link", { name: "Sell what others sell" }).click();
	await page.getByRole("searchbox", { name: "Search" }).fill("butter");
	await expect(page).toHaveURL(/q=butter/);
	await page.getByRole("link", { name: "Butter dish" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Butter dish" })).toBeVisible();
	await expect(page.getByLabel("Title")).toHaveAttribute("readonly", "");
	await expect(page.getByRole("button", { name: "Archive…" })).toHaveCount(0);
	const dialog = page.getByRole("dialog");
	const there = page.getByRole("button", { name: "Edit the offer of Ash white" });
	const fresh = page.getByRole("button", { name: "Offer Ash white" });
	await expect(there.or(fresh)).toBeVisible();
	// Another look at the pages may have offered it before.
	await there.or(fresh).click();
	await dialog.getByLabel("Price in EUR", { exact: true }).fill("39");
	await dialog.getByLabel("Former price").fill("45");
	await dialog.getByLabel("Status").selectOption("ACTIVE");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(rowOf(page, /Ash white/).first()).toContainText("€39.00");
	await expectSound(page);
	await keep(page, "product of another");
	const { productBySlug } = await api<{ productBySlug: { listing: { sellerCount: number } } }>(
		'{ productBySlug(slug: "butter-dish") { listing { sellerCount } } }',
	);
	expect(productBySlug.listing.sellerCount).toBe(2);
	await there.click();
	await dialog.getByLabel("Status").selectOption("PAUSED");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(rowOf(page, /Ash white/).first()).toContainText("Paused");
});

test("what somebody else has changed meanwhile is left as it is, and is not undone", async ({ page }) => {
	const { token, id: seller } = await hatOf(people.mill, "muhle-am-deich");
	const before = await offers();
	const saveElsewhere = (id: string, amount: string) =>
		api(
			"mutation($input: OfferUpdateInput!) { offerUpdate(input: $input) { userErrors { code } } }",
			{ input: { id, price: { amount, currencyCode: "EUR" } } },
			token,
			seller,
		);
	await resume(page, people.mill);
	await page.goto(`${mine}/products/offers`);
	await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
	await page.getByRole("button", { name: "Change prices…" }).click();
	const dialog = page.getByRole("dialog", { name: "Change prices" });
	await dialog.getByLabel("How").selectOption({ label: "By an amount" });
	await dialog.getByLabel("Amount").fill("1");
	// One of them after it was read, and another one after it was changed here.
	const [first, second] = [...before.values()].filter(({ compareAtPrice }) => !compareAtPrice);
	if (!first || !second) throw new Error("the mill offers two things at least");
	await saveElsewhere(first.id, "77.00");
	await dialog.getByRole("button", { name: "Change prices" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^\d+ done, 1 not\.$/);
	await expect(dialog.getByText("This offer has changed since you saw it.")).toBeVisible();
	await expect(dialog.getByRole("button", { name: "Try again" })).toHaveCount(0);
	await expectSound(page);
	await saveElsewhere(second.id, "88.00");
	await dialog.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^\d+ undone, 1 not\.$/);
	const after = await offers();
	expect([after.get(first.id)?.price.amount, after.get(second.id)?.price.amount]).toEqual(["77.00", "88.00"]);
	for (const { id, price } of [first, second]) await saveElsewhere(id, price.amount);
	const prices = (all: Map<string, Offer>) => [...all.values()].map(({ id, price }) => [id, price.amount]);
	expect(prices(await offers())).toEqual(prices(before));
});

test("stock goes up by so many units, once, however often the answer is lost", async ({
	page,
	complaints,
}) => {
	const before = await offers();
	await resume(page, people.mill);
	await page.goto(`${mine}/products/offers`);
	await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
	await page.getByRole("button", { name: "Set the stock…" }).click();
	const dialog = page.getByRole("dialog", { name: "Set the stock" });
	await dialog.getByLabel("How").selectOption({ label: "By so many fewer" });
	await dialog.getByLabel("Units, for each").fill("999999");
	await expect(dialog.getByText("There is no such stock.").first()).toBeVisible();
	await expect(dialog.getByRole("button", { name: "Set the stock" })).toBeDisabled();
	await dialog.getByLabel("How").selectOption({ label: "By so many more" });
	await dialog.getByLabel("Units, for each").fill("3");
	await expectSound(page);
	await keep(page, "offers, stock");
	let lost = 0;
	await page.route("**/graphql", async (route) => {
		if (lost > 1 || !sentDocument(route).includes("mutation AdminStocksAdjust"))
			return await route.fallback();
		lost += 1;
		// It is done, and nobody is told.
		await route.fetch();
		await route.abort();
	});
	await dialog.getByRole("button", { name: "Set the stock" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^0 done, \d+ not\.$/);
	await dialog.getByRole("button", { name: "Try again" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^0 done, \d+ not\.$/);
	await expect.poll(() => lost).toBe(2);
	await dialog.getByRole("button", { name: "Try again" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^\d+ done\.$/);
	const moved = await offers();
	const more = [...before.values()].map(({ id, stock }) => (moved.get(id)?.stock.onHand ?? 0) - stock.onHand);
	expect(new Set(more.filter(Boolean))).toEqual(new Set([3]));
	await dialog.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.getByRole("status")).toHaveText(/^\d+ undone\.$/);
	const stocks = (all: Map<string, Offer>) => [...all.values()].map(({ id, stock }) => [id, stock.onHand]);
	expect(stocks(await offers())).toEqual(stocks(before));
	expect(complaints.every((complaint) => complaint.includes("ERR_FAILED"))).toBe(true);
	complaints.length = 0;
});
