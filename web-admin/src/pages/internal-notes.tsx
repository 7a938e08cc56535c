import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useEffectEvent, useState } from "react";
import {
	AdminNoteAddDocument,
	AdminNoteDeleteDocument,
	AdminNoteEditDocument,
	AdminNotesDocument,
	type NotePartsFragment,
} from "@/gql/graphql";
import { useConnection } from "@/lib/connection";
import { faultsByField, hasFault, useHat, useHatMutation } from "@/lib/hat";
import { pageVariables } from "@/lib/list";
import { hatQuery } from "@/lib/query";
import { may } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { type Column, List } from "@/ui/list";
import { notify } from "@/ui/notice";
import { Section } from "@/ui/panel";
import { Instant } from "@/ui/text";
import { Confirm } from "./confirm";
import { FormFailure } from "./failure";
import { FormDialog } from "./form-dialog";
import { LeaveGuard } from "./leave-guard";
import { OfflineNote } from "./offline-note";

const textMax = 5000;

/** What operators have written about a seller or an order for each other, the newest first. */
export function InternalNotes({ subject }: { subject: string }) {
	const { t } = useLingui();
	const hat = useHat();
	const [page, setPage] = useState<{ after?: string; before?: string }>({});
	const { data, error, refetch, isPlaceholderData } = useQuery(
		hatQuery(hat, "notes", AdminNotesDocument, { subject, ...pageVariables(page, 10) }),
	);
	const columns: Column<NotePartsFragment>[] = [
		{
			header: t`Note`,
			card: "title",
			cell: ({ text }) => (
				<p dir="auto" className="max-w-prose font-normal break-words whitespace-pre-wrap">
					{text}
				</p>
			),
		},
		{
			header: t`Written`,
			cell: ({ author, createdAt, editedAt }) => (
				<span className="flex flex-col">
					<span className="break-words">{author?.name || author?.email}</span>
					<span className="text-xs text-muted">
						<Instant of={createdAt} isLong />
					</span>
					{editedAt && (
						<span className="text-xs text-muted">
							<Trans>
								Changed on <Instant of={editedAt} isLong />
							</Trans>
						</span>
					)}
				</span>
			),
		},
		{
			header: t`Change`,
			isHeaderHidden: true,
			card: "deeds",
			cell: (note) => <NoteButtons note={note} onRefresh={() => void refetch()} />,
		},
	];
	return (
		<Section title={t`Notes`}>
			<p className="text-muted">
				<Trans>Only operators read them: neither the seller nor the buyer ever does.</Trans>
			</p>
			{may(hat, "NOTE_EDIT") && <NewNote subject={subject} onAdded={() => setPage({})} />}
			<List
				label={t`Notes`}
				columns={columns}
				rows={data?.notes?.nodes}
				keyOf={({ id }) => id}
				error={error}
				onRetry={() => void refetch()}
				isFetching={isPlaceholderData}
				pageInfo={data?.notes?.pageInfo}
				onPage={setPage}
				empty={
					<p className="rounded-lg border border-line bg-surface p-4 text-muted">
						<Trans>Nobody has written anything yet.</Trans>
					</p>
				}
			/>
		</Section>
	);
}

function NewNote({ subject, onAdded }: { subject: string; onAdded: () => void }) {
	const { t } = useLingui();
	const { isOffline } = useConnection();
	const [text, setText] = useState("");
	const add = useHatMutation(AdminNoteAddDocument, ["notes", "audit"]);
	const faults = faultsByField(add.error, ["text"]);
	const save = (event: FormEvent) => {
		event.preventDefault();
		add.mutate(
			{ input: { subject, text } },
			{
				onSuccess: () => {
					// What was typed while it was being sent is not added yet.
					setText((now) => (now === text ? "" : now));
					onAdded();
					notify(t`The note is added.`);
				},
			},
		);
	};
	return (
		<Form className="flex max-w-2xl flex-col gap-3" validationErrors={faults} onSubmit={save}>
			<LeaveGuard
				isDirty={text !== ""}
				draft={{
					form: "note",
					of: subject,
					saved: { text: "" },
					value: { text },
					names: { text: t`New note` },
					onFill: (filled) => setText(filled.text ?? ""),
					onDiscard: () => setText(""),
				}}
			/>
			<FormFailure error={add.error} faults={faults} />
			<TextField
				label={t`New note`}
				name="text"
				rows={3}
				maxLength={textMax}
				value={text}
				onChange={setText}
			/>
			<OfflineNote />
			<div className="flex justify-end">
				<Button type="submit" look="primary" isDisabled={add.isPending || isOffline || text.trim() === ""}>
					<Trans>Add the note</Trans>
				</Button>
			</div>
		</Form>
	);
}

