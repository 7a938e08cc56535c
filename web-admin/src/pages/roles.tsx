import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { EllipsisVertical, Plus, UserCog } from "lucide-react";
import { useState } from "react";
import {
	AdminOwnershipOfferDocument,
	AdminRoleCreateDocument,
	AdminRoleDeleteDocument,
	AdminRoleUpdateDocument,
	type Permission,
	type RoleRowFragment,
} from "@/gql/graphql";
import { plainDecimal, typedMoney } from "@/lib/format";
import { faultsByField, hasFault, useHat, useHatMutation } from "@/lib/hat";
import { hatQuery } from "@/lib/query";
import { type TeamSearch } from "@/lib/searches";
import { may } from "@/lib/session";
import { inAreas, permissionAreas, permissionsToGive, rolesQuery } from "@/lib/team";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Empty } from "@/ui/states";
import { Money } from "@/ui/text";
import { type Charge, ChargeSelect } from "./charge";
import { Conflict, type Difference } from "./conflict";
import { FormFailure } from "./failure";
import { PermissionLine } from "./permission-words";

type Open = { what: "edit" | "delete"; role: RoleRowFragment };
type Props = { search: TeamSearch; onSearch: (search: TeamSearch) => void };

/** The roles that the seller has made. */
export function Roles({ search, onSearch }: Props) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<Open | null>(null);
	const { data, error, refetch, isFetching } = useQuery(rolesQuery(hat, search));
	const columns: Column<RoleRowFragment>[] = [
		{
			header: t`Role`,
			card: "title",
			cell: (role) => (
				<span className="break-words">
					{role.name}
					{role.description && (
						<span className="block text-xs font-normal text-muted">{role.description}</span>
					)}
				</span>
			),
		},
		{
			header: t`May`,
			cell: ({ permissions }) => (
				<span title={permissions.join(", ")}>
					{t`${plural(permissions.length, { one: "# permission", other: "# permissions" })}`}
				</span>
			),
		},
		{
			header: t`Refunds at once`,
			cell: ({ permissions, refundLimit }) => {
				if (!permissions.includes("SELLER_ORDER_REFUND")) return t`None`;
				return refundLimit ? <Money of={refundLimit} /> : t`No limit`;
			},
		},
		{ header: t`Members`, isNumber: true, cell: ({ memberCount }) => memberCount },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (role) =>
				may(hat, "SELLER_ROLE_EDIT") && (
					<Menu
						label={t`Change ${role.name}`}
						button={
							<Button look="quiet" isIcon aria-label={t`Change ${role.name}`}>
								<EllipsisVertical aria-hidden="true" className="size-4" />
							</Button>
						}
					>
						{({ Item }) => (
							<>
								<Item onAction={() => setOpen({ what: "edit", role })}>{t`Edit…`}</Item>
								<Item isDanger onAction={() => setOpen({ what: "delete", role })}>
									{t`Delete…`}
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
				label={t`Roles of this seller`}
				columns={columns}
				rows={data?.sellerRoles?.nodes}
				keyOf={(role) => role.id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.sellerRoles?.pageInfo}
				onPage={(page) => onSearch({ view: "roles", ...page })}
				empty={
					<Empty icon={UserCog} title={t`No role of your own yet`}>
						<Trans>
							When the roles that every seller has allow too much or too little, make one with just the
							permissions that somebody needs.
						</Trans>
					</Empty>
				}
			/>
			{open?.what === "edit" && (
				<RoleDialog
					role={open.role}
					latest={data?.sellerRoles?.nodes.find(({ id }) => id === open.role.id)}
					onClose={() => setOpen(null)}
				/>
			)}
			{open?.what === "delete" && <DeleteDialog role={open.role} onClose={() => setOpen(null)} />}
		</>
	);
}

/** The way to make a role, for whoever may. */
export function NewRoleButton() {
	const hat = useHat();
	const [isOpen, setOpen] = useState(false);
	if (!may(hat, "SELLER_ROLE_EDIT")) return null;
	return (
		<>
			<Button look="primary" onPress={() => setOpen(true)}>
				<Plus aria-hidden="true" className="size-4" />
				<Trans>New role…</Trans>
			</Button>
			{isOpen && <RoleDialog onClose={() => setOpen(false)} />}
		</>
	);
}

type RoleDialogProps = {
	/** The role that is changed, as it was when the dialog was opened; absent for a new one. */
	role?: RoleRowFragment;
	/** The role as it is now: somebody else may have changed it meanwhile. */
	latest?: RoleRowFragment;
	onClose: () => void;
};

function RoleDialog({ role, latest, onClose }: RoleDialogProps) {
	const { t } = useLingui();
	const differencesOf = useDifferences();
	const hat = useHat();
	const client = useQueryClient();
	/** The version that what is typed is to replace. */
	const [version, setVersion] = useState(role?.version ?? 0);
	const { data } = useQuery(
		hatQuery(hat, "members", AdminOwnershipOfferDocument, { sellerId: hat.seller?.id ?? "" }),
	);
	const currencyCode = role?.refundLimit?.currencyCode ?? data?.seller?.currencyCode ?? "";
	const [name, setName] = useState(role?.name ?? "");
	const [description, setDescription] = useState(role?.description ?? "");
	const [permissions, setPermissions] = useState<ReadonlySet<Permission>>(new Set(role?.permissions));
	const [limit, setLimit] = useState(role?.refundLimit?.amount ?? "");
	const create = useHatMutation(AdminRoleCreateDocument, ["members", "audit"]);
	const update = useHatMutation(AdminRoleUpdateDocument, ["members", "audit"]);
	const { error, isPending, reset } = role ? update : create;
	const faults = faultsByField(error, ["name", "description", "permissions", "refundLimit"]);
	// What the role holds and this hat does not is kept in sight: the server refuses it.
	const offered = [...new Set([...permissionsToGive(hat), ...(role?.permissions ?? [])])].sort();
	const refunds = permissions.has("SELLER_ORDER_REFUND");
	// While it is being saved, the other version may be one's own.
	const isOther = latest !== undefined && latest.version > version && !isPending;
	const take = (theirs: RoleRowFragment) => {
		setVersion(theirs.version);
		setName(theirs.name);
		setDescription(theirs.description);
		setPermissions(new Set(theirs.permissions));
		setLimit(theirs.refundLimit?.amount ?? "");
		reset();
	};
	const save = async (over: number) => {
		const input = {
			name,
			description,
			permissions: [...permissions],
			refundLimit: refunds && limit.trim() ? typedMoney(limit, currencyCode) : undefined,
		};
		if (role) await update.mutateAsync({ input: { roleId: role.id, version: over, ...input } });
		else await create.mutateAsync({ input });
	};
	const send = (over: number) => {
		save(over).then(
			() => {
				notify(role ? t`${name} is changed.` : t`${name} can be given to members now.`);
				onClose();
			},
			(cause: unknown) => {
				// Shown in the dialog; theirs is read, to be shown beside what is typed.
				if (hasFault(cause, "SELLER_ROLE_VERSION")) void client.invalidateQueries({ queryKey: ["members"] });
			},
		);
	};
	return (
		<Dialog title={role ? t`The role ${role.name}` : t`New role`} isOpen onClose={onClose} isBusy={isPending}>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					send(version);
				}}
			>
				{isOther ? (
					<Conflict
						differences={differencesOf(latest, {
							name,
							description,
							permissions,
							limit: refunds ? limit : "",
						})}
						isBusy={isPending}
						onTake={() => take(latest)}
						onKeep={() => send(latest.version)}
					/>
				) : (
					<FormFailure error={error} faults={faults} />
				)}
				<TextField
					label={t`Name`}
					name="name"
					isRequired
					maxLength={80}
					autoFocus
					value={name}
					onChange={(text) => {
						setName(text);
						reset();
					}}
				/>
				<TextField
					label={t`What it is for`}
					name="description"
					rows={2}
					maxLength={500}
					value={description}
					onChange={setDescription}
				/>
				<PermissionBoxes
					offered={offered}
					chosen={permissions}
					onChange={(next) => {
						setPermissions(next);
						reset();
					}}
				/>
				{faults.permissions && (
					<p role="alert" className="text-sm text-danger">
						{faults.permissions}
					</p>
				)}
				{refunds && (
					<TextField
						label={t`Refunds at once, at most, in ${currencyCode}`}
						hint={t`Without a limit when empty.`}
						name="refundLimit"
						inputMode="decimal"
						maxLength={20}
						value={limit}
						onChange={(text) => {
							setLimit(text);
							reset();
						}}
					/>
				)}
				<DialogActions>
					<Button onPress={onClose} isDisabled={isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button
						type="submit"
						look="primary"
						isDisabled={isPending || isOther || !name || permissions.size === 0}
					>
						{role ? <Trans>Save the role</Trans> : <Trans>Make the role</Trans>}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

type TypedRole = { name: string; description: string; permissions: ReadonlySet<Permission>; limit: string };

function Allowed({ permissions }: { permissions: Permission[] }) {
	return permissions.map((each) => <PermissionLine key={each} of={each} />);
}

/** In what a role that somebody else has saved differs from what is typed. */
function useDifferences() {
	const { t } = useLingui();
	return (theirs: RoleRowFragment, mine: TypedRole): Difference[] => {
		const limit = theirs.refundLimit?.amount ?? "";
		// Only what one of the two allows and the other does not.
		const mineOnly = [...mine.permissions].filter((each) => !theirs.permissions.includes(each)).sort();
		const theirsOnly = theirs.permissions.filter((each) => !mine.permissions.has(each)).sort();
		const permissionsDiffer = mineOnly.length + theirsOnly.length > 0;
		const all: (Difference | false)[] = [
			mine.name !== theirs.name && { label: t`Name`, mine: mine.name, theirs: theirs.name },
			mine.description !== theirs.description && {
				label: t`What it is for`,
				mine: mine.description,
				theirs: theirs.description,
			},
			permissionsDiffer && {
				label: t`Only there`,
				mine:
					mineOnly.length > 0 ? (
						<Allowed permissions={mineOnly} />
					) : (
						t({ message: "Nothing", context: "none of it" })
					),
				theirs:
					theirsOnly.length > 0 ? (
						<Allowed permissions={theirsOnly} />
					) : (
						t({ message: "Nothing", context: "none of it" })
					),
			},
			Number(plainDecimal(mine.limit) || -1) !== Number(limit || -1) && {
				label: t`Refunds at once`,
				mine: mine.limit || t`No limit`,
				theirs: limit || t`No limit`,
			},
		];
		return all.filter((each): each is Difference => each !== false);
	};
}

type PermissionBoxesProps = {
	offered: Permission[];
	chosen: ReadonlySet<Permission>;
	onChange: (chosen: ReadonlySet<Permission>) => void;
};

function PermissionBoxes({ offered, chosen, onChange }: PermissionBoxesProps) {
	const { t, i18n } = useLingui();
	const count = chosen.size;
	const toggle = (permission: Permission) => (isSelected: boolean) => {
		const next = new Set(chosen);
		if (isSelected) next.add(permission);
		else next.delete(permission);
		onChange(next);
	};
	return (
		<fieldset className="min-w-0">
			<legend className="mb-1 text-sm">{t`May (${count} chosen)`}</legend>
			<div className="flex flex-col gap-3 rounded-md border border-line px-3 py-2">
				{inAreas(offered).map(([area, permissions]) => (
					<fieldset key={area} className="min-w-0">
						<legend className="text-sm text-muted">{i18n._(permissionAreas[area])}</legend>
						{permissions.map((permission) => (
							<Checkbox key={permission} isSelected={chosen.has(permission)} onChange={toggle(permission)}>
								<PermissionLine of={permission} />
							</Checkbox>
						))}
					</fieldset>
				))}
			</div>
		</fieldset>
	);
}

function DeleteDialog({ role, onClose }: { role: RoleRowFragment; onClose: () => void }) {
	const { t } = useLingui();
	const [instead, setInstead] = useState<Charge | undefined>();
	const remove = useHatMutation(AdminRoleDeleteDocument, ["members", "audit"]);
	const hasMembers = role.memberCount > 0;
	return (
		<Dialog title={t`Delete the role ${role.name}?`} isOpen onClose={onClose} isBusy={remove.isPending}>
			<Form
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					remove.mutate(
						{ input: { roleId: role.id, replacement: hasMembers ? instead : undefined } },
						{
							onSuccess: () => {
								notify(t`The role ${role.name} is deleted.`);
								onClose();
							},
						},
					);
				}}
			>
				<p className="text-muted">
					<Trans>Open invitations to it cannot be accepted any more.</Trans>
				</p>
				<FormFailure error={remove.error} />
				{hasMembers && (
					<ChargeSelect
						label={t`What its members do instead`}
						value={instead}
						onChange={setInstead}
						except={{ role: "CUSTOM", roleId: role.id }}
					/>
				)}
				<DialogActions>
					<Button onPress={onClose} isDisabled={remove.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="danger" isDisabled={remove.isPending || (hasMembers && !instead)}>
						<Trans>Delete</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
