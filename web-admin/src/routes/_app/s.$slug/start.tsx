import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { Circle, CircleCheck, Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { useHat } from "@/lib/hat";
import { requirementsInWords } from "@/lib/requirements";
import { may } from "@/lib/session";
import { type Step, type StepName, useStart } from "@/lib/start";
import { Needs } from "@/pages/needs";
import { OnboardingButton } from "@/pages/payout-account";
import { buttonClass } from "@/ui/button";
import { Page, TextLink } from "@/ui/page";
import { Progress } from "@/ui/progress";
import { Failure, Skeleton } from "@/ui/states";

export const Route = createFileRoute("/_app/s/$slug/start")({
	component: () => (
		<Needs permission="SELLER_READ">
			<Start />
		</Needs>
	),
});

function Start() {
	const { t } = useLingui();
	const { slug } = Route.useParams();
	const { steps, done, isComplete, isLoaded, error, retry, payout } = useStart();
	const total = steps.length;
	return (
		<Page
			title={t`Getting started`}
			back={
				<TextLink to="/s/$slug" params={{ slug }}>
					<Trans>Home</Trans>
				</TextLink>
			}
		>
			{!isLoaded && error && <Failure error={error} onRetry={retry} />}
			{!isLoaded && !error && <Skeleton label={t`Loading the steps`} />}
			{isLoaded && (
				<>
					<div className="flex max-w-2xl flex-col gap-2">
						<p role="status">
							{isComplete
								? t`All steps are done. You can sell, and you are paid.`
								: t`${done} of ${total} steps are done.`}
						</p>
						<Progress label={t`Steps that are done`} max={total} value={done} />
					</div>
					<ol className="flex max-w-2xl flex-col gap-3">
						{steps.map((step) => (
							<StepRow key={step.name} step={step}>
								<StepBody step={step} due={payout?.currentlyDue ?? []} account={payout ?? null} />
							</StepRow>
						))}
					</ol>
				</>
			)}
		</Page>
	);
}

const icons = { done: CircleCheck, todo: Circle, waiting: Hourglass };
const inks = { done: "text-ok", todo: "text-field", waiting: "text-warn" };

function useTitles(): Record<StepName, string> {
	const { t } = useLingui();
	return {
		terms: t`Accept the terms`,
		approval: t`The platform approves you`,
		identity: t`Tell the payment provider who you are`,
		bank: t`Say where your money goes`,
		product: t`Describe your first product`,
		offer: t`Offer it with a price and stock`,
	};
}

function StepRow({ step, children }: { step: Step; children: ReactNode }) {
	const { t } = useLingui();
	const titles = useTitles();
	const Icon = icons[step.state];
	const states = { done: t`Done`, todo: t`To do`, waiting: t`Waiting for others` };
	return (
		<li className="flex gap-3 rounded-lg border border-line bg-surface p-4">
			<Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${inks[step.state]}`} />
			<div className="flex min-w-0 flex-1 flex-col items-start gap-2">
				<h2 className="font-semibold">
					{titles[step.name]}{" "}
					<span className="ms-1 text-xs font-normal text-muted">{states[step.state]}</span>
				</h2>
				{children}
			</div>
		</li>
	);
}

type BodyProps = {
	step: Step;
	due: string[];
	account: Parameters<typeof OnboardingButton>[0]["account"];
};

/** What is to be done, and the way to it. */
function StepBody({ step: { name, state }, due, account }: BodyProps) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const { slug } = Route.useParams();
	if (state === "done") return null;
	switch (name) {
		case "terms":
			return (
				<p className="text-muted">
					<Trans>Read them with the button at the top of this page.</Trans>
				</p>
			);
		case "approval":
			return (
				<p className="text-muted">
					<Trans>Somebody looks at your application. You get a mail when it is decided.</Trans>
				</p>
			);
		case "identity":
			return (
				<>
					{state === "waiting" ? (
						<p className="text-muted">
							<Trans>Stripe checks what you have told. This usually takes minutes.</Trans>
						</p>
					) : (
						<>
							<p className="text-muted">
								<Trans>Stripe asks for this in its own form. You can go on later where you stopped.</Trans>
							</p>
							{due.length > 0 && (
								<ul aria-label={t`Still missing`} className="list-disc ps-5">
									{requirementsInWords(due).map((words) => (
										<li key={words.id}>{i18n._(words)}</li>
									))}
								</ul>
							)}
							{may(hat, "PAYOUT_ACCOUNT_EDIT") && <OnboardingButton account={account} />}
						</>
					)}
				</>
			);
		case "bank":
			return (
				<p className="text-muted">
					<Trans>It is asked for in the same form of Stripe. We only learn its last four digits.</Trans>
				</p>
			);
		case "product":
			return may(hat, "PRODUCT_CREATE") ? (
				<TextLink to="/s/$slug/products/new" params={{ slug }} className={buttonClass("primary")}>
					<Trans>New product</Trans>
				</TextLink>
			) : null;
		case "offer":
			return (
				<TextLink to="/s/$slug/products" params={{ slug }}>
					<Trans>To your products</Trans>
				</TextLink>
			);
	}
}
