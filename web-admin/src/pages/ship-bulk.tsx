import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import {
	SellerOrderShipDocument,
	SellerOrderShipmentWithdrawDocument,
	type SellerOrdersQuery,
} from "@/gql/graphql";
import { change, useHat } from "@/lib/hat";
import { TextField } from "@/ui/field";
import { Banner } from "@/ui/states";
import { BulkDialog } from "./bulk-dialog";

export type OrderRow = NonNullable<SellerOrdersQuery["sellerOrders"]>["nodes"][number];

type Props = {
	rows: OrderRow[];
	/** For how many of them the bank has taken the money back. */
	disputed: number;
	onClose: () => void;
};

/** Marks several orders as shipped, each with its own tracking number where there is one. */
export function ShipBulk({ rows, disputed, onClose }: Props) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const [carrier, setCarrier] = useState("");
	const [tracking, setTracking] = useState<Record<string, string>>({});
	const [keys] = useState(() => Object.fromEntries(rows.map(({ id }) => [id, crypto.randomUUID()])));
	const shipments = useRef(new Map<string, string>());
	return (
		<BulkDialog
			title={t`Mark as shipped`}
			verb={<Trans>Mark as shipped</Trans>}
			rows={rows}
			keyOf={({ id }) => id}
			nameOf={({ number }) => number}
			changes={["orders", "money", "ledger"]}
			deed={async ({ id }) => {
				const input = {
					sellerOrderId: id,
					carrier: carrier.trim() || undefined,
					trackingNumber: tracking[id]?.trim() || undefined,
					undoSeconds: 60,
					idempotencyKey: keys[id],
				};
				const { sellerOrderShip: sent } = await change(SellerOrderShipDocument, { input }, actAs);
				shipments.current.set(id, sent?.sellerOrder?.shipment?.id ?? "");
			}}
			undo={({ id }) => {
				const input = { shipmentId: shipments.current.get(id) ?? "" };
				return change(SellerOrderShipmentWithdrawDocument, { input }, actAs);
			}}
			onClose={onClose}
		>
			{disputed > 0 && (
				<Banner tone="danger">
					{t`${plural(disputed, {
						one: "# of these orders is disputed: the bank has taken the money back.",
						other: "# of these orders are disputed: the bank has taken the money back.",
					})}`}
				</Banner>
			)}
			<p className="text-muted">
				<Trans>The buyers get mail a minute later. Until then it can be undone.</Trans>
			</p>
			<TextField
				label={t`Carrier of all of them`}
				maxLength={80}
				autoFocus
				value={carrier}
				onChange={setCarrier}
			/>
			{rows.map(({ id, number }) => (
				<TextField
					key={id}
					label={t`Tracking number of ${number}`}
					maxLength={80}
					value={tracking[id] ?? ""}
					onChange={(next) => setTracking({ ...tracking, [id]: next })}
				/>
			))}
		</BulkDialog>
	);
}
