// Looks at the schema and at the ready documents with GraphQL-ESLint: its recommended rules and those of Relay, but for what is said below.
import { ESLint } from "eslint";
import graphql from "@graphql-eslint/eslint-plugin";

const folders = "docs/api/operations/{admin,buyer,seller,operator}/*.graphql";
const languageOptions = { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "graph/schema.graphql", documents: folders } } };
const plugins = { "@graphql-eslint": graphql };

const config = [
	{
		files: ["graph/schema.graphql"],
		languageOptions,
		plugins,
		rules: {
			...graphql.configs["flat/schema-recommended"].rules,
			...graphql.configs["flat/schema-relay"].rules,
			"@graphql-eslint/require-nullable-result-in-root": "error",
			// Lists that are bounded by nature are plain lists.
			"@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
			// Values, such as an amount or an address, are not things: they have no id.
			"@graphql-eslint/strict-id-in-types": "off",
		},
	},
	{
		files: ["docs/api/operations/{buyer,seller,operator}/*.graphql"],
		languageOptions,
		plugins,
		rules: graphql.configs["flat/operations-recommended"].rules,
	},
	{
		files: ["docs/api/operations/admin/*.graphql"],
		languageOptions,
		plugins,
		// The web admin takes the token of a new session and keeps nothing else of it.
		rules: { ...graphql.configs["flat/operations-recommended"].rules, "@graphql-eslint/require-selections": "off" },
	},
];

/** What is found and stays: clients know these names. */
const known = [
	'Field "productType" starts with the name of the parent type "Product"',
	'Field "releaseAt" starts with the name of the parent type "Release"',
	'Field "releasedAt" starts with the name of the parent type "Release"',
	"Scalar type `Date` is unreachable.",
];

const cwd = new URL("../../..", import.meta.url).pathname;
process.chdir(cwd); // the plug-in looks for documents from here
const results = await new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config }).lintFiles(["graph/schema.graphql", folders]);
const found = results.flatMap(({ filePath, messages }) => messages.map((m) => ({ ...m, at: `${filePath.slice(cwd.length)}:${m.line}` })));
const wrong = found.filter(({ message }) => !known.includes(message));
for (const { at, ruleId, message } of wrong) console.error(`${at}: ${ruleId}: ${message}`);
if (results.length < 20) throw new Error(`only ${results.length} files were looked at`);
console.log(`${results.length} files, ${wrong.length} findings`);
process.exit(wrong.length === 0 ? 0 : 1);
