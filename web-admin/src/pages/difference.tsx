import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { DifferenceFullFragment } from "@/gql/graphql";
import { differenceQuery } from "@/lib/differences";
import { useHat } from "@/lib/hat";
import { differenceAges, differenceKinds, differenceStatuses, resolutions } from "@/lib/labels";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Page } from "@/ui/page";
import { Facts, Panel } from "@/ui/panel";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Code, Instant, Money } from "@/ui/text";
import { AccountName } from "./ledger-entries";
import { ResolveDialog } from "./resolve-dialog";

/** One thing on which ledger and provider disagree, and what became of it. */
export function DifferencePage({ id, back }: { id: string; back: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery(differenceQuery(hat, id));
	if (!data?.reconciliationDifference) {
		return (
			<Page title={t`Difference`} back={back}>
				{error && <Failure error={error} onRetry={() => void refetch()} />}
				{!error && !data && <Skeleton label={t`Loading the difference`} />}
				{data && <Empty icon={Scale} title={t`There is no such difference`} />}
			</Page>
		);
	}
	return <Loaded difference={data.reconciliationDifference} back={back} />;
}

function Loaded({ difference, back }: { difference: DifferenceFullFragment; back: ReactNode }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setIsOpen] = useState(false);
	const [isProposed, setIsProposed] = useState(false);
	const isUnexplained =
		difference.status === "OPEN" || difference.status === "SUSPENDED" || difference.status === "ACCEPTED";
	return (
		<Page
			title={t`Difference`}
			back={back}
			badge={<Status of={difference.status} labels={differenceStatuses} />}
			actions={
				isUnexplained &&
				may(hat, "RECONCILIATION_RESOLVE") && (
					<Button look="primary" onPress={() => setIsOpen(true)}>
						<Trans>Resolve…</Trans>
					</Button>
				)
			}
		>
			{isProposed && (
				<Banner tone="info">
					<Trans>A second person has to approve it. The proposal waits on the page of proposals.</Trans>
				</Banner>
			)}
			{difference.status === "SUSPENDED" && (
				<Banner tone="info">
					<Trans>
						The movement is in the ledger, in suspense. It leaves suspense when its news comes, or when
						somebody says what it was.
					</Trans>
				</Banner>
			)}
			<Panel title={t`What differs`}>
				<Facts
					facts={[
						{ term: t`Kind`, detail: <Words of={difference.kind} labels={differenceKinds} /> },
						{ term: t`Account`, detail: difference.seller?.name ?? <Code>{difference.account}</Code> },
						difference.transaction && { term: t`Transaction`, detail: <Code>{difference.transaction}</Code> },
						difference.type && { term: t`Type at the provider`, detail: <Code>{difference.type}</Code> },
						difference.source && { term: t`Journal`, detail: <Code>{difference.source}</Code> },
						{ term: t`The provider says`, detail: <Money of={difference.provider} /> },
						{ term: t`The ledger says`, detail: <Money of={difference.ledger} /> },
						{ term: t`Difference`, detail: <Money of={difference.amount} className="font-semibold" /> },
						{ term: t`Age`, detail: <Words of={difference.age} labels={differenceAges} /> },
						{ term: t`Seen first`, detail: <Instant of={difference.firstSeenAt} isLong /> },
						{ term: t`Seen last`, detail: <Instant of={difference.lastSeenAt} isLong /> },
						difference.suspendedAt && {
							term: t`In suspense since`,
							detail: <Instant of={difference.suspendedAt} isLong />,
						},
					]}
				/>
			</Panel>
			{difference.resolution && (
				<Panel title={t`What became of it`}>
					<Facts
						facts={[
							{ term: t`Outcome`, detail: <Words of={difference.resolution} labels={resolutions} /> },
							difference.bookedTo && { term: t`Booked to`, detail: <AccountName of={difference.bookedTo} /> },
							difference.linkedId && { term: t`Linked to`, detail: <Code>{difference.linkedId}</Code> },
							difference.reason && { term: t`Reason`, detail: difference.reason },
							difference.resolvedAt && {
								term: t`When`,
								detail: <Instant of={difference.resolvedAt} isLong />,
							},
						]}
					/>
				</Panel>
			)}
			{isOpen && (
				<ResolveDialog
					difference={difference}
					onClose={() => setIsOpen(false)}
					onProposed={() => setIsProposed(true)}
				/>
			)}
		</Page>
	);
}
