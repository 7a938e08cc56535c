import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PackageCheck } from "lucide-react";
import { Suspense } from "react";
import * as v from "valibot";
import {
	AdminDisputesDocument,
	AdminOwnOpenOrdersDocument,
	type AdminOwnOpenOrdersQuery,
	LiveSellerOrdersDocument,
	LiveSellerOrdersPlacedDocument,
	OperatorSellerDocument,
} from "@/gql/graphql";
import { pendingOf } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { later } from "@/lib/later";
import { inAll } from "@/lib/list";
import { useLive } from "@/lib/live";
import { useNow } from "@/lib/now";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { spanOf, spanSearch, usualSpan } from "@/lib/span";
import { Balances } from "@/pages/balances";
import { LiveMark } from "@/pages/live-mark";
import { Needs } from "@/pages/needs";
import { NextPayout } from "@/pages/next-payout";
import { WithDispute } from "@/pages/order-disputes";
import { useDestination } from "@/pages/order-parts";
import { OwnSales } from "@/pages/own-sales";
import { OwnOffers } from "@/pages/ownership";
import { OnboardingBanner, usePayoutAccount } from "@/pages/payout-account";
import { StartBanner } from "@/pages/start-banner";
import { Badge } from "@/ui/badge";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { Panel, Section } from "@/ui/panel";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Money, OrderNumber } from "@/ui/text";

// Stand below what is seen at first.
const OwnTopProducts = later(async () => (await import("@/pages/own-figures")).OwnTopProducts);
const OwnDisputeRate = later(async () => (await import("@/pages/own-figures")).OwnDisputeRate);

type Order = NonNullable<AdminOwnOpenOrdersQuery["sellerOrders"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/")({
	validateSearch: v.object({ days: spanSearch }),
	component: () => (
		<Needs permission="SELLER_READ">
			<HomePage />
		</Needs>
	),
});

function HomePage() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const account = usePayoutAccount();
	const { days = usualSpan } = Route.useSearch();
	const navigate = Route.useNavigate();
	const seesMoney = may(hat, "SELLER_BALANCE_READ");
	const seesOrders = may(hat, "SELLER_ORDER_READ");
	const live = useLive(
		seesOrders
			? [
					{ document: LiveSellerOrdersDocument, variables: {} },
					{ document: LiveSellerOrdersPlacedDocument, variables: {} },
				]
			: [],
		["orders", "money", "disputes"],
	);
	const tasks = useTasks();
	return (
		<Page title={t`Home`} badge={seesOrders && <LiveMark of={live} />}>
			<OwnOffers />
			<StandingBanner />
			{account.data && <OnboardingBanner account={account.data.payoutAccount} />}
			<StartBanner slug={slug} />
			<Tasks of={tasks} />
			{/* What follows is asked for meanwhile, and seen when it is known where it stands. */}
			<div className={tasks.isLoading ? "hidden" : "contents"}>
				{seesOrders && <OpenOrders />}
				{seesMoney && (
					<>
						<OwnSales days={days} onDays={(next) => void navigate({ search: spanOf(next) })} />
						<Suspense fallback={<div className="min-h-80" />}>
							<OwnTopProducts days={days} slug={slug} />
						</Suspense>
					</>
				)}
				<div className="grid items-start gap-4 wide:grid-cols-2">
					{seesMoney && <NextPayout />}
					{may(hat, "DISPUTE_READ") && (
						<Suspense fallback={<div className="min-h-40" />}>
							<OwnDisputeRate />
						</Suspense>
					)}
				</div>
				{seesMoney && <BalancePanel />}
			</div>
		</Page>
	);
}

/** Why a seller cannot sell; nothing when it can. */
function StandingBanner() {
	const hat = useHat();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "sellers", OperatorSellerDocument, { id: hat.seller?.id ?? "" }),
	);
	if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
	const business = data?.seller?.business;
	switch (business?.status) {
		case "APPLIED":
			return (
				<Banner tone="info">
					<Trans>
						Your application is being reviewed. You can look around; selling begins when it is approved.
					</Trans>
				</Banner>
			);
		case "SUSPENDED":
			return (
				<Banner tone="danger">
					<p className="font-semibold">
						<Trans>Selling is suspended</Trans>
					</p>
					<p className="break-words">{business.reason}</p>
				</Banner>
			);
		case "REJECTED":
			return (
				<Banner tone="danger">
					<p className="font-semibold">
						<Trans>Your application was rejected</Trans>
					</p>
					<p className="break-words">{business.reason}</p>
				</Banner>
			);
		default:
			return null;
	}
}

/** How many orders are shown at first. */
const openShown = 5;

