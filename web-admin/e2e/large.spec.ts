import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectNoOverflow, keep, rowOf, settled, signIn, test } from "./fixtures";
import { freePort } from "./setup";

// The page of a product of two thousand variants, and the lists, on a database of very many orders. What an answer
// weighs, how many statements it takes and how much a page holds must not grow with them. How long it takes is
// printed only.

const orders = process.env.E2E_LARGE_ORDERS ?? "3000";
const variants = 2000;

/** What one page, or one step on it, may take. */
const most = { answer: 150_000, statements: 150, nodes: 4000 };

const seller = "seller-001@seed.example";
const operator = "operator-001@seed.example";

const places = { base: "", metrics: "" };
const figures: string[] = [];
let stop = async () => {};

/** Fills a database, or takes the one that E2E_LARGE_DATABASE names, and serves it. */
test.beforeAll(async () => {
	test.setTimeout(900_000);
	const dir = mkdtempSync(join(tmpdir(), "etal-large-"));
	const file = process.env.E2E_LARGE_DATABASE ?? join(dir, "etal.db");
	const [port, metrics] = [await freePort(), await freePort()];
	const others = Object.entries(process.env).filter(([name]) => !name.startsWith("ETAL_"));
	const env = {
		...Object.fromEntries(others),
		ETAL_MODE: "development",
		ETAL_DATABASE_URL: `sqlite:${file}`,
		ETAL_BASE_URL: `http://127.0.0.1:${port}`,
		ETAL_LISTEN: `127.0.0.1:${port}`,
		ETAL_METRICS_LISTEN: `127.0.0.1:${metrics}`,
		ETAL_RATE_LIMITS: "off",
	};
	const binary = process.env.E2E_BINARY ?? "";
	execFileSync(binary, ["migrate", "up"], { cwd: dir, env });
	if (!process.env.E2E_LARGE_DATABASE) {
		const size = ["--products", "200", "--sellers", "5", "--orders", orders, "--widest", String(variants)];
		execFileSync(binary, ["seed", ...size], { cwd: dir, env });
	}
	const server = spawn(binary, ["serve", "--no-workers"], { cwd: dir, env, stdio: "ignore" });
	const ended = new Promise((resolve) => server.once("exit", resolve));
	const before = process.env.E2E_URL;
	places.base = env.ETAL_BASE_URL;
	places.metrics = `http://127.0.0.1:${metrics}/metrics`;
	process.env.E2E_URL = places.base;
	stop = async () => {
		server.kill("SIGTERM");
		await ended;
		process.env.E2E_URL = before;
		rmSync(dir, { recursive: true, force: true });
	};
	const isReady = async () => (await fetch(`${places.base}/readyz`).catch(() => null))?.status === 200;
	await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
});

test.afterAll(async () => {
	await stop();
	console.log(`load ${loadavg()[0]?.toFixed(1)}`);
	console.log(
		[
			"| step | answers | largest, kB | slowest, ms | interaction, ms | statements | nodes |",
			...figures,
		].join("\n"),
	);
});

/** Has a page tell its longest interaction: from the key or the click to what is seen of it. */
async function watchInteractions(page: Page) {
	await page.addInitScript(() => {
		const told = globalThis as unknown as { longest?: number };
		const watch = (list: PerformanceObserverEntryList) => {
			for (const entry of list.getEntries()) told.longest = Math.max(told.longest ?? 0, entry.duration);
		};
		const options = { type: "event", durationThreshold: 16 } as PerformanceObserverInit;
		new PerformanceObserver(watch).observe(options);
	});
}

/** How many statements the server has sent to its database. */
async function statements(): Promise<number> {
	const text = await (await fetch(places.metrics)).text();
	const counts = text.matchAll(/^etal_db_query_duration_seconds_count\{[^}]*\} (\S+)$/gm);
	return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Does something on a page, and holds what it takes within bounds. */
async function within(page: Page, name: string, step: () => Promise<unknown>) {
	const answers: { bytes: Promise<number>; took: number }[] = [];
	const asked = new Map<unknown, number>();
	const onRequest = (request: unknown) => asked.set(request, Date.now());
	const onResponse = (response: Awaited<ReturnType<Page["waitForResponse"]>>) => {
		if (!response.url().endsWith("/graphql")) return;
		if (response.headers()["content-type"]?.startsWith("text/event-stream")) return;
		const took = Date.now() - (asked.get(response.request()) ?? Date.now());
		answers.push({
			bytes: response.body().then(
				({ length }) => length,
				() => 0,
			),
			took,
		});
	};
	page.on("request", onRequest);
	page.on("response", onResponse);
	await page.evaluate(() => Object.assign(globalThis, { longest: 0 }));
	const before = await statements();
	await step();
	await settled(page, 60_000);
	const sent = (await statements()) - before;
	page.off("request", onRequest);
	page.off("response", onResponse);
	const bytes = Math.max(0, ...(await Promise.all(answers.map((answer) => answer.bytes))));
	const took = Math.max(0, ...answers.map((answer) => answer.took));
	const [nodes, longest] = await page.evaluate(() => [
		document.querySelectorAll("*").length,
		(globalThis as unknown as { longest?: number }).longest ?? 0,
	]);
	figures.push(
		`| ${name} | ${answers.length} | ${(bytes / 1000).toFixed(1)} | ${took} | ${longest} | ${sent} | ${nodes} |`,
	);
	expect.soft(bytes, `${name}: bytes of an answer`).toBeLessThan(most.answer);
	expect.soft(sent, `${name}: statements`).toBeLessThan(most.statements);
	expect.soft(nodes, `${name}: nodes of the page`).toBeLessThan(most.nodes);
	await expect.soft(page.getByRole("alert"), name).toHaveCount(0);
	await expectNoOverflow(page);
}

