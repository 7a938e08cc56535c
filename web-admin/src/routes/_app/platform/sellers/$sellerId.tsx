import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { Store } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import * as v from "valibot";
import { OperatorSellerDocument, type OperatorSellerQuery, type Permission } from "@/gql/graphql";
import { formatCountry } from "@/lib/format";
import { useHat } from "@/lib/hat";
import { memberRoles, refusalCodes, sellerStatuses } from "@/lib/labels";
import { later } from "@/lib/later";
import { choiceSearch } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Balances } from "@/pages/balances";
import { Needs } from "@/pages/needs";
import { PayoutAccountPanel } from "@/pages/payout-account";
import { PendingApproval } from "@/pages/seller-approval";
import { DecisionButtons } from "@/pages/seller-decisions";
import { SellerProposals } from "@/pages/seller-proposals";
import { ViewAsButton } from "@/pages/view-as-button";
import { isolated } from "@/ui/isolated";
import { Page, TextLink } from "@/ui/page";
import { Facts, Panel, Section } from "@/ui/panel";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";
import { Code, Instant } from "@/ui/text";

// Below the window on every screen: it comes after the page.
const SellerMoney = later(async () => (await import("@/pages/seller-money")).SellerMoney);

const InternalNotes = later(async () => (await import("@/pages/internal-notes")).InternalNotes);

export const Route = createFileRoute("/_app/platform/sellers/$sellerId")({
	validateSearch: v.object({ view: choiceSearch(["notes"]) }),
	component: () => (
		<Needs permission="SELLER_READ">
			<Seller />
		</Needs>
	),
});

function Seller() {
	const { t } = useLingui();
	const hat = useHat();
	const { sellerId } = Route.useParams();
	const { data, error, refetch } = useQuery(
		hatQuery(hat, "sellers", OperatorSellerDocument, { id: sellerId }),
	);
	const back = (
		<TextLink to="/platform/sellers">
			<Trans>Sellers</Trans>
		</TextLink>
	);
	if (!data || !data.seller) {
		return (
			<Page title={t`Seller`} back={back}>
				{error && <Failure error={error} onRetry={() => void refetch()} />}
				{!error && !data && <Skeleton label={t`Loading the seller`} />}
				{data && <Empty icon={Store} title={t`There is no such seller`} />}
			</Page>
		);
	}
	return <Loaded key={data.seller.id} seller={data.seller} back={back} />;
}

function Loaded({ seller, back }: { seller: NonNullable<OperatorSellerQuery["seller"]>; back: ReactNode }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { view } = Route.useSearch();
	const business = seller.business;
	return (
		<Page
			title={seller.name}
			back={back}
			badge={business && <Status of={business.status} labels={sellerStatuses} />}
			actions={
				<>
					<ViewAsButton seller={seller} />
					<SellerProposals seller={seller} members={business?.members ?? []} />
					<DecisionButtons seller={seller} />
				</>
			}
		>
			<PendingApproval seller={seller} />
			{business?.reason && (
				<Banner tone={business.status === "SUSPENDED" ? "danger" : "warn"}>
					<p className="font-semibold">
						<Trans>Reason</Trans>
					</p>
					{business.reasonCode && <p>{i18n._(refusalCodes[business.reasonCode])}</p>}
					<p className="break-words whitespace-pre-wrap">{business.reason}</p>
				</Banner>
			)}
			{may(hat, "NOTE_READ") && <Views view={view} />}
			{view === "notes" && may(hat, "NOTE_READ") ? (
				<Suspense fallback={<Skeleton label={t`Loading: Notes`} />}>
					<InternalNotes subject={seller.id} />
				</Suspense>
			) : (
				<Overview seller={seller} />
			)}
		</Page>
	);
}

/** What there is of a seller, and what operators have written about them. */
function Views({ view }: { view?: "notes" }) {
	const { t } = useLingui();
	const names = { overview: t`Overview`, notes: t`Notes` };
	return (
		<ViewTabs label={t`Views of this seller`}>
			{([undefined, "notes"] as const).map((each) => (
				<Link
					key={each ?? "overview"}
					from={Route.fullPath}
					search={{ view: each }}
					{...viewTab(view === each)}
				>
					{names[each ?? "overview"]}
				</Link>
			))}
		</ViewTabs>
	);
}

