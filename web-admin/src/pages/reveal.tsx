import { Trans, useLingui } from "@lingui/react/macro";
import { Eye } from "lucide-react";
import { useState } from "react";
import { AdminPersonalDataRevealDocument } from "@/gql/graphql";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { FormFailure } from "./failure";

/** How long to wait until what is revealed is masked again, for refetchInterval. */
export function untilMasked(revealedUntil: string | null | undefined): number | false {
	return revealedUntil ? Math.max(new Date(revealedUntil).getTime() - Date.now(), 0) + 1000 : false;
}

/** Asks for what is masked of an order, for whoever may give a reason. */
export function RevealButton({ orderId, number }: { orderId: string; number: string }) {
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (!may(hat, "BUYER_PII_REVEAL")) return null;
	return (
		<>
			<Button onPress={() => setOpen(true)}>
				<Eye aria-hidden="true" className="size-4" />
				<Trans>Reveal…</Trans>
			</Button>
			{isOpen && <RevealDialog orderId={orderId} number={number} onClose={() => setOpen(false)} />}
		</>
	);
}

type RevealDialogProps = { orderId: string; number: string; onClose: () => void };

function RevealDialog({ orderId, number, onClose }: RevealDialogProps) {
	const { t } = useLingui();
	const [reason, setReason] = useState("");
	const reveal = useHatMutation(AdminPersonalDataRevealDocument, ["orders", "people", "audit"]);
	const faults = faultsByField(reveal.error, ["reason"]);
	return (
		<Dialog title={t`Reveal the buyer of ${number}?`} isOpen onClose={onClose} isBusy={reveal.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					reveal.mutate(
						{ input: { subject: orderId, reason } },
						{
							onSuccess: () => {
								notify(t`The buyer is shown for 15 minutes.`);
								onClose();
							},
						},
					);
				}}
			>
				<p className="text-muted">
					<Trans>
						Name, email and address of this order are shown to you for 15 minutes. That you asked, and why, is
						in the audit log.
					</Trans>
				</p>
				<FormFailure error={reveal.error} faults={faults} />
				<TextField
					label={t`Reason`}
					name="reason"
					rows={4}
					isRequired
					maxLength={1000}
					autoFocus
					value={reason}
					onChange={setReason}
				/>
				<DialogActions>
					<Button onPress={onClose} isDisabled={reveal.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={reveal.isPending}>
						<Trans>Reveal</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