/** Signs a seller in, and says where their pages are. */
async function signInAsSeller(page: Page): Promise<string> {
	await signIn(page, seller);
	await page.waitForURL(/\/s\/[^/]+/);
	return new URL(page.url()).pathname.replace(/^\/admin(\/s\/[^/]+).*$/, "$1");
}

/** Opens a page and, where it has pages, goes on through some of them and back. */
async function leaf(page: Page, path: string) {
	await within(page, path, () => page.goto(`/admin${path}`));
	await expect(page.locator("h1")).toHaveCount(1);
	const next = page.getByRole("button", { name: "Next" }).first();
	for (let at = 2; at <= 6 && (await next.isVisible()) && (await next.isEnabled()); at++) {
		await within(page, `${path}, page ${at}`, () => next.click());
	}
	const previous = page.getByRole("button", { name: "Previous" }).first();
	if ((await previous.isVisible()) && (await previous.isEnabled())) {
		await within(page, `${path}, back`, () => previous.click());
	}
}

test("a product of two thousand variants is filtered, paged, and changed across pages", async ({ page }) => {
	test.setTimeout(480_000);
	await watchInteractions(page);
	const home = await signInAsSeller(page);
	await page.goto(`/admin${home}/products`);
	await rowOf(page, "Everything in one").getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything in one");
	await settled(page);
	await leaf(page, new URL(page.url()).pathname.replace(/^\/admin/, ""));
	await keep(page, "large product");

	const list = page.getByRole("region", { name: "Variants", exact: true });
	await within(page, "variants of a size", () =>
		page.getByLabel("Size", { exact: true }).selectOption("Small"),
	);
	await expect(list.locator("[data-row]")).toHaveCount(12);
	await within(page, "variants by text", async () => {
		await page.getByLabel("Find variants").fill("light");
		await expect(list.locator("[data-row]")).toHaveCount(10);
	});
	await page.getByRole("button", { name: "Clear the search" }).click();
	await settled(page);
	await page.getByText("Choose all on this page").click();
	await expect(page.getByText("12 chosen")).toBeVisible();
	await within(page, "choosing a size", () =>
		page.getByRole("button", { name: "Choose all that fit" }).click(),
	);
	await expect(page.getByText("50 chosen")).toBeVisible();
	await page.getByRole("button", { name: "Change prices…" }).click();
	const dialog = page.getByRole("dialog", { name: "Change prices" });
	await dialog.getByLabel("Percent").fill("10");
	await within(page, "50 prices", () => dialog.getByRole("button", { name: "Change prices" }).click());
	await expect(dialog.getByText("50 done.")).toBeVisible();
	await within(page, "50 prices back", () => dialog.getByRole("button", { name: "Undo" }).click());
	await expect(dialog.getByText("50 undone.")).toBeVisible();
	await dialog.getByRole("button", { name: "Close" }).click();

	await page.getByRole("button", { name: "Clear filters" }).click();
	await settled(page);
	await page.getByText("Choose all on this page").click();
	await page.getByRole("button", { name: "Choose all that fit" }).click();
	await expect(page.getByText("2000 chosen")).toBeVisible({ timeout: 120_000 });
	await page.getByRole("button", { name: "Set the stock…" }).click();
	const stock = page.getByRole("dialog", { name: "Set the stock" });
	await expect(stock.getByText("And 1,900 more.")).toBeVisible();
	await stock.getByLabel("Units on hand, for each").fill("777");
	await stock.getByRole("button", { name: "Set the stock" }).click();
	await expect(stock.getByText("2000 done.")).toBeVisible({ timeout: 240_000 });
	await keep(page, "large stock");
	await stock.getByRole("button", { name: "Close" }).click();
	await settled(page);
	await expect(list.locator("[data-row]").first()).toContainText("777");
});

test("an operator goes through lists of very many", async ({ page }) => {
	test.setTimeout(480_000);
	await watchInteractions(page);
	await signIn(page, operator, "/platform");
	await within(page, "/platform", () => page.goto("/admin/platform"));
	await leaf(page, "/platform/orders");
	const views = page.getByRole("navigation", { name: "Orders by status" });
	await within(page, "orders, paid", () => views.getByRole("link", { name: "Paid" }).click());
	await within(page, "an order", () => page.locator("main [data-row]").getByRole("link").first().click());
	await expect(page.getByRole("heading", { level: 1, name: /^Order / })).toBeVisible();
	for (const path of [
		"/platform/sellers",
		"/platform/refunds",
		"/platform/disputes",
		"/platform/transfers",
		"/platform/payouts",
		"/platform/ledger",
		"/platform/ledger/entries",
		"/platform/statements",
		"/platform/reports",
		"/platform/audit",
		"/platform/catalogue",
	]) {
		await leaf(page, path);
	}
	await keep(page, "large ledger");
});

test("a seller goes through lists of very many", async ({ page }) => {
	test.setTimeout(480_000);
	await watchInteractions(page);
	const home = await signInAsSeller(page);
	await within(page, "a seller's home", () => page.goto(`/admin${home}`));
	await leaf(page, `${home}/orders`);
	await within(page, "a seller's order", () =>
		page.locator("main [data-row]").getByRole("link").first().click(),
	);
	for (const path of [
		"/products",
		"/products/offers",
		"/payouts",
		"/payouts?view=payouts",
		"/ledger",
		"/statements",
	]) {
		await leaf(page, home + path);
	}
});
