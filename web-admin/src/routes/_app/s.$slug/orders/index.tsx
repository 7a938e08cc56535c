import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { FileSpreadsheet, PackageCheck, Printer, ReceiptText, Truck } from "lucide-react";
import { Suspense, useState } from "react";
import * as v from "valibot";
import {
	LiveSellerOrdersDocument,
	LiveSellerOrdersPlacedDocument,
	SellerOrdersDisputedDocument,
	SellerOrdersDocument,
} from "@/gql/graphql";
import { SellerOrderStatusValues } from "@/gql/values";
import { pendingById } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { sellerOrderStatuses, valuesOf } from "@/lib/labels";
import { later } from "@/lib/later";
import { choiceSearch, daySearch, listSearch, pageVariables, textSearch } from "@/lib/list";
import { askEvery, unlessLive, useLive } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { useSelection } from "@/lib/selection";
import { type Hat, may } from "@/lib/session";
import { isToShip } from "@/lib/shipping";
import { startOfDay } from "@/lib/zone";
import { DayRange, useDayChips } from "@/pages/day-range";
import { LiveMark } from "@/pages/live-mark";
import { Needs } from "@/pages/needs";
import { WithDispute } from "@/pages/order-disputes";
import { useDestination } from "@/pages/order-parts";
import { ScanField } from "@/pages/scan-field";
import type { OrderRow } from "@/pages/ship-bulk";
import { Button, buttonClass } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { SearchField } from "@/ui/search";
import { BulkBar, useSelectColumn } from "@/ui/select-rows";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Instant, Money, OrderNumber } from "@/ui/text";

// Loaded by those who ship: most who look at the list do not.
const TrackingBulk = later(async () => (await import("@/pages/tracking-bulk")).TrackingBulk);
const ShipBulk = later(async () => (await import("@/pages/ship-bulk")).ShipBulk);

const searchSchema = v.object({
	status: choiceSearch(SellerOrderStatusValues),
	number: textSearch,
	since: daySearch,
	until: daySearch,
	...listSearch,
});
type Search = v.InferOutput<typeof searchSchema>;
type Disputed = ReturnType<typeof pendingById>;

const filterOf = ({ status, number, since, until }: Search) => ({
	status: status === "READY_TO_SHIP" ? undefined : status,
	// What was sent in part is still to be shipped.
	isToShip: status === "READY_TO_SHIP" || undefined,
	number: number || undefined,
	placedAfter: startOfDay(since),
	placedBefore: startOfDay(until, 1),
});

const query = (hat: Hat, search: Search) =>
	hatQuery(hat, "orders", SellerOrdersDocument, { filter: filterOf(search), ...pageVariables(search) });

/** Asked after the list: both at once may cost more than there is at a time. */
const disputedQuery = (hat: Hat, search: Search, hasList: boolean) => ({
	...hatQuery(hat, "orders", SellerOrdersDisputedDocument, {
		filter: filterOf(search),
		...pageVariables(search),
	}),
	refetchInterval: askEvery,
	enabled: hasList && may(hat, "DISPUTE_READ"),
});

export const Route = createFileRoute("/_app/s/$slug/orders/")({
	validateSearch: searchSchema,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (may(context.hat, "SELLER_ORDER_READ")) void context.client.prefetchQuery(query(context.hat, deps));
	},
	component: () => (
		<Needs permission="SELLER_ORDER_READ">
			<Orders />
		</Needs>
	),
});

function useColumns(disputed: Disputed): Column<OrderRow>[] {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const destination = useDestination();
	return [
		{
			header: t`Order`,
			card: "title",
			cell: (order) => (
				<TextLink to="/s/$slug/orders/$orderId" params={{ slug, orderId: order.id }}>
					<OrderNumber>{order.number}</OrderNumber>
				</TextLink>
			),
		},
		{
			header: t`Status`,
			card: "plain",
			cell: (order) => (
				<WithDispute disputed={disputed.get(order.id)}>
					<Status of={order.status} labels={sellerOrderStatuses} />
				</WithDispute>
			),
		},
		{
			header: t`Send to`,
			name: "to",
			cell: ({ shippingAddress: to }) => destination(to),
		},
		{
			header: t`Items`,
			name: "items",
			isNumber: true,
			cell: (order) => {
				const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
				return t`${plural(pieces, { one: "# piece", other: "# pieces" })}`;
			},
		},
		{ header: t`Placed`, name: "placed", cell: (order) => <Instant of={order.placedAt} isLong /> },
		{ header: t`Total`, isNumber: true, card: "aside", cell: (order) => <Money of={order.total} /> },
		{
			header: t`You get, before refunds`,
			name: "net",
			isNumber: true,
			cell: (order) => order.net && <Money of={order.net} />,
		},
	];
}

/** Whether there is something to pack, or was. */
const isSendable = ({ status }: OrderRow) => isToShip(status) || status === "SHIPPED";

