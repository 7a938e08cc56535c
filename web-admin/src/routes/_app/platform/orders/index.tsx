import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { ReceiptText } from "lucide-react";
import * as v from "valibot";
import { OperatorOrdersDocument, type OperatorOrdersQuery } from "@/gql/graphql";
import { OrderStatusValues } from "@/gql/values";
import { useHat } from "@/lib/hat";
import { orderStatuses, valuesOf } from "@/lib/labels";
import { choiceSearch, pageSearch, pageVariables, textSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { ViewTabs, viewTabClass } from "@/ui/tabs";
import { Instant, Money } from "@/ui/text";

const searchSchema = v.object({ status: choiceSearch(OrderStatusValues), number: textSearch, ...pageSearch });
type Search = v.InferOutput<typeof searchSchema>;
type Row = NonNullable<OperatorOrdersQuery["orders"]>["nodes"][number];

const query = (hat: Hat, { status, number, ...page }: Search) =>
	hatQuery(hat, "orders", OperatorOrdersDocument, {
		filter: { status, number: number || undefined },
		...pageVariables(page),
	});

export const Route = createFileRoute("/_app/platform/orders/")({
	validateSearch: searchSchema,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "ORDER_READ")) void context.client.prefetchQuery(query(context.hat, deps));
	},
	component: () => (
		<Needs permission="ORDER_READ">
			<Orders />
		</Needs>
	),
});

function useColumns(): Column<Row>[] {
	const { t } = useLingui();
	return [
		{
			header: t`Order`,
			card: "title",
			cell: (order) => (
				<TextLink to="/platform/orders/$orderId" params={{ orderId: order.id }}>
					{order.number}
				</TextLink>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (order) => <Status of={order.status} labels={orderStatuses} />,
		},
		{ header: t`Buyer`, cell: (order) => <span className="break-all">{order.email}</span> },
		{ header: t`Placed`, cell: (order) => <Instant of={order.placedAt} isLong /> },
		{ header: t`Total`, isNumber: true, card: "aside", cell: (order) => <Money of={order.total} /> },
	];
}

function Orders() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const { data, error, refetch, isFetching } = useQuery(query(hat, search));
	return (
		<Page title={t`Orders`}>
			<ViewTabs label={t`Orders by status`}>
				{[undefined, ...valuesOf(orderStatuses)].map((status) => (
					<Link
						key={status ?? ""}
						from={Route.fullPath}
						search={{ number: search.number, status }}
						aria-current={search.status === status ? "page" : undefined}
						className={viewTabClass(search.status === status)}
					>
						{status ? i18n._(orderStatuses[status].label) : t`All`}
					</Link>
				))}
			</ViewTabs>
			<Filters>
				<SearchField
					label={t`Order number`}
					placeholder={t`The whole number`}
					value={search.number ?? ""}
					onChange={(number) =>
						void navigate({ search: { status: search.status, number: number || undefined } })
					}
				/>
			</Filters>
			<List
				label={t`Orders`}
				views="orders"
				columns={useColumns()}
				rows={data?.orders?.nodes}
				keyOf={(order) => order.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.orders?.pageInfo}
				onPage={(page) =>
					void navigate({ search: { ...search, after: undefined, before: undefined, ...page } })
				}
				empty={
					search.status || search.number ? (
						<Empty
							icon={ReceiptText}
							title={t`No order matches`}
							action={<Button onPress={() => void navigate({ search: {} })}>{t`Show all orders`}</Button>}
						/>
					) : (
						<Empty
							icon={ReceiptText}
							title={t`No orders yet`}
						>{t`Each completed checkout appears here, with a part for each seller.`}</Empty>
					)
				}
			/>
		</Page>
	);
}
