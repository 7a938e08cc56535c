import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ReceiptText } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { LiveOrderDocument, OperatorOrderDocument, type OperatorOrderQuery } from "@/gql/graphql";
import { isNegative, isZero } from "@/lib/format";
import { useHat } from "@/lib/hat";
import {
	cancelReasons,
	declineReasons,
	orderStatuses,
	paymentStatuses,
	sellerOrderStatuses,
} from "@/lib/labels";
import { later } from "@/lib/later";
import { type Liveness, unlessLive, useLive } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { LiveMark } from "@/pages/live-mark";
import { Needs } from "@/pages/needs";
import { OrderCancelButton } from "@/pages/order-cancel";
import { OrderDisputes } from "@/pages/order-disputes";
import { Address, OrderLines, PartMoney, useProcessing, useSums } from "@/pages/order-parts";
import { OrderTimeline } from "@/pages/order-timeline";
import { Refunds } from "@/pages/refunds";
import { RevealButton, untilMasked } from "@/pages/reveal";
import { Page, TextLink } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Code, Instant, Money, OrderNumber } from "@/ui/text";

// Few orders have any: it comes after the page.
const OrderWarnings = later(async () => (await import("@/pages/fraud")).OrderWarnings);

type Order = NonNullable<OperatorOrderQuery["order"]>;

// At the end of the page, below the window.
const InternalNotes = later(async () => (await import("@/pages/internal-notes")).InternalNotes);

export const Route = createFileRoute("/_app/platform/orders/$orderId")({
	component: () => (
		<Needs permission="ORDER_READ">
			<OrderPage />
		</Needs>
	),
});

function OrderPage() {
	const { t } = useLingui();
	const hat = useHat();
	const { orderId } = Route.useParams();
	const live = useLive(
		[{ document: LiveOrderDocument, variables: { id: orderId } }],
		["orders", "refunds", "disputes"],
	);
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "orders", OperatorOrderDocument, { id: orderId }),
		refetchInterval: ({ state }) => untilMasked(state.data?.order?.revealedUntil) || unlessLive(live),
		refetchIntervalInBackground: true, // nobody finds it on a page that was left open
	});
	const back = (
		<TextLink to="/platform/orders">
			<Trans>Orders</Trans>
		</TextLink>
	);
	if (!data?.order) {
		return (
			<Page title={t`Order`} back={back}>
				{error && <Failure error={error} onRetry={() => void refetch()} />}
				{!error && !data && <Skeleton label={t`Loading the order`} />}
				{data && <Empty icon={ReceiptText} title={t`There is no such order`} />}
			</Page>
		);
	}
	return <Loaded key={data.order.id} order={data.order} back={back} live={live} />;
}

