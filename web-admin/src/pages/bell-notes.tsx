import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import {
	AdminNotificationMarkAllReadDocument,
	AdminNotificationMarkReadDocument,
	AdminNotificationsDocument,
} from "@/gql/graphql";
import { useHat, useHatMutation } from "@/lib/hat";
import { type Note, notesPage, pageOfNote } from "@/lib/notes";
import { hatQuery } from "@/lib/query";
import type { Hat } from "@/lib/session";
import { Button, buttonClass } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Said } from "@/ui/said";
import { Failure } from "@/ui/states";
import { Instant } from "@/ui/text";

/** The last things that somebody was told, over the page. */
export function BellNotes({ unread, onClose }: { unread: number; onClose: () => void }) {
	const { t } = useLingui();
	const hat = useHat();
	const query = useQuery(hatQuery(hat, "notifications", AdminNotificationsDocument, {}));
	const markRead = useHatMutation(AdminNotificationMarkReadDocument, ["notifications"]);
	const markAll = useHatMutation(AdminNotificationMarkAllReadDocument, ["notifications"]);
	const notes = query.data?.notifications?.nodes;
	const failure = query.error ?? markRead.error ?? markAll.error;
	return (
		<Dialog title={t`Notifications`} isOpen onClose={onClose}>
			<div className="flex items-center justify-between gap-2">
				<p role="status" className="text-muted">
					<Plural value={unread} _0="Everything is read" one="# unread" other="# unread" />
				</p>
				{/* It is never disabled: the focus would be lost, and with it the way out by keyboard. */}
				<Button look="quiet" onPress={() => unread > 0 && markAll.mutate({})}>
					<Trans>Mark all as read</Trans>
				</Button>
			</div>
			<div className="min-h-0 overflow-auto rounded-md border border-line">
				{failure ? (
					<Failure error={failure} onRetry={() => void query.refetch()} />
				) : !notes ? (
					<p className="px-4 py-8 text-center text-muted">
						<Trans>Loading…</Trans>
					</p>
				) : notes.length === 0 ? (
					<p className="px-4 py-8 text-center text-muted">
						<Trans>Nothing yet. What concerns you in this role is told here and kept for ninety days.</Trans>
					</p>
				) : (
					<ul className="divide-y divide-line">
						{notes.map((note) => (
							<li key={note.id}>
								<NoteRow
									note={note}
									hat={hat}
									onOpen={() => {
										if (!note.isRead) markRead.mutate({ input: { ids: [note.id] } });
										onClose();
									}}
								/>
							</li>
						))}
					</ul>
				)}
			</div>
			<DialogActions>
				<Link {...notesPage(hat)} onClick={onClose} className={buttonClass()}>
					<Trans>All notifications</Trans>
				</Link>
				<Button onPress={onClose}>
					<Trans>Close</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}

function NoteRow({ note, hat, onOpen }: { note: Note; hat: Hat; onOpen: () => void }) {
	return (
		<Link
			{...pageOfNote(note, hat)}
			onClick={onOpen}
			className="flex items-start gap-3 px-4 py-3 outline-offset-[-2px] hover:bg-hover"
		>
			<span
				aria-hidden="true"
				className={clsx("mt-2 size-2 shrink-0 rounded-full", note.isRead ? "bg-transparent" : "bg-brand")}
			/>
			<span className="min-w-0">
				<span className={clsx("block", !note.isRead && "font-semibold")}>
					<Said>{note.title}</Said>
				</span>
				<span className="block text-xs text-muted">
					{!note.isRead && (
						<>
							<Trans>Unread</Trans>
							{" · "}
						</>
					)}
					<Instant of={note.createdAt} isLong />
				</span>
			</span>
		</Link>
	);
}
