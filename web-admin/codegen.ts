import type { CodegenConfig } from "@graphql-codegen/cli";

/** What the server writes in English, from where it is written down. */
const told = (part: "sentences" | "permissions" | "events") => ({
	plugins: ["./plugins/sentences.mjs"],
	config: { part, sentences: "../docs/api/sentences.json", events: "../docs/events.md" },
});

const config: CodegenConfig = {
	schema: "../graph/schema.graphql",
	documents: ["../docs/api/operations/admin/**/*.graphql"],
	generates: {
		"src/gql/values.ts": { plugins: ["./plugins/enum-values.mjs"] },
		"src/gql/sentences.ts": told("sentences"),
		"src/gql/permissions.ts": told("permissions"),
		"src/gql/events.ts": told("events"),
		"src/gql/": {
			preset: "client",
			presetConfig: {
				fragmentMasking: false,
				// The pages send hashes and no text; the server has this list inside.
				persistedDocuments: { hashAlgorithm: "sha256", mode: "replaceDocumentWithHash" },
			},
			config: {
				documentMode: "string",
				useTypeImports: true,
				enumsAsTypes: true,
				strictScalars: true,
				scalars: {
					BigInt: "string",
					CurrencyCode: "string",
					Date: "string",
					DateTime: "string",
					Decimal: "string",
					FactorCode: "string",
					InvitationToken: "string",
					LinkToken: "string",
					OperatorInvitationToken: "string",
					PasskeyCeremony: "string",
					Password: "string",
				},
			},
		},
	},
};

export default config;
