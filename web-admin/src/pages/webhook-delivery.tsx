import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useHat } from "@/lib/hat";
import { attemptOutcomes, deliveryStatuses } from "@/lib/webhook-labels";
import { deliveryQuery, eventName } from "@/lib/webhooks";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Facts } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";
import { Code, Instant } from "@/ui/text";

/** JSON with its members on lines of their own; a text that is none stands as it is. */
function pretty(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}

/** A message, and how each try to send it went. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery(deliveryQuery(useHat(), id));
	const delivery = data?.webhookDelivery;
	return (
		<Dialog title={delivery ? eventName(delivery.event) : t`Message`} isOpen onClose={onClose}>
			{!delivery && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!delivery && !error && <Skeleton label={t`Loading: Message`} />}
			{delivery && (
				<div className="flex min-w-0 flex-col gap-4">
					<Facts
						facts={[
							{ term: t`Status`, detail: <Status of={delivery.status} labels={deliveryStatuses} /> },
							{ term: t`Message`, detail: <Code>{delivery.id}</Code> },
							{ term: t`Event`, detail: <Code>{delivery.eventId}</Code> },
							{ term: t`Happened`, detail: <Instant of={delivery.occurredAt} isLong /> },
							delivery.nextAttemptAt && {
								term: t`Next attempt`,
								detail: <Instant of={delivery.nextAttemptAt} isLong />,
							},
						]}
					/>
					<section className="min-w-0">
						<h3 className="mb-1 text-sm font-medium">{t`What is sent`}</h3>
						<Text label={t`What is sent`}>{pretty(delivery.payload)}</Text>
					</section>
					<section className="min-w-0">
						<h3 className="mb-1 text-sm font-medium">{t`Attempts`}</h3>
						{delivery.attempts.length === 0 && <p className="text-muted">{t`None yet`}</p>}
						<ol className="flex flex-col gap-3">
							{delivery.attempts.map((attempt) => (
								<li key={attempt.number} className="flex min-w-0 flex-col gap-1">
									<span className="flex flex-wrap items-center gap-x-3 gap-y-1">
										<Status of={attempt.outcome} labels={attemptOutcomes} />
										{attempt.statusCode && <Code>{String(attempt.statusCode)}</Code>}
										<Instant of={attempt.startedAt} isLong />
										{attempt.durationMs !== null && (
											<span className="text-muted">{t`${attempt.durationMs} ms`}</span>
										)}
									</span>
									{attempt.problem && <span className="text-sm text-muted">{attempt.problem}</span>}
									{attempt.answer && <Text label={t`Attempts`}>{attempt.answer}</Text>}
								</li>
							))}
						</ol>
					</section>
				</div>
			)}
			<DialogActions>
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

/** A text of a program as it is, from left to right in every language. */
function Text({ label, children }: { label: string; children: string }) {
	return (
		<pre
			role="group"
			aria-label={label}
			tabIndex={0}
			dir="ltr"
			className="max-h-60 overflow-y-auto rounded-md border border-line bg-bg p-3 font-mono text-xs break-all whitespace-pre-wrap"
		>
			{children}
		</pre>
	);
}
