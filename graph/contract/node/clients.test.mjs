// Clients that others build with, against the API as it is: a list in pages, a variable, a mutation, what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client/core/index.js";
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { GraphQLClient } from "graphql-request";

const at = process.env.API_URL;
const list = `query Products($first: Int!, $after: String) {
	products(first: $first, after: $after) { nodes { id title product { id } } pageInfo { hasNextPage endCursor } }
}`;
const guest = `mutation Guest { guestSessionCreate { session { token } userErrors { code } } }`;
const refused = `{ sellers { nodes { id } } }`;

const clients = {
	"Apollo Client"() {
		const client = new ApolloClient({ link: new HttpLink({ uri: at }), cache: new InMemoryCache() });
		return {
			query: async (text, variables) => (await client.query({ query: gql(text), variables })).data,
			mutate: async (text) => (await client.mutate({ mutation: gql(text) })).data,
			code: (error) => error.errors[0].extensions.code,
		};
	},
	urql() {
		const client = new Client({ url: at, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false });
		const data = async (result) => {
			const { data, error } = await result.toPromise();
			if (error) throw error;
			return data;
		};
		return {
			query: (text, variables) => data(client.query(text, variables ?? {})),
			mutate: (text) => data(client.mutation(text, {})),
			code: (error) => error.graphQLErrors[0].extensions.code,
		};
	},
	"graphql-request"() {
		const client = new GraphQLClient(at);
		return {
			query: (text, variables) => client.request(text, variables),
			mutate: (text) => client.request(text),
			code: (error) => error.response.errors[0].extensions.code,
		};
	},
};

for (const [name, make] of Object.entries(clients)) {
	test(`${name} pages through a list without a gap`, async () => {
		const { query } = make();
		const seen = new Set();
		let after = null;
		for (let page = 0; page < 3; page++) {
			const { products } = await query(list, { first: 4, after });
			for (const { id } of products.nodes) {
				assert.ok(!seen.has(id), "a product came twice");
				seen.add(id);
			}
			after = products.pageInfo.endCursor;
			if (!products.pageInfo.hasNextPage) break;
		}
		assert.ok(seen.size > 4);
	});
	test(`${name} changes something`, async () => {
		const { guestSessionCreate } = await make().mutate(guest);
		assert.match(guestSessionCreate.session.token, /^etal_ses_/);
	});
	test(`${name} understands a refusal`, async () => {
		const { query, code } = make();
		await assert.rejects(query(refused), (error) => code(error) === "UNAUTHENTICATED");
	});
}
