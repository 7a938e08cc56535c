import type { CodegenConfig } from "@graphql-codegen/cli";

// The web admin's documents are ready documents for sellers and operators: one source for both.
const config: CodegenConfig = {
	schema: "../../graph/schema.graphql",
	documents: ["../../docs/api/operations/{admin,buyer,seller,operator}/**/*.graphql"],
	generates: {
		"src/gql/": {
			preset: "client",
			presetConfig: {
				fragmentMasking: false,
				// The text comes along: a server that does not know the id is asked by text.
				persistedDocuments: { hashAlgorithm: "sha256", mode: "embedHashInDocument" },
			},
			config: {
				documentMode: "string",
				enumsAsTypes: true,
				strictScalars: true,
				useTypeImports: true,
				scalars: {
					ID: "string",
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
