import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { EllipsisVertical, UsersRound } from "lucide-react";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import * as v from "valibot";
import {
	AdminOperatorRemoveDocument,
	AdminOperatorRoleSetDocument,
	AdminOperatorsDocument,
	type OperatorRole,
	type OperatorRowFragment,
} from "@/gql/graphql";
import { OperatorRoleValues } from "@/gql/values";
import { faultsByField, useHat, useHatMutation } from "@/lib/hat";
import { operatorRoles } from "@/lib/labels";
import { choiceSearch, pageSearch, pageVariables } from "@/lib/list";
import { operatorInvitationsQuery } from "@/lib/operators";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { FormFailure } from "@/pages/failure";
import { Needs } from "@/pages/needs";
import { InviteOperatorButton, OperatorInvitations } from "@/pages/operator-invitations";
import { Person } from "@/pages/person-name";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { notify } from "@/ui/notice";
import { Page } from "@/ui/page";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { ViewTabs, viewTabClass } from "@/ui/tabs";

const searchSchema = v.object({
	role: choiceSearch(OperatorRoleValues),
	view: choiceSearch(["invitations"]),
	...pageSearch,
});
type Search = v.InferOutput<typeof searchSchema>;

const query = (hat: Hat, { role, after, before }: Search) =>
	hatQuery(hat, "operators", AdminOperatorsDocument, {
		filter: { role },
		...pageVariables({ after, before }),
	});

export const Route = createFileRoute("/_app/platform/operators")({
	validateSearch: searchSchema,
	loaderDeps: ({ search }) => search,
	loader: ({ context, deps }) => {
		if (!may(context.hat, "OPERATOR_LIST")) return;
		if (deps.view) void context.client.prefetchQuery(operatorInvitationsQuery(context.hat, deps));
		else void context.client.prefetchQuery(query(context.hat, deps));
	},
	component: () => (
		<Needs permission="OPERATOR_LIST">
			<OperatorsPage />
		</Needs>
	),
});

type Open = { what: "role" | "remove"; operator: OperatorRowFragment };

function OperatorsPage() {
	const { t } = useLingui();
	const { view, after, before } = Route.useSearch();
	const navigate = Route.useNavigate();
	const views = [
		{ to: undefined, label: t`Operators` },
		{ to: "invitations", label: t`Invitations` },
	] as const;
	return (
		<Page title={t`Operators`} actions={<InviteOperatorButton />}>
			<ViewTabs label={t`Views of the operators`}>
				{views.map(({ to, label }) => (
					<Link
						key={label}
						from={Route.fullPath}
						search={{ view: to }}
						aria-current={view === to ? "page" : undefined}
						className={viewTabClass(view === to)}
					>
						{label}
					</Link>
				))}
			</ViewTabs>
			{view === "invitations" ? (
				<OperatorInvitations
					page={{ after, before }}
					onPage={(page) => void navigate({ search: { view, ...page } })}
				/>
			) : (
				<Operators />
			)}
		</Page>
	);
}

function Operators() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const [open, setOpen] = useState<Open | null>(null);
	const { data, error, refetch, isFetching } = useQuery(query(hat, search));
	const columns: Column<OperatorRowFragment>[] = [
		{
			header: t`Operator`,
			card: "title",
			cell: ({ account }) => <Person of={account} unknown={t`Erased`} />,
		},
		{ header: t`Role`, cell: ({ role }) => <Words of={role} labels={operatorRoles} /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "aside",
			cell: (operator) =>
				may(hat, "OPERATOR_ROLE") &&
				operator.account && (
					<Menu
						label={t`Change ${operator.account.name || operator.account.email}`}
						button={
							<Button
								look="quiet"
								isIcon
								aria-label={t`Change ${operator.account.name || operator.account.email}`}
							>
								<EllipsisVertical aria-hidden="true" className="size-4" />
							</Button>
						}
					>
						{({ Item }) => (
							<>
								<Item onAction={() => setOpen({ what: "role", operator })}>{t`Another role…`}</Item>
								<Item isDanger onAction={() => setOpen({ what: "remove", operator })}>
									{t`Remove…`}
								</Item>
							</>
						)}
					</Menu>
				),
		},
	];
	return (
		<>
			<Filters onClear={search.role ? () => void navigate({ search: {} }) : undefined}>
				<Select
					label={t`Role`}
					all={t`All`}
					value={search.role}
					choices={OperatorRoleValues.map((role) => ({ value: role, label: i18n._(operatorRoles[role]) }))}
					onChange={(role) => void navigate({ search: { role } })}
				/>
			</Filters>
			<List
				label={t`Operators`}
				columns={columns}
				rows={data?.operators?.nodes}
				keyOf={(operator) => operator.account?.id ?? ""}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.operators?.pageInfo}
				onPage={(page) => void navigate({ search: { role: search.role, ...page } })}
				empty={
					<Empty
						icon={UsersRound}
						title={t`No operator has this role`}
						action={<Button onPress={() => void navigate({ search: {} })}>{t`Show all operators`}</Button>}
					/>
				}
			/>
			{open && <ChangeDialog {...open} onClose={() => setOpen(null)} />}
		</>
	);
}

function ChangeDialog({ what, operator, onClose }: Open & { onClose: () => void }) {
	const { t, i18n } = useLingui();
	const [role, setRole] = useState<OperatorRole | undefined>();
	const [reason, setReason] = useState("");
	const set = useHatMutation(AdminOperatorRoleSetDocument, ["operators", "proposals"]);
	const remove = useHatMutation(AdminOperatorRemoveDocument, ["operators", "proposals"]);
	const { error, isPending } = what === "role" ? set : remove;
	const faults = faultsByField(error, ["reason"]);
	const name = operator.account?.name || operator.account?.email || "";
	const propose = async (accountId: string) => {
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
					propose(operator.account?.id ?? "").then(
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
