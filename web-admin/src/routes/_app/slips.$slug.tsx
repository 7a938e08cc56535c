import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { createFileRoute, redirect } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { SellerOrderDocument, type SellerOrderQuery } from "@/gql/graphql";
import { request } from "@/lib/api";
import { HatProvider, useHat } from "@/lib/hat";
import { patiently, turns } from "@/lib/many";
import { hatQuery } from "@/lib/query";
import { workHats } from "@/lib/session";
import { viewedSeller, viewQuery } from "@/lib/view-as";
import { Needs } from "@/pages/needs";
import { Address } from "@/pages/order-parts";
import { Button } from "@/ui/button";
import { Page, TextLink } from "@/ui/page";
import { Progress } from "@/ui/progress";
import { Empty, Failure } from "@/ui/states";
import { Instant, OrderNumber } from "@/ui/text";

type Order = NonNullable<SellerOrderQuery["sellerOrder"]>;

/** The most sheets at once. */
const sheetsMax = 100;

/** How many orders are asked for at the same time. */
const askedAtOnce = 4;

// Sheets for the printer, one order each. They stand outside of the pages around them, so that only
// sheets are printed.
export const Route = createFileRoute("/_app/slips/$slug")({
	validateSearch: v.object({
		orders: v.fallback(v.pipe(v.array(v.string()), v.maxLength(sheetsMax)), []),
		/** Only one parcel of the order. */
		parcel: v.fallback(v.optional(v.string()), undefined),
	}),
	beforeLoad: async ({ context, params }) => {
		const hat = workHats(context.viewer).find((each) => each.seller?.slug === params.slug);
		if (hat) return { hat };
		// Or for an operator who views as the seller for a while.
		const sellerId = viewedSeller(params.slug);
		const view = sellerId ? await context.client.ensureQueryData(viewQuery(sellerId)) : null;
		if (!view) throw redirect({ to: "/", replace: true });
		return { hat: view.hat };
	},
	component: () => (
		<HatProvider value={Route.useRouteContext().hat}>
			<main className="p-4 print:p-0">
				<Needs permission="SELLER_ORDER_READ">
					<Slips />
				</Needs>
			</main>
		</HatProvider>
	),
});

function Slips() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const { orders, parcel } = Route.useSearch();
	const [inTurn] = useState(() => turns(askedAtOnce));
	const asked = useQueries({
		queries: orders.map((id) => ({
			...hatQuery(hat, "orders", SellerOrderDocument, { id }),
			// So many large orders may be more than somebody may ask for at once: what is to be printed is waited for.
			queryFn: ({ signal }: { signal: AbortSignal }) =>
				inTurn(() => patiently(() => request(SellerOrderDocument, { id }, { actAs: hat.actAs, signal }))),
		})),
	});
	const failed = asked.filter(({ error, data }) => error && !data);
	const found = asked.flatMap(({ data }) => (data?.sellerOrder ? [data.sellerOrder] : []));
	const isLoading = asked.some(({ data, error }) => !data && !error);
	const missing = isLoading || failed.length > 0 ? 0 : orders.length - found.length;
	const isComplete = found.length > 0 && found.length === orders.length;
	return (
		<Page
			title={t`Packing slips`}
			isScreenOnly
			back={
				<TextLink to="/s/$slug/orders" params={{ slug }}>
					<Trans>Orders</Trans>
				</TextLink>
			}
			actions={
				<Button look="primary" isDisabled={!isComplete} onPress={() => window.print()}>
					<Printer aria-hidden="true" className="size-4" />
					<Trans>Print</Trans>
				</Button>
			}
		>
			{failed[0] && (
				<Failure
					error={failed[0].error}
					onRetry={() => {
						for (const { refetch } of failed) void refetch();
					}}
				/>
			)}
			{isLoading && <Progress label={t`Loading the orders`} max={orders.length} value={found.length} />}
			{(missing > 0 || orders.length === 0) && (
				<Empty
					title={orders.length === 0 ? t`No order is chosen` : t`${missing} orders are not yours to see`}
				>
					{t`Choose orders in the list first.`}
				</Empty>
			)}
			{!isLoading &&
				failed.length === 0 &&
				found.map((order) => (
					<Sheet key={order.id} order={order} parcelId={parcel} from={hat.seller?.name ?? ""} />
				))}
		</Page>
	);
}

