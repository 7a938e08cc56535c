import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { events } from "@/gql/events";
import { AdminAuditEntriesDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { askEvery } from "@/lib/live";
import { hatQuery } from "@/lib/query";
import { TextLink } from "@/ui/page";
import { Section } from "@/ui/panel";
import { Said } from "@/ui/said";
import { Failure, Skeleton } from "@/ui/states";
import { Code, Instant } from "@/ui/text";
import { Person } from "./person-name";
import { SubjectLink } from "./subject-link";

/** What people have decided and changed last. */
export function Latest() {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery({
		...hatQuery(useHat(), "audit", AdminAuditEntriesDocument, { first: 6 }),
		refetchInterval: askEvery,
	});
	const entries = data?.auditEntries?.nodes;
	return (
		<Section
			title={t`Latest activity`}
			action={<TextLink to="/platform/audit">{t`The whole audit log`}</TextLink>}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading: latest activity`} />}
			{entries && entries.length > 0 && (
				<ol className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
					{entries.map(({ id, kind, subject, actor, seller, at }) => {
						const words = events[kind];
						return (
							<li
								key={id}
								className="flex flex-col gap-y-0.5 px-4 py-2.5 wide:grid wide:items-baseline wide:gap-x-3 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_11rem]"
							>
								<span className="flex min-w-0 flex-wrap gap-x-2 break-words *:min-w-0">
									<span>
										<SubjectLink of={subject}>
											{words ? <Said>{words}</Said> : <Code>{kind}</Code>}
										</SubjectLink>
									</span>
									{seller && <span className="text-muted">{seller.name}</span>}
								</span>
								<span className="flex flex-col text-sm text-muted wide:contents">
									{actor && <Person of={actor} />}
									<span className="wide:col-start-3 wide:text-end">
										<Instant of={at} isLong />
									</span>
								</span>
							</li>
						);
					})}
				</ol>
			)}
			{entries?.length === 0 && (
				<p className="text-muted">
					<Trans>Nothing is on record yet.</Trans>
				</p>
			)}
		</Section>
	);
}
