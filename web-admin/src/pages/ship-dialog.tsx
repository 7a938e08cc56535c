import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import {
	SellerOrderShipDocument,
	SellerOrderShipmentWithdrawDocument,
	SellerOrdersNextDocument,
} from "@/gql/graphql";
import { useConnection } from "@/lib/connection";
import { change, faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { undoSeconds } from "@/lib/shipping";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { FormFailure } from "./failure";
import { OfflineNote } from "./offline-note";
import { type Packable, Packing, piecesOf, useParcel } from "./packing";

const fields = ["carrier", "trackingNumber", "trackingUrl"];

type ShipDialogProps = {
	order: { id: string; number: string; toShip: Packable[] };
	slug: string;
	onClose: () => void;
};

/** Asks what leaves and how. How may stay empty: not every parcel can be followed. */
export function ShipDialog({ order, slug, onClose }: ShipDialogProps) {
	const { t } = useLingui();
	const { isOffline } = useConnection();
	const { number } = order;
	const parcel = useParcel(order.toShip);
	const [carrier, setCarrier] = useState("");
	const [trackingNumber, setTrackingNumber] = useState("");
	const [trackingUrl, setTrackingUrl] = useState("");
	// One for the parcel, however often it is sent until there is an answer.
	const [idempotencyKey] = useState(() => crypto.randomUUID());
	const ship = useHatMutation(SellerOrderShipDocument, ["orders", "money", "ledger"]);
	const faults = faultsByField(ship.error, fields);
	const takeBack = useTakeBack(number);
	const openNext = useNext(order.id, slug);
	const isWhole = parcel.pieces === piecesOf(order.toShip);
	const send = (after?: () => Promise<void>) => {
		if (parcel.pieces === 0) return;
		const said = (text: string) => text.trim() || undefined;
		const input = {
			sellerOrderId: order.id,
			lines: isWhole ? undefined : parcel.lines,
			carrier: said(carrier),
			trackingNumber: said(trackingNumber),
			trackingUrl: said(trackingUrl),
			undoSeconds,
			idempotencyKey,
		};
		ship.mutate(
			{ input },
			{
				onSuccess: ({ sellerOrderShip: sent }) => {
					const shipmentId = sent?.sellerOrder?.shipment?.id;
					notify(
						isWhole
							? t`Order ${number} is marked as shipped.`
							: t`A parcel of order ${number} is on its way.`,
						shipmentId ? () => void takeBack(shipmentId) : undefined,
					);
					onClose();
					void after?.();
				},
			},
		);
	};
	return (
		<Dialog title={t`Mark ${number} as shipped`} isOpen onClose={onClose} isBusy={ship.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					send();
				}}
			>
				<p className="text-muted">
					<Trans>
						The buyer gets mail in a moment. When all of the order has left, the hold of your money begins.
					</Trans>
				</p>
				<FormFailure error={ship.error} faults={faults} />
				<Packing parcel={parcel} of={order.toShip} />
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
				<OfflineNote />
				<DialogActions>
					<Button onPress={onClose} isDisabled={ship.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button onPress={() => send(openNext)} isDisabled={ship.isPending || isOffline}>
						<Trans>Ship and next</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={ship.isPending || isOffline}>
						<Trans>Mark as shipped</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

/** Takes a shipment back while nobody was told of it, and says what came of it. */
function useTakeBack(number: string) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const client = useQueryClient();
	return async (shipmentId: string) => {
		try {
			await change(SellerOrderShipmentWithdrawDocument, { input: { shipmentId } }, actAs);
			notify(t`Order ${number} is to be shipped again.`);
		} catch (cause) {
			notify(cause instanceof Error ? cause.message : t`It could not be undone.`);
		}
		await client.invalidateQueries({ queryKey: ["orders"] });
	};
}

/** Opens the order that waits longest, or the list when none waits. */
function useNext(current: string, slug: string) {
	const hat = useHat();
	const client = useQueryClient();
	const navigate = useNavigate();
	return async () => {
		const found = await client.fetchQuery({
			...hatQuery(hat, "orders", SellerOrdersNextDocument, {}),
			staleTime: 0,
		});
		const next = found.sellerOrders?.nodes.toReversed().find(({ id }) => id !== current);
		if (next) {
			await navigate({
				to: "/s/$slug/orders/$orderId",
				params: { slug, orderId: next.id },
				search: { ship: true },
			});
		} else {
			await navigate({ to: "/s/$slug/orders", params: { slug }, search: { status: "READY_TO_SHIP" } });
		}
	};
}
