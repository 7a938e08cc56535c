import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AdminSystemDocument } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { numerals } from "@/lib/numerals";
import { hatQuery } from "@/lib/query";
import { Page } from "@/ui/page";
import { Figure, Section } from "@/ui/panel";
import { Banner, Failure, Skeleton } from "@/ui/states";
import { Code, Instant } from "@/ui/text";
import { ParkedJobs } from "./parked-jobs";

/** How the process does. */
export function System() {
	const { t } = useLingui();
	return (
		<Page title={t`System`}>
			<State />
		</Page>
	);
}

function State() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { data, error, refetch } = useQuery({
		...hatQuery(hat, "system", AdminSystemDocument, {}),
		refetchInterval: 10_000,
	});
	const status = data?.systemStatus;
	const number = (n: number) => n.toLocaleString(numerals(i18n.locale));
	if (!status) {
		if (error) return <Failure error={error} onRetry={() => void refetch()} />;
		return <Skeleton rows={3} label={t`Loading: the system`} />;
	}
	const { jobs, webhooks } = status;
	const minutes = number(Math.ceil(jobs.oldestWaitingSeconds / 60));
	return (
		<>
			{status.isHealthy ? (
				<Banner tone="info">
					<Trans>Everything runs.</Trans>
				</Banner>
			) : (
				<Banner tone="warn">
					<ul className="flex flex-col gap-1">
						{jobs.parked > 0 && (
							<li>
								<Trans>Jobs have failed for the last time. Mend what is wrong, then retry them below.</Trans>
							</li>
						)}
						{webhooks.parked > 0 && (
							<li>
								<Trans>
									Webhooks of another version or mode of Stripe were not applied. The command etal doctor says
									which.
								</Trans>
							</li>
						)}
						{jobs.oldestWaitingSeconds > 300 && (
							<li>
								<Trans>A job waits for {minutes} minutes already. Are workers running?</Trans>
							</li>
						)}
					</ul>
				</Banner>
			)}
			<Section title={t`Jobs`}>
				<dl className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-3">
					<Figure name={t`Waiting`} value={number(jobs.waiting)} />
					<Figure name={t`Running`} value={number(jobs.running)} />
					<Figure name={t`For later`} value={number(jobs.delayed)} note={t`or for their next attempt`} />
					<Figure name={t`Failed`} value={number(jobs.parked)} />
				</dl>
				<ParkedJobs />
			</Section>
			<Section title={t`Webhooks of Stripe`}>
				<dl className="grid grid-cols-2 gap-2 sm:grid-cols-4 sm:gap-3">
					<Figure
						name={t`Waiting`}
						value={number(webhooks.waiting)}
						note={
							webhooks.oldestReceivedAt && (
								<Trans>
									since <Instant of={webhooks.oldestReceivedAt} isLong />
								</Trans>
							)
						}
					/>
					<Figure name={t`Not applied`} value={number(webhooks.parked)} />
				</dl>
			</Section>
			<Section title={t`Process`}>
				<dl className="grid grid-cols-1 gap-2 sm:grid-cols-3 sm:gap-3">
					<Figure name={t`Version`} value={<Code>{status.version || "–"}</Code>} />
					<Figure name={t`Database`} value={status.database} />
					<Figure name={t`Started`} value={<Instant of={status.startedAt} isLong />} />
				</dl>
			</Section>
		</>
	);
}
