import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** What is shown before anybody is signed in. */
const door = [
	"src/main.tsx",
	"src/routes/__root.tsx",
	"src/routes/_app.tsx",
	"src/routes/forgot.tsx",
	"src/routes/login.tsx",
	"src/pages/factor.tsx",
	"src/pages/not-found.tsx",
	"src/pages/request-failure.tsx",
	"src/pages/small.tsx",
	"src/ui",
];

/** What the server says, as the code generator finds it. */
const server = "src/gql/sentences.ts";

export default defineConfig({
	sourceLocale: "en",
	locales: ["en", "fr", "de", "es", "ar", "ja"],
	// A text that is not translated yet is shown in English.
	fallbackLocales: { default: "en" },
	// Signing in loads the texts of signing in and no others, and what the server says is loaded when it says something.
	catalogs: [
		{ path: "<rootDir>/src/locales/door/{locale}", include: door },
		{ path: "<rootDir>/src/locales/server/{locale}", include: [server] },
		{
			path: "<rootDir>/src/locales/pages/{locale}",
			include: ["src"],
			exclude: [...door.map((place) => (place.endsWith(".tsx") ? place : `${place}/**`)), server],
		},
	],
	// Line numbers would change the catalogue with every edit above them.
	format: formatter({ lineNumbers: false }),
});
