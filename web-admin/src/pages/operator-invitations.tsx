import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { EllipsisVertical, MailPlus, MailQuestion } from "lucide-react";
import { useState } from "react";
import {
	AdminOperatorInvitationResendDocument,
	AdminOperatorInvitationRevokeDocument,
	AdminOperatorInviteDocument,
	type OperatorInvitationRowFragment,
	type OperatorRole,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { operatorInvitationStates, operatorRoles, valuesOf } from "@/lib/labels";
import { operatorInvitationsQuery } from "@/lib/operators";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { FormDialog } from "./form-dialog";
import { InvitationChange } from "./invitation-change";
import { Person } from "./person-name";

type Page = { after?: string; before?: string };
type Open = { what: "resend" | "revoke"; invitation: OperatorInvitationRowFragment };

/** Who was asked to run the platform. */
export function OperatorInvitations({ page, onPage }: { page: Page; onPage: (page: Page) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	const { data, error, refetch, isFetching } = useQuery(operatorInvitationsQuery(hat, page));
	const columns: Column<OperatorInvitationRowFragment>[] = [
		{ header: t`Address`, card: "title", cell: ({ email }) => <bdi className="break-all">{email}</bdi> },
		{
			header: t`Status`,
			card: "plain",
			cell: ({ state }) => <Status of={state} labels={operatorInvitationStates} />,
		},
		{ header: t`Role`, cell: ({ role }) => <Words of={role} labels={operatorRoles} /> },
		{ header: t`Invited by`, cell: ({ invitedBy }) => <Person of={invitedBy} /> },
		{ header: t`Until`, cell: ({ expiresAt }) => <Instant of={expiresAt} isLong /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (invitation) =>
				invitation.state === "OPEN" &&
				may(hat, "OPERATOR_ROLE") && (
					<Menu
						label={t`Change the invitation of ${invitation.email}`}
						button={
							<Button look="quiet" isIcon aria-label={t`Change the invitation of ${invitation.email}`}>
								<EllipsisVertical aria-hidden="true" className="size-4" />
							</Button>
						}
					>
						{({ Item }) => (
							<>
								<Item onAction={() => setOpen({ what: "resend", invitation })}>{t`Send again…`}</Item>
								<Item isDanger onAction={() => setOpen({ what: "revoke", invitation })}>
									{t`Take back…`}
								</Item>
							</>
						)}
					</Menu>
				),
		},
	];
	return (
		<>
			<List
				label={t`Invitations`}
				columns={columns}
				rows={data?.operatorInvitations?.nodes}
				keyOf={(invitation) => invitation.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.operatorInvitations?.pageInfo}
				onPage={onPage}
				empty={
					<Empty icon={MailQuestion} title={t`Nobody is invited`}>
						<Trans>
							Whom you invite gets a mail once a second person has approved. Its link lasts seven days.
						</Trans>
					</Empty>
				}
			/>
			{open && <ChangeDialog {...open} onClose={() => setOpen(null)} />}
		</>
	);
}

function ChangeDialog({ what, invitation: { id, email }, onClose }: Open & { onClose: () => void }) {
	const resend = useHatMutation(AdminOperatorInvitationResendDocument, ["operators", "audit"]);
	const revoke = useHatMutation(AdminOperatorInvitationRevokeDocument, ["operators", "audit"]);
	const mutation = what === "resend" ? resend : revoke;
	return (
		<InvitationChange
			what={what}
			email={email}
			mutation={mutation}
			change={(onSuccess) => mutation.mutate({ input: { invitationId: id } }, { onSuccess })}
			onClose={onClose}
		/>
	);
}

/** The way to invite an operator, for whoever may. */
export function InviteOperatorButton() {
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (!may(hat, "OPERATOR_ROLE")) return null;
	return (
		<>
			<Button look="primary" onPress={() => setOpen(true)}>
				<MailPlus aria-hidden="true" className="size-4" />
				<Trans>Invite…</Trans>
			</Button>
			{isOpen && <InviteDialog onClose={() => setOpen(false)} />}
		</>
	);
}

function InviteDialog({ onClose }: { onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [email, setEmail] = useState("");
	const [role, setRole] = useState<OperatorRole>();
	const [reason, setReason] = useState("");
	const invite = useHatMutation(AdminOperatorInviteDocument, ["operators", "proposals"]);
	const propose = () =>
		role &&
		invite.mutate(
			{ input: { email, role, reason } },
			{
				onSuccess: () => {
					notify(t`Proposed. The mail is sent as soon as a second person approves.`);
					onClose();
				},
			},
		);
	return (
		<FormDialog
			title={t`Invite an operator`}
			verb={<Trans>Propose the invitation</Trans>}
			mutation={invite}
			fields={["email", "reason"]}
			isReady={Boolean(role && email && reason.trim())}
			onSubmit={propose}
			onClose={onClose}
		>
			<p className="text-muted">
				<Trans>
					Whom you invite gets a mail once a second person has approved. Its link lasts seven days.
				</Trans>
			</p>
			<TextField
				label={t`Email`}
				name="email"
				type="email"
				autoComplete="off"
				isRequired
				maxLength={254}
				autoFocus
				value={email}
				onChange={setEmail}
			/>
			<Select
				label={t`Role`}
				all={t`Choose`}
				value={role}
				choices={valuesOf(operatorRoles).map((value) => ({ value, label: i18n._(operatorRoles[value]) }))}
				onChange={setRole}
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
