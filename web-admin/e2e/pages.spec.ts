import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectSound, people, resume, test } from "./fixtures";

const pages: Record<string, { who: string; path: string; open?: (page: Page) => Promise<void> }> = {
	sellers: { who: people.operator, path: "/platform/sellers" },
	"sellers, none": { who: people.operator, path: "/platform/sellers?q=nobody+has+this+name" },
	"seller's menu": {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: (page) => page.getByRole("button", { name: "Decide about Wollwerk" }).click(),
	},
	seller: {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: async (page) => {
			await page.getByRole("link", { name: "Wollwerk" }).click();
			await expect(page.getByRole("region", { name: "Balance", exact: true })).toBeVisible();
		},
	},
	"seller, suspend": {
		who: people.operator,
		path: "/platform/sellers?q=Wollwerk",
		open: async (page) => {
			await page.getByRole("link", { name: "Wollwerk" }).click();
			await page.getByRole("button", { name: "Suspend…" }).click();
			await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
		},
	},
	orders: { who: people.operator, path: "/platform/orders" },
	order: {
		who: people.operator,
		path: "/platform/orders",
		open: async (page) => {
			await page.getByRole("main").getByRole("link", { name: /-/ }).last().click();
			await expect(page.getByRole("heading", { level: 1, name: /^Order / })).toBeVisible();
		},
	},
	transfers: { who: people.operator, path: "/platform/transfers" },
	payouts: { who: people.operator, path: "/platform/payouts" },
	"trial balance": { who: people.operator, path: "/platform/ledger" },
	"ledger entries": { who: people.operator, path: "/platform/ledger/entries" },
	proposals: { who: people.operator, path: "/platform/proposals" },
	operators: { who: people.operator, path: "/platform/operators" },
	"operator, another role": {
		who: people.operator,
		path: "/platform/operators",
		open: async (page) => {
			await page
				.getByRole("button", { name: /^Change / })
				.first()
				.click();
			await page.getByRole("menuitem", { name: "Another role…" }).click();
		},
	},
	"API keys": { who: people.operator, path: "/platform/api-keys" },
	"API key, new": {
		who: people.operator,
		path: "/platform/api-keys",
		open: (page) => page.getByRole("button", { name: "New key…" }).click(),
	},
	"audit log": { who: people.operator, path: "/platform/audit" },
	"audit log, entry": {
		who: people.operator,
		path: "/platform/audit",
		open: (page) =>
			page
				.getByRole("button", { name: /^Details of entry/ })
				.first()
				.click(),
	},
	security: { who: people.operator, path: "/account/security" },
	"security, app": {
		who: people.mill,
		path: "/account/security",
		open: (page) => page.getByRole("button", { name: "Add an authenticator app…" }).click(),
	},
	privacy: { who: people.mill, path: "/account/privacy" },
	"seller's API keys": { who: people.mill, path: "/s/muhle-am-deich/api-keys" },
	"seller's proposals": { who: people.mill, path: "/s/muhle-am-deich/proposals" },
	"seller's audit log": { who: people.mill, path: "/s/muhle-am-deich/audit" },
	"seller's home": { who: people.mill, path: "/s/muhle-am-deich" },
	"seller's orders": { who: people.mill, path: "/s/muhle-am-deich/orders" },
	"seller's order": {
		who: people.mill,
		path: "/s/muhle-am-deich/orders",
		open: async (page) => {
			await page.getByRole("main").getByRole("link", { name: /-1$/ }).first().click();
			await expect(page.getByRole("heading", { level: 1, name: /^Order / })).toBeVisible();
		},
	},
	"seller's products": { who: people.mill, path: "/s/muhle-am-deich/products" },
	"seller's offers": { who: people.mill, path: "/s/muhle-am-deich/products/offers" },
	"seller's payouts": { who: people.mill, path: "/s/muhle-am-deich/payouts" },
	"seller's transfers": { who: people.mill, path: "/s/muhle-am-deich/payouts?view=transfers" },
	"seller's ledger": { who: people.mill, path: "/s/muhle-am-deich/ledger" },
};

for (const [name, { who, path, open }] of Object.entries(pages)) {
	test(name, async ({ page }) => {
		await resume(page, who);
		await page.goto(`/admin${path}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await open?.(page);
		await page.waitForLoadState("networkidle");
		await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
		await expect(page.getByRole("alert")).toHaveCount(0);
		await keep(page, name);
		await expectSound(page);
	});
}

test("forgotten password", async ({ page }) => {
	await page.goto("/admin/forgot");
	await expect(page.getByLabel("Email")).toBeFocused();
	await keep(page, "forgotten password");
	await expectSound(page);
});

test("sign in", async ({ page }) => {
	await page.goto("/admin/login");
	await expect(page.getByLabel("Email")).toBeFocused();
	await keep(page, "sign in");
	await expectSound(page);
});

/** Keeps a picture where E2E_PICTURES says, to look at. */
async function keep(page: Page, name: string) {
	const dir = process.env.E2E_PICTURES;
	if (!dir) return;
	const project = test.info().project.name.replace("pages ", "");
	await page.screenshot({
		path: join(dir, `${name} ${project}.png`.replaceAll(/[^a-z0-9.]+/gi, "-")),
		fullPage: true,
	});
}
