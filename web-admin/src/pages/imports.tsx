import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import {
	AdminImportDocument,
	type AdminImportQuery,
	AdminProductImportDocument,
	AdminUploadCreateDocument,
	type ImportPartsFragment,
} from "@/gql/graphql";
import { ApiError, fileError } from "@/lib/api";
import { useBusiness } from "@/lib/business";
import { change, useHat } from "@/lib/hat";
import { importStatuses } from "@/lib/labels";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { DropFiles } from "@/ui/drop-files";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { Facts } from "@/ui/panel";
import { Progress } from "@/ui/progress";
import { Said } from "@/ui/said";
import { Banner, Failure, Skeleton } from "@/ui/states";
import { Status } from "@/ui/status";
import { FormFailure } from "./failure";

type Problem = NonNullable<NonNullable<AdminImportQuery["productImport"]>["problems"]>["nodes"][number];

/** Whether an import is not over yet. */
export const isUnderWay = ({ status }: Pick<ImportPartsFragment, "status">) =>
	status === "PENDING" || status === "RUNNING";

/** Announces a file and sends its bytes; the id of the upload. */
async function upload(file: File, actAs: string | null): Promise<string> {
	const { uploadCreate } = await change(
		AdminUploadCreateDocument,
		{ input: { filename: file.name, contentType: "text/csv", byteSize: file.size } },
		actAs,
	);
	const announced = uploadCreate?.upload;
	if (!announced) throw new ApiError("The file was not taken.", {});
	const sent = await fetch(announced.url, {
		method: "PUT",
		credentials: "same-origin",
		headers: { "Content-Type": "text/csv", ...(actAs && { "Etal-Act-As": actAs }) },
		body: file,
	});
	if (!sent.ok) {
		throw await fileError(sent);
	}
	return announced.id;
}

/** Has an upload imported, or tried; the id of the import. */
function useImport(onStarted: (id: string) => void) {
	const { actAs } = useHat();
	const client = useQueryClient();
	return useMutation({
		mutationFn: async ({
			file,
			currencyCode,
			dryRun,
		}: {
			file: File;
			currencyCode: string;
			dryRun: boolean;
		}) => {
			const uploadId = await upload(file, actAs);
			const { productImport } = await change(
				AdminProductImportDocument,
				{ input: { uploadId, currencyCode, dryRun } },
				actAs,
			);
			return productImport?.productImport?.id;
		},
		onSuccess: async (id) => {
			await client.invalidateQueries({ queryKey: ["products"] });
			if (id) onStarted(id);
		},
	});
}

/** The file that was tried last, so that it need not be chosen again to be imported. */
let tried: { id: string; file: File; currencyCode: string } | null = null;

type NewProps = { onClose: () => void; onStarted: (id: string) => void };

