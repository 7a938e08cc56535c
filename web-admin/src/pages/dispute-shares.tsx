import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminDisputeSharesSetDocument, type DisputeFullFragment } from "@/gql/graphql";
import { decimalOf, minorOf, sumMinor } from "@/lib/format";
import { useHatMutation } from "@/lib/hat";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Money } from "@/ui/text";
import { FormFailure } from "./failure";

/** Says whose share of a dispute is what. */
export function SharesDialog({ dispute, onClose }: { dispute: DisputeFullFragment; onClose: () => void }) {
	const { t } = useLingui();
	const { currencyCode } = dispute.amount;
	const digits = dispute.amount.amount.split(".")[1]?.length ?? 0;
	const [shares, setShares] = useState<Record<string, string>>(() =>
		Object.fromEntries(dispute.parts.map((part) => [part.sellerOrder?.id ?? "", part.share.amount])),
	);
	const total = minorOf(dispute.amount.amount, digits) ?? 0n;
	const given = Object.values(shares).map((text) => minorOf(text, digits));
	// What no seller bears is the platform's.
	const isReadable = given.every((minor) => minor !== null);
	const platform = total - sumMinor(given.map((minor) => String(minor ?? 0n)));
	const set = useHatMutation(AdminDisputeSharesSetDocument, ["disputes", "money", "ledger", "audit"]);
	return (
		<Dialog title={t`Shares of the dispute`} isOpen onClose={onClose} isBusy={set.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				onSubmit={(event) => {
					event.preventDefault();
					set.mutate(
						{
							input: {
								disputeId: dispute.id,
								shares: Object.entries(shares)
									.filter(([, text]) => minorOf(text, digits) !== 0n)
									.map(([sellerOrderId, text]) => ({
										sellerOrderId,
										amount: { amount: decimalOf(minorOf(text, digits) ?? 0n, digits), currencyCode },
									})),
								platform: { amount: decimalOf(platform, digits), currencyCode },
							},
						},
						{
							onSuccess: () => {
								notify(t`The shares are set.`);
								onClose();
							},
						},
					);
				}}
			>
				<p className="text-muted">
					<Trans>What is kept aside is given back and divided anew.</Trans>
				</p>
				<FormFailure error={set.error} />
				{dispute.parts.map((part) => {
					const id = part.sellerOrder?.id ?? "";
					const name = part.sellerOrder?.seller?.name ?? part.sellerId;
					return (
						<TextField
							key={id}
							label={t`${name}, in ${currencyCode}`}
							name={id}
							inputMode="decimal"
							maxLength={20}
							isInvalid={minorOf(shares[id] ?? "", digits) === null}
							value={shares[id] ?? ""}
							onChange={(text) => {
								setShares({ ...shares, [id]: text });
								set.reset();
							}}
						/>
					);
				})}
				<p role="status">
					{isReadable && platform >= 0n ? (
						<Trans>
							The platform bears{" "}
							<Money of={{ amount: decimalOf(platform, digits), currencyCode }} className="font-semibold" />{" "}
							of <Money of={dispute.amount} />.
						</Trans>
					) : (
						<Trans>
							The shares must be amounts that are <Money of={dispute.amount} /> together at most.
						</Trans>
					)}
				</p>
				<DialogActions>
					<Button onPress={onClose} isDisabled={set.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={set.isPending || !isReadable || platform < 0n}>
						<Trans>Set the shares</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