function Orders() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const live = useLive(
		[
			{ document: LiveSellerOrdersDocument, variables: {} },
			{ document: LiveSellerOrdersPlacedDocument, variables: {} },
		],
		["orders"],
	);
	const { data, error, refetch, isFetching } = useQuery({
		...query(hat, search),
		refetchInterval: unlessLive(live),
	});
	const disputed = useQuery(disputedQuery(hat, search, !isFetching));
	const pending = pendingById(disputed.data?.sellerOrders?.nodes ?? []);
	const narrow = (change: Partial<Search>) =>
		void navigate({ search: { ...search, after: undefined, before: undefined, ...change } });
	const rows = data?.sellerOrders?.nodes;
	const { slug } = Route.useParams();
	const [shipping, ship] = useState<OrderRow[] | null>(null);
	const selection = useSelection(rows?.filter(isSendable), (order) => order.id);
	const select = useSelectColumn(selection, (order) => order.number, isSendable);
	const columns = useColumns(pending);
	const dayChips = useDayChips();
	const open = selection.selected.filter((order) => isToShip(order.status));
	return (
		<Page title={t`Orders`} badge={<LiveMark of={live} />}>
			<ViewTabs label={t`Orders by status`}>
				{[undefined, ...valuesOf(sellerOrderStatuses)].map((status) => (
					<Link
						key={status ?? ""}
						from={Route.fullPath}
						search={{ ...search, after: undefined, before: undefined, status }}
						{...viewTab(search.status === status)}
					>
						{status ? i18n._(sellerOrderStatuses[status].label) : t`All`}
					</Link>
				))}
			</ViewTabs>
			<Filters
				onClear={
					search.number || search.since || search.until
						? () => narrow({ number: undefined, since: undefined, until: undefined })
						: undefined
				}
				search={
					<SearchField
						label={t`Order number`}
						placeholder="BGV0Y-CAFSQ-1"
						value={search.number ?? ""}
						onChange={(number) => narrow({ number: number || undefined })}
					/>
				}
				chips={dayChips({ since: search.since, until: search.until, onChange: narrow })}
			>
				<DayRange since={search.since} until={search.until} onChange={narrow} />
			</Filters>
			{search.status === "READY_TO_SHIP" && may(hat, "SELLER_ORDER_SHIP") && <ShipTools slug={slug} />}
			{rows?.some(isSendable) && (
				<BulkBar selection={selection}>
					<Link
						to="/slips/$slug"
						params={{ slug }}
						search={{ orders: selection.selected.filter(isSendable).map((order) => order.id) }}
						className={buttonClass()}
					>
						<Printer aria-hidden="true" className="size-4" />
						<Trans>Packing slips</Trans>
					</Link>
					{may(hat, "SELLER_ORDER_SHIP") && open.length > 0 && (
						<Button onPress={() => ship(open)}>
							<Truck aria-hidden="true" className="size-4 rtl:-scale-x-100" />
							<Trans>Mark as shipped…</Trans>
						</Button>
					)}
				</BulkBar>
			)}
			<List
				label={t`Orders`}
				views="orders"
				columns={rows?.some(isSendable) ? [select, ...columns] : columns}
				rows={rows}
				keyOf={(order) => order.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerOrders?.pageInfo}
				onPage={narrow}
				total={data?.sellerOrders?.totalCount}
				shape={{ size: search.size, hide: search.hide, onChange: narrow }}
				file={{ sellerOrders: filterOf(search) }}
				empty={<NoOrders search={search} onClear={() => void navigate({ search: {} })} />}
			/>
			{shipping && (
				<Suspense fallback={null}>
					<ShipBulk
						rows={shipping}
						disputed={shipping.filter(({ id }) => pending.get(id) === "OPEN").length}
						onClose={() => ship(null)}
					/>
				</Suspense>
			)}
		</Page>
	);
}

/** What whoever packs all day works with. */
function ShipTools({ slug }: { slug: string }) {
	const [isListing, setListing] = useState(false);
	return (
		<div className="flex flex-wrap items-end justify-between gap-2">
			<ScanField slug={slug} />
			<Button onPress={() => setListing(true)}>
				<FileSpreadsheet aria-hidden="true" className="size-4" />
				<Trans>Tracking numbers…</Trans>
			</Button>
			{isListing && (
				<Suspense fallback={null}>
					<TrackingBulk onClose={() => setListing(false)} />
				</Suspense>
			)}
		</div>
	);
}

function NoOrders({ search, onClear }: { search: Search; onClear: () => void }) {
	const { t } = useLingui();
	const all = <Button onPress={onClear}>{t`Show all orders`}</Button>;
	if (search.number || search.since || search.until)
		return <Empty icon={ReceiptText} title={t`No order matches`} action={all} />;
	if (search.status === "READY_TO_SHIP") {
		return <Empty icon={PackageCheck} title={t`Everything is shipped`} action={all} />;
	}
	if (search.status) return <Empty icon={ReceiptText} title={t`Nothing in this state`} action={all} />;
	return (
		<Empty
			icon={ReceiptText}
			title={t`No orders yet`}
		>{t`When a buyer pays, the order appears here and waits to be shipped.`}</Empty>
	);
}