function NoteButtons({ note, onRefresh }: { note: NotePartsFragment; onRefresh: () => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const [open, setOpen] = useState<"edit" | "delete" | null>(null);
	const close = () => setOpen(null);
	const remove = useHatMutation(AdminNoteDeleteDocument, ["notes", "audit"]);
	const mayDelete = may(hat, "NOTE_EDIT") && (note.isOwn || may(hat, "NOTE_DELETE"));
	if (!mayDelete) return null;
	const who = note.author?.name || note.author?.email || "";
	return (
		<span className="flex flex-wrap justify-end gap-2">
			{note.isOwn && (
				<Button aria-label={t`Edit the note by ${who}…`} onPress={() => setOpen("edit")}>
					<Trans>Edit…</Trans>
				</Button>
			)}
			<Button aria-label={t`Delete the note by ${who}…`} onPress={() => setOpen("delete")}>
				<Trans>Delete…</Trans>
			</Button>
			{open === "edit" && <EditNote note={note} onRefresh={onRefresh} onClose={close} />}
			{open === "delete" && (
				<Confirm
					title={t`Delete this note?`}
					verb={t`Delete`}
					isDanger
					mutation={remove}
					onConfirm={() =>
						remove.mutate(
							{ input: { noteId: note.id } },
							{
								onSuccess: () => {
									notify(t`The note is deleted.`);
									close();
								},
							},
						)
					}
					onClose={close}
				>
					<Trans>
						It is gone for everybody. The audit log keeps that it was deleted, and not what it said.
					</Trans>
				</Confirm>
			)}
		</span>
	);
}

type EditProps = { note: NotePartsFragment; onRefresh: () => void; onClose: () => void };

function EditNote({ note, onRefresh, onClose }: EditProps) {
	const { t } = useLingui();
	const [text, setText] = useState(note.text);
	const edit = useHatMutation(AdminNoteEditDocument, ["notes", "audit"]);
	const done = useEffectEvent(() => {
		notify(t`The note is saved.`);
		onClose();
	});
	// Closed once the form holds nothing unsaved any more: its draft goes with that.
	useEffect(() => {
		if (edit.isSuccess) done();
	}, [edit.isSuccess]);
	return (
		<FormDialog
			title={t`Edit the note`}
			verb={<Trans>Save</Trans>}
			mutation={edit}
			fields={["text"]}
			isReady={text.trim() !== "" && text !== note.text}
			onClose={() => {
				// Somebody who saw that it has changed meanwhile is to see what it says now.
				if (hasFault(edit.error, "NOTE_VERSION")) onRefresh();
				onClose();
			}}
			onSubmit={() => edit.mutate({ input: { noteId: note.id, version: note.version, text } })}
		>
			<LeaveGuard
				isDirty={!edit.isSuccess && text !== note.text}
				draft={{
					form: "note",
					of: note.id,
					saved: { text: note.text },
					value: { text },
					names: { text: t`Note` },
					onFill: (filled) => setText(filled.text ?? note.text),
					onDiscard: () => setText(note.text),
				}}
			/>
			<TextField
				label={t`Note`}
				name="text"
				rows={6}
				isRequired
				maxLength={textMax}
				autoFocus
				value={text}
				onChange={setText}
			/>
		</FormDialog>
	);
}
