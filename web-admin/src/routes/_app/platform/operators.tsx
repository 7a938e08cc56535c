import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { EllipsisVertical, UsersRound } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { AdminOperatorsDocument, type OperatorRowFragment } from "@/gql/graphql";
import { OperatorRoleValues } from "@/gql/values";
import { useHat } from "@/lib/hat";
import { operatorRoles } from "@/lib/labels";
import { choiceSearch, pageSearch, pageVariables } from "@/lib/list";
import { operatorInvitationsQuery } from "@/lib/operators";
import { hatQuery } from "@/lib/query";
import { type Hat, may } from "@/lib/session";
import { Needs } from "@/pages/needs";
import { OperatorChange, type OperatorChangeOpen } from "@/pages/operator-change";
import { InviteOperatorButton, OperatorInvitations } from "@/pages/operator-invitations";
import { Person } from "@/pages/person-name";
import { StaleOperators } from "@/pages/stale-operators";
import { Button } from "@/ui/button";
import { Filters } from "@/ui/filters";
import { type Column, List } from "@/ui/list";
import { Menu } from "@/ui/menu";
import { Page } from "@/ui/page";
import { Select } from "@/ui/select";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { ViewTabs, viewTab } from "@/ui/tabs";

const searchSchema = v.object({
	role: choiceSearch(OperatorRoleValues),
	view: choiceSearch(["invitations", "stale"]),
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
		if (deps.view === "invitations")
			void context.client.prefetchQuery(operatorInvitationsQuery(context.hat, deps));
		else if (!deps.view) void context.client.prefetchQuery(query(context.hat, deps));
	},
	component: () => (
		<Needs permission="OPERATOR_LIST">
			<OperatorsPage />
		</Needs>
	),
});

function OperatorsPage() {
	const { t } = useLingui();
	const { view, after, before } = Route.useSearch();
	const navigate = Route.useNavigate();
	const views = [
		{ to: undefined, label: t`Operators` },
		{ to: "invitations", label: t`Invitations` },
		{ to: "stale", label: t`Not seen for long` },
	] as const;
	return (
		<Page title={t`Operators`} actions={<InviteOperatorButton />}>
			<ViewTabs label={t`Views of the operators`}>
				{views.map(({ to, label }) => (
					<Link key={label} from={Route.fullPath} search={{ view: to }} {...viewTab(view === to)}>
						{label}
					</Link>
				))}
			</ViewTabs>
			{view === "invitations" && (
				<OperatorInvitations
					page={{ after, before }}
					onPage={(page) => void navigate({ search: { view, ...page } })}
				/>
			)}
			{view === "stale" && (
				<StaleOperators
					page={{ after, before }}
					onPage={(page) => void navigate({ search: { view, ...page } })}
				/>
			)}
			{!view && <Operators />}
		</Page>
	);
}

function Operators() {
	const { t, i18n } = useLingui();
	const hat = useHat();
	const search = Route.useSearch();
	const navigate = Route.useNavigate();
	const [open, setOpen] = useState<OperatorChangeOpen | null>(null);
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
			cell: ({ account, role }) => {
				if (!may(hat, "OPERATOR_ROLE") || !account) return null;
				const name = account.name || account.email || "";
				const operator = { accountId: account.id, name, role };
				return (
					<Menu
						label={t`Change ${name}`}
						button={
							<Button look="quiet" isIcon aria-label={t`Change ${name}`}>
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
				);
			},
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
				views="operators"
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
			{open && <OperatorChange {...open} onClose={() => setOpen(null)} />}
		</>
	);
}
