import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { ReceiptText } from "lucide-react";
import * as v from "valibot";
import { OperatorOrdersDocument, type OperatorOrdersQuery } from "@/gql/graphql";
import { OrderStatusValues } from "@/gql/values";
import { pendingOf } from "@/lib/disputes";
import { isNegative } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { orderStatuses, valuesOf } from "@/lib/labels";
import { choiceSearch, daySearch, fewerSizes, listSearchOf, pageVariables, textSearch } from "@/lib/list";
import { askEvery } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { startOfDay } from "@/lib/zone";
import { DayRange, useDayChips } from "@/pages/day-range";
import { Needs } from "@/pages/needs";
import { WithDispute } from "@/pages/order-disputes";
import { SellerFilter, useSellerChip } from "@/pages/seller-filter";
import { SellerLinks } from "@/pages/seller-link";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Instant, Money, OrderNumber } from "@/ui/text";

const searchSchema = v.object({
	status: choiceSearch(OrderStatusValues),
	number: textSearch,
	seller: textSearch,
	since: daySearch,
	until: daySearch,
	/** What the platform was expected to have of it. */
	margin: choiceSearch(["loss", "gain"]),
	...listSearchOf(fewerSizes),
});
type Search = v.InferOutput<typeof searchSchema>;
type Row = NonNullable<OperatorOrdersQuery["orders"]>["nodes"][number];

const filterOf = ({ status, number, seller, since, until, margin }: Search) => ({
	status,
	number: number || undefined,
	sellerId: seller || undefined,
	placedAfter: startOfDay(since),
	placedBefore: startOfDay(until, 1),
	losesMoney: margin && margin === "loss",
});

const query = (hat: Hat, search: Search) =>
	hatQuery(hat, "orders", OperatorOrdersDocument, { filter: filterOf(search), ...pageVariables(search) });

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
					<OrderNumber>{order.number}</OrderNumber>
				</TextLink>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (order) => (
				<WithDispute disputed={pendingOf(order.disputes)}>
					<Status of={order.status} labels={orderStatuses} />
				</WithDispute>
			),
		},
		{
			header: t`Seller`,
			name: "seller",
			cell: ({ sellerOrders }) => <SellerLinks of={sellerOrders} />,
		},
		{ header: t`Buyer`, name: "buyer", cell: (order) => <bdi className="break-all">{order.email}</bdi> },
		{ header: t`Placed`, name: "placed", cell: (order) => <Instant of={order.placedAt} isLong /> },
		{
			header: t`Expected margin`,
			name: "margin",
			isNumber: true,
			cell: ({ margin }) =>
				margin && <Money of={margin} className={isNegative(margin) ? "text-danger" : undefined} />,
		},
		{ header: t`Total`, isNumber: true, card: "aside", cell: (order) => <Money of={order.total} /> },
	];
}

function Orders() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const dayChips = useDayChips();
	const { data, error, refetch, isPlaceholderData } = useQuery({
		...query(hat, search),
		// Nothing tells of the orders of everybody.
		refetchInterval: askEvery,
	});
	const { status: shown, number, seller, since, until, margin, size, hide } = search;
	const filters = { status: shown, number, seller, since, until, margin, size, hide };
	const isFiltered = Boolean(number || seller || since || until || margin);
	const narrow = (change: Partial<Search>) => void navigate({ search: { ...filters, ...change } });
	const sellerChip = useSellerChip(seller, () => narrow({ seller: undefined }));
	return (
		<Page title={t`Orders`}>
			<ViewTabs label={t`Orders by status`}>
				{[undefined, ...valuesOf(orderStatuses)].map((status) => (
					<Link
						key={status ?? ""}
						from={Route.fullPath}
						search={{ ...filters, status }}
						{...viewTab(shown === status)}
					>
						{status ? i18n._(orderStatuses[status].label) : t`All`}
					</Link>
				))}
			</ViewTabs>
			<Filters
				onClear={isFiltered ? () => void navigate({ search: { status: shown, size, hide } }) : undefined}
				search={
					<SearchField
						label={t`Order number`}
						placeholder="BGV0Y-CAFSQ"
						value={number ?? ""}
						onChange={(text) => narrow({ number: text || undefined })}
					/>
				}
				chips={[
					sellerChip,
					...dayChips({ since, until, onChange: narrow }),
					margin && {
						label: margin === "loss" ? t`Expected margin: a loss` : t`Expected margin: no loss`,
						onRemove: () => narrow({ margin: undefined }),
					},
				]}
			>
				<SellerFilter value={seller} onChange={(next) => narrow({ seller: next })} />
				<DayRange since={since} until={until} onChange={narrow} />
				<Select
					label={t`Expected margin`}
					all={t`All`}
					value={margin}
					choices={[
						{ value: "loss", label: t`A loss` },
						{ value: "gain", label: t`No loss` },
					]}
					onChange={(next) => narrow({ margin: next })}
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
				isFetching={isPlaceholderData}
				pageInfo={data?.orders?.pageInfo}
				onPage={narrow}
				total={data?.orders?.totalCount}
				shape={{ size, sizes: fewerSizes, hide, onChange: narrow }}
				file={{ orders: filterOf(search) }}
				empty={
					shown || isFiltered ? (
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
