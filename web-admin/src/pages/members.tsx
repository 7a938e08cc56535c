import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { EllipsisVertical, UsersRound } from "lucide-react";
import { useState } from "react";
import {
	AdminMemberEnableDocument,
	AdminMemberRemoveDocument,
	AdminMemberRoleSetDocument,
	AdminOwnershipTransferDocument,
	type TeamMemberFragment,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { memberRoles, valuesOf } from "@/lib/labels";
import { type TeamSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { membersQuery } from "@/lib/team";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Filters } from "@/ui/filters";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Instant } from "@/ui/text";
import { type Charge, ChargeSelect, ChargeText, PresentRole, RolesHint } from "./charge";
import { Confirm } from "./confirm";
import { FormFailure } from "./failure";
import { Person } from "./person-name";

type Deed = "role" | "remove" | "enable" | "own";
type Open = { what: Deed; member: TeamMemberFragment };
type Props = { search: TeamSearch; onSearch: (search: TeamSearch) => void; me: string };

/** Who acts for the seller. */
export function Members({ search, onSearch, me }: Props) {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	const { data, error, refetch, isFetching } = useQuery(membersQuery(hat, search));
	const columns: Column<TeamMemberFragment>[] = [
		{
			header: t`Member`,
			card: "title",
			cell: ({ account }) => <Person of={account} unknown={t`Erased`} />,
		},
		{
			header: t`Role`,
			cell: (member) => (
				<span className="inline-flex flex-wrap items-center gap-2">
					<ChargeText of={member} />
					{!member.isEnabled && <Badge tone="warn">{t`Disabled`}</Badge>}
				</span>
			),
		},
		{ header: t`Joined`, cell: ({ joinedAt }) => <Instant of={joinedAt} /> },
		{
			header: t`Last signed in`,
			cell: ({ lastSignInAt }) => lastSignInAt && <Instant of={lastSignInAt} isLong />,
		},
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (member) => <MemberMenu member={member} me={me} onOpen={(what) => setOpen({ what, member })} />,
		},
	];
	return (
		<>
			<Filters onClear={search.role ? () => onSearch({}) : undefined}>
				<Select
					label={t`Role`}
					all={t`All`}
					value={search.role}
					choices={valuesOf(memberRoles).map((role) => ({ value: role, label: i18n._(memberRoles[role]) }))}
					onChange={(role) => onSearch({ role })}
				/>
			</Filters>
			<List
				label={t`Members`}
				views="members"
				columns={columns}
				rows={data?.sellerMembers?.nodes}
				keyOf={(member) => member.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerMembers?.pageInfo}
				onPage={(page) => onSearch({ role: search.role, ...page })}
				empty={
					<Empty
						icon={UsersRound}
						title={t`No member has this role`}
						action={<Button onPress={() => onSearch({})}>{t`Show all members`}</Button>}
					/>
				}
			/>
			{open?.what === "role" && <RoleDialog member={open.member} onClose={() => setOpen(null)} />}
			{open && open.what !== "role" && (
				<DeedDialog what={open.what} member={open.member} onClose={() => setOpen(null)} />
			)}
		</>
	);
}

const nameOf = ({ account }: TeamMemberFragment) => account?.name || account?.email || "";

/** What the hat may do with a member, by the rules that the server holds to anyway. */
function useDeeds(member: TeamMemberFragment, me: string): Deed[] {
	const hat = useHat();
	const isOwner = hat.memberRole === "OWNER";
	if (!member.account || member.account.id === me) return [];
	const isBelow = isOwner ? member.role !== "OWNER" : member.role !== "OWNER" && member.role !== "MANAGER";
	const deeds: [Deed, boolean][] = [
		["enable", !member.isEnabled && isOwner && may(hat, "SELLER_MEMBER_EDIT")],
		["role", isBelow && may(hat, "SELLER_MEMBER_EDIT")],
		["own", member.role !== "OWNER" && member.isEnabled && may(hat, "OWNERSHIP_TRANSFER")],
		["remove", isBelow && may(hat, "SELLER_MEMBER_REMOVE")],
	];
	return deeds.filter(([, isPossible]) => isPossible).map(([deed]) => deed);
}

