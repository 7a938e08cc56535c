import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, RotateCw } from "lucide-react";
import { useState } from "react";
import {
	AdminParkedJobRetryDocument,
	AdminParkedJobsDocument,
	type AdminParkedJobsQuery,
} from "@/gql/graphql";
import { change, useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { useSelection } from "@/lib/selection";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { JsonFacts } from "@/ui/json";
import { BulkBar } from "@/ui/select-rows";
import { Empty, Failure, Skeleton } from "@/ui/states";
import { Instant } from "@/ui/text";
import { BulkDialog } from "./bulk-dialog";

type Job = NonNullable<AdminParkedJobsQuery["parkedJobs"]>[number];

/** Jobs that have failed for the last time, and the way to give some or all of them one more attempt. */
export function ParkedJobs() {
	const { t } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "system", AdminParkedJobsDocument, {}),
		refetchInterval: 10_000,
	});
	const jobs = data?.parkedJobs ?? [];
	const selection = useSelection(jobs, ({ id }) => id);
	const [asked, setAsked] = useState<Job[] | null>(null);
	if (!data && error) return <Failure error={error} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton rows={3} label={t`Loading: failed jobs`} />;
	return (
		<>
			{asked && <Retry jobs={asked} onClose={() => setAsked(null)} />}
			{jobs.length === 0 ? (
				<Empty icon={CircleCheck} title={t`No job has failed for good`}>
					{t`A job that goes on failing is tried for an hour. Then it waits here, and nothing of it is lost.`}
				</Empty>
			) : (
				<>
					{may(hat, "JOB_RETRY") && (
						<BulkBar selection={selection}>
							<Button look="primary" onPress={() => setAsked(selection.selected)}>
								<RotateCw aria-hidden="true" className="size-4" />
								<Trans>Retry…</Trans>
							</Button>
						</BulkBar>
					)}
					<ul aria-label={t`Failed jobs`} className="flex flex-col gap-2">
						{jobs.map((job) => (
							<li key={job.id} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
								<JobHead job={job} isChosen={selection.has(job)} onChoose={(is) => selection.set(job, is)} />
								<p lang="en" className="text-sm break-words text-danger">
									{job.lastError}
								</p>
								<details>
									<summary className="cursor-pointer text-brand">{t`What it is about`}</summary>
									<div className="pt-2">
										<JsonFacts text={job.content} />
									</div>
								</details>
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}

function Retry({ jobs, onClose }: { jobs: Job[]; onClose: () => void }) {
	const { t } = useLingui();
	const { actAs } = useHat();
	return (
		<BulkDialog
			title={t`Retry the chosen jobs`}
			verb={<Trans>Retry</Trans>}
			rows={jobs}
			keyOf={({ id }) => id}
			nameOf={({ id, kind }) => `${kind} ${id}`}
			deed={({ id }) => change(AdminParkedJobRetryDocument, { input: { jobId: id } }, actAs)}
			changes={["system"]}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>Each gets one more attempt, at once.</Trans>
			</p>
		</BulkDialog>
	);
}

function JobHead({
	job,
	isChosen,
	onChoose,
}: {
	job: Job;
	isChosen: boolean;
	onChoose: (is: boolean) => void;
}) {
	const hat = useHat();
	const face = (
		<>
			<code className="font-mono text-xs font-semibold break-all">{job.kind}</code>{" "}
			<span className="text-xs text-muted">
				<Trans>
					number {job.id}, failed <Instant of={job.parkedAt} isLong /> after {job.attempts} attempts
				</Trans>
			</span>
		</>
	);
	if (!may(hat, "JOB_RETRY")) return <p>{face}</p>;
	return (
		<Checkbox isSelected={isChosen} onChange={onChoose}>
			{face}
		</Checkbox>
	);
}
