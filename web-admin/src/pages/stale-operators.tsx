import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { UserCheck } from "lucide-react";
import { useState } from "react";
import { AdminStaleOperatorsDocument, type StaleOperatorRowFragment } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { operatorRoles } from "@/lib/labels";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { isolated } from "@/ui/isolated";
import { type Column, List } from "@/ui/list";
import { Empty } from "@/ui/states";
import { Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { OperatorChange, type OperatorChangeOpen } from "./operator-change";

type Turn = { after?: string; before?: string };

/** The operators who have not signed in for 30 days. After 60 days they may not act as operators any more. */
export function StaleOperators({ page, onPage }: { page: Turn; onPage: (page: Turn) => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<OperatorChangeOpen | null>(null);
	const { data, error, refetch, isFetching } = useQuery(
		hatQuery(hat, "operators", AdminStaleOperatorsDocument, pageVariables(page)),
	);
	const columns: Column<StaleOperatorRowFragment>[] = [
		{
			header: t`Operator`,
			card: "title",
			cell: ({ name, email }) => (
				<span className="break-words">
					{name || email}
					{name && email && (
						<span className="block text-xs font-normal break-all text-muted">{isolated(email)}</span>
					)}
				</span>
			),
		},
		{ header: t`Role`, cell: ({ role }) => <Words of={role} labels={operatorRoles} /> },
		{ header: t`Not seen since`, cell: ({ idleSince }) => <Instant of={idleSince} /> },
		{
			header: t`Status`,
			card: "plain",
			cell: ({ disabledAt }) =>
				disabledAt ? (
					<Badge tone="danger">{t`May not work any more`}</Badge>
				) : (
					<Badge tone="warn">{t`May still work`}</Badge>
				),
		},
		{ header: t`Disabled`, cell: ({ disabledAt }) => disabledAt && <Instant of={disabledAt} isLong /> },
		{
			header: t`Change`,
			isHeaderHidden: true,
			isNumber: true,
			card: "deeds",
			cell: ({ accountId, name, email, role }) => {
				if (!may(hat, "OPERATOR_ROLE")) return null;
				const known = name || email || "";
				return (
					<Button
						aria-label={t`Remove ${known}…`}
						onPress={() => setOpen({ what: "remove", operator: { accountId, name: known, role } })}
					>{t`Remove…`}</Button>
				);
			},
		},
	];
	return (
		<>
			<List
				label={t`Operators who have not signed in`}
				columns={columns}
				rows={data?.staleOperators?.nodes}
				keyOf={({ accountId }) => accountId}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.staleOperators?.pageInfo}
				onPage={onPage}
				empty={
					<Empty icon={UserCheck} title={t`Every operator has signed in within 30 days`}>
						{t`Whoever has not for 30 days appears here. After 60 days they may not act as operators any more.`}
					</Empty>
				}
			/>
			{open && <OperatorChange {...open} onClose={() => setOpen(null)} />}
		</>
	);
}
