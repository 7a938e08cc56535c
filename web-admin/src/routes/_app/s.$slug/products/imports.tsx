import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { AdminImportsDocument, type AdminImportsQuery } from "@/gql/graphql";
import { useHat } from "@/lib/hat";
import { importStatuses } from "@/lib/labels";
import { pageSearch, pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { ImportDialog, ImportNew, isUnderWay } from "@/pages/imports";
import { Button } from "@/ui/button";
import { type Column, List } from "@/ui/list";
import { Empty } from "@/ui/states";
import { Status } from "@/ui/status";
import { Instant } from "@/ui/text";

type Row = NonNullable<AdminImportsQuery["productImports"]>["nodes"][number];

export const Route = createFileRoute("/_app/s/$slug/products/imports")({
	validateSearch: v.object(pageSearch),
	component: Imports,
});

function Imports() {
	const { t } = useLingui();
	const hat = useHat();
	const page = Route.useSearch();
	const navigate = Route.useNavigate();
	const [opened, open] = useState<string | null>(null);
	const [isNew, setNew] = useState(false);
	const { data, error, refetch, isFetching } = useQuery({
		...hatQuery(hat, "products", AdminImportsDocument, pageVariables(page)),
		refetchInterval: ({ state }) => (state.data?.productImports?.nodes.some(isUnderWay) ? 2000 : false),
	});
	const columns: Column<Row>[] = [
		{ header: t`File`, card: "title", cell: ({ filename }) => <span className="break-all">{filename}</span> },
		{
			header: t`Status`,
			card: "plain",
			cell: ({ status, isDryRun }) => (
				<span className="flex flex-wrap items-center gap-2">
					<Status of={status} labels={importStatuses} />
					{isDryRun && <span className="text-xs text-muted">{t`only tried`}</span>}
				</span>
			),
		},
		{ header: t`Rows`, isNumber: true, cell: ({ rows }) => rows },
		{
			header: t`Problems`,
			isNumber: true,
			cell: ({ problemCount }) => (
				<span className={problemCount > 0 ? "text-danger" : ""}>{problemCount}</span>
			),
		},
		{ header: t`Begun`, cell: ({ createdAt }) => <Instant of={createdAt} isLong /> },
		{
			header: t`Result`,
			isHeaderHidden: true,
			card: "aside",
			cell: ({ id, filename }) => (
				<Button aria-label={t`Result of ${filename}`} onPress={() => open(id)}>{t`Result…`}</Button>
			),
		},
	];
	return (
		<>
			<div className="flex flex-wrap items-center justify-between gap-3">
				<p className="max-w-2xl text-muted">
					<Trans>
						Bring many products at once from a CSV file, as Shopify writes it. Try it first: you see what is
						wrong with which row before anything changes.
					</Trans>
				</p>
				{may(hat, "PRODUCT_IMPORT") && (
					<Button look="primary" onPress={() => setNew(true)}>
						<FileUp aria-hidden="true" className="size-4" />
						<Trans>Import a file…</Trans>
					</Button>
				)}
			</div>
			<List
				label={t`Imports`}
				columns={columns}
				rows={data?.productImports?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isFetching}
				pageInfo={data?.productImports?.pageInfo}
				onPage={(next) => void navigate({ search: next })}
				empty={
					<Empty
						icon={FileUp}
						title={t`No file yet`}
					>{t`Files that you import appear here with their results.`}</Empty>
				}
			/>
			{isNew && (
				<ImportNew
					onClose={() => setNew(false)}
					onStarted={(id) => {
						setNew(false);
						open(id);
					}}
				/>
			)}
			{opened && <ImportDialog key={opened} id={opened} onClose={() => open(null)} onStarted={open} />}
		</>
	);
}
