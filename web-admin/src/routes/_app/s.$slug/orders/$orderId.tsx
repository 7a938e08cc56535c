import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { Printer, ReceiptText, Truck } from "lucide-react";
import { type ReactNode, useState } from "react";
import * as v from "valibot";
import { LiveSellerOrderDocument, SellerOrderDocument, type SellerOrderQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { sellerOrderStatuses } from "@/lib/labels";
import { type Liveness, unlessLive, useLive } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { isToShip } from "@/lib/shipping";
import { LiveMark } from "@/pages/live-mark";
import { Needs } from "@/pages/needs";
import { OrderDisputes } from "@/pages/order-disputes";
import { Address, OrderLines, PartMoney } from "@/pages/order-parts";
import { OrderTimeline } from "@/pages/order-timeline";
import { Parcels } from "@/pages/parcels";
import { Refunds } from "@/pages/refunds";
import { ShipDialog } from "@/pages/ship-dialog";
import { Button, buttonClass } from "@/ui/button";
import { Page, TextLink } from "@/ui/page";
import { Panel, Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";

export const Route = createFileRoute("/_app/s/$slug/orders/$orderId")({
	// ship: the dialog stands open, for whoever ships one order after the other.
	validateSearch: v.object({ ship: v.fallback(v.optional(v.boolean()), undefined) }),
	component: () => (
		<Needs permission="SELLER_ORDER_READ">
			<OrderPage />
		</Needs>
	),
});

function OrderPage() {
	const { t } = useLingui();
	const hat = useHat();
	const { orderId, slug } = Route.useParams();
	const live = useLive(
		[{ document: LiveSellerOrderDocument, variables: { id: orderId } }],
		["orders", "refunds", "disputes"],
	);
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "orders", SellerOrderDocument, { id: orderId }),
		refetchInterval: unlessLive(live),
	});
	const back = (
		<TextLink to="/s/$slug/orders" params={{ slug }}>
			<Trans>Orders</Trans>
		</TextLink>
	);
	if (!data?.sellerOrder) {
		return (
			<Page title={t`Order`} back={back}>
				{error && <Failure error={error} onRetry={() => void refetch()} />}
				{!error && !data && <Skeleton label={t`Loading the order`} />}
				{data && <Empty icon={ReceiptText} title={t`There is no such order`} />}
			</Page>
		);
	}
	return <Loaded key={data.sellerOrder.id} order={data.sellerOrder} back={back} live={live} />;
}

type LoadedProps = {
	order: NonNullable<SellerOrderQuery["sellerOrder"]>;
	back: ReactNode;
	live: Liveness;
};

function Loaded({ order, back, live }: LoadedProps) {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const { ship } = Route.useSearch();
	const navigate = Route.useNavigate();
	const canShip = isToShip(order.status) && may(hat, "SELLER_ORDER_SHIP");
	const [isAsked, setShipping] = useState(false);
	const isShipping = canShip && (isAsked || Boolean(ship));
	const close = () => {
		setShipping(false);
		if (ship) void navigate({ search: {}, replace: true });
	};
	return (
		<Page
			title={t`Order ${order.number}`}
			back={back}
			badge={
				<>
					<Status of={order.status} labels={sellerOrderStatuses} />
					<LiveMark of={live} />
				</>
			}
			actions={
				<>
					{(isToShip(order.status) || order.status === "SHIPPED") && (
						<Link
							to="/slips/$slug"
							params={{ slug }}
							search={{ orders: [order.id] }}
							className={buttonClass()}
						>
							<Printer aria-hidden="true" className="size-4" />
							<Trans>Packing slip</Trans>
						</Link>
					)}
					{canShip && (
						<Button look="primary" onPress={() => setShipping(true)}>
							<Truck aria-hidden="true" className="size-4 rtl:-scale-x-100" />
							<Trans>Mark as shipped…</Trans>
						</Button>
					)}
				</>
			}
		>
			<Section title={t`Items`}>
				<OrderLines lines={order.lines} label={t`Lines of the order`} />
			</Section>
			<Parcels orderId={order.id} slug={slug} of={order.shipments} />
			<div className="grid items-start gap-4 wide:grid-cols-3">
				<Panel title={t`Send to`}>
					<Address of={order.shippingAddress} />
				</Panel>
				<OrderTimeline of={order} parts={[order]} />
				<Panel title={t`Money`}>
					<PartMoney part={order} />
				</Panel>
			</div>
			<OrderDisputes of={order.disputes} />
			<Refunds
				of={{
					id: order.id,
					number: order.number,
					currencyCode: order.total.currencyCode,
					isPaid: Boolean(order.paidAt),
					lines: order.lines,
					sellers: { [hat.seller?.id ?? ""]: hat.seller?.name ?? "" },
				}}
			/>
			{isShipping && <ShipDialog order={order} slug={slug} onClose={close} />}
		</Page>
	);
}