/** What a sheet lists: a parcel, what is still to be packed, or all of an order that has left. */
function packedIn(order: Order, parcelId: string | undefined) {
	const parcel = parcelId ? order.shipments.find(({ id }) => id === parcelId) : undefined;
	if (parcel) return { parcel, lines: parcel.lines };
	if (order.toShip.length > 0) return { lines: order.toShip };
	return {
		parcel: order.shipments.at(-1),
		lines: order.lines.map((line) => ({ line, quantity: line.quantity })),
	};
}

/** One parcel with its order: no prices, for it may be a gift. Black on white, whatever the theme. */
function Sheet({ order, parcelId, from }: { order: Order; parcelId?: string; from: string }) {
	const { t } = useLingui();
	const { parcel, lines } = packedIn(order, parcelId);
	const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
	const all = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
	return (
		<article
			aria-label={t`Packing slip of ${order.number}`}
			className="mx-auto flex w-full max-w-3xl break-after-page flex-col gap-6 rounded-lg border border-line bg-[#fff] p-8 text-black [--color-muted:#444] [--color-line:#999] last:break-after-auto print:max-w-none print:rounded-none print:border-0 print:p-0"
		>
			<div className="flex flex-wrap items-start justify-between gap-4">
				<div>
					<p className="text-lg font-bold">{from}</p>
					<p>
						<Trans>Packing slip</Trans>
					</p>
				</div>
				<dl className="grid grid-cols-[auto_auto] gap-x-4">
					<dt>{t`Order`}</dt>
					<dd className="font-semibold tabular-nums">
						<OrderNumber>{order.number}</OrderNumber>
					</dd>
					<dt>{t`Placed`}</dt>
					<dd>
						<Instant of={order.placedAt} />
					</dd>
					{parcel?.carrier && (
						<>
							<dt>{t`Carrier`}</dt>
							<dd>{parcel.carrier}</dd>
						</>
					)}
					{parcel?.trackingNumber && (
						<>
							<dt>{t`Tracking`}</dt>
							<dd className="break-all">{parcel.trackingNumber}</dd>
						</>
					)}
				</dl>
			</div>
			<div>
				<h2 className="mb-1 font-semibold">{t`Send to`}</h2>
				<div className="text-base">
					<Address of={order.shippingAddress} />
				</div>
			</div>
			<table className="w-full border-collapse">
				<thead>
					<tr className="border-b border-black">
						<th scope="col" className="w-16 py-2 text-start font-semibold">
							{t`Quantity`}
						</th>
						<th scope="col" className="px-3 py-2 text-start font-semibold">
							{t`Item`}
						</th>
						<th scope="col" className="py-2 text-start font-semibold">
							{t`SKU`}
						</th>
						<th scope="col" className="w-16 py-2 text-end font-semibold">
							{t`Packed`}
						</th>
					</tr>
				</thead>
				<tbody>
					{lines.map(({ line, quantity }) => (
						<tr key={line.id} className="break-inside-avoid border-b border-line">
							<td className="py-2 text-base font-semibold tabular-nums">{quantity}</td>
							<td className="px-3 py-2">
								{line.title}
								{line.variantTitle && (
									<span className="block text-xs">
										<bdi>{line.variantTitle}</bdi>
									</span>
								)}
							</td>
							<td className="py-2 break-words">
								<bdi>{line.sku}</bdi>
							</td>
							{/* A box to tick by hand. */}
							<td className="py-2 text-end text-2xl leading-none">☐</td>
						</tr>
					))}
				</tbody>
			</table>
			{pieces < all && (
				<p>{t`${pieces} of ${all} pieces of the order. The others come in another parcel, or were given back.`}</p>
			)}
		</article>
	);
}
