import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, RotateCw } from "lucide-react";
import { useState } from "react";
import {
	AdminParkedJobRetryDocument,
	AdminParkedJobsDocument,
	type AdminParkedJobsQuery,
} from "@/gql/graphql";
import { ApiError, request } from "@/lib/api";
import { useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { withStepUp } from "@/lib/step-up";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { JsonFacts } from "@/ui/json";
import { Banner, Empty, Failure, Skeleton } from "@/ui/states";
import { Instant } from "@/ui/text";

type Job = NonNullable<AdminParkedJobsQuery["parkedJobs"]>[number];
/** What came of a retry: nothing to say when it was given one more attempt. */
type Outcome = { id: string; kind: string; fault?: string };

/** Jobs that have failed for the last time, and the way to give some or all of them one more attempt. */
export function ParkedJobs() {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "system", AdminParkedJobsDocument, {}),
		refetchInterval: 10_000,
	});
	const jobs = data?.parkedJobs ?? [];
	const [chosen, setChosen] = useState<string[]>([]);
	const picked = jobs.filter(({ id }) => chosen.includes(id));
	const retry = useMutation({
		mutationFn: async (which: Job[]) => {
			const outcomes: Outcome[] = [];
			// One after the other: each has an outcome of its own, and the rest goes on when one fails.
			for (const { id, kind } of which) outcomes.push({ id, kind, fault: await retryOne(hat.actAs, id) });
			return outcomes;
		},
		onSuccess: () => {
			setChosen([]);
			return client.invalidateQueries({ queryKey: ["system"] });
		},
	});
	if (!data && error) return <Failure error={error} onRetry={() => void refetch()} />;
	if (!data) return <Skeleton rows={3} label={t`Loading: failed jobs`} />;
	const count = picked.length;
	return (
		<>
			{retry.data && <Outcomes of={retry.data} />}
			{jobs.length === 0 ? (
				<Empty icon={CircleCheck} title={t`No job has failed for good`}>
					{t`A job that goes on failing is tried for an hour. Then it waits here, and nothing of it is lost.`}
				</Empty>
			) : (
				<>
					{may(hat, "JOB_RETRY") && (
						<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
							<Checkbox
								isSelected={count === jobs.length}
								onChange={(all) => setChosen(all ? jobs.map(({ id }) => id) : [])}
							>
								<Trans>All {jobs.length}</Trans>
							</Checkbox>
							<Button
								look="primary"
								isDisabled={count === 0 || retry.isPending}
								onPress={() => retry.mutate(picked)}
							>
								<RotateCw aria-hidden="true" className="size-4" />
								<Trans>Retry chosen ({count})</Trans>
							</Button>
						</div>
					)}
					<ul aria-label={t`Failed jobs`} className="flex flex-col gap-2">
						{jobs.map((job) => (
							<li key={job.id} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
								<JobHead
									job={job}
									isChosen={chosen.includes(job.id)}
									onChoose={(is) =>
										setChosen(is ? [...chosen, job.id] : chosen.filter((each) => each !== job.id))
									}
								/>
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

async function retryOne(actAs: string | null | undefined, jobId: string): Promise<string | undefined> {
	try {
		const { parkedJobRetry: answer } = await withStepUp(() =>
			request(AdminParkedJobRetryDocument, { input: { jobId } }, { actAs }),
		);
		return answer?.userErrors.map(({ message }) => message).join(" ") || undefined;
	} catch (error) {
		if (error instanceof ApiError && error.code !== "UNAUTHENTICATED") return error.message;
		throw error;
	}
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

function Outcomes({ of }: { of: Outcome[] }) {
	const failed = of.filter(({ fault }) => fault);
	const done = of.length - failed.length;
	return (
		<Banner tone={failed.length > 0 ? "warn" : "info"} role="status">
			<p>
				<Plural value={done} one="# job has one more attempt." other="# jobs have one more attempt." />
			</p>
			{failed.length > 0 && (
				<ul>
					{failed.map(({ id, kind, fault }) => (
						<li key={id}>
							<code className="font-mono text-xs">{kind}</code> {id}: {fault}
						</li>
					))}
				</ul>
			)}
		</Banner>
	);
}
