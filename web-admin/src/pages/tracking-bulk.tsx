import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import {
	SellerOrderByNumberDocument,
	SellerOrderShipDocument,
	SellerOrderShipmentWithdrawDocument,
} from "@/gql/graphql";
import { change, FaultsError, useHat } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { linesMax, readTracking, type TrackingLine } from "@/lib/tracking";
import { TextField } from "@/ui/field";
import { BulkDialog } from "./bulk-dialog";

/** Ships what a sheet lists: an order a line, with its tracking number. */
export function TrackingBulk({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [text, setText] = useState("");
	const { lines, unclear } = readTracking(text);
	const deeds = useDeeds();
	const tooMany = lines.length > linesMax;
	return (
		<BulkDialog
			title={t`Ship by a list of tracking numbers`}
			verb={<Trans>Mark as shipped</Trans>}
			rows={lines}
			keyOf={({ number }) => number}
			nameOf={({ number }) => number}
			changes={["orders", "money", "ledger"]}
			isReady={lines.length > 0 && !tooMany}
			deed={deeds.ship}
			undo={deeds.takeBack}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					Paste lines of a sheet, or choose a file: the number of the order, the tracking number, the carrier
					and the address where it can be followed. All that is left of each order is shipped. The buyers get
					mail a minute later; until then it can be undone.
				</Trans>
			</p>
			<TextField label={t`Lines`} rows={6} autoFocus className="font-mono" value={text} onChange={setText} />
			<label className="flex flex-col gap-1 text-sm">
				{t`File`}
				<input
					type="file"
					accept=".csv,.tsv,.txt,text/csv,text/plain"
					onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
				/>
			</label>
			<p role="status" className="text-sm">
				{text.trim() !== "" && t`${plural(lines.length, { one: "# order", other: "# orders" })} in the list.`}{" "}
				{unclear.length > 0 && t`Without a number, or named twice: line ${unclear.slice(0, 20).join(", ")}.`}{" "}
				{tooMany && t`At most ${linesMax} at once.`}
			</p>
		</BulkDialog>
	);
}

const unknown = (message: string) => new FaultsError([{ code: "ORDER_NOT_FOUND", field: null, message }]);

function useDeeds() {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const shipments = useRef(new Map<string, string>());
	const ship = async ({ number, ...how }: TrackingLine) => {
		const query = hatQuery(hat, "orders", SellerOrderByNumberDocument, { filter: { number } });
		const found = (await client.fetchQuery({ ...query, staleTime: 0 })).sellerOrders?.nodes[0];
		if (!found) throw unknown(t`No order of yours has this number.`);
		const input = { sellerOrderId: found.id, ...how, undoSeconds: 60 };
		const { sellerOrderShip: sent } = await change(SellerOrderShipDocument, { input }, hat.actAs);
		shipments.current.set(number, sent?.sellerOrder?.shipment?.id ?? "");
	};
	const takeBack = ({ number }: TrackingLine) => {
		const input = { shipmentId: shipments.current.get(number) ?? "" };
		return change(SellerOrderShipmentWithdrawDocument, { input }, hat.actAs);
	};
	return { ship, takeBack };
}
