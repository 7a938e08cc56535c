import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	AdminRefundCancelDocument,
	AdminRefundPayOtherwiseDocument,
	type RefundRowFragment,
} from "@/gql/graphql";
import { useHat, useHatMutation, useKeyedMutation } from "@/lib/hat";
import { canTakeBack, mustBePaid } from "@/lib/refunds";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { notify } from "@/ui/notice";
import { Choose } from "@/ui/select";
import { Money } from "@/ui/text";
import { FormDialog } from "./form-dialog";

type Deed = "cancel" | "otherwise";

/** What is to be done with a refund. It outlives the row, which goes when somebody else does something meanwhile. */
export type AskedRefund = { deed: Deed; refund: RefundRowFragment };
type Props = { refund: RefundRowFragment };

/** What an operator may still do with a refund: take it back, or pay it another way. */
export function RefundDeeds({ refund, onAsk }: Props & { onAsk: (asked: AskedRefund) => void }) {
	const hat = useHat();
	const { status } = refund;
	const canCancel = canTakeBack(status);
	const canPay = mustBePaid(status);
	// Members of a seller give money back, and do not say how it is paid.
	if (hat.seller || !may(hat, "REFUND_CREATE") || (!canCancel && !canPay)) return null;
	return (
		<span className="flex flex-wrap gap-2">
			{canPay && (
				<Button onPress={() => onAsk({ deed: "otherwise", refund })}>
					<Trans>Note as paid…</Trans>
				</Button>
			)}
			{canCancel && (
				<Button onPress={() => onAsk({ deed: "cancel", refund })}>
					<Trans>Take back…</Trans>
				</Button>
			)}
		</span>
	);
}

/** Asks before something is done with a refund, and for what it needs. */
export function RefundDeedDialog({ deed, refund, onClose }: AskedRefund & { onClose: () => void }) {
	const Asking = deed === "cancel" ? CancelDialog : OtherwiseDialog;
	return <Asking refund={refund} onClose={onClose} />;
}

function CancelDialog({ refund, onClose }: Props & { onClose: () => void }) {
	const { t } = useLingui();
	const cancel = useHatMutation(AdminRefundCancelDocument, ["refunds", "orders", "money"]);
	return (
		<FormDialog
			title={t`Take the refund back?`}
			verb={<Trans>Take back</Trans>}
			isDanger
			mutation={cancel}
			fields={[]}
			onClose={onClose}
			onSubmit={() =>
				cancel.mutate(
					{ input: { refundId: refund.id } },
					{
						onSuccess: () => {
							notify(t`The refund is taken back.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				{refund.status === "FAILED" ? (
					<Trans>
						The buyer does not get <Money of={refund.amount} /> by this refund. It works only when they have
						that money already, from their bank or by another refund. What they do not have can be refunded
						anew.
					</Trans>
				) : (
					<Trans>
						The buyer does not get <Money of={refund.amount} />. It works only while the money has not left.
					</Trans>
				)}
			</p>
		</FormDialog>
	);
}

function OtherwiseDialog({ refund, onClose }: Props & { onClose: () => void }) {
	const { t } = useLingui();
	const [method, setMethod] = useState<"BANK" | "STORE_CREDIT">("BANK");
	const [reference, setReference] = useState("");
	const pay = useKeyedMutation(AdminRefundPayOtherwiseDocument, ["refunds", "orders", "money"]);
	return (
		<FormDialog
			title={t`Note how the refund was paid`}
			verb={<Trans>Note it</Trans>}
			mutation={pay}
			fields={["reference"]}
			onClose={onClose}
			onSubmit={() =>
				pay.mutate(
					{ input: { refundId: refund.id, method, reference: reference || undefined } },
					{
						onSuccess: () => {
							notify(t`It is noted as paid.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>
					The buyer gets <Money of={refund.amount} /> outside of the payment provider.
				</Trans>
			</p>
			<Choose
				label={t`Way`}
				value={method}
				labels={{ BANK: t`By bank`, STORE_CREDIT: t`As credit on the platform` }}
				onChange={setMethod}
			/>
			{method === "BANK" && (
				<TextField
					label={t`Reference of the bank transfer`}
					name="reference"
					isRequired
					maxLength={200}
					value={reference}
					onChange={setReference}
				/>
			)}
		</FormDialog>
	);
}
