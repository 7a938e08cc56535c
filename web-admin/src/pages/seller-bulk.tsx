import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	SellerApproveDocument,
	SellerReinstateDocument,
	type SellerRowFragment,
	SellerSuspendDocument,
} from "@/gql/graphql";
import { change, useHat } from "@/lib/hat";
import type { Selection } from "@/lib/selection";
import { type Hat, may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { BulkBar } from "@/ui/select-rows";
import { BulkDialog } from "./bulk-dialog";

type Deed = "approve" | "suspend" | "reinstate";

/** What may be done with many sellers of one status at once; nothing where the role may not. */
export function bulkDeed(hat: Hat, status: string | undefined): Deed | null {
	if (status === "APPLIED" && may(hat, "SELLER_APPROVE")) return "approve";
	if (status === "APPROVED" && may(hat, "SELLER_SUSPEND")) return "suspend";
	if (status === "SUSPENDED" && may(hat, "SELLER_REINSTATE")) return "reinstate";
	return null;
}

type BulkProps<Row> = { deed: Deed; selection: Selection<Row> };

/** Decides about all chosen sellers, one after the other, and says of each what came of it. */
export function SellerBulk<Row extends SellerRowFragment>({ deed, selection }: BulkProps<Row>) {
	const { t } = useLingui();
	const [asked, setAsked] = useState<Row[] | null>(null);
	const buttons = { approve: t`Approve…`, suspend: t`Suspend…`, reinstate: t`Reinstate…` };
	return (
		<>
			<BulkBar selection={selection}>
				<Button onPress={() => setAsked(selection.selected)}>{buttons[deed]}</Button>
			</BulkBar>
			{asked && <Decision deed={deed} rows={asked} onClose={() => setAsked(null)} />}
		</>
	);
}

type DecisionProps = { deed: Deed; rows: SellerRowFragment[]; onClose: () => void };

function Decision({ deed, rows, onClose }: DecisionProps) {
	const { t } = useLingui();
	const { actAs } = useHat();
	const [reason, setReason] = useState("");
	const { title, verb, run } = {
		approve: {
			title: t`Approve the chosen sellers`,
			verb: t`Approve`,
			run: (sellerId: string) => change(SellerApproveDocument, { input: { sellerId } }, actAs),
		},
		suspend: {
			title: t`Suspend the chosen sellers`,
			verb: t`Suspend`,
			run: (sellerId: string) => change(SellerSuspendDocument, { input: { sellerId, reason } }, actAs),
		},
		reinstate: {
			title: t`Reinstate the chosen sellers`,
			verb: t`Reinstate`,
			run: (sellerId: string) => change(SellerReinstateDocument, { input: { sellerId } }, actAs),
		},
	}[deed];
	return (
		<BulkDialog
			title={title}
			verb={verb}
			rows={rows}
			keyOf={({ id }) => id}
			nameOf={({ name }) => name}
			deed={({ id }) => run(id)}
			changes={["sellers"]}
			isReady={deed !== "suspend" || reason.trim() !== ""}
			onClose={onClose}
		>
			<ul className="list-inside list-disc text-muted">
				{rows.map(({ id, name }) => (
					<li key={id} className="break-words">
						{name}
					</li>
				))}
			</ul>
			{deed === "suspend" && (
				<TextField
					label={t`Reason`}
					hint={t`The members of the seller read it.`}
					rows={4}
					isRequired
					maxLength={1000}
					value={reason}
					onChange={setReason}
				/>
			)}
		</BulkDialog>
	);
}