/** The orders that have waited longest. The API lists the newest first, so these are the last ones. */
const openOrders = (hat: Hat) => hatQuery(hat, "orders", AdminOwnOpenOrdersDocument, { last: openShown });

/** What waits for a seller: orders to ship, and disputes that nobody has answered. */
function useTasks() {
	const hat = useHat();
	const orders = useQuery({ ...openOrders(hat), enabled: may(hat, "SELLER_ORDER_READ") });
	const disputes = useQuery({
		...hatQuery(hat, "disputes", AdminDisputesDocument, { status: "OPEN", first: 10 }),
		enabled: may(hat, "DISPUTE_READ"),
	});
	return {
		open: orders.data?.sellerOrders,
		disputes: disputes.data?.disputes,
		isLoading: orders.isLoading || disputes.isLoading,
		failed: [orders, disputes].find((each) => each.error && !each.data),
	};
}

/** What waits for somebody here, each with the way to it; nothing when nothing waits. */
function Tasks({ of: { open, disputes, isLoading, failed } }: { of: ReturnType<typeof useTasks> }) {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const oldest = open?.nodes.at(-1);
	const asked = (disputes?.nodes ?? []).filter(({ answerStatus }) => answerStatus === "NONE");
	if (isLoading)
		return (
			<Panel title={t`To do`}>
				<Skeleton rows={3} label={t`Loading: what is to be done`} />
			</Panel>
		);
	if (failed)
		return (
			<Panel title={t`To do`}>
				<Failure error={failed.error} onRetry={() => void failed.refetch()} />
			</Panel>
		);
	if (!oldest && asked.length === 0) return null;
	const disputeCount = `${asked.length}${disputes?.pageInfo.hasNextPage ? "+" : ""}`;
	const count = inAll(open?.totalCount ?? 0);
	return (
		<Panel title={t`To do`}>
			<ul className="flex flex-col gap-2">
				{oldest && (
					<li>
						<TextLink to="/s/$slug/orders" params={{ slug }} search={{ status: "READY_TO_SHIP" }}>
							{t`Orders to ship: ${count}`}
						</TextLink>
					</li>
				)}
				{asked.length > 0 && (
					<li>
						<TextLink to="/s/$slug/disputes" params={{ slug }}>
							{t`Disputes without an answer: ${disputeCount}`}
						</TextLink>
					</li>
				)}
			</ul>
		</Panel>
	);
}

/** For how many whole days an order has waited; the longer, the louder. */
function Waiting({ since }: { since: string }) {
	const { t } = useLingui();
	const days = Math.floor((useNow(60_000) - Date.parse(since)) / 86_400_000);
	if (days < 1) return <span className="text-muted">{t`today`}</span>;
	return (
		<Badge tone={days < 2 ? "muted" : days < 4 ? "warn" : "danger"}>
			{t`${plural(days, { one: "waits # day", other: "waits # days" })}`}
		</Badge>
	);
}

function OpenOrders() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const { data, error, refetch } = useQuery(openOrders(hat));
	const destination = useDestination();
	const columns: Column<Order>[] = [
		{
			header: t`Order`,
			card: "title",
			cell: (order) => (
				<WithDispute disputed={pendingOf(order.disputes)}>
					<TextLink to="/s/$slug/orders/$orderId" params={{ slug, orderId: order.id }}>
						<OrderNumber>{order.number}</OrderNumber>
					</TextLink>
				</WithDispute>
			),
		},
		{ header: t`Send to`, cell: ({ shippingAddress: to }) => destination({ name: to.name, city: to.city }) },
		{ header: t`Waiting`, cell: (order) => <Waiting since={order.paidAt ?? order.placedAt} /> },
		{ header: t`Total`, isNumber: true, card: "aside", cell: (order) => <Money of={order.total} /> },
	];
	return (
		<Section
			title={t`To ship`}
			action={
				<TextLink to="/s/$slug/orders" params={{ slug }} search={{ status: "READY_TO_SHIP" }}>
					<Trans>All orders to ship</Trans>
				</TextLink>
			}
		>
			<List
				label={t`Orders to ship`}
				columns={columns}
				rows={data?.sellerOrders?.nodes.toReversed()}
				keyOf={(order) => order.id}
				error={error}
				onRetry={() => void refetch()}
				empty={<Empty icon={PackageCheck} title={t`Nothing waits to be shipped`} />}
			/>
		</Section>
	);
}

function BalancePanel() {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	return (
		<Section
			title={t`Balance`}
			action={
				<TextLink to="/s/$slug/payouts" params={{ slug }}>
					<Trans>Balance and payouts</Trans>
				</TextLink>
			}
		>
			<Balances />
		</Section>
	);
}
