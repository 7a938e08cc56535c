import { loadavg } from "node:os";
import type { CDPSession, Locator, Page } from "@playwright/test";
import {
	apply,
	buy,
	buyAndDispute,
	expect,
	makePlan,
	newOperator,
	operatorWithFactor,
	password,
	payOut,
	people,
	resume,
	sentDocument,
	settled,
	test,
	totpCode,
} from "./fixtures";

// How the pages feel on a slow phone: figures to be written down, and no gate, because they are those of a
// machine and of what else it does. `npm run measure` prints rows for docs/web-admin.md.

/** A phone on a slow mobile network: 1.6 Mb/s, 150 ms there and back, a processor a quarter as fast. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;
const runs = 3;

const load = () => loadavg()[0]?.toFixed(1) ?? "";
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function throttle(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send("Network.enable");
	await session.send("Network.emulateNetworkConditions", network);
	await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
	return session;
}

type Vitals = { lcp: number; cls: number; interaction: number };

/** Has a page measure itself from its beginning. */
async function measure(page: Page) {
	await page.addInitScript(() => {
		const vitals = { lcp: 0, cls: 0, interaction: 0 };
		Object.assign(globalThis, { vitals });
		const watch = (type: string, tell: (entry: PerformanceEntry) => void, options = {}) =>
			new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({
				type,
				buffered: true,
				...options,
			});
		watch("largest-contentful-paint", (entry) => (vitals.lcp = entry.startTime));
		watch("layout-shift", (entry) => {
			const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
			if (!hadRecentInput) vitals.cls += value;
		});
		const longer = (entry: PerformanceEntry) => {
			const { interactionId } = entry as unknown as { interactionId: number };
			if (interactionId) vitals.interaction = Math.max(vitals.interaction, entry.duration);
		};
		watch("event", longer, { durationThreshold: 16 });
	});
}

const vitalsOf = (page: Page) =>
	page.evaluate(() => ({ ...(globalThis as unknown as { vitals: Vitals }).vitals }));

type Visit = { path: string; who?: string; heading: string | RegExp; use: (page: Page) => Promise<void> };

const visits: Record<string, Visit> = {
	"sign-in": {
		path: "/login",
		heading: "Sign in",
		use: async (page) => {
			await page.getByLabel("Email").tap();
			await page.keyboard.type("somebody@example.com");
			await page.getByLabel("Password").tap();
			await page.keyboard.type("a password");
		},
	},
	home: {
		path: "/s/muhle-am-deich",
		who: people.mill,
		heading: "Home",
		use: async (page) => {
			await page.getByRole("button", { name: "More" }).tap();
			await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible();
			await page.keyboard.press("Escape");
			await page.getByRole("navigation", { name: "Daily pages" }).getByRole("link", { name: "Orders" }).tap();
			await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
		},
	},
	"orders list": {
		path: "/platform/orders",
		who: people.operator,
		heading: "Orders",
		use: async (page) => {
			await page.getByRole("button", { name: "Menu" }).tap();
			await page.keyboard.press("Escape");
			const views = page.getByRole("navigation", { name: "Orders by status" });
			for (const link of [views.getByRole("link").nth(1), views.getByRole("link").first()]) {
				await link.tap();
				await expect(link).toHaveAttribute("aria-current", "page");
			}
		},
	},
};

for (const [name, { path, who, heading, use }] of Object.entries(visits)) {
	test(`first visit: ${name}`, async ({ page, browser, baseURL }) => {
		test.setTimeout(300_000);
		if (who) await resume(page, who);
		const storageState = await page.context().storageState();
		const found: Vitals[] = [];
		for (let run = 0; run < runs; run += 1) {
			const context = await browser.newContext({
				baseURL,
				storageState,
				viewport: { width: 390, height: 844 },
				hasTouch: true,
			});
			const visit = await context.newPage();
			await measure(visit);
			await throttle(visit);
			await visit.goto(`/admin${path}`);
			await expect(visit.getByRole("heading", { level: 1, name: heading })).toBeVisible({ timeout: 30_000 });
			await visit.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
			const { lcp, cls } = await vitalsOf(visit);
			await use(visit);
			found.push({ lcp, cls, interaction: (await vitalsOf(visit)).interaction });
			await context.close();
		}
		const of = (key: keyof Vitals) => median(found.map((each) => each[key]));
		console.log(
			`| ${name} | ${(of("lcp") / 1000).toFixed(1)} s | ${of("cls").toFixed(3)} | ${of("interaction")} ms | load ${load()} |`,
		);
	});
}

/** Counts what a hand does: each tap, each choice, each field that is typed into. */
function hand(page: Page) {
	let count = 0;
	return {
		tap: async (target: Locator) => {
			count += 1;
			await target.tap();
		},
		choose: async (target: Locator, label: string) => {
			count += 1;
			await target.selectOption({ label });
		},
		type: async (target: Locator, text: string) => {
			count += 1;
			await target.fill(text);
		},
		count: () => count,
		page,
	};
}
type Hand = ReturnType<typeof hand>;

