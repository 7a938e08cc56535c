import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { EllipsisVertical, MailPlus, MailQuestion } from "lucide-react";
import { useState } from "react";
import {
	AdminInvitationResendDocument,
	AdminInvitationRevokeDocument,
	AdminMemberInviteDocument,
	type InvitationRowFragment,
} from "@/gql/graphql";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { invitationOutcomes } from "@/lib/labels";
import { useNow } from "@/lib/now";
import { type TeamSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { invitationsQuery } from "@/lib/team";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Filters } from "@/ui/filters";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { Instant } from "@/ui/text";
import { type Charge, ChargeSelect, ChargeText, RolesHint } from "./charge";
import { FormFailure } from "./failure";
import { InvitationChange } from "./invitation-change";
import { Person } from "./person-name";

type Open = { what: "resend" | "revoke"; invitation: InvitationRowFragment };
type Props = { search: TeamSearch; onSearch: (search: TeamSearch) => void };

/** Who was asked to act for the seller. */
export function Invitations({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	// It outlives the empty list, which is gone as soon as somebody is invited.
	const [isInviting, setInviting] = useState(false);
	const { data, error, refetch, isFetching } = useQuery(invitationsQuery(hat, search));
	const columns: Column<InvitationRowFragment>[] = [
		{ header: t`Address`, card: "title", cell: ({ email }) => <bdi className="break-all">{email}</bdi> },
		{ header: t`Status`, card: "plain", cell: (invitation) => <Standing of={invitation} /> },
		{ header: t`Role`, cell: (invitation) => <ChargeText of={invitation} /> },
		{ header: t`Invited by`, cell: ({ invitedBy }) => <Person of={invitedBy} /> },
		{ header: t`Until`, cell: ({ expiresAt }) => <Instant of={expiresAt} isLong /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (invitation) =>
				!invitation.outcome &&
				may(hat, "SELLER_MEMBER_INVITE") && (
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
			<Filters>
				<Select
					label={t`Status`}
					all={t({ message: "Open", context: "invitations" })}
					value={search.ended ? "ended" : undefined}
					choices={[{ value: "ended", label: t`Ended` }]}
					onChange={(ended) => onSearch({ view: "invitations", ended: ended ? true : undefined })}
				/>
			</Filters>
			<List
				label={t`Invitations`}
				columns={columns}
				rows={data?.sellerInvitations?.nodes}
				keyOf={(invitation) => invitation.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerInvitations?.pageInfo}
				onPage={(page) => onSearch({ view: "invitations", ended: search.ended, ...page })}
				empty={
					search.ended ? (
						<Empty
							icon={MailQuestion}
							title={t`No invitation has ended`}
							action={
								<Button onPress={() => onSearch({ view: "invitations" })}>{t`Show open invitations`}</Button>
							}
						/>
					) : (
						<Empty
							icon={MailQuestion}
							title={t`Nobody is invited`}
							action={<InviteOpener onPress={() => setInviting(true)} />}
						>
							<Trans>Whom you invite gets a mail with a link that lasts seven days.</Trans>
						</Empty>
					)
				}
			/>
			{open && <ChangeDialog {...open} onClose={() => setOpen(null)} />}
			{isInviting && <InviteDialog onClose={() => setInviting(false)} />}
		</>
	);
}

function Standing({ of }: { of: InvitationRowFragment }) {
	const { t } = useLingui();
	const now = useNow(60_000);
	if (of.outcome) return <Status of={of.outcome} labels={invitationOutcomes} />;
	if (new Date(of.expiresAt).getTime() <= now) return <Badge tone="muted">{t`Expired`}</Badge>;
	return <Badge tone="brand">{t`Waits for an answer`}</Badge>;
}

function ChangeDialog({ what, invitation: { id, email }, onClose }: Open & { onClose: () => void }) {
	const resend = useHatMutation(AdminInvitationResendDocument, ["members", "audit"]);
	const revoke = useHatMutation(AdminInvitationRevokeDocument, ["members", "audit"]);
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

function InviteOpener({ onPress }: { onPress: () => void }) {
	const hat = useHat();
	if (!may(hat, "SELLER_MEMBER_INVITE")) return null;
	return (
		<Button look="primary" onPress={onPress}>
			<MailPlus aria-hidden="true" className="size-4" />
			<Trans>Invite…</Trans>
		</Button>
	);
}

/** The way to invite somebody, for whoever may. */
export function InviteButton() {
	const [isOpen, setOpen] = useState(false);
	return (
		<>
			<InviteOpener onPress={() => setOpen(true)} />
			{isOpen && <InviteDialog onClose={() => setOpen(false)} />}
		</>
	);
}

function InviteDialog({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [email, setEmail] = useState("");
	const [charge, setCharge] = useState<Charge | undefined>();
	const invite = useHatMutation(AdminMemberInviteDocument, ["members", "audit"]);
	const faults = faultsByField(invite.error, ["email"]);
	return (
		<Dialog title={t`Invite somebody`} isOpen onClose={onClose} isBusy={invite.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					if (!charge) return;
					invite.mutate(
						{ input: { email, ...charge } },
						{
							onSuccess: () => {
								notify(t`${email} is invited.`);
								onClose();
							},
						},
					);
				}}
			>
				<p className="text-muted">
					<Trans>
						They get a mail with a link that lasts seven days, and accept with an account of this address.
					</Trans>
				</p>
				<FormFailure error={invite.error} faults={faults} />
				<TextField
					label={t`Email`}
					name="email"
					type="email"
					autoComplete="off"
					isRequired
					maxLength={254}
					autoFocus
					value={email}
					onChange={(text) => {
						setEmail(text);
						invite.reset();
					}}
				/>
				<div className="flex flex-col gap-1">
					<ChargeSelect label={t`Role`} value={charge} onChange={setCharge} invites />
					<RolesHint />
				</div>
				<DialogActions>
					<Button onPress={onClose} isDisabled={invite.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={invite.isPending || !charge || !email}>
						<Trans>Invite</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
