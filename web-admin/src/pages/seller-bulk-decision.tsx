import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	SellerApproveDocument,
	SellerReinstateDocument,
	type SellerRowFragment,
	SellerSuspendDocument,
} from "@/gql/graphql";
import { change, useHat } from "@/lib/hat";
import { TextField } from "@/ui/field";
import { BulkDialog } from "./bulk-dialog";
import type { Deed } from "./seller-bulk";

type DecisionProps = { deed: Deed; rows: SellerRowFragment[]; onClose: () => void };

/** Asks whether the chosen sellers are to be decided about, and does it. */
export function SellerBulkDecision({ deed, rows, onClose }: DecisionProps) {
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
