import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PackageCheck } from "lucide-react";
import { OperatorSellerDocument, SellerOrdersDocument, type SellerOrdersQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Balances } from "@/pages/balances";
import { Needs } from "@/pages/needs";
import { useDestination } from "@/pages/order-parts";
import { OwnOffers } from "@/pages/ownership";
import { OnboardingBanner, usePayoutAccount } from "@/pages/payout-account";
import { type Column, List } from "@/ui/list";
import { Page, TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Banner, Empty } from "@/ui/states";
import { Instant, Money } from "@/ui/text";

type Order = NonNullable<SellerOrdersQuery["sellerOrders"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/")({
	component: () => (
		<Needs permission="SELLER_READ">
			<HomePage />
		</Needs>
	),
});

function HomePage() {
	const { t } = useLingui();
	const hat = useHat();
	const account = usePayoutAccount();
	return (
		<Page title={t`Home`}>
			<OwnOffers />
			<StandingBanner />
			{account.data && <OnboardingBanner account={account.data.payoutAccount} />}
			{may(hat, "SELLER_ORDER_READ") && <OpenOrders />}
			{may(hat, "SELLER_BALANCE_READ") && <BalancePanel />}
		</Page>
	);
}

/** Why a seller cannot sell; nothing when it can. */
function StandingBanner() {
	const hat = useHat();
	const { data } = useQuery(hatQuery(hat, "sellers", OperatorSellerDocument, { id: hat.seller?.id ?? "" }));
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

function OpenOrders() {
	const { t } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "orders", SellerOrdersDocument, { filter: { status: "READY_TO_SHIP" }, first: 5 }),
	);
	const destination = useDestination();
	const columns: Column<Order>[] = [
		{
			header: t`Order`,
			card: "title",
			cell: (order) => (
				<TextLink to="/s/$slug/orders/$orderId" params={{ slug, orderId: order.id }}>
					{order.number}
				</TextLink>
			),
		},
		{ header: t`Send to`, cell: ({ shippingAddress: to }) => destination({ name: to.name, city: to.city }) },
		{ header: t`Placed`, cell: (order) => <Instant of={order.placedAt} isLong /> },
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
				rows={data?.sellerOrders?.nodes}
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
