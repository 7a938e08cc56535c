import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { AdminToDoDocument, type AdminToDoQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { differenceKinds, proposalKinds } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Words } from "@/ui/status";
import { Instant, Money } from "@/ui/text";
import { Deadline } from "./deadline";

const hour = 3_600_000;

/** Two days from now, at a full hour: the same question for a while. */
const inTwoDays = () => new Date((Math.ceil(Date.now() / hour) + 48) * hour).toISOString();

const toDoQuery = (hat: Hat) =>
	hatQuery(hat, "todo", AdminToDoDocument, {
		sellers: may(hat, "SELLER_APPROVE"),
		disputes: may(hat, "DISPUTE_SUBMIT"),
		payouts: may(hat, "LEDGER_READ") && may(hat, "SELLER_PAYOUT_READ"),
		ledger: may(hat, "RECONCILIATION_RESOLVE") && may(hat, "LEDGER_READ"),
		proposals: may(hat, "PROPOSAL_DECIDE") && may(hat, "PROPOSAL_READ"),
		warnings: may(hat, "FRAUD_WARNING_READ"),
		system: may(hat, "SYSTEM_READ"),
		dueBefore: inTwoDays(),
	});

/** What waits for somebody of this role. */
export function ToDo() {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({ ...toDoQuery(hat), refetchInterval: 60_000 });
	const groups = useGroups(data);
	return (
		<Section title={t`To do`}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading: what is to be done`} />}
			{data && groups.length === 0 && (
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
type Group = { title: string; all: ReactNode; items: Item[] };

/** So many are shown; one more is asked for, to know whether there are more. */
const shown = 5;

function GroupOf({ group }: { group: Group }) {
	const { title, all, items } = group;
	const count = items.length > shown ? `${shown}+` : String(items.length);
	return (
		<section aria-label={title} className="rounded-lg border border-line bg-surface p-4">
			<div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
				<h3 className="font-semibold">
					{title} <span className="font-normal text-muted tabular-nums">{count}</span>
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

const isOpen = ({ status, answerStatus }: NonNullable<AdminToDoQuery["disputes"]>["nodes"][number]) =>
	(status === "OPEN" || status === "INQUIRY") && (answerStatus === "NONE" || answerStatus === "REFUSED");

function useGroups(data: AdminToDoQuery | undefined): Group[] {
	const { t } = useLingui();
	const groups: Group[] = [
		...useStuck(data),
		{
			title: t`Sellers to review`,
			all: (
				<TextLink to="/platform/sellers" search={{ status: "APPLIED" }}>{t`All sellers to review`}</TextLink>
			),
			items: (data?.sellers?.nodes ?? []).map(({ id, name, business }) => ({
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
			items: (data?.disputes?.nodes ?? []).filter(isOpen).map(({ id, dueBy, amount }) => ({
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
			items: (data?.proposals?.nodes ?? [])
				.filter(({ isDecidable }) => isDecidable)
				.map(({ id, kind, createdAt }) => ({
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
	return [...groups, ...useMoneyGroups(data)].filter(({ items }) => items.length > 0);
}

function useMoneyGroups(data: AdminToDoQuery | undefined): Group[] {
	const { t } = useLingui();
	return [
		{
			title: t`Warnings of fraud`,
			all: <TextLink to="/platform/fraud" search={{ standing: "OPEN" }}>{t`All warnings`}</TextLink>,
			items: (data?.fraudWarnings?.nodes ?? []).map(({ id, orderNumber, amount }) => ({
				key: id,
				link: (
					<TextLink to="/platform/fraud" search={{ standing: "OPEN" }}>
						{orderNumber}
					</TextLink>
				),
				detail: <Money of={amount} />,
			})),
		},
		{
			title: t`Payouts that failed`,
			all: <TextLink to="/platform/payouts" search={{ status: "FAILED" }}>{t`All failed payouts`}</TextLink>,
			items: (data?.payouts?.nodes ?? []).map(({ id, createdAt, amount }) => ({
				key: id,
				link: (
					<TextLink to="/platform/payouts" search={{ status: "FAILED" }}>
						<Money of={amount} />
					</TextLink>
				),
				detail: <Instant of={createdAt} />,
			})),
		},
		{
			title: t`Differences to explain`,
			all: <TextLink to="/platform/ledger/differences">{t`All differences`}</TextLink>,
			items: (data?.reconciliationDifferences?.nodes ?? []).map(({ id, kind, amount }) => ({
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

function useStuck(data: AdminToDoQuery | undefined): Group[] {
	const { t } = useLingui();
	const status = data?.systemStatus;
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
