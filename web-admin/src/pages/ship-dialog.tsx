import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { SellerOrderShipDocument } from "@/gql/graphql";
import { faultsByField, useHatMutation } from "@/lib/hat";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { FormFailure } from "./failure";

const fields = ["carrier", "trackingNumber", "trackingUrl"];

/** Asks how the goods left. All of it may stay empty: not every parcel can be followed. */
export function ShipDialog({
	sellerOrderId,
	number,
	onClose,
}: {
	sellerOrderId: string;
	number: string;
	onClose: () => void;
}) {
	const { t } = useLingui();
	const [carrier, setCarrier] = useState("");
	const [trackingNumber, setTrackingNumber] = useState("");
	const [trackingUrl, setTrackingUrl] = useState("");
	const ship = useHatMutation(SellerOrderShipDocument, ["orders", "money", "ledger"]);
	const faults = faultsByField(ship.error, fields);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const said = (text: string) => text.trim() || undefined;
		ship.mutate(
			{
				input: {
					sellerOrderId,
					carrier: said(carrier),
					trackingNumber: said(trackingNumber),
					trackingUrl: said(trackingUrl),
				},
			},
			{
				onSuccess: () => {
					notify(t`Order ${number} is marked as shipped.`);
					onClose();
				},
			},
		);
	};
	return (
		<Dialog title={t`Mark ${number} as shipped`} isOpen onClose={onClose} isBusy={ship.isPending}>
			<Form className="flex flex-col gap-4" validationErrors={faults} onSubmit={submit}>
				<p className="text-muted">
					<Trans>
						The whole order has left you. The buyer is told, and after the hold your part is released.
					</Trans>
				</p>
				<FormFailure error={ship.error} faults={faults} />
				<TextField
					label={t`Carrier`}
					name="carrier"
					maxLength={80}
					autoFocus
					value={carrier}
					onChange={setCarrier}
				/>
				<TextField
					label={t`Tracking number`}
					name="trackingNumber"
					maxLength={80}
					value={trackingNumber}
					onChange={setTrackingNumber}
				/>
				<TextField
					label={t`Tracking address`}
					name="trackingUrl"
					inputMode="url"
					placeholder="https://"
					maxLength={500}
					value={trackingUrl}
					onChange={setTrackingUrl}
				/>
				<DialogActions>
					<Button onPress={onClose} isDisabled={ship.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={ship.isPending}>
						<Trans>Mark as shipped</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
