import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AdminOperatorRemoveDocument, AdminOperatorRoleSetDocument, type OperatorRole } from "@/gql/graphql";
import { OperatorRoleValues } from "@/gql/values";
import { faultsByField, useHatMutation } from "@/lib/hat";
import { operatorRoles } from "@/lib/labels";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { Words } from "@/ui/status";
import { PresentRole } from "./charge";
import { FormFailure } from "./failure";

/** What is to be changed, and of whom. */
export type OperatorChangeOpen = {
	what: "role" | "remove";
	operator: { accountId: string; name: string; role: OperatorRole };
};

/** Proposes another role for an operator, or that they are one no more. */
export function OperatorChange({ what, operator, onClose }: OperatorChangeOpen & { onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [role, setRole] = useState<OperatorRole | undefined>();
	const [reason, setReason] = useState("");
	const set = useHatMutation(AdminOperatorRoleSetDocument, ["operators", "proposals"]);
	const remove = useHatMutation(AdminOperatorRemoveDocument, ["operators", "proposals"]);
	const { error, isPending } = what === "role" ? set : remove;
	const faults = faultsByField(error, ["reason"]);
	const { accountId, name } = operator;
	const propose = async () => {
		if (what === "remove")
			return (await remove.mutateAsync({ input: { accountId, reason } })).operatorRemove?.proposal;
		if (!role) return undefined;
		return (await set.mutateAsync({ input: { accountId, role, reason } })).operatorRoleSet?.proposal;
	};
	return (
		<Dialog
			title={what === "role" ? t`Another role for ${name}` : t`Remove ${name}?`}
			isOpen
			onClose={onClose}
			isBusy={isPending}
		>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					propose().then(
						(proposal) => {
							notify(
								proposal?.status === "APPROVED"
									? t`Done.`
									: t`Proposed. It is done as soon as a second person approves.`,
							);
							onClose();
						},
						() => undefined, // shown in the dialog
					);
				}}
			>
				<p className="text-muted">
					{what === "role" ? (
						<Trans>
							A second person has to approve. All sessions of the operator go on, with the new role.
						</Trans>
					) : (
						<Trans>A second person has to approve. The account stays, and is an operator no more.</Trans>
					)}
				</p>
				<FormFailure error={error} faults={faults} />
				{what === "role" && (
					<>
						<PresentRole>
							<Words of={operator.role} labels={operatorRoles} />
						</PresentRole>
						<Select
							label={t`New role`}
							all={t`Choose`}
							value={role}
							choices={OperatorRoleValues.filter((each) => each !== operator.role).map((each) => ({
								value: each,
								label: i18n._(operatorRoles[each]),
							}))}
							onChange={setRole}
						/>
					</>
				)}
				<TextField
					label={t`Reason`}
					hint={t`Whoever approves reads it.`}
					name="reason"
					rows={3}
					isRequired
					maxLength={1000}
					value={reason}
					onChange={setReason}
				/>
				<DialogActions>
					<Button onPress={onClose} isDisabled={isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button
						type="submit"
						look={what === "role" ? "primary" : "danger"}
						isDisabled={isPending || (what === "role" && !role)}
					>
						{what === "role" ? <Trans>Propose the role</Trans> : <Trans>Propose the removal</Trans>}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
