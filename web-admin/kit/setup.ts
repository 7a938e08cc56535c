import { beforeEach } from "vitest";
import { page } from "vitest/browser";
import { loadTexts, speak } from "@/lib/i18n";
import "@/styles.css";

await speak("en");
await loadTexts("/");

beforeEach(async () => {
	localStorage.clear();
	document.documentElement.dataset.theme = "light";
	await page.viewport(1280, 800);
});
