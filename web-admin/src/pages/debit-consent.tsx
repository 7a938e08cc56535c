import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	AdminDebitConsentDocument,
	type AdminDebitConsentQuery,
	AdminDebitConsentSetDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Failure, Skeleton } from "@/ui/states";
import { Instant } from "@/ui/text";
import { FormDialog } from "./form-dialog";

type Consent = NonNullable<AdminDebitConsentQuery["sellerDebitConsent"]>;

/** Whether a seller consents to debits: the one that is acted for, or the one that an operator looks at. */
export function useDebitConsent(sellerId?: string) {
	const hat = useHat();
	return useQuery(hatQuery(hat, "debts", AdminDebitConsentDocument, { sellerId }));
}

/** Whether debts may be taken from the seller's balance, and who has said so. Owners say it here. */
export function DebitConsentPanel({ sellerId }: { sellerId?: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const { data, error, refetch } = useDebitConsent(sellerId);
	const consent = data?.sellerDebitConsent;
	return (
		<Panel
			title={t`Consent to debits`}
			action={
				consent &&
				!sellerId &&
				may(hat, "PAYOUT_ACCOUNT_EDIT") && (
					<Button onPress={() => setOpen(true)}>
						{consent.isGiven ? <Trans>Take back…</Trans> : <Trans>Read and consent…</Trans>}
					</Button>
				)
			}
		>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={2} label={t`Loading the consent to debits`} />}
			{consent && <Answers consent={consent} />}
			{consent && isOpen && <ConsentDialog consent={consent} onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function Answers({ consent }: { consent: Consent }) {
	return (
		<>
			<p>
				{consent.isGiven ? (
					<Trans>Debts may be taken from the balance at the payment provider.</Trans>
				) : (
					<Trans>Debts may not be taken from the balance at the payment provider.</Trans>
				)}
			</p>
			<ul className="mt-2 flex flex-col divide-y divide-line text-muted">
				{consent.answers.map(({ id, isGiven, version, answeredAt, answeredBy }) => (
					<li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2">
						<span>
							{isGiven ? (
								<Trans>Consented to version {version}</Trans>
							) : (
								<Trans>Taken back, version {version}</Trans>
							)}
							{answeredBy && <>, {answeredBy.name || answeredBy.email}</>}
						</span>
						<Instant of={answeredAt} isLong />
					</li>
				))}
			</ul>
		</>
	);
}

function ConsentDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
	const { t } = useLingui();
	const set = useHatMutation(AdminDebitConsentSetDocument, ["debts"]);
	// What the dialog is for stays, also when the answer of the server is there before it has closed.
	const [isGiven] = useState(!consent.isGiven);
	return (
		<FormDialog
			title={isGiven ? t`Consent to debits?` : t`Take the consent back?`}
			verb={isGiven ? <Trans>I consent</Trans> : <Trans>Take back</Trans>}
			mutation={set}
			fields={[]}
			onClose={onClose}
			onSubmit={() =>
				set.mutate(
					{ input: { version: consent.version, isGiven } },
					{
						onSuccess: () => {
							notify(isGiven ? t`You have consented.` : t`The consent is taken back.`);
							onClose();
						},
					},
				)
			}
		>
			<p lang="en" className="whitespace-pre-line">
				{consent.text}
			</p>
		</FormDialog>
	);
}
