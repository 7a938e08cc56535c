// What Relay demands of a schema: connections it can page through by itself, and things it can fetch again by their id.
declare const graphql: (text: TemplateStringsArray) => unknown;

export const orders = graphql`
	fragment Orders_viewer on Query @refetchable(queryName: "OrdersPageQuery") @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
		orders(first: $count, after: $cursor) @connection(key: "Orders_orders") {
			edges { node { id number ...Orders_order } }
		}
	}
`;

export const order = graphql`
	fragment Orders_order on Order @refetchable(queryName: "OrdersOrderQuery") {
		id
		number
		total { amount currencyCode }
		sellerOrders { id seller { id name } }
	}
`;

export const list = graphql`
	query OrdersListQuery($filter: ListingFilter) {
		...Orders_viewer
		products(first: 20, filter: $filter) @connection(key: "Orders_products") {
			edges { node { id product { id } } }
		}
	}
`;

export const add = graphql`
	mutation OrdersAddMutation($input: CartLineAddInput!) {
		cartLineAdd(input: $input) { cart { id } userErrors { code field message } }
	}
`;
