import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { OperatorOrderCancelDocument } from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { notify } from "@/ui/notice";
import { ReasonDialog } from "./reason-dialog";

type Props = { orderId: string; number: string; isPossible: boolean };

/** Cancels an order that awaits its payment, for whoever may. */
export function OrderCancelButton({ orderId, number, isPossible }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	const cancel = useHatMutation(OperatorOrderCancelDocument, ["orders", "audit"]);
	// The page may hear that it is cancelled before the dialog does.
	if (!may(hat, "ORDER_CANCEL") || (!isPossible && !isOpen)) return null;
	return (
		<>
			{isPossible && (
				<Button onPress={() => setOpen(true)}>
					<Trans>Cancel the order…</Trans>
				</Button>
			)}
			{isOpen && (
				<ReasonDialog
					title={t`Cancel order ${number}?`}
					verb={<Trans>Cancel the order</Trans>}
					hint={t`It is kept in the audit log.`}
					mutation={cancel}
					onSubmit={(reason) =>
						cancel.mutate(
							{ input: { orderId, reason } },
							{
								onSuccess: () => {
									notify(t`The order is cancelled.`);
									setOpen(false);
								},
							},
						)
					}
					onClose={() => {
						cancel.reset();
						setOpen(false);
					}}
				>
					<Trans>
						The buyer cannot pay it any more, and is told. Its stock goes back on the shelf. It is paid all
						the same if the buyer is faster.
					</Trans>
				</ReasonDialog>
			)}
		</>
	);
}