type MemberMenuProps = { member: TeamMemberFragment; me: string; onOpen: (what: Deed) => void };

function MemberMenu({ member, me, onOpen }: MemberMenuProps) {
	const { t } = useLingui();
	const deeds = useDeeds(member, me);
	const name = nameOf(member);
	const texts: Record<Deed, string> = {
		enable: t`Let in again…`,
		role: t`Another role…`,
		own: t`Offer the ownership…`,
		remove: t`Remove…`,
	};
	if (deeds.length === 0) return null;
	return (
		<Menu
			label={t`Change ${name}`}
			button={
				<Button look="quiet" isIcon aria-label={t`Change ${name}`}>
					<EllipsisVertical aria-hidden="true" className="size-4" />
				</Button>
			}
		>
			{({ Item }) =>
				deeds.map((deed) => (
					<Item key={deed} isDanger={deed === "remove"} onAction={() => onOpen(deed)}>
						{texts[deed]}
					</Item>
				))
			}
		</Menu>
	);
}

function RoleDialog({ member, onClose }: { member: TeamMemberFragment; onClose: () => void }) {
	const { t } = useLingui();
	const [charge, setCharge] = useState<Charge | undefined>();
	const set = useHatMutation(AdminMemberRoleSetDocument, ["members", "audit"]);
	const name = nameOf(member);
	return (
		<Dialog title={t`Another role for ${name}`} isOpen onClose={onClose} isBusy={set.isPending}>
			<Form
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					if (!charge) return;
					set.mutate(
						{ input: { memberId: member.id, ...charge } },
						{
							onSuccess: () => {
								notify(t`${name} has another role.`);
								onClose();
							},
						},
					);
				}}
			>
				<p className="text-muted">
					<Trans>It holds from their next request on.</Trans>
				</p>
				<FormFailure error={set.error} />
				<PresentRole>
					<ChargeText of={member} />
				</PresentRole>
				<div className="flex flex-col gap-1">
					<ChargeSelect
						label={t`New role`}
						value={charge}
						onChange={setCharge}
						except={{ role: member.role, roleId: member.customRole?.id }}
					/>
					<RolesHint />
				</div>
				<DialogActions>
					<Button onPress={onClose} isDisabled={set.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={set.isPending || !charge}>
						<Trans>Give the role</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

type DeedDialogProps = { what: Exclude<Deed, "role">; member: TeamMemberFragment; onClose: () => void };

function DeedDialog({ what, member, onClose }: DeedDialogProps) {
	const { t } = useLingui();
	const name = nameOf(member);
	const remove = useHatMutation(AdminMemberRemoveDocument, ["members", "audit"]);
	const enable = useHatMutation(AdminMemberEnableDocument, ["members", "audit"]);
	const offer = useHatMutation(AdminOwnershipTransferDocument, ["members", "audit"]);
	const done = (text: string) => () => {
		notify(text);
		onClose();
	};
	const memberId = member.id;
	switch (what) {
		case "remove":
			return (
				<Confirm
					title={t`Remove ${name}?`}
					verb={t`Remove`}
					isDanger
					mutation={remove}
					onConfirm={() =>
						remove.mutate({ input: { memberId } }, { onSuccess: done(t`${name} is a member no more.`) })
					}
					onClose={onClose}
				>
					<Trans>Their next request for this seller is refused. Their account stays.</Trans>
				</Confirm>
			);
		case "enable":
			return (
				<Confirm
					title={t`Let ${name} in again?`}
					verb={t`Let in`}
					mutation={enable}
					onConfirm={() =>
						enable.mutate({ input: { memberId } }, { onSuccess: done(t`${name} may act again.`) })
					}
					onClose={onClose}
				>
					<Trans>They have not signed in for half a year. Make sure that it is still them.</Trans>
				</Confirm>
			);
		case "own":
			return (
				<Confirm
					title={t`Offer the ownership to ${name}?`}
					verb={t`Offer the ownership`}
					mutation={offer}
					onConfirm={() =>
						offer.mutate({ input: { memberId } }, { onSuccess: done(t`${name} has three days to accept.`) })
					}
					onClose={onClose}
				>
					<Trans>
						They have three days to accept. When they do, they are an owner, and you are a manager.
					</Trans>
				</Confirm>
			);
	}
}