function Loaded({ order, back, live }: { order: Order; back: ReactNode; live: Liveness }) {
	const { t } = useLingui();
	const sums = useSums();
	const hat = useHat();
	return (
		<Page
			title={t`Order ${order.number}`}
			back={back}
			badge={
				<>
					<Status of={order.status} labels={orderStatuses} />
					<LiveMark of={live} />
				</>
			}
		>
			<div className="grid items-start gap-4 wide:grid-cols-3">
				<Panel
					title={t`Order`}
					action={
						<OrderCancelButton
							orderId={order.id}
							number={order.number}
							isPossible={order.status === "AWAITING_PAYMENT"}
						/>
					}
				>
					<Facts
						facts={[
							...sums(order),
							!isZero(order.serviceFee) && {
								term: t`Service fee`,
								detail: <Money of={order.serviceFee} />,
							},
							{ term: t`Total`, detail: <Money of={order.total} className="font-semibold" /> },
							order.margin && {
								term: t`Expected margin of the platform`,
								detail: (
									<Money
										of={order.margin}
										className={isNegative(order.margin) ? "font-semibold text-danger" : undefined}
									/>
								),
							},
							order.status === "AWAITING_PAYMENT" && {
								term: t`Given up, unless paid`,
								detail: <Instant of={order.expiresAt} isLong />,
							},
							order.cancelReason && {
								term: t`Because`,
								detail: <Words of={order.cancelReason} labels={cancelReasons} />,
							},
						]}
					/>
				</Panel>
				<PaymentPanel order={order} />
				<Panel
					title={t`Buyer`}
					action={order.isMasked && <RevealButton orderId={order.id} number={order.number} />}
				>
					<p className="mb-2 break-all">
						<bdi>{order.email}</bdi>
					</p>
					<Address of={order.shippingAddress} />
					{order.revealedUntil && (
						<p className="mt-2 text-muted">
							<Trans>
								Shown to you until <Instant of={order.revealedUntil} isLong />
							</Trans>
						</p>
					)}
				</Panel>
			</div>
			{order.sellerOrders.map((part) => (
				<Panel
					key={part.id}
					title={<PartTitle of={part} />}
					action={<Status of={part.status} labels={sellerOrderStatuses} />}
				>
					<div className="flex flex-col gap-4">
						<OrderLines lines={part.lines} label={t`Lines of part ${part.number}`} />
						<PartMoney part={part} className="w-full max-w-md self-end pe-4" />
						{part.seller && may(hat, "SELLER_READ") && (
							<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: part.seller.id }}>
								<Trans>Open {part.seller.name}</Trans>
							</TextLink>
						)}
					</div>
				</Panel>
			))}
			<OrderTimeline of={order} parts={order.sellerOrders} />
			<Suspense>
				<OrderWarnings orderId={order.id} />
			</Suspense>
			<OrderDisputes of={order.disputes} />
			<Refunds
				of={{
					id: order.id,
					number: order.number,
					currencyCode: order.total.currencyCode,
					isPaid: order.status === "PAID",
					lines: order.sellerOrders.flatMap((part) => part.lines),
					sellers: Object.fromEntries(
						order.sellerOrders.map(({ seller }) => [seller?.id ?? "", seller?.name ?? ""]),
					),
				}}
			/>
			{may(hat, "NOTE_READ") && (
				<Suspense fallback={<Skeleton label={t`Loading: Notes`} />}>
					<InternalNotes subject={order.id} />
				</Suspense>
			)}
		</Page>
	);
}

function PartTitle({ of: { seller, number } }: { of: Order["sellerOrders"][number] }) {
	const name = seller?.name;
	const shown = <OrderNumber>{number}</OrderNumber>;
	return name ? (
		<Trans>
			{name}, part {shown}
		</Trans>
	) : (
		<Trans>Part {shown}</Trans>
	);
}

function PaymentPanel({ order }: { order: Order }) {
	const { t } = useLingui();
	const hat = useHat();
	const processing = useProcessing();
	const { payment } = order;
	return (
		<Panel title={t`Payment`}>
			{payment ? (
				<>
					<Facts
						facts={[
							{ term: t`Status`, detail: <Status of={payment.status} labels={paymentStatuses} /> },
							{ term: t`Amount`, detail: <Money of={payment.amount} /> },
							...processing({ since: payment.processingSince, until: payment.processingUntil }),
							payment.capturedAt && { term: t`Captured`, detail: <Instant of={payment.capturedAt} isLong /> },
							payment.cancelledAt && {
								term: t`Cancelled`,
								detail: <Instant of={payment.cancelledAt} isLong />,
							},
							payment.lastDecline && {
								term: t`Last attempt`,
								detail: <Words of={payment.lastDecline} labels={declineReasons} />,
							},
							{ term: t`Id`, detail: <Code>{payment.id}</Code> },
						]}
					/>
					{may(hat, "LEDGER_READ") && (
						<p className="pt-3">
							<TextLink to="/platform/ledger/entries" search={{ order: order.id }}>
								<Trans>Ledger entries</Trans>
							</TextLink>
						</p>
					)}
				</>
			) : (
				<p className="text-muted">
					<Trans>There is no payment.</Trans>
				</p>
			)}
		</Panel>
	);
}
