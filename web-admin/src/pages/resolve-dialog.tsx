import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	type DifferenceFullFragment,
	ReconciliationCandidatesDocument,
	ReconciliationDifferenceResolveDocument,
	type ReconciliationResolution,
} from "@/gql/graphql";
import { formatMoney } from "@/lib/format";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { ledgerAccounts, resolutions } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { FormFailure } from "./failure";

type Props = { difference: DifferenceFullFragment; onClose: () => void; onProposed: () => void };

/** What can be said of a difference as it stands. */
function possible({ kind, status }: DifferenceFullFragment): ReconciliationResolution[] {
	if (status === "SUSPENDED") return ["BOOKED", "LINKED"];
	const ways: ReconciliationResolution[] = kind === "NOT_BOOKED" ? [] : ["BOOKED"];
	return status === "OPEN" ? [...ways, "TIMING"] : ways;
}

/** Says what a difference is. What moves money above the limit is only proposed. */
export function ResolveDialog({ difference, onClose, onProposed }: Props) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const ways = possible(difference);
	const [way, setWay] = useState(ways[0]);
	const [account, setAccount] = useState<string>();
	const [linkedId, setLinkedId] = useState<string>();
	const [reason, setReason] = useState("");
	const resolve = useHatMutation(ReconciliationDifferenceResolveDocument, ["ledger", "proposals", "audit"]);
	const candidates = useQuery({
		...hatQuery(hat, "ledger", ReconciliationCandidatesDocument, {
			filter: {
				statuses: ["OPEN", "ACCEPTED"],
				kind: "NOT_MOVED",
				account: difference.account,
				currency: difference.amount.currencyCode,
			},
		}),
		enabled: way === "LINKED",
	});
	const fitting = (candidates.data?.reconciliationDifferences?.nodes ?? []).filter(
		({ ledger }) => ledger.amount === difference.amount.amount,
	);
	const faults = faultsByField(resolve.error, ["reason"]);
	const isReady = way && (way !== "BOOKED" || account) && (way !== "LINKED" || linkedId);
	return (
		<Dialog title={t`What is this difference?`} isOpen onClose={onClose} isBusy={resolve.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					if (!way) return;
					resolve.mutate(
						{
							input: {
								differenceId: difference.id,
								resolution: way,
								reason,
								account: way === "BOOKED" ? account : undefined,
								linkedId: way === "LINKED" ? linkedId : undefined,
							},
						},
						{
							onSuccess: (data) => {
								const isWaiting = data.reconciliationDifferenceResolve?.proposal?.status === "PENDING";
								notify(isWaiting ? t`It was proposed to a second person.` : t`It is on record.`);
								if (isWaiting) onProposed();
								onClose();
							},
						},
					);
				}}
			>
				<FormFailure error={resolve.error} faults={faults} />
				{ways.length === 0 ? (
					<p className="text-muted">
						<Trans>Nothing can be decided about it as it stands. It is put into suspense by itself.</Trans>
					</p>
				) : (
					<Select
						label={t`What it is`}
						all={t`Choose`}
						value={way}
						choices={ways.map((each) => ({ value: each, label: i18n._(resolutions[each]) }))}
						onChange={setWay}
					/>
				)}
				{way === "BOOKED" && (
					<Select
						label={t`Account of the ledger`}
						all={t`Choose`}
						value={account}
						choices={difference.bookableAccounts.map((name) => {
							const label = ledgerAccounts[name];
							return { value: name, label: label ? `${i18n._(label)} (${name})` : name };
						})}
						onChange={setAccount}
					/>
				)}
				{way === "LINKED" &&
					(fitting.length > 0 ? (
						<Select
							label={t`Journal without a movement`}
							all={t`Choose`}
							value={linkedId}
							choices={fitting.map(({ id, source, ledger }) => ({
								value: id,
								label: `${source} · ${formatMoney(ledger, i18n.locale)}`,
							}))}
							onChange={setLinkedId}
						/>
					) : (
						<p role="status" className="text-muted">
							<Trans>No journal of this amount waits for a movement.</Trans>
						</p>
					))}
				<TextField
					label={t`Reason`}
					name="reason"
					rows={3}
					isRequired
					maxLength={1000}
					value={reason}
					onChange={setReason}
					hint={t`It is in the audit log.`}
				/>
				<DialogActions>
					<Button onPress={onClose} isDisabled={resolve.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button
						type="submit"
						look="primary"
						isDisabled={resolve.isPending || !isReady || reason.trim() === ""}
					>
						<Trans>Resolve</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
