import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { Suspense } from "react";
import * as v from "valibot";
import { useHat } from "@/lib/hat";
import { payoutStatuses, releaseStatuses, transferStatuses } from "@/lib/labels";
import { later } from "@/lib/later";
import { choiceSearch, pageSearch, textSearch } from "@/lib/list";
import { useIsWide } from "@/lib/media";
import { may } from "@/lib/session";
import { Balances } from "@/pages/balances";
import { DebitConsentPanel } from "@/pages/debit-consent";
import { Payouts, Releases, Transfers } from "@/pages/money-lists";
import { Needs } from "@/pages/needs";
import { OnboardingBanner, PayoutAccountPanel, usePayoutAccount } from "@/pages/payout-account";
import { PayoutOutlookPanel, PayoutSchedulePanel } from "@/pages/payout-plan";
import { Page, TextLink } from "@/ui/page";
import { Banner } from "@/ui/states";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { OrderNumber } from "@/ui/text";

const OwnDebts = later(async () => (await import("@/pages/debts")).OwnDebts);
const HoldsPanel = later(async () => (await import("@/pages/payout-holds")).HoldsPanel);

const views = ["releases", "transfers", "payouts", "debts"] as const;

export const Route = createFileRoute("/_app/s/$slug/payouts")({
	validateSearch: v.object({
		/** How the seller came back from the provider's form. */
		onboarding: choiceSearch(["done", "again"]),
		view: choiceSearch(views),
		status: textSearch,
		...pageSearch,
	}),
	component: () => (
		<Needs permission="SELLER_BALANCE_READ">
			<Money />
		</Needs>
	),
});

function Money() {
	const { t } = useLingui();
	const hat = useHat();
	const { view = "releases", onboarding } = Route.useSearch();
	const account = usePayoutAccount();
	const isWide = useIsWide();
	const names = {
		releases: t`Owed by order`,
		transfers: t`Transfers`,
		payouts: t`Payouts`,
		debts: t`What refunds and disputes took`,
	};
	const mayReadAccount = may(hat, "PAYOUT_ACCOUNT_READ");
	const agreed = (
		<div className="grid items-start gap-4 wide:grid-cols-2">
			{mayReadAccount && <PayoutAccountPanel />}
			<DebitConsentPanel />
		</div>
	);
	return (
		<Page title={t`Balance and payouts`}>
			{onboarding === "done" && account.data && account.data.payoutAccount?.status !== "ONBOARDING" && (
				<Banner tone="info" role="status">
					<Trans>You are back from the payment provider. What it has decided is shown below.</Trans>
				</Banner>
			)}
			{onboarding === "again" && (
				<Banner tone="warn" role="status">
					<Trans>
						That link had been used or had become too old. Open the form again with the button below.
					</Trans>
				</Banner>
			)}
			{account.data && <OnboardingBanner account={account.data.payoutAccount} />}
			<section aria-label={t`Balance`}>
				<Balances />
			</section>
			<div className="grid items-start gap-4 wide:grid-cols-2">
				<PayoutOutlookPanel />
				{isWide && mayReadAccount && <PayoutSchedulePanel />}
			</div>
			{may(hat, "SELLER_PAYOUT_READ") && (
				<Suspense>
					<HoldsPanel />
				</Suspense>
			)}
			{isWide && agreed}
			<ViewTabs label={t`Views of your money`}>
				{views.map((each) => (
					<Link
						key={each}
						from={Route.fullPath}
						search={{ view: each }}
						resetScroll={false}
						{...viewTab(each === view)}
					>
						{names[each]}
					</Link>
				))}
			</ViewTabs>
			<View />
			{/* On a phone the lists would begin two screens down. */}
			{!isWide && mayReadAccount && <PayoutSchedulePanel />}
			{!isWide && agreed}
		</Page>
	);
}

/** A status in the address that this view does not have is left out. */
function oneOf<T extends string>(labels: Record<T, unknown>, status: string | undefined): T | undefined {
	return status && Object.hasOwn(labels, status) ? (status as T) : undefined;
}

function View() {
	const { slug } = Route.useParams();
	const { view = "releases", status, after, before } = Route.useSearch();
	const navigate = Route.useNavigate();
	const onSearch = (next: { status?: string; after?: string; before?: string }) =>
		void navigate({ search: { view, ...next }, resetScroll: false });
	if (view === "debts") {
		return (
			<Suspense>
				<OwnDebts page={{ after, before }} onPage={onSearch} />
			</Suspense>
		);
	}
	if (view === "transfers") {
		return (
			<Transfers search={{ status: oneOf(transferStatuses, status), after, before }} onSearch={onSearch} />
		);
	}
	if (view === "payouts") {
		return (
			<Payouts
				search={{ status: oneOf(payoutStatuses, status), after, before }}
				onSearch={onSearch}
				linkTo={({ id }, text) => (
					<TextLink to="/s/$slug/payouts/$payoutId" params={{ slug, payoutId: id }}>
						{text}
					</TextLink>
				)}
			/>
		);
	}
	return (
		<Releases
			search={{ status: oneOf(releaseStatuses, status), after, before }}
			onSearch={onSearch}
			linkTo={({ sellerOrder }) =>
				sellerOrder && (
					<TextLink to="/s/$slug/orders/$orderId" params={{ slug, orderId: sellerOrder.id }}>
						<OrderNumber>{sellerOrder.number}</OrderNumber>
					</TextLink>
				)
			}
		/>
	);
}
