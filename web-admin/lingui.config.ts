import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
	sourceLocale: "en",
	locales: ["en"],
	catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["src"] }],
	// Line numbers would change the catalogue with every edit above them.
	format: formatter({ lineNumbers: false }),
});
