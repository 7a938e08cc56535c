import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, FileText, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import {
	AdminDisputeFileAddDocument,
	AdminDisputeFileRemoveDocument,
	AdminDisputeFileUploadDocument,
	type DisputeFileField,
	type DisputeFullFragment,
	type EvidenceFilePartsFragment,
} from "@/gql/graphql";
import { fetchFile } from "@/lib/api";
import { evidenceBytesMax, evidencePagesMax, evidenceTypes, fileFields, formatBytes } from "@/lib/files";
import { change, useHat, useHatMutation } from "@/lib/hat";
import { disputeFileFields } from "@/lib/labels";
import { Button } from "@/ui/button";
import { DropFiles } from "@/ui/drop-files";
import { notify } from "@/ui/notice";
import { Choose } from "@/ui/select";
import { Words } from "@/ui/status";
import { FormFailure } from "./failure";
import { SendingList, useSending } from "./sending";
import { saveFile } from "./take-away";

type EvidenceFile = EvidenceFilePartsFragment;

type FilesProps = {
	dispute: DisputeFullFragment;
	/** Those of one seller, or of the platform. */
	files: EvidenceFile[];
	isEditable: boolean;
};

/** The files that a seller, or the platform, shows the bank; while they can be changed, with a box to add more. */
export function EvidenceFiles({ dispute, files, isEditable }: FilesProps) {
	const { t } = useLingui();
	return (
		<div className="flex flex-col gap-3">
			<h3 className="text-sm font-semibold">
				<Trans>Files</Trans>
			</h3>
			{files.length === 0 && !isEditable && (
				<p className="text-muted">
					<Trans>No files were added.</Trans>
				</p>
			)}
			{files.length > 0 && (
				<ul className="flex flex-col gap-2" aria-label={t`Files of evidence`}>
					{files.map((file) => (
						<FileRow key={file.id} file={file} isEditable={isEditable} />
					))}
				</ul>
			)}
			{isEditable && <AddFile dispute={dispute} files={files} />}
		</div>
	);
}

/** The first kind of document of which there is no file yet. */
const firstFree = (files: EvidenceFile[]): DisputeFileField =>
	fileFields.find((field) => !files.some((file) => file.field === field)) ?? "OTHER";

function AddFile({ dispute, files }: Omit<FilesProps, "isEditable">) {
	const { t, i18n } = useLingui();
	const { actAs } = useHat();
	const client = useQueryClient();
	const [chosen, setChosen] = useState<DisputeFileField | null>(null);
	const field = chosen ?? firstFree(files);
	const sending = useSending({
		announce: async (file) => {
			const input = { disputeId: dispute.id, filename: file.name, byteSize: file.size };
			const { disputeFileUpload } = await change(AdminDisputeFileUploadDocument, { input }, actAs);
			return disputeFileUpload?.upload;
		},
		onSent: async (uploadId, file) => {
			await change(AdminDisputeFileAddDocument, { input: { disputeId: dispute.id, field, uploadId } }, actAs);
			setChosen(null);
			notify(t`${file.name} is added.`);
			await Promise.all(
				["disputes", "audit"].map((topic) => client.invalidateQueries({ queryKey: [topic] })),
			);
		},
	});
	const there = files.find((file) => file.field === field);
	const bytes = files.reduce((sum, { byteSize }) => sum + byteSize, 0);
	const pages = files.reduce((sum, file) => sum + file.pages, 0);
	const most = formatBytes(evidenceBytesMax, i18n.locale);
	const used = formatBytes(bytes, i18n.locale);
	return (
		<div className="flex flex-col gap-3">
			<Choose
				label={t`What the next file shows`}
				value={field}
				labels={disputeFileFields}
				onChange={(next) => setChosen(next)}
			/>
			{there && (
				<p className="text-sm text-muted">
					<Trans>
						It takes the place of <bdi className="break-all">{there.filename}</bdi>.
					</Trans>
				</p>
			)}
			<DropFiles
				label={t`Add a file of evidence`}
				accept={evidenceTypes}
				isDisabled={sending.isBusy}
				hint={
					<>
						<Trans>
							Or drop it here: a PDF, JPEG or PNG. All files together have at most {most} and{" "}
							{evidencePagesMax} pages.
						</Trans>{" "}
						{files.length > 0 && t`${used} and ${plural(pages, { one: "# page", other: "# pages" })} so far.`}
					</>
				}
				onFiles={sending.send}
			>
				<Trans>Choose a file…</Trans>
			</DropFiles>
			<SendingList files={sending.files} onDrop={sending.drop} />
		</div>
	);
}

function FileRow({ file, isEditable }: { file: EvidenceFile; isEditable: boolean }) {
	const { t, i18n } = useLingui();
	const { actAs } = useHat();
	const remove = useHatMutation(AdminDisputeFileRemoveDocument, ["disputes", "audit"]);
	const save = useMutation({
		mutationFn: async () => saveFile(await fetchFile(file.path, actAs), file.filename),
	});
	const size = formatBytes(file.byteSize, i18n.locale);
	const name = file.filename;
	return (
		<li className="flex flex-wrap items-center gap-3 rounded-md border border-line p-3">
			<Preview file={file} />
			<div className="min-w-0 grow basis-48">
				<p className="font-medium">
					<Words of={file.field} labels={disputeFileFields} />
				</p>
				<p className="text-sm text-muted">
					<bdi className="break-all">{file.filename}</bdi> · {size} ·{" "}
					{t`${plural(file.pages, { one: "# page", other: "# pages" })}`}
				</p>
				{!file.isKept && (
					<p className="text-sm text-muted">
						<Trans>It is not kept any more.</Trans>
					</p>
				)}
				<FormFailure error={save.error ?? remove.error} />
			</div>
			<div className="flex gap-1">
				{file.isKept && (
					<Button
						look="quiet"
						isIcon
						aria-label={t`Save ${name}`}
						isDisabled={save.isPending}
						onPress={() => save.mutate()}
					>
						<Download aria-hidden="true" className="size-4" />
					</Button>
				)}
				{isEditable && (
					<Button
						look="quiet"
						isIcon
						aria-label={t`Remove ${name}`}
						isDisabled={remove.isPending}
						onPress={() =>
							remove.mutate(
								{ input: { fileId: file.id } },
								{ onSuccess: () => notify(t`${name} is removed.`) },
							)
						}
					>
						<Trash2 aria-hidden="true" className="size-4" />
					</Button>
				)}
			</div>
		</li>
	);
}

/** A small picture of an image, and a sign for everything else. */
function Preview({ file }: { file: EvidenceFile }) {
	const { actAs } = useHat();
	const [url, setUrl] = useState<string>();
	const isImage = file.contentType.startsWith("image/") && file.isKept;
	useEffect(() => {
		if (!isImage) return;
		let isGone = false;
		let made: string | undefined;
		// Without a picture there is the sign: nothing is lost that anybody has to be told of.
		void fetchFile(file.path, actAs).then(
			(content) => {
				if (isGone) return;
				made = URL.createObjectURL(content);
				setUrl(made);
			},
			() => {},
		);
		return () => {
			isGone = true;
			if (made) URL.revokeObjectURL(made);
		};
	}, [isImage, file.path, actAs]);
	return url ? (
		<img src={url} alt="" className="size-12 shrink-0 rounded border border-line object-cover" />
	) : (
		<FileText aria-hidden="true" className="size-12 shrink-0 p-2 text-muted" />
	);
}
