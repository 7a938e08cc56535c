import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { development } from "./plugins/development";
import { nearDocuments } from "./plugins/documents";
import { precompressed } from "./plugins/precompressed";
import { serverTexts, textsByPlace } from "./plugins/texts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** GraphiQL's style sheet holds two typefaces as text, twice the size of its code; the system has good ones. */
const withoutFonts: Plugin = {
	name: "without-fonts",
	enforce: "pre",
	transform: {
		filter: { id: /graphiql\/dist\/style\.css$/ },
		handler: (code) => code.replace(/@font-face\s*\{[^}]*\}/g, ""),
	},
};

// What a page asks for is asked while its code is on the way, and so is known before, to every page. Of pages that few
// open it comes with their code.
const seldom =
	/\/(webhooks|disputes|refunds|members|terms|reports|api-keys|system|statements|commission|differences|ledger|fraud|debts|charges|people|operators|catalogue|proposals|notifications|account)(_?\/|$)/;
const splitBehavior = ({ routeId }: { routeId: string }) =>
	seldom.test(routeId) ? [["loader" as const, "component" as const], ["errorComponent" as const]] : undefined;

// What menus and lists of choices are made of. React Aria's dialog names them and does without: they are no part of what
// surrounds every page.
const choices =
	/react-(aria|stately)\/dist\/private\/(collections|menu|selection|tree)\/|react-aria-components\/dist\/private\/(Collection|Header|Keyboard|Menu|OverlayArrow|Popover|Selection\w+|Separator|SharedElement\w+)\.mjs|overlays\/(calculatePosition|use(CloseOnScroll|OverlayPosition|Popover))\.mjs|interactions\/useLongPress\.mjs|i18n\/useCollator\.mjs|utils\/(getScrollParents|inertValue|scrollIntoView|use(Description|LoadMoreSentinel|ResizeObserver|UpdateLayoutEffect))\.mjs/;

export default defineConfig({
	base: "/admin/",
	plugins: [
		tanstackRouter({ target: "react", autoCodeSplitting: true, codeSplittingOptions: { splitBehavior } }),
		// After the router, which sorts out what of a route is loaded with its page.
		nearDocuments(at("./src/gql/graphql.ts")),
		react(),
		// The default pattern of files: the router splits files into parts whose
		// names a narrower pattern would miss.
		babel({ plugins: ["@lingui/babel-plugin-lingui-macro"] }),
		lingui(),
		textsByPlace(at("./src")),
		serverTexts(),
		tailwindcss(),
		withoutFonts,
		{
			...optimizeLocales.vite({ locales: ["en-US", "fr-FR", "de-DE", "es-ES", "ar-AE", "ja-JP"] }),
			enforce: "pre",
		},
		precompressed(),
		development(at(".")),
	],
	resolve: {
		alias: [
			{ find: "@", replacement: at("./src") },
			// React has had it for years: what stands in for it in older ones is not needed.
			{ find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: "react" },
		],
	},
	// The server writes the nonce of each answer in this place.
	html: { cspNonce: "__CSP_NONCE__" },
	build: {
		target: "es2023",
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 700,
		manifest: true,
		rolldownOptions: {
			output: {
				// Every page carries the names of all files: what several parts share needs none but its hash.
				chunkFileNames: ({ isDynamicEntry }) => `assets/${isDynamicEntry ? "[name]-" : ""}[hash].js`,
				codeSplitting: {
					// What the router must know of each page before it loads the page: one file, not thirty of a
					// few hundred bytes, which compress badly and take a request each.
					groups: [
						{
							name: "routes",
							priority: 1,
							test: /src\/(routes\/[^?]+\.tsx|routeTree\.gen\.ts|lib\/(list|ledger-search|governance|session|storage|api|query)\.tsx?)$/,
						},
						// What the sign-in page needs too: no file of its own, and no name in the lists of what pages need.
						{
							name: "door",
							priority: 1,
							test: /react-query\/build\/modern\/(QueryClientProvider|useMutation)\.js|I18nProvider\.mjs|icons\/key-round\.mjs|src\/(ui\/(language|page|states)|lib\/now|pages\/request-failure)\.tsx?$/,
						},
						// Icons, and small parts that most pages share, weigh less than the files they would be.
						{ name: "icons", test: /lucide-react\/dist\/esm\/icons\//, minShareCount: 3 },
						// A form, which whoever has forgotten their password needs as well.
						{ name: "fields", test: /src\/ui\/(field|form)\.tsx$/ },
						{
							name: "parts",
							test: /react-query\/build\/modern\/useQuery\.js|src\/(ui\/(badge|filters|isolated|list|panel|select|status|tabs|text)|lib\/(format|hat|media|views)|pages\/(failure|sign-out))\.tsx?$/,
						},
						{ name: "choices", test: choices, includeDependenciesRecursively: false },
						// What surrounds every page, with all that it needs.
						{ name: "shell", test: /src\/pages\/shell\.tsx$/ },
					],
				},
			},
			input: { admin: at("./index.html"), graphiql: at("./graphiql/index.html") },
		},
	},
});
