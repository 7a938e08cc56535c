import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { AdminViewAsStartDocument, type SellerRowFragment } from "@/gql/graphql";
import { FaultsError, faultsByField, useHatMutation } from "@/lib/hat";
import { rememberView, viewQuery } from "@/lib/view-as";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Select } from "@/ui/select";
import { FormFailure } from "./failure";

/** Asks an operator why they view as a seller, and for how long, and leads to its pages. */
export function ViewAsStart({ seller, onClose }: { seller: SellerRowFragment; onClose: () => void }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const [reason, setReason] = useState("");
	const [minutes, setMinutes] = useState<"5" | "15" | undefined>();
	const [isSecurityCase, setSecurityCase] = useState(false);
	const start = useHatMutation(AdminViewAsStartDocument, ["audit"]);
	const faults = faultsByField(start.error, ["reason"]);
	const isOpenAlready =
		start.error instanceof FaultsError && start.error.faults.some(({ code }) => code === "VIEW_AS_OPEN");
	const enter = async () => {
		rememberView(seller.slug, seller.id);
		client.removeQueries({ queryKey: viewQuery(seller.id).queryKey });
		await router.navigate({ to: "/s/$slug", params: { slug: seller.slug } });
	};
	return (
		<Dialog title={t`View as ${seller.name}?`} isOpen onClose={onClose} isBusy={start.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					start.mutate(
						{
							input: { sellerId: seller.id, reason, minutes: minutes ? Number(minutes) : 30, isSecurityCase },
						},
						{ onSuccess: () => void enter() },
					);
				}}
			>
				<p className="text-muted">
					<Trans>
						You see what an owner of the seller sees, and change nothing. Its owners read your reason
						afterwards, and it is in the audit log.
					</Trans>
				</p>
				<FormFailure error={start.error} faults={faults} />
				{isOpenAlready && (
					<Button className="self-start" onPress={() => void enter()}>
						<Trans>Go on viewing</Trans>
					</Button>
				)}
				<TextField
					label={t`Reason`}
					name="reason"
					rows={3}
					isRequired
					maxLength={1000}
					autoFocus
					value={reason}
					onChange={(text) => {
						setReason(text);
						start.reset();
					}}
				/>
				<Select
					label={t`For`}
					all={t`30 minutes`}
					value={minutes}
					choices={[
						{ value: "5", label: t`5 minutes` },
						{ value: "15", label: t`15 minutes` },
					]}
					onChange={setMinutes}
				/>
				<Checkbox
					isSelected={isSecurityCase}
					onChange={setSecurityCase}
					hint={t`Its owners are not told, since they are suspected of something.`}
				>
					<Trans>A security case</Trans>
				</Checkbox>
				<DialogActions>
					<Button onPress={onClose} isDisabled={start.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={start.isPending}>
						<Trans>View as this seller</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
