import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { Check, Circle, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Payout } from "@/lib/payout";
import { payoutFailures } from "@/lib/provider-words";
import { Banner } from "@/ui/states";
import { Words } from "@/ui/status";
import { Instant } from "@/ui/text";

type Step = { name: string; at?: string | null; expected?: string | null; state: "done" | "open" | "failed" };

/** How far a payout has come, with the day of each step. */
export function PayoutSteps({ of: payout, leftAt }: { of: Payout; leftAt: string | undefined }) {
	const { t } = useLingui();
	const { status, createdAt, settledAt, expectedAt } = payout;
	const hasFailed = status === "FAILED" || status === "CANCELLED";
	const steps: Step[] = [
		{ name: t({ message: "Planned", context: "a step" }), at: createdAt, state: "done" },
	];
	// One that was refused at once has never been on its way.
	if (leftAt || !hasFailed) steps.push({ name: t`On its way`, at: leftAt, state: leftAt ? "done" : "open" });
	if (status === "FAILED") steps.push({ name: t`Failed`, at: settledAt, state: "failed" });
	else if (status === "CANCELLED") steps.push({ name: t`Cancelled`, at: settledAt, state: "failed" });
	else {
		const isPaid = status === "PAID";
		steps.push({
			name: t`Arrived`,
			at: isPaid ? settledAt : undefined,
			expected: isPaid ? undefined : expectedAt,
			state: isPaid ? "done" : "open",
		});
	}
	return (
		<ol aria-label={t`How far it has come`} className="flex flex-col gap-3 sm:flex-row sm:gap-8">
			{steps.map(({ name, at, expected, state }) => (
				<li key={name} className="flex items-start gap-2">
					<Mark state={state} />
					<span className="flex flex-col">
						<span className={clsx("font-medium", state === "open" && "text-muted")}>{name}</span>
						<span className="text-muted">
							{at && <Instant of={at} isLong />}
							{!at && expected && (
								<Trans>
									expected on <Instant of={expected} />
								</Trans>
							)}
							{!at && !expected && state === "open" && <Trans>not yet</Trans>}
						</span>
					</span>
				</li>
			))}
		</ol>
	);
}

function Mark({ state }: { state: Step["state"] }) {
	const Icon = { done: Check, open: Circle, failed: X }[state];
	const look = { done: "text-ok", open: "text-muted", failed: "text-danger" }[state];
	return <Icon aria-hidden="true" className={clsx("mt-0.5 size-4 shrink-0", look)} />;
}

/** What passes by itself; everything else is about the bank account. */
const passing = new Set(["balance_insufficient", "could_not_process", "insufficient_funds", "declined"]);

/** What becomes of a payout that was given up before the provider was asked. */
const givenUp: Record<string, MessageDescriptor> = {
	payout_held: msg`It never left the balance, and is paid out as soon as nothing holds it back.`,
	payout_taken_back: msg`It never left the balance. What is not taken back is paid out anew.`,
};

/** Why a payout did not arrive, and what is to be done about it. */
export function PayoutFailure({ of: payout, bank }: { of: Payout; bank?: ReactNode }) {
	const { i18n } = useLingui();
	const { status, failureCode } = payout;
	if (status !== "FAILED") return null;
	const outcome = givenUp[failureCode];
	if (outcome)
		return (
			<Banner tone="warn" role="status">
				<p className="font-semibold">
					<Words of={failureCode} labels={payoutFailures} />
				</p>
				<p>{i18n._(outcome)}</p>
			</Banner>
		);
	return (
		<Banner tone="danger" role="status" action={!passing.has(failureCode) && bank}>
			<p className="font-semibold">
				{failureCode ? (
					<Words of={failureCode} labels={payoutFailures} />
				) : (
					<Trans>The bank does not say why it did not take the payout</Trans>
				)}
			</p>
			<p>
				<Trans>The money is in the balance again.</Trans>{" "}
				{passing.has(failureCode) ? (
					<Trans>Nothing has to be done: it is paid out again, a day later at the earliest.</Trans>
				) : bank ? (
					<Trans>Correct the bank account. It is paid out again as soon as that is done.</Trans>
				) : (
					<Trans>
						The seller has to correct the bank account. It is paid out again as soon as that is done.
					</Trans>
				)}
			</p>
		</Banner>
	);
}