function Overview({ seller }: { seller: NonNullable<OperatorSellerQuery["seller"]> }) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const business = seller.business;
	return (
		<>
			<SellerLinks sellerId={seller.id} />
			<div className="grid items-start gap-4 wide:grid-cols-2">
				<Panel title={t`Business`}>
					<Facts
						facts={[
							{ term: t`Country`, detail: formatCountry(seller.country, i18n.locale) },
							{ term: t`Paid in`, detail: seller.currencyCode },
							{ term: t`Name in addresses`, detail: seller.slug },
							{ term: t`Id`, detail: <Code>{seller.id}</Code> },
							business && { term: t`Applied`, detail: <Instant of={business.appliedAt} isLong /> },
							business?.decidedAt && {
								term: t`Last decision`,
								detail: <Instant of={business.decidedAt} isLong />,
							},
							business?.decidedBy && {
								term: t`Decided by`,
								detail: business.decidedBy.name || business.decidedBy.email,
							},
						]}
					/>
				</Panel>
				<div className="flex flex-col gap-4">
					<Panel title={t`Members`}>
						<ul className="flex flex-col divide-y divide-line">
							{business?.members.map((member) => (
								<li key={member.id} className="flex justify-between gap-x-4 py-2 first:pt-0 last:pb-0">
									<span className="min-w-0 break-words">
										<MemberName of={member.account} />
										{member.account?.name && (
											<span className="block text-xs break-all text-muted">
												{isolated(member.account.email)}
											</span>
										)}
									</span>
									<span className="shrink-0 text-end text-muted">
										<Words of={member.role} labels={memberRoles} />
									</span>
								</li>
							))}
						</ul>
					</Panel>
					{may(hat, "PAYOUT_ACCOUNT_READ") && <PayoutAccountPanel sellerId={seller.id} />}
				</div>
			</div>
			{may(hat, "SELLER_BALANCE_READ") && (
				<Section title={t`Balance`}>
					<Balances sellerId={seller.id} />
				</Section>
			)}
			<Suspense fallback={<Skeleton label={t`Loading the seller`} />}>
				<SellerMoney seller={seller} />
			</Suspense>
		</>
	);
}

type Member = NonNullable<NonNullable<OperatorSellerQuery["seller"]>["business"]>["members"][number];

/** The name of a member, with the way to the person for those who may look people up. */
function MemberName({ of: account }: { of: Member["account"] }) {
	const hat = useHat();
	const name = account?.name || account?.email;
	if (!account || !may(hat, "ACCOUNT_READ")) return name;
	return (
		<TextLink to="/platform/people" search={{ id: account.id }}>
			{name}
		</TextLink>
	);
}

/** The lists of what is of this seller, as far as the role sees them. */
function SellerLinks({ sellerId: seller }: { sellerId: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const links: [permission: Permission, link: ReactNode][] = [
		["ORDER_READ", <TextLink key="orders" to="/platform/orders" search={{ seller }}>{t`Orders`}</TextLink>],
		[
			"REFUND_READ",
			<TextLink key="refunds" to="/platform/refunds" search={{ seller }}>{t`Refunds`}</TextLink>,
		],
		[
			"DISPUTE_READ",
			<TextLink key="disputes" to="/platform/disputes" search={{ seller }}>{t`Disputes`}</TextLink>,
		],
		[
			"PRODUCT_READ",
			<TextLink key="catalogue" to="/platform/catalogue" search={{ seller }}>{t`Products`}</TextLink>,
		],
		[
			"SELLER_TRANSFER_READ",
			<TextLink key="transfers" to="/platform/transfers" search={{ seller }}>{t`Transfers`}</TextLink>,
		],
		[
			"SELLER_PAYOUT_READ",
			<TextLink key="payouts" to="/platform/payouts" search={{ seller }}>{t`Payouts`}</TextLink>,
		],
		[
			"SELLER_LEDGER_READ",
			<TextLink key="statements" to="/platform/statements" search={{ seller }}>{t`Statements`}</TextLink>,
		],
		["AUDIT_READ", <TextLink key="audit" to="/platform/audit" search={{ seller }}>{t`Audit log`}</TextLink>],
	];
	return (
		<nav aria-label={t`Lists of this seller`} className="flex flex-wrap gap-x-5 gap-y-2">
			{links.filter(([permission]) => may(hat, permission)).map(([, link]) => link)}
		</nav>
	);
}
