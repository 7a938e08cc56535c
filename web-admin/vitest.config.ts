import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import Count from "./kit/count.ts";
import { serverTexts, textsByPlace } from "./plugins/texts.ts";

const src = fileURLToPath(new URL("./src", import.meta.url));

// The kit and what it computes with, in a real browser: Debian's, as for the tests of the pages. Without
// the router's plugin, which would write the tree of routes while it is being read.
export default defineConfig({
	plugins: [
		react(),
		babel({ plugins: ["@lingui/babel-plugin-lingui-macro"] }),
		lingui(),
		textsByPlace(src),
		serverTexts(),
		tailwindcss(),
	],
	resolve: { alias: { "@": src } },
	// What is not found before the tests begin would make the browser begin again in the middle of them.
	optimizeDeps: {
		entries: ["src/ui/*.tsx", "src/lib/*.{ts,tsx}", "kit/**/*.{ts,tsx}"],
		include: ["axe-core", "vitest-browser-react"],
	},
	test: {
		include: ["kit/**/*.test.{ts,tsx}"],
		setupFiles: ["./kit/setup.ts"],
		reporters: ["default", new Count()],
		allowOnly: false,
		browser: {
			enabled: true,
			headless: true,
			screenshotFailures: false,
			viewport: { width: 1280, height: 800 },
			instances: [{ browser: "chromium" }],
			provider: playwright({
				launchOptions: {
					executablePath: process.env.E2E_CHROMIUM ?? "/usr/bin/chromium",
					args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
				},
				contextOptions: { locale: "en-US", timezoneId: "Europe/Berlin" },
			}),
		},
	},
});