/** Asks for a file, and tries it first unless that is not wanted. */
export function ImportNew({ onClose, onStarted }: NewProps) {
	const { t } = useLingui();
	const business = useBusiness();
	const [file, setFile] = useState<File | null>(null);
	const [currency, setCurrency] = useState<string | null>(null);
	const currencyCode = currency ?? business.data?.seller?.currencyCode ?? "";
	const start = useImport(onStarted);
	const send = (event: FormEvent) => {
		event.preventDefault();
		if (!file) return;
		start.mutate(
			{ file, currencyCode, dryRun: true },
			{
				onSuccess: (made) => {
					if (made) tried = { id: made, file, currencyCode };
				},
			},
		);
	};
	return (
		<Dialog title={t`Import a file`} isOpen onClose={onClose} isBusy={start.isPending}>
			<Form className="flex flex-col gap-4" onSubmit={send}>
				<FormFailure error={start.error} />
				<DropFiles
					label={t`CSV file, at most 20 MB`}
					accept=".csv,text/csv"
					isDisabled={start.isPending}
					hint={
						file ? (
							<bdi className="break-all text-ink">{file.name}</bdi>
						) : (
							<Trans>Or drop it here: a CSV file of at most 20 MB.</Trans>
						)
					}
					onFiles={([next]) => next && setFile(next)}
				>
					{file ? <Trans>Choose another file…</Trans> : <Trans>Choose a file…</Trans>}
				</DropFiles>
				<TextField
					label={t`Currency of the prices in it`}
					maxLength={3}
					isRequired
					value={currencyCode}
					onChange={(next) => setCurrency(next.toUpperCase())}
				/>
				<p className="text-muted">
					<Trans>The file is tried first. Nothing changes before you have seen the result.</Trans>
				</p>
				<DialogActions>
					<Button onPress={onClose} isDisabled={start.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={start.isPending || !file}>
						{start.isPending ? t`Sending…` : t`Try it`}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

type ImportProps = { id: string; onClose: () => void; onStarted: (id: string) => void };

/** How far an import is, what it has changed, and what was wrong with which row. */
export function ImportDialog({ id, onClose, onStarted }: ImportProps) {
	const { t } = useLingui();
	const hat = useHat();
	const client = useQueryClient();
	const [page, setPage] = useState<{ after?: string; before?: string }>({});
	const { data, error, refetch, isFetching } = useQuery({
		...hatQuery(hat, "products", AdminImportDocument, {
			id,
			...(page.before ? { last: 10, before: page.before } : { first: 10, after: page.after }),
		}),
		refetchInterval: ({ state }) =>
			state.data?.productImport && isUnderWay(state.data.productImport) ? 1000 : false,
	});
	const file = data?.productImport;
	const isOver = Boolean(file && !isUnderWay(file));
	useEffect(() => {
		// The lists behind the dialog hold what it has brought.
		if (isOver) void client.invalidateQueries({ queryKey: ["products"], refetchType: "none" });
	}, [client, isOver]);
	const again = useImport(onStarted);
	const brings = file
		? file.productsCreated + file.productsUpdated + file.offersCreated + file.offersUpdated
		: 0;
	const known = tried?.id === id && file?.status === "DONE" && brings > 0 ? tried : null;
	return (
		<Dialog title={file?.filename ?? t`Import`} isOpen onClose={onClose} isBusy={again.isPending}>
			{!data && error && <Failure error={error} onRetry={() => void refetch()} />}
			{!data && !error && <Skeleton rows={3} label={t`Loading the import`} />}
			<FormFailure error={again.error} />
			{file && <Outcome file={file} />}
			{file && file.problemCount > 0 && (
				<Problems
					problems={file.problems ?? undefined}
					isFetching={isFetching}
					onPage={(next) => setPage(next)}
				/>
			)}
			<DialogActions>
				<Button onPress={onClose} isDisabled={again.isPending}>
					<Trans>Close</Trans>
				</Button>
				{known && may(hat, "PRODUCT_IMPORT") && (
					<Button
						look="primary"
						isDisabled={again.isPending}
						onPress={() =>
							again.mutate({ file: known.file, currencyCode: known.currencyCode, dryRun: false })
						}
					>
						{again.isPending ? t`Sending…` : t`Import it now`}
					</Button>
				)}
			</DialogActions>
		</Dialog>
	);
}

function Outcome({ file }: { file: ImportPartsFragment }) {
	const { t } = useLingui();
	if (isUnderWay(file)) {
		return (
			<div className="flex flex-col gap-2">
				<p role="status">{t`${plural(file.rows, { one: "# row done", other: "# rows done" })}`}</p>
				<Progress label={t`Progress`} value={file.rows} />
				<p className="text-muted">
					<Trans>You can close this. It goes on, and the list shows its result.</Trans>
				</p>
			</div>
		);
	}
	return (
		<>
			{file.status === "DONE" && file.isDryRun && (
				<Banner tone="info" role="status">
					<Trans>This was a try. Nothing has changed yet.</Trans>
				</Banner>
			)}
			<Facts
				facts={[
					{ term: t`Status`, detail: <Status of={file.status} labels={importStatuses} /> },
					{ term: t`Rows`, detail: file.rows },
					{ term: t`New products`, detail: file.productsCreated },
					{ term: t`Changed products`, detail: file.productsUpdated },
					{ term: t`Unchanged products`, detail: file.productsUnchanged },
					{ term: t`New offers`, detail: file.offersCreated },
					{ term: t`Changed offers`, detail: file.offersUpdated },
					file.productsFailed > 0 && { term: t`Products left out`, detail: file.productsFailed },
					{ term: t`Problems`, detail: file.problemCount },
				]}
			/>
		</>
	);
}

type ProblemsProps = {
	problems: NonNullable<AdminImportQuery["productImport"]>["problems"] | undefined;
	isFetching: boolean;
	onPage: (page: { after?: string; before?: string }) => void;
};

function Problems({ problems, isFetching, onPage }: ProblemsProps) {
	const { t } = useLingui();
	const columns: Column<Problem>[] = [
		{ header: t`Line`, isNumber: true, card: "title", cell: ({ line }) => line },
		{ header: t`Column`, cell: ({ column }) => column },
		{
			header: t`What is wrong`,
			card: "plain",
			cell: ({ message, handle }) => (
				<span>
					<Said>{message}</Said>
					{handle && <span className="block text-xs text-muted">{handle}</span>}
				</span>
			),
		},
	];
	return (
		<List
			label={t`Problems`}
			columns={columns}
			rows={problems?.nodes}
			keyOf={({ line, column, code }) => `${line} ${column} ${code}`}
			isFetching={isFetching}
			pageInfo={problems?.pageInfo}
			onPage={onPage}
			empty={null}
		/>
	);
}
