import type { Page } from "@playwright/test";
import {
	buy,
	buyAndDispute,
	buyAndWarn,
	dot,
	drop,
	expect,
	expectNoOverflow,
	expectSound,
	giveByBank,
	keep,
	newEmail,
	newOperator,
	payOut,
	people,
	register,
	resume,
	settled,
	test,
} from "./fixtures";
import { begins, type Say, textsIn } from "./texts";

async function openPayout(page: Page) {
	test.slow();
	await payOut();
	await page.reload();
	await page.getByRole("main").getByRole("link", { name: /^po_/ }).first().click();
	await expect(page).toHaveURL(/\/payouts\/pot_/);
}

async function saveDraft(page: Page, say: Say) {
	await page.getByRole("button", { name: say("Save the draft") }).click();
	await expect(page).toHaveURL(/\/commission\/(?!new)/);
	await expect(page.getByRole("button", { name: say("Propose to publish…") })).toBeVisible();
}

type Row = {
	/** An address, or somebody who is made for it. */
	who: string | (() => string | Promise<string>);
	path: string;
	/** Opens what is looked at. Texts of the pages are asked for in English and said in the language of the page. */
	open?: (page: Page, say: Say) => Promise<void>;
};

const pages: Record<string, Row> = {
	home: { who: people.operator, path: "/platform" },
	"home, as a table": {
		who: people.operator,
		path: "/platform?days=7",
		open: (page, say) => page.getByText(say("Show as a table")).first().click(),
	},
	"home, card networks": {
		who: people.operator,
		path: "/platform",
		open: (page, say) => page.getByText(say("What card networks do")).click(),
	},
	"fraud warnings": {
		who: people.operator,
		path: "/platform/fraud",
		open: async (page, say) => {
			await buyAndWarn();
			await page.reload();
			await expect(page.getByRole("button", { name: say("Refund {orderNumber}…") }).first()).toBeVisible();
		},
	},
	"fraud warnings, none": { who: people.operator, path: "/platform/fraud?standing=DISPUTED" },
	charges: { who: people.operator, path: "/platform/charges" },
	plans: { who: people.operator, path: "/platform/charges?view=plans" },
	"plan, new": {
		who: people.operator,
		path: "/platform/charges?view=plans",
		open: (page, say) =>
			page
				.getByRole("button", { name: say("New plan…") })
				.first()
				.click(),
	},
	debts: { who: people.operator, path: "/platform/debts" },
	reports: { who: people.operator, path: "/platform/reports" },
	"reports, taxes": { who: people.operator, path: "/platform/reports?view=taxes" },
	"reports, DAC7": { who: people.operator, path: "/platform/reports?view=dac7" },
	"reports, DAC7, quarters": {
		who: people.operator,
		path: "/platform/reports?view=dac7",
		open: (page, say) =>
			page
				.getByRole("button", { name: begins(say("By quarter")) })
				.first()
				.click(),
	},
	"reports, Form 1099-K": { who: people.operator, path: "/platform/reports?view=1099k" },
	"reports, export": {
		who: people.operator,
		path: "/platform/reports",
		open: (page, say) => page.getByRole("button", { name: say("Export…") }).click(),
	},
	catalogue: { who: people.operator, path: "/platform/catalogue" },
	"catalogue, none": { who: people.operator, path: "/platform/catalogue?q=nothing+of+the+sort" },
	people: { who: people.operator, path: "/platform/people" },
	erasures: { who: people.operator, path: "/platform/people?view=erasures" },
	"erasures, none": { who: people.operator, path: "/platform/people?view=erasures&status=WITHDRAWN" },
	"person, found": {
		who: people.operator,
		path: "/platform/people",
		open: async (page, say) => {
			await page.getByLabel(say("Email")).fill(people.mill);
			await page.getByRole("button", { name: say("Look up") }).click();
			await expect(page.getByRole("heading", { name: say("Devices signed in") })).toBeVisible();
		},
	},
	system: { who: people.operator, path: "/platform/system" },
	settings: { who: people.operator, path: "/platform/settings" },
	"settings, changed": { who: people.operator, path: "/platform/settings?only=changed" },
	"settings, none": { who: people.operator, path: "/platform/settings?q=nothing+of+the+sort" },
	notifications: { who: people.mill, path: "/account/notifications" },
	sellers: { who: people.operator, path: "/platform/sellers" },
	"sellers, none": { who: people.operator, path: "/platform/sellers?q=nobody+has+this+name" },
	"seller's menu": {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: (page, say) => page.getByRole("button", { name: say("Decide about {0}") }).click(),
	},
	seller: {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: async (page, say) => {
			await page.getByRole("link", { name: "Wollwerk" }).click();
			await expect(page.getByRole("region", { name: say("Balance") })).toBeVisible();
		},
	},
	"seller, notes": {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: async (page, say) => {
			await page.getByRole("link", { name: "Wollwerk" }).click();
			await page
				.getByRole("navigation", { name: say("Views of this seller") })
				.getByRole("link", { name: say("Notes") })
				.click();
			await expect(page.getByLabel(say("New note"))).toBeVisible();
		},
	},
	"seller, change of plan": {
		who: people.operator,
		path: "/platform/sellers?q=M%C3%BChle",
		open: async (page, say) => {
			await page.getByRole("link", { name: "Mühle am Deich" }).click();
			await page.getByRole("button", { name: say("Change plan…") }).click();
			await expect(page.getByRole("dialog").getByLabel(say("New plan"))).toBeVisible();
		},
	},
	"seller, suspend": {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: async (page, say) => {
			await page.getByRole("link", { name: "Wollwerk" }).click();
			await page.getByRole("button", { name: say("Suspend…") }).click();
			await page
				.getByRole("dialog")
				.getByRole("button", { name: say("Suspend") })
				.click();
		},
	},
	orders: { who: people.operator, path: "/platform/orders" },
	order: {
		who: people.operator,
		path: "/platform/orders",
		open: async (page, say) => {
			await page.getByRole("main").getByRole("link", { name: /-/ }).last().click();
			await expect(page.getByRole("heading", { level: 1, name: say("Order {0}") })).toBeVisible();
		},
	},
	refunds: {
		who: people.operator,
		path: "/platform/refunds",
		open: async (page, say) => {
			await giveByBank((await buy()).id);
			await page.reload();
			await expect(page.getByRole("main").getByText(say("To be paid by bank")).last()).toBeVisible();
		},
	},
	"refunds, none": { who: people.operator, path: "/platform/refunds?since=2099-01-01" },
	"refunds, as they are": { who: people.operator, path: "/platform/refunds?status=SUCCEEDED" },
	"refunds, of a seller": {
		who: people.operator,
		path: "/platform/refunds",
		open: async (page, say) => {
			if ((page.viewportSize()?.width ?? 0) < 896)
				await page.getByRole("button", { name: say("Filters"), exact: true }).click();
			await page.locator("button[aria-haspopup=dialog]", { hasText: say("All") }).click();
			await page.getByRole("dialog").getByRole("searchbox").last().fill("Woll");
			await expect(page.getByRole("button", { name: /Wollwerk/ })).toBeVisible();
		},
	},
	"orders, narrowed": { who: people.operator, path: "/platform/orders?since=2099-01-01&margin=loss" },
	"operator's notifications": { who: people.operator, path: "/platform/notifications" },
	"seller's notifications": { who: people.mill, path: "/s/muhle-am-deich/notifications" },
	"seller's products, none": { who: people.mill, path: "/s/muhle-am-deich/products?q=nothing+of+the+sort" },
	"seller's refund, none": { who: people.mill, path: "/s/muhle-am-deich/refunds/rfd_nothing" },
	transfers: { who: people.operator, path: "/platform/transfers" },
	payouts: { who: people.operator, path: "/platform/payouts" },
	"trial balance": { who: people.operator, path: "/platform/ledger" },
	"ledger entries": { who: people.operator, path: "/platform/ledger/entries" },
	statements: { who: people.operator, path: "/platform/statements" },
	"ledger, export": {
		who: people.operator,
		path: "/platform/ledger",
		open: (page, say) => page.getByRole("button", { name: say("Export the ledger…") }).click(),
	},
	proposals: { who: people.operator, path: "/platform/proposals" },
	operators: { who: people.operator, path: "/platform/operators" },
	"operators, invitations": { who: people.operator, path: "/platform/operators?view=invitations" },
	"operators, not seen": { who: people.operator, path: "/platform/operators?view=stale" },
	"operator, invite": {
		who: people.operator,
		path: "/platform/operators",
		open: (page, say) => page.getByRole("button", { name: say("Invite…") }).click(),
	},
	"not found": { who: people.operator, path: "/nowhere" },
	forbidden: { who: () => newOperator("Sue Support", "support"), path: "/platform/commission" },
	"nothing to manage": {
		who: async () => {
			const email = newEmail();
			await register(email, "Bo Buyer");
			return email;
		},
		path: "/",
	},
	differences: { who: people.operator, path: "/platform/ledger/differences" },
	"difference, none": { who: people.operator, path: "/platform/differences/dif_nothing" },
	commission: { who: people.operator, path: "/platform/commission" },
	"commission, saved draft": { who: people.operator, path: "/platform/commission/new", open: saveDraft },
	"commission, edited draft": {
		who: people.operator,
		path: "/platform/commission/new",
		open: async (page, say) => {
			await saveDraft(page, say);
			await page.getByRole("link", { name: say("Edit") }).click();
			await expect(page).toHaveURL(/\/edit$/);
		},
	},
	"commission, draft": { who: people.operator, path: "/platform/commission/new" },
	terms: { who: people.operator, path: "/platform/terms" },
	apply: { who: people.wool, path: "/apply" },
	"operator, another role": {
		who: people.operator,
		path: "/platform/operators",
		open: async (page, say) => {
			await page
				.getByRole("button", { name: say("Change {0}") })
				.first()
				.click();
			await page.getByRole("menuitem", { name: say("Another role…") }).click();
		},
	},
	"API keys": { who: people.operator, path: "/platform/api-keys" },
	"API key, new": {
		who: people.operator,
		path: "/platform/api-keys",
		open: (page, say) =>
			page
				.getByRole("button", { name: say("New key…") })
				.first()
				.click(),
	},
	webhooks: { who: people.operator, path: "/platform/webhooks" },
	"webhook, new": {
		who: people.operator,
		path: "/platform/webhooks",
		open: async (page, say) => {
			await page.getByRole("button", { name: say("New webhook…") }).click();
			await expect(page.getByRole("checkbox", { name: "seller.applied" })).toBeVisible();
		},
	},
	"audit log": { who: people.operator, path: "/platform/audit" },
	"audit log, entry": {
		who: people.operator,
		path: "/platform/audit",
		open: (page, say) =>
			page
				.getByRole("button", { name: say("Details of entry {0}") })
				.first()
				.click(),
	},
	security: { who: people.operator, path: "/account/security" },
	"security, app": {
		who: people.mill,
		path: "/account/security",
		open: (page, say) => page.getByRole("button", { name: say("Add an authenticator app…") }).click(),
	},
	preferences: { who: people.mill, path: "/account/preferences" },
	"seller's home, as a table": {
		who: people.mill,
		path: "/s/muhle-am-deich?days=7",
		open: (page, say) => page.getByText(say("Show as a table")).first().click(),
	},
	palette: {
		who: people.operator,
		path: "/platform/orders",
		open: async (page, say) => {
			await expect(page.getByRole("button", { name: say("Go to or do something") })).toBeVisible();
			await page.keyboard.press("Control+k");
			await expect(page.getByRole("menuitem", { name: say("Sellers") })).toBeVisible();
		},
	},
	keys: {
		who: people.mill,
		path: "/s/muhle-am-deich/orders",
		open: async (page, say) => {
			await expect(page.getByRole("button", { name: say("Go to or do something") })).toBeVisible();
			await page.keyboard.press("?");
			await expect(page.getByRole("dialog", { name: say("Keyboard shortcuts") })).toBeVisible();
		},
	},
	"person's menu": {
		who: people.mill,
		path: "/s/muhle-am-deich/orders",
		open: (page, say) => page.getByRole("button", { name: say("Account: {who}") }).click(),
	},
	"view, save": {
		who: people.operator,
		path: "/platform/orders?status=PAID",
		open: (page, say) => page.getByRole("button", { name: say("Save view…") }).click(),
	},
	privacy: { who: people.mill, path: "/account/privacy" },
	"seller's API keys": { who: people.mill, path: "/s/muhle-am-deich/api-keys" },
	"seller's webhooks": { who: people.mill, path: "/s/muhle-am-deich/webhooks" },
	"seller's webhook, none": {
		who: people.mill,
		path: "/s/muhle-am-deich/webhooks/whk_00000000000000000000000000",
	},
	"seller's proposals": { who: people.mill, path: "/s/muhle-am-deich/proposals" },
	"seller's audit log": { who: people.mill, path: "/s/muhle-am-deich/audit" },
	"seller's home": { who: people.mill, path: "/s/muhle-am-deich" },
	"seller's orders": { who: people.mill, path: "/s/muhle-am-deich/orders" },
	"seller's order": {
		who: people.mill,
		path: "/s/muhle-am-deich/orders",
		open: async (page, say) => {
			await page.getByRole("main").getByRole("link", { name: /-1$/ }).first().click();
			await expect(page.getByRole("heading", { level: 1, name: say("Order {0}") })).toBeVisible();
		},
	},
	members: { who: people.mill, path: "/s/muhle-am-deich/members" },
	"invitations, none": { who: people.mill, path: "/s/muhle-am-deich/members?view=invitations" },
	"member, invite": {
		who: people.mill,
		path: "/s/muhle-am-deich/members",
		open: (page, say) => page.getByRole("button", { name: say("Invite…") }).click(),
	},
	"roles of the seller": { who: people.mill, path: "/s/muhle-am-deich/members?view=roles" },
	"role, new": {
		who: people.mill,
		path: "/s/muhle-am-deich/members?view=roles",
		open: (page, say) => page.getByRole("button", { name: say("New role…") }).click(),
	},
	"order, refund": {
		who: people.operator,
		path: "/platform/orders",
		open: async (page, say) => {
			await page.goto(`/admin/platform/orders/${(await buy()).id}`);
			await page.getByRole("button", { name: say("Refund…") }).click();
			await page.getByLabel(say("What is given back")).selectOption("everything");
			await page.getByLabel(say("Reason")).selectOption("GOODWILL");
			await page.getByRole("button", { name: say("Continue") }).click();
			await expect(page.getByRole("dialog").getByRole("button", { name: say("Refund {sum}") })).toBeVisible();
		},
	},
	dispute: {
		who: people.operator,
		path: "/platform/disputes",
		open: async (page, say) => {
			await page.goto(`/admin/platform/disputes/${await buyAndDispute()}`);
			await expect(page.getByRole("button", { name: say("Send the evidence…") })).toBeVisible();
		},
	},
	disputes: { who: people.operator, path: "/platform/disputes" },
	"disputes, none": { who: people.operator, path: "/platform/disputes?status=CLOSED" },
	"seller's dispute": {
		who: people.mill,
		path: "/s/muhle-am-deich/disputes",
		open: async (page, say) => {
			await page.goto(`/admin/s/muhle-am-deich/disputes/${await buyAndDispute()}`);
			await expect(page.getByLabel(say("What was bought"))).toBeVisible();
		},
	},
	"seller's dispute, files": {
		who: people.mill,
		path: "/s/muhle-am-deich/disputes",
		open: async (page, say) => {
			await page.goto(`/admin/s/muhle-am-deich/disputes/${await buyAndDispute()}`);
			await drop(page, say("Add a file of evidence"), {
				name: "receipt.png",
				type: "image/png",
				content: dot,
			});
			await expect(page.getByRole("list", { name: say("Files of evidence") }).locator("img")).toBeVisible();
		},
	},
	"view as": {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: async (page, say) => {
			await page.getByRole("link", { name: "Wollwerk" }).click();
			await page.getByRole("button", { name: say("View as…") }).click();
			await page.getByLabel(say("Reason")).fill("They see no offers. Ticket 4711.");
			await page.getByRole("button", { name: say("View as this seller") }).click();
			const over = page.getByRole("button", { name: say("Go on viewing") });
			const banner = page.getByRole("region", { name: say("Viewing as a seller") });
			await expect(over.or(banner)).toBeVisible();
			if (await over.isVisible()) await over.click();
			await expect(banner).toBeVisible();
		},
	},
	"seller's products": { who: people.mill, path: "/s/muhle-am-deich/products" },
	"seller's offers": { who: people.mill, path: "/s/muhle-am-deich/products/offers" },
	"seller's offers, chosen": {
		who: people.mill,
		path: "/s/muhle-am-deich/products/offers",
		open: (page, say) => page.getByRole("checkbox", { name: say("Choose all on this page") }).check(),
	},
	"seller's offer": {
		who: people.mill,
		path: "/s/muhle-am-deich/products/offers",
		open: (page, say) =>
			page
				.getByRole("button", { name: say("Edit the offer of {name}") })
				.first()
				.click(),
	},
	"seller's stock": {
		who: people.mill,
		path: "/s/muhle-am-deich/products/offers",
		open: (page, say) =>
			page
				.getByRole("button", { name: say("Stock of {name}") })
				.first()
				.click(),
	},
	"seller's product": {
		who: people.mill,
		path: "/s/muhle-am-deich/products",
		open: async (page) => {
			await page.getByRole("link", { name: "Rye flour", exact: true }).click();
			await expect(page.getByRole("heading", { level: 1, name: "Rye flour" })).toBeVisible();
		},
	},
	"seller's new product": {
		who: people.mill,
		path: "/s/muhle-am-deich/products/new",
		open: async (page, say) => {
			await page.getByRole("button", { name: say("Add an option") }).click();
			await page.getByLabel(say("Name of option {number}")).fill("Size");
			await page.getByLabel(say("Values of option {number}, with commas")).fill("S, M, L");
			await page.getByRole("button", { name: say("Add an image by its address") }).click();
		},
	},
	"seller's products, others'": { who: people.mill, path: "/s/muhle-am-deich/products/catalogue" },
	"seller's products, chosen": {
		who: people.mill,
		path: "/s/muhle-am-deich/products",
		open: (page, say) => page.getByRole("checkbox", { name: say("Choose all on this page") }).check(),
	},
	"seller's imports": { who: people.mill, path: "/s/muhle-am-deich/products/imports" },
	"seller's import, new": {
		who: people.mill,
		path: "/s/muhle-am-deich/products/imports",
		open: (page, say) => page.getByRole("button", { name: say("Import a file…") }).click(),
	},
	"seller's steps": { who: people.mill, path: "/s/muhle-am-deich/start" },
	"seller's settings": { who: people.mill, path: "/s/muhle-am-deich/settings" },
	// Of a seller whom nobody waits for.
	"seller's settings, close": {
		who: people.pottery,
		path: "/s/atelier-argile/settings",
		// Not while buyers wait for orders, which the panel names.
		open: (page, say) => page.getByRole("button", { name: say("Close for good…") }).scrollIntoViewIfNeeded(),
	},
	payout: {
		who: people.operator,
		path: "/platform/payouts?status=PAID",
		open: openPayout,
	},
	"seller's payout": {
		who: people.mill,
		path: "/s/muhle-am-deich/payouts?view=payouts&status=PAID",
		open: async (page, say) => {
			await openPayout(page);
			await page.getByRole("button", { name: say("Fees") }).click();
			await expect(page).toHaveURL(/part=FEES/);
		},
	},
	"payout, none": { who: people.operator, path: "/platform/payouts/po_nothing" },
	"seller's plan": { who: people.mill, path: "/s/muhle-am-deich/plan" },
	"seller's packing slips": {
		who: people.mill,
		path: "/s/muhle-am-deich/orders",
		open: async (page, say) => {
			await page.getByRole("checkbox", { name: /-1$/ }).first().check();
			await page.getByRole("link", { name: say("Packing slips") }).click();
			await expect(page.getByRole("article").first()).toBeVisible();
		},
	},
	"packing slips, none": { who: people.mill, path: "/slips/muhle-am-deich" },
	"seller's payouts": { who: people.mill, path: "/s/muhle-am-deich/payouts" },
	"seller's account at Stripe": { who: people.mill, path: "/s/muhle-am-deich/payouts/account" },
	"seller's transfers": { who: people.mill, path: "/s/muhle-am-deich/payouts?view=transfers" },
	"seller's statements": { who: people.mill, path: "/s/muhle-am-deich/statements" },
	"seller's invoices": { who: people.mill, path: "/s/muhle-am-deich/statements?view=invoices" },
	"seller's ledger": { who: people.mill, path: "/s/muhle-am-deich/ledger" },
};

for (const [name, { who, path, open }] of Object.entries(pages)) {
	test(name, async ({ page, locale, viewport }) => {
		await resume(page, typeof who === "string" ? who : await who());
		await page.goto(`/admin${path}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await open?.(page, await textsIn(locale ?? "en"));
		await settled(page);
		if (locale === "en-US") await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
		else await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
		await expect(page.getByRole("alert")).toHaveCount(0);
		await keep(page, name);
		if (viewport?.width === 320) await expectNoOverflow(page);
		else await expectSound(page);
	});
}

test("forgotten password", async ({ page, viewport }) => {
	await page.goto("/admin/forgot");
	await expect(page.locator('input[name="email"]')).toBeFocused();
	await keep(page, "forgotten password");
	if (viewport?.width === 320) await expectNoOverflow(page);
	else await expectSound(page);
});

test("sign in", async ({ page, viewport }) => {
	await page.goto("/admin/login");
	await expect(page.locator('input[name="email"]')).toBeFocused();
	await keep(page, "sign in");
	if (viewport?.width === 320) await expectNoOverflow(page);
	else await expectSound(page);
});