type Flow = {
	who?: string;
	path: string;
	/** Leads to where the flow begins, when that is no address. */
	prepare?: (page: Page) => Promise<void>;
	do: (hand: Hand) => Promise<void>;
};

async function signedIn(): Promise<Flow> {
	const { email, secret } = await operatorWithFactor();
	return {
		path: "/login?next=%2Fplatform%2Fsellers",
		do: async ({ tap, type, page }) => {
			await type(page.getByLabel("Email"), email);
			await type(page.getByLabel("Password"), password);
			await tap(page.getByRole("button", { name: "Sign in", exact: true }));
			await type(page.getByLabel("Code"), totpCode(secret));
			await tap(page.getByRole("button", { name: "Sign in", exact: true }));
			await expect(page.getByRole("heading", { level: 1, name: "Sellers" })).toBeVisible();
		},
	};
}

async function approved(): Promise<Flow> {
	await apply("Zimtwerk");
	return {
		who: people.operator,
		path: "/platform/sellers",
		do: async ({ tap, page }) => {
			await tap(page.getByRole("link", { name: "To review" }));
			await tap(page.getByRole("link", { name: "Zimtwerk" }));
			await tap(page.getByRole("button", { name: "Approve…" }));
			await tap(page.getByRole("dialog").getByRole("button", { name: "Approve" }));
			await expect(page.getByRole("button", { name: "Undo the approval" })).toBeVisible();
		},
	};
}

async function refunded(): Promise<Flow> {
	const { number } = await buy();
	return {
		who: people.operator,
		path: "/platform/orders",
		do: async ({ tap, choose, page }) => {
			await tap(page.getByRole("link", { name: number }));
			await tap(page.getByRole("button", { name: "Refund…" }));
			const dialog = page.getByRole("dialog");
			await choose(dialog.getByLabel(/East Frisian tea/), "1 of 1");
			await choose(dialog.getByLabel("Reason"), "The goods are damaged");
			await tap(dialog.getByRole("button", { name: "Continue" }));
			await tap(dialog.getByRole("button", { name: /^Refund / }));
			await expect(dialog).toHaveCount(0);
		},
	};
}

async function shipped(): Promise<Flow> {
	const { number } = await buy();
	return {
		who: people.mill,
		path: "/s/muhle-am-deich",
		do: async ({ tap, page }) => {
			await tap(page.getByRole("link", { name: `${number}-1` }).first());
			await tap(page.getByRole("button", { name: "Mark as shipped…" }));
			await tap(page.getByRole("dialog").getByRole("button", { name: "Mark as shipped" }));
			await expect(page.getByRole("button", { name: "Mark as shipped…" })).toHaveCount(0);
		},
	};
}

async function scheduled(): Promise<Flow> {
	return {
		who: people.mill,
		path: "/s/muhle-am-deich/payouts",
		do: async ({ tap, choose, page }) => {
			const schedule = page.getByRole("region", { name: "Payout schedule" });
			await tap(schedule.getByRole("button", { name: "Change…" }));
			const dialog = page.getByRole("dialog");
			await choose(dialog.getByLabel("How often"), "Every week");
			await tap(dialog.getByRole("button", { name: "Save" }));
			await expect(dialog).toHaveCount(0);
		},
	};
}

async function drafted(): Promise<Flow> {
	return {
		who: newOperator("Cora Commission"),
		path: "/platform/commission",
		do: async ({ tap, type, page }) => {
			await tap(page.getByRole("link", { name: "New draft" }));
			await tap(page.getByRole("button", { name: "Save the draft" }));
			await tap(page.getByRole("button", { name: "Propose to publish…" }));
			const dialog = page.getByRole("dialog");
			const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 16);
			await type(dialog.getByLabel("In force from"), soon);
			await type(dialog.getByLabel("Reason"), "As agreed.");
			await tap(dialog.getByRole("button", { name: "Propose" }));
			await expect(dialog).toHaveCount(0);
		},
	};
}

