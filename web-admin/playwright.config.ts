import { defineConfig } from "@playwright/test";

// The browser is Debian's: nothing is downloaded. `apt-get install chromium`, or E2E_CHROMIUM.
const launchOptions = {
	executablePath: process.env.E2E_CHROMIUM ?? "/usr/bin/chromium",
	args: [
		"--no-sandbox",
		"--disable-gpu",
		"--disable-quic",
		"--no-first-run",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
	],
};

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** One spec for each kind of work: what is done in it leaves the demo data as the pages expect it. */
const work =
	/\/(selling|view-as|team|refunds|disputes|live|statements|payouts|terms|commission|bell|differences|operator|shell|palette|profile|work-[a-z]+)\.spec\.ts/;

export default defineConfig({
	testDir: "e2e",
	globalSetup: "./e2e/setup.ts",
	outputDir: "test-results",
	workers: 1,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [["list"], ["./e2e/count.ts"]],
	use: {
		launchOptions,
		locale: "en-US",
		timezoneId: "Europe/Berlin",
		trace: "retain-on-failure",
		screenshot: "only-on-failure",
	},
	projects: [
		// What changes data comes first, so that the pages that are looked at hold something of everything.
		{ name: "flows", testMatch: "flows.spec.ts", use: { viewport: desktop } },
		{ name: "flows on a phone", testMatch: "phone.spec.ts", use: { viewport: phone, hasTouch: true } },
		{ name: "factors", testMatch: "factor.spec.ts", use: { viewport: desktop } },
		{ name: "factors on a phone", testMatch: "factor.spec.ts", use: { viewport: phone, hasTouch: true } },
		{ name: "identity", testMatch: "identity.spec.ts", use: { viewport: desktop } },
		{ name: "identity on a phone", testMatch: "identity.spec.ts", use: { viewport: phone, hasTouch: true } },
		{ name: "work", testMatch: work, use: { viewport: desktop } },
		{ name: "work on a phone", testMatch: work, use: { viewport: phone, hasTouch: true } },
		{ name: "keyboard", testMatch: "keyboard.spec.ts", use: { viewport: desktop } },
		{ name: "walk", testMatch: "walk.spec.ts", use: { viewport: desktop } },
		// Figures of a machine, not a gate: npm run measure.
		...(process.env.E2E_BUDGET
			? [{ name: "budget", testMatch: "budget.spec.ts", use: { viewport: phone, hasTouch: true } }]
			: []),
		{ name: "hostile", testMatch: "hostile.spec.ts", use: { viewport: desktop } },
		// On a database and a server of its own, with as many orders as it says.
		...(process.env.E2E_LARGE_ORDERS
			? [{ name: "large", testMatch: "large.spec.ts", use: { viewport: desktop } }]
			: []),
		{ name: "sizes", testMatch: "sizes.spec.ts", use: { viewport: desktop } },
		...[desktop, phone].flatMap((viewport) =>
			(["light", "dark"] as const).map((colorScheme) => ({
				name: `pages ${viewport.width} ${colorScheme}`,
				testMatch: "pages.spec.ts",
				dependencies: ["flows", "flows on a phone"],
				use: { viewport, colorScheme },
			})),
		),
		// From right to left, in the language that turns the pages round; dark is dark in any language.
		...[desktop, phone].map((viewport) => ({
			name: `pages ${viewport.width} ar`,
			testMatch: "pages.spec.ts",
			dependencies: ["flows", "flows on a phone"],
			use: { viewport, locale: "ar" },
		})),
		// As narrow as a page that is enlarged to four times its size: nothing may stick out.
		{
			name: "pages 320",
			testMatch: "pages.spec.ts",
			dependencies: ["flows", "flows on a phone"],
			use: { viewport: { width: 320, height: 640 } },
		},
	],
});
