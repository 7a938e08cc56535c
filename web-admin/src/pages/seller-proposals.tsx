import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	AdminOwnershipAssignDocument,
	AdminSellerCloseProposeDocument,
	type OperatorSellerQuery,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { FormDialog } from "./form-dialog";
import { ReasonDialog } from "./reason-dialog";

type Seller = NonNullable<OperatorSellerQuery["seller"]>;
type Member = NonNullable<Seller["business"]>["members"][number];
type Props = { seller: Seller; members: Member[] };

/** What two operators decide about a seller: another owner, or the end. */
export function SellerProposals({ seller, members }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<"owner" | "close" | null>(null);
	const close = () => setOpen(null);
	const proposeClose = useHatMutation(AdminSellerCloseProposeDocument, ["sellers", "proposals"]);
	const status = seller.business?.status;
	const canAssign = may(hat, "OWNERSHIP_ASSIGN") && members.length > 0;
	const canClose = may(hat, "SELLER_CLOSE_PROPOSE");
	if (seller.isPlatform || (status !== "APPROVED" && status !== "SUSPENDED")) return null;
	if (!canAssign && !canClose) return null;
	return (
		<>
			<Menu label={t`Propose`} button={<Button>{t`Owner and closing…`}</Button>}>
				{({ Item }) => (
					<>
						{canAssign && <Item onAction={() => setOpen("owner")}>{t`Another owner…`}</Item>}
						{canClose && (
							<Item isDanger onAction={() => setOpen("close")}>
								{t`Close for good…`}
							</Item>
						)}
					</>
				)}
			</Menu>
			{open === "owner" && <OwnerDialog seller={seller} members={members} onClose={close} />}
			{open === "close" && (
				<ReasonDialog
					title={t`Close ${seller.name} for good?`}
					verb={<Trans>Propose</Trans>}
					hint={t`The members of the seller read it, and whoever approves.`}
					mutation={proposeClose}
					onClose={close}
					onSubmit={(reason) =>
						proposeClose.mutate(
							{ input: { sellerId: seller.id, reason } },
							{
								onSuccess: () => {
									notify(t`Proposed. It is closed as soon as a second person approves.`);
									close();
								},
							},
						)
					}
				>
					<Trans>It cannot be opened again. What is owed to it is still paid.</Trans>
				</ReasonDialog>
			)}
		</>
	);
}

function OwnerDialog({ seller, members, onClose }: Props & { onClose: () => void }) {
	const { t } = useLingui();
	const [memberId, setMemberId] = useState<string>();
	const [reason, setReason] = useState("");
	const assign = useHatMutation(AdminOwnershipAssignDocument, ["sellers", "proposals"]);
	return (
		<FormDialog
			title={t`Another owner for ${seller.name}`}
			verb={<Trans>Propose</Trans>}
			mutation={assign}
			fields={["reason"]}
			isReady={memberId !== undefined}
			onClose={onClose}
			onSubmit={() =>
				assign.mutate(
					{ input: { sellerId: seller.id, memberId: memberId ?? "", reason } },
					{
						onSuccess: () => {
							notify(t`Proposed. The member is asked as soon as a second person approves.`);
							onClose();
						},
					},
				)
			}
		>
			<p className="text-muted">
				<Trans>For a seller whose owner cannot act any more. The present owners become managers.</Trans>
			</p>
			<Select
				label={t`Member`}
				all={t`Choose a member`}
				value={memberId}
				choices={members
					.filter(({ role }) => role !== "OWNER")
					.map(({ id, account }) => ({ value: id, label: account?.name || account?.email || id }))}
				onChange={setMemberId}
			/>
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
		</FormDialog>
	);
}