async function replanned(): Promise<Flow> {
	const name = `Phone ${Date.now()}`;
	await makePlan(name);
	return {
		who: people.operator,
		path: "/platform/sellers?q=Argile",
		do: async ({ tap, choose, type, page }) => {
			await tap(page.getByRole("link", { name: "Atelier Argile" }));
			await tap(page.getByRole("button", { name: "Change plan…" }));
			const dialog = page.getByRole("dialog");
			await choose(dialog.getByLabel("New plan"), name);
			await type(dialog.getByLabel("From"), new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
			await type(dialog.getByLabel("Reason"), "As agreed.");
			await tap(dialog.getByRole("button", { name: "Change the plan" }));
			await expect(dialog).toHaveCount(0);
		},
	};
}

async function reconciled(): Promise<Flow> {
	await payOut();
	return {
		who: people.mill,
		path: "/s/muhle-am-deich",
		do: async ({ tap, page }) => {
			const daily = page.getByRole("navigation", { name: "Daily pages" });
			await tap(daily.getByRole("link", { name: "Payouts" }));
			const views = page.getByRole("navigation", { name: "Views of your money" });
			await tap(views.getByRole("link", { name: "Payouts" }));
			// One that is still on its way may have come about only in part.
			const paid = page.getByRole("main").locator("[data-row]").filter({ hasText: "Arrived" });
			await tap(paid.getByRole("link", { name: /^po_/ }).first());
			await expect(page.getByText(/It adds up to €/)).toBeVisible();
			await tap(page.getByRole("button", { name: "Fees", exact: true }));
			await expect(page.getByRole("heading", { name: "What came and went: Fees" })).toBeVisible();
		},
	};
}

async function answered(): Promise<Flow> {
	return {
		who: people.mill,
		path: `/s/muhle-am-deich/disputes/${await buyAndDispute()}`,
		do: async ({ tap, type, page }) => {
			await type(page.getByLabel("What there is to say besides"), "A neighbour has it.");
			await tap(page.getByRole("button", { name: "Save" }));
			await expect(page.getByText("Edited", { exact: true })).toBeVisible();
		},
	};
}

async function secured(): Promise<Flow> {
	return {
		who: newOperator("Phoebe Phone"),
		path: "/account/security",
		do: async ({ tap, type, page }) => {
			await tap(page.getByRole("button", { name: "Add an authenticator app…" }));
			const dialog = page.getByRole("dialog");
			await type(dialog.getByLabel("Password"), password);
			await tap(dialog.getByRole("button", { name: "Continue" }));
			const secret = (await dialog.locator("[data-secret]").innerText()).replaceAll(" ", "");
			await type(dialog.getByLabel("Code"), totpCode(secret));
			await tap(dialog.getByRole("button", { name: "Turn on" }));
			await tap(dialog.getByText("I have saved them"));
			await tap(dialog.getByRole("button", { name: "Done" }));
			await expect(dialog).toHaveCount(0);
		},
	};
}

/** What is asked again by a deed: from the refusal to the deed done. The server refuses ten minutes later; here at once. */
async function shownAgain(): Promise<Flow> {
	const { email, secret, recovery } = await operatorWithFactor();
	const name = `Factor ${Date.now()}`;
	await makePlan(name);
	return {
		path: "/login?next=%2Fplatform%2Fsellers%3Fq%3DArgile",
		prepare: async (page) => {
			await page.getByLabel("Email").fill(email);
			await page.getByLabel("Password").fill(password);
			await page.getByRole("button", { name: "Sign in", exact: true }).click();
			await page.getByLabel("Code").fill(totpCode(secret));
			await page.getByRole("button", { name: "Sign in", exact: true }).click();
			await page.getByRole("link", { name: "Atelier Argile" }).tap({ timeout: 60_000 });
			await page.getByRole("button", { name: "Change plan…" }).tap();
			await page.getByRole("dialog").getByLabel("New plan").selectOption(name);
			await page.getByLabel("Reason").fill("As agreed.");
			let asked = 0;
			await page.route("**/graphql", async (route) => {
				if (!sentDocument(route).includes("sellerPlanAssign") || ++asked > 1) return await route.fallback();
				const error = { message: "Show your second factor again.", extensions: { code: "STEP_UP_REQUIRED" } };
				await route.fulfill({ json: { errors: [error], data: null } });
			});
		},
		do: async ({ tap, type, page }) => {
			await tap(page.getByRole("dialog").getByRole("button", { name: "Change the plan" }));
			const question = page.getByRole("dialog", { name: "Confirm that it is you" });
			await type(question.getByLabel("Code"), recovery[0] ?? "");
			await tap(question.getByRole("button", { name: "Confirm" }));
			await expect(page.getByRole("dialog")).toHaveCount(0);
		},
	};
}

const flows: Record<string, () => Promise<Flow>> = {
	"sign in with a second factor": signedIn,
	"approve a seller": approved,
	"refund a line": refunded,
	"ship an order": shipped,
	"propose a commission": drafted,
	"put a seller on a plan": replanned,
	"read what a payout consists of": reconciled,
	"choose when to be paid": scheduled, // after the one who waits for a payout
	"answer a dispute": answered,
	"turn on a second factor": secured,
	"show it again": shownAgain,
};

for (const [name, make] of Object.entries(flows)) {
	test(`flow: ${name}`, async ({ page }) => {
		test.setTimeout(180_000);
		const flow = await make();
		if (flow.who) await resume(page, flow.who);
		await throttle(page);
		await page.goto(`/admin${flow.path}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 30_000 });
		await flow.prepare?.(page);
		await settled(page);
		const hands = hand(page);
		const begin = performance.now();
		await flow.do(hands);
		const seconds = ((performance.now() - begin) / 1000).toFixed(1);
		console.log(`| ${name} | ${hands.count()} | ${seconds} s | load ${load()} |`);
	});
}
