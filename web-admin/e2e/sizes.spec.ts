import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, people, resume, settled, test } from "./fixtures";

/** What a first visit may load, in bytes after gzip. */
const budgets = { signInScripts: 150_000, pageScripts: 250_000, styles: 12_000 };

const routes: [who: string | null, path: string][] = [
	[null, "/login"],
	[people.operator, "/platform/sellers"],
	[people.operator, "/platform/orders"],
	[people.operator, "/platform/refunds"],
	[people.operator, "/platform/transfers"],
	[people.operator, "/platform/ledger"],
	[people.mill, "/s/muhle-am-deich"],
	[people.mill, "/s/muhle-am-deich/orders"],
	[people.mill, "/s/muhle-am-deich/members"],
	[people.mill, "/s/muhle-am-deich/disputes"],
	[people.mill, "/s/muhle-am-deich/products"],
	[people.mill, "/s/muhle-am-deich/products/offers"],
	[people.mill, "/s/muhle-am-deich/products/new"],
	[people.mill, "/s/muhle-am-deich/payouts"],
	[people.mill, "/s/muhle-am-deich/payouts/account"],
];

const dist = join(import.meta.dirname, "../dist");

/** What a file weighs after gzip: the build leaves those in that form that get smaller by it. */
function weigh(name: string): number {
	const file = join(dist, name);
	return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).length;
}

for (const [who, path] of routes) {
	test(`what ${path} loads`, async ({ page }) => {
		if (who) await resume(page, who);
		const sizes = { js: 0, css: 0 };
		const seen = new Set<string>();
		page.on("request", (request) => {
			if (seen.has(request.url())) return; // preloaded first, then used
			seen.add(request.url());
			const name = new URL(request.url()).pathname.replace(/^\/admin\//, "");
			const kind = name.endsWith(".js") ? "js" : name.endsWith(".css") ? "css" : null;
			if (kind) sizes[kind] += weigh(name);
		});
		await page.goto(`/admin${path}`);
		await settled(page);
		console.log(
			`${path}: ${(sizes.js / 1000).toFixed(1)} kB of scripts, ${(sizes.css / 1000).toFixed(1)} kB of styles`,
		);
		expect(sizes.js).toBeLessThan(who ? budgets.pageScripts : budgets.signInScripts);
		expect(sizes.css).toBeLessThan(budgets.styles);
	});
}
