import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminRefundCancelDocument, AdminRefundPayOtherwiseDocument } from "@/gql/graphql";
import { formatMoney } from "@/lib/format";
import { change, useHat } from "@/lib/hat";
import { TextField } from "@/ui/field";
import { BulkDialog } from "./bulk-dialog";
import type { RefundOfAll } from "./refund-list";

type Props = { deed: "cancel" | "pay"; rows: RefundOfAll[]; onClose: () => void };

/** Takes several refunds back, or notes how they were paid by bank. */
export function RefundBulk({ deed, rows, onClose }: Props) {
	const { t, i18n } = useLingui();
	const { actAs } = useHat();
	const [references, setReferences] = useState<Record<string, string>>({});
	const [keys] = useState(() => Object.fromEntries(rows.map(({ id }) => [id, crypto.randomUUID()])));
	const nameOf = ({ orderNumber, amount }: RefundOfAll) =>
		`${orderNumber} · ${formatMoney(amount, i18n.locale)}`;
	const isPaying = deed === "pay";
	return (
		<BulkDialog
			title={isPaying ? t`Note that the refunds were paid` : t`Take the refunds back?`}
			verb={isPaying ? <Trans>Note it</Trans> : <Trans>Take back</Trans>}
			rows={rows}
			keyOf={({ id }) => id}
			nameOf={nameOf}
			changes={["refunds", "orders", "money"]}
			isReady={!isPaying || rows.every(({ id }) => references[id]?.trim())}
			deed={({ id }) =>
				isPaying
					? change(
							AdminRefundPayOtherwiseDocument,
							{
								input: {
									refundId: id,
									method: "BANK",
									reference: references[id]?.trim(),
									idempotencyKey: keys[id] ?? "",
								},
							},
							actAs,
						)
					: change(AdminRefundCancelDocument, { input: { refundId: id } }, actAs)
			}
			onClose={onClose}
		>
			{isPaying ? (
				<>
					<p className="text-muted">
						<Trans>Each with the reference of its bank transfer.</Trans>
					</p>
					{rows.map((refund) => (
						<TextField
							key={refund.id}
							label={t`Reference for ${nameOf(refund)}`}
							isRequired
							maxLength={200}
							value={references[refund.id] ?? ""}
							onChange={(text) => setReferences({ ...references, [refund.id]: text })}
						/>
					))}
				</>
			) : (
				<>
					<p className="text-muted">
						<Trans>The buyers do not get this money. It works only while the money has not left.</Trans>
					</p>
					<ul className="flex flex-col gap-1">
						{rows.map((refund) => (
							<li key={refund.id}>{nameOf(refund)}</li>
						))}
					</ul>
				</>
			)}
		</BulkDialog>
	);
}
