import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import {
	AdminDisputesDocument,
	AdminFraudWarningsDocument,
	AdminProposalsDocument,
	AdminSystemDocument,
	OperatorSellersDocument,
	PayoutsDocument,
	ReconciliationDifferencesDocument,
	type RefundStatus,
} from "@/gql/graphql";
import { isAsked } from "@/lib/disputes";
import { useHat } from "@/lib/hat";
import { differenceKinds, proposalKinds } from "@/lib/labels";
import { inAll } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { refundsQuery } from "@/lib/refunds";
import { may } from "@/lib/session";
import { TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { Instant, Money, OrderNumber } from "@/ui/text";
import { Deadline } from "./deadline";

const hour = 3_600_000;

/** Two days from now, at a full hour: the same question for a while. */
const inTwoDays = () => new Date((Math.ceil(Date.now() / hour) + 48) * hour).toISOString();

/** So many are shown; one more is asked for, to know whether there are more. */
const shown = 5;
const first = shown + 1;

/** Asks for what waits, each kind only where the role decides about it. */
function useWaiting() {
	const hat = useHat();
	const regularly = { refetchInterval: 20_000 };
	const sellers = useQuery({
		...hatQuery(hat, "sellers", OperatorSellersDocument, {
			filter: { status: "APPLIED" },
			sort: "OLDEST_FIRST",
			first,
		}),
		...regularly,
		enabled: may(hat, "SELLER_APPROVE"),
	});
	const disputes = useQuery({
		...hatQuery(hat, "disputes", AdminDisputesDocument, { dueBefore: inTwoDays(), first }),
		...regularly,
		enabled: may(hat, "DISPUTE_READ") && may(hat, "DISPUTE_SUBMIT"),
	});
	const payouts = useQuery({
		...hatQuery(hat, "money", PayoutsDocument, { status: "FAILED", first }),
		...regularly,
		enabled: may(hat, "SELLER_PAYOUT_READ"),
	});
	const refunds = (status: RefundStatus) => ({
		...refundsQuery(hat, { status }, first),
		...regularly,
		enabled: may(hat, "REFUND_READ") && may(hat, "REFUND_CREATE"),
	});
	const cameBack = useQuery(refunds("FAILED"));
	const byBank = useQuery(refunds("AWAITING_BANK"));
	const differences = useQuery({
		...hatQuery(hat, "ledger", ReconciliationDifferencesDocument, {
			filter: { statuses: ["OPEN"] },
			sort: "OLDEST_FIRST",
			first,
		}),
		...regularly,
		enabled: may(hat, "LEDGER_READ") && may(hat, "RECONCILIATION_RESOLVE"),
	});
	const proposals = useQuery({
		...hatQuery(hat, "proposals", AdminProposalsDocument, { filter: { isDecidable: true }, first }),
		...regularly,
		enabled: may(hat, "PROPOSAL_READ") && may(hat, "PROPOSAL_DECIDE"),
	});
	const warnings = useQuery({
		...hatQuery(hat, "fraud", AdminFraudWarningsDocument, { standing: "OPEN", first }),
		...regularly,
		enabled: may(hat, "FRAUD_WARNING_READ"),
	});
	const system = useQuery({
		...hatQuery(hat, "system", AdminSystemDocument, {}),
		...regularly,
		enabled: may(hat, "SYSTEM_READ"),
	});
	const all = [sellers, disputes, payouts, cameBack, byBank, differences, proposals, warnings, system];
	return {
		waiting: {
			sellers: sellers.data?.sellers?.nodes ?? [],
			sellerCount: sellers.data?.sellers?.totalCount,
			disputes: (disputes.data?.disputes?.nodes ?? []).filter(isAsked),
			payouts: payouts.data?.payouts?.nodes ?? [],
			refunds: [...(cameBack.data?.refunds?.nodes ?? []), ...(byBank.data?.refunds?.nodes ?? [])],
			differences: differences.data?.reconciliationDifferences?.nodes ?? [],
			proposals: proposals.data?.proposals?.nodes ?? [],
			warnings: warnings.data?.fraudWarnings?.nodes ?? [],
			system: system.data?.systemStatus,
		},
		isLoading: all.some(({ isLoading }) => isLoading),
		failed: all.find(({ error, data }) => error && !data),
	};
}

type Waiting = ReturnType<typeof useWaiting>["waiting"];

/** What waits for somebody of this role. */
export function ToDo() {
	const { t } = useLingui();
	const { waiting, isLoading, failed } = useWaiting();
	const groups = useGroups(waiting);
	return (
		<Section title={t`To do`}>
			{failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
			{isLoading && groups.length === 0 && <Skeleton rows={3} label={t`Loading: what is to be done`} />}
			{!isLoading && !failed && groups.length === 0 && (
				<Empty icon={CircleCheck} title={t`Nothing waits for you`}>
					{t`Applications, deadlines, failures and proposals that your role decides about appear here.`}
				</Empty>
			)}
			{groups.length > 0 && (
				<div className="grid items-start gap-3 wide:grid-cols-2">
					{groups.map((group) => (
						<GroupOf key={group.title} group={group} />
					))}
				</div>
			)}
		</Section>
	);
}

type Item = { key: string; link: ReactNode; detail: ReactNode };
type Group = { title: string; all: ReactNode; items: Item[]; total?: number | null };

/** How many there are, as far as it is known. */
function countOf({ items, total }: Group): string {
	if (!total) return items.length > shown ? `${shown}+` : String(items.length);
	return inAll(total);
}

function GroupOf({ group }: { group: Group }) {
	const { title, all, items } = group;
	return (
		<section aria-label={title} className="rounded-lg border border-line bg-surface p-4">
			<div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
				<h3 className="font-semibold">
					{title} <span className="font-normal text-muted tabular-nums">{countOf(group)}</span>
				</h3>
				{all}
			</div>
			<ul className="flex flex-col divide-y divide-line">
				{items.slice(0, shown).map(({ key, link, detail }) => (
					<li key={key} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2 last:pb-0">
						<span className="min-w-0 break-words">{link}</span>
						<span className="text-muted">{detail}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function useGroups(waiting: Waiting): Group[] {
	const { t } = useLingui();
	const groups: Group[] = [
		...useStuck(waiting),
		{
			title: t`Sellers to review`,
			all: (
				<TextLink to="/platform/sellers" search={{ status: "APPLIED" }}>{t`All sellers to review`}</TextLink>
			),
			total: waiting.sellerCount,
			items: waiting.sellers.map(({ id, name, business }) => ({
				key: id,
				link: (
					<TextLink to="/platform/sellers/$sellerId" params={{ sellerId: id }}>
						{name}
					</TextLink>
				),
				detail: business && <Instant of={business.appliedAt} />,
			})),
		},
		{
			title: t`Disputes due in two days`,
			all: <TextLink to="/platform/disputes" search={{ due: "48" }}>{t`All due disputes`}</TextLink>,
			items: waiting.disputes.map(({ id, dueBy, amount }) => ({
				key: id,
				link: (
					<TextLink to="/platform/disputes/$disputeId" params={{ disputeId: id }}>
						<Money of={amount} />
					</TextLink>
				),
				detail: <Deadline at={dueBy} isOver={false} />,
			})),
		},
		{
			title: t`Proposals to decide`,
			all: <TextLink to="/platform/proposals">{t`All proposals`}</TextLink>,
			items: waiting.proposals.map(({ id, kind, createdAt }) => ({
				key: id,
				link: (
					<TextLink to="/platform/proposals">
						<Words of={kind} labels={proposalKinds} />
					</TextLink>
				),
				detail: <Instant of={createdAt} />,
			})),
		},
	];
	return [...groups, ...useMoneyGroups(waiting)].filter(({ items }) => items.length > 0);
}

function useMoneyGroups(waiting: Waiting): Group[] {
	const { t } = useLingui();
	const hat = useHat();
	return [
		{
			title: t`Fraud warnings`,
			all: <TextLink to="/platform/fraud" search={{ standing: "OPEN" }}>{t`All warnings`}</TextLink>,
			items: waiting.warnings.map(({ id, orderId, orderNumber, amount }) => ({
				key: id,
				link: may(hat, "ORDER_READ") ? (
					<TextLink to="/platform/orders/$orderId" params={{ orderId }}>
						<OrderNumber>{orderNumber}</OrderNumber>
					</TextLink>
				) : (
					<TextLink to="/platform/fraud" search={{ standing: "OPEN" }}>
						<OrderNumber>{orderNumber}</OrderNumber>
					</TextLink>
				),
				detail: <Money of={amount} />,
			})),
		},
		{
			title: t`Refunds to pay`,
			all: <TextLink to="/platform/refunds">{t`All refunds`}</TextLink>,
			items: waiting.refunds.map(({ id, orderId, orderNumber, amount }) => ({
				key: id,
				link: (
					<TextLink to="/platform/orders/$orderId" params={{ orderId }} hash={id}>
						<OrderNumber>{orderNumber}</OrderNumber>
					</TextLink>
				),
				detail: <Money of={amount} />,
			})),
		},
		{
			title: t`Payouts that failed`,
			all: <TextLink to="/platform/payouts" search={{ status: "FAILED" }}>{t`All failed payouts`}</TextLink>,
			items: waiting.payouts.map(({ id, createdAt, amount }) => ({
				key: id,
				link: (
					<TextLink to="/platform/payouts/$payoutId" params={{ payoutId: id }}>
						<Money of={amount} />
					</TextLink>
				),
				detail: <Instant of={createdAt} />,
			})),
		},
		{
			title: t`Differences to explain`,
			all: <TextLink to="/platform/ledger/differences">{t`All differences`}</TextLink>,
			items: waiting.differences.map(({ id, kind, amount }) => ({
				key: id,
				link: (
					<TextLink to="/platform/differences/$differenceId" params={{ differenceId: id }}>
						<Words of={kind} labels={differenceKinds} />
					</TextLink>
				),
				detail: <Money of={amount} />,
			})),
		},
	];
}

function useStuck({ system: status }: Waiting): Group[] {
	const { t } = useLingui();
	if (!status || status.isHealthy) return [];
	const { jobs, webhooks } = status;
	const items: Item[] = [];
	if (jobs.parked > 0)
		items.push({ key: "jobs", link: t`Jobs that failed`, detail: <span>{jobs.parked}</span> });
	if (webhooks.parked > 0)
		items.push({ key: "webhooks", link: t`Webhooks not applied`, detail: <span>{webhooks.parked}</span> });
	if (items.length === 0) items.push({ key: "late", link: t`Jobs are late`, detail: null });
	return [
		{
			title: t`Stuck`,
			all: (
				<TextLink to="/platform/system">
					<Trans>To the system</Trans>
				</TextLink>
			),
			items,
		},
	];
}
