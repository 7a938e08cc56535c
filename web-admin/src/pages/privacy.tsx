import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import {
	AdminErasureRequestDocument,
	AdminErasureWithdrawDocument,
	AdminPrivacyDocument,
	AdminPrivacyExportCreateDocument,
	type ErasurePartsFragment,
	type ExportRowFragment,
} from "@/gql/graphql";
import { fetchFile } from "@/lib/api";
import { FaultsError, faultsByField, usePersonMutation } from "@/lib/hat";
import { erasureStatuses, exportStatuses, hindrances } from "@/lib/labels";
import { personQuery } from "@/lib/query";
import { withStepUp } from "@/lib/step-up";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Panel } from "@/ui/panel";
import { Banner, Failure, Skeleton } from "@/ui/states";
import { Status, Words } from "@/ui/status";
import { Instant } from "@/ui/text";
import { FormFailure } from "./failure";
import { RequestFailure } from "./request-failure";
import { saveFile } from "./take-away";

const isMaking = (file: ExportRowFragment) => file.status === "PENDING" || file.status === "RUNNING";

/** What is kept about somebody: a file of it, and having it erased. */
export function Privacy() {
	const { t } = useLingui();
	const { data, error, refetch } = useQuery({
		...personQuery("privacy", AdminPrivacyDocument, {}),
		// While a file is being made, its progress is asked for.
		refetchInterval: ({ state }) => (state.data?.exports?.nodes.some(isMaking) ? 2000 : false),
	});
	if (!data) {
		if (error) return <Failure error={error} onRetry={() => void refetch()} />;
		return <Skeleton label={t`Loading: privacy`} rows={4} />;
	}
	return (
		<>
			<DataPanel files={(data.exports?.nodes ?? []).filter((file) => file.kind === "PERSON")} />
			<ErasurePanel erasure={data.erasure ?? null} />
		</>
	);
}

function DataPanel({ files }: { files: ExportRowFragment[] }) {
	const { t } = useLingui();
	const create = usePersonMutation(AdminPrivacyExportCreateDocument, ["privacy"]);
	return (
		<Panel
			title={t`Your data`}
			action={
				<Button isDisabled={create.isPending || files.some(isMaking)} onPress={() => create.mutate({})}>
					<Trans>Ask for my data</Trans>
				</Button>
			}
		>
			<p className="text-muted">
				<Trans>
					A file of everything that is kept about you. A mail says when it is ready. It can be fetched once,
					within seven days.
				</Trans>
			</p>
			{create.error && (
				<div className="mt-3">
					<FormFailure error={create.error} />
				</div>
			)}
			{files.length > 0 && (
				<ul className="mt-2 flex flex-col" aria-label={t`Files`}>
					{files.map((file) => (
						<FileRow key={file.id} file={file} />
					))}
				</ul>
			)}
		</Panel>
	);
}

function FileRow({ file }: { file: ExportRowFragment }) {
	const { t } = useLingui();
	const client = useQueryClient();
	const download = useMutation({
		mutationFn: async (path: string) => saveFile(await withStepUp(() => fetchFile(path)), file.filename),
		onSettled: () => client.invalidateQueries({ queryKey: ["privacy"] }),
	});
	const { path } = file;
	return (
		<li className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0">
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
				<span className="min-w-0 flex-1 basis-40">
					<Trans>
						Asked for <Instant of={file.createdAt} isLong />
					</Trans>
				</span>
				<Status of={file.status} labels={exportStatuses} />
				{path && (
					<Button isDisabled={download.isPending} onPress={() => download.mutate(path)}>
						<Download aria-hidden="true" className="size-4" />
						<Trans>Download</Trans>
					</Button>
				)}
			</div>
			{isMaking(file) && (
				<progress
					aria-label={t`Progress`}
					className="h-2 w-full accent-brand"
					max={Math.max(Number(file.total), 1)}
					value={file.status === "PENDING" ? undefined : Number(file.done)}
				/>
			)}
			{download.error && (
				<p role="alert" className="text-danger">
					<RequestFailure error={download.error} />
				</p>
			)}
		</li>
	);
}

function ErasurePanel({ erasure }: { erasure: ErasurePartsFragment | null }) {
	const { t } = useLingui();
	const [isOpen, setOpen] = useState(false);
	const withdraw = usePersonMutation(AdminErasureWithdrawDocument, ["privacy"]);
	const canWithdraw = erasure?.status === "REQUESTED" || erasure?.status === "POSTPONED";
	return (
		<Panel
			title={t`Being erased`}
			action={
				erasure ? (
					canWithdraw && (
						<Button
							isDisabled={withdraw.isPending}
							onPress={() =>
								withdraw.mutate({}, { onSuccess: () => notify(t`Taken back. Nothing is erased.`) })
							}
						>
							<Trans>Take it back</Trans>
						</Button>
					)
				) : (
					<Button look="plainDanger" onPress={() => setOpen(true)}>
						<Trans>Ask to be erased…</Trans>
					</Button>
				)
			}
		>
			{withdraw.error && <FormFailure error={withdraw.error} />}
			{erasure ? (
				<div className="flex flex-col items-start gap-2">
					<Status of={erasure.status} labels={erasureStatuses} />
					<p>
						<Trans>
							Asked for <Instant of={erasure.requestedAt} isLong />, due <Instant of={erasure.dueAt} isLong />
							.
						</Trans>
					</p>
					{erasure.hindrances.length > 0 && (
						<>
							<p>
								<Trans>This is in the way:</Trans>
							</p>
							<ul className="list-disc ps-5">
								{erasure.hindrances.map((each) => (
									<li key={each}>
										<Words of={each} labels={hindrances} />
									</li>
								))}
							</ul>
						</>
					)}
				</div>
			) : (
				<p className="text-muted">
					<Trans>
						What is personal is deleted for ever or replaced. Amounts and dates of orders stay as long as the
						law demands, without you.
					</Trans>
				</p>
			)}
			{isOpen && <EraseDialog onClose={() => setOpen(false)} />}
		</Panel>
	);
}

function EraseDialog({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [password, setPassword] = useState("");
	const [isCreditForfeited, setCreditForfeited] = useState(false);
	const erase = usePersonMutation(AdminErasureRequestDocument, ["privacy"]);
	const faults = faultsByField(erase.error, ["password"]);
	const general = erase.error instanceof FaultsError ? faults[""] : undefined;
	return (
		<Dialog title={t`Ask to be erased?`} isOpen onClose={onClose} isBusy={erase.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					erase.mutate({ input: { password, isCreditForfeited } }, { onSuccess: onClose });
				}}
			>
				<p className="text-muted">
					<Trans>
						You can take it back for some days. After that it cannot be undone, and you can sign in no more.
					</Trans>
				</p>
				{(general || (erase.error && !(erase.error instanceof FaultsError))) && (
					<Banner tone="danger" role="alert">
						{general ?? <RequestFailure error={erase.error} />}
					</Banner>
				)}
				<TextField
					label={t`Password`}
					name="password"
					type="password"
					autoComplete="current-password"
					isRequired
					autoFocus
					value={password}
					onChange={setPassword}
				/>
				<Checkbox
					isSelected={isCreditForfeited}
					onChange={setCreditForfeited}
					hint={t`Otherwise nothing is erased until it is spent or paid out.`}
				>
					<Trans>Give up credit that is left</Trans>
				</Checkbox>
				<DialogActions>
					<Button onPress={onClose} isDisabled={erase.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="danger" isDisabled={erase.isPending}>
						<Trans>Ask to be erased</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
