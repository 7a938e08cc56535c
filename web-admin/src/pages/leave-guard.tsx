import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { Suspense } from "react";
import type { Fields } from "@/lib/drafts";
import { later } from "@/lib/later";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import type { DraftOf } from "./kept-draft";

// Loaded after the form: until then there is nothing to keep.
const KeptDraft = later(async () => (await import("./kept-draft")).KeptDraft);

type Props<Form extends Fields> = {
	isDirty: boolean;
	/** What of the form is kept in this browser until it is saved. Passwords, codes and bank data never are. */
	draft?: DraftOf<Form>;
};

/** Asks before somebody leaves a form that holds something unsaved, and keeps what is typed for when they come back. */
export function LeaveGuard<Form extends Fields>({ isDirty, draft }: Props<Form>) {
	return (
		<>
			{draft && (
				<Suspense fallback={null}>
					<KeptDraft draft={draft as unknown as DraftOf} isDirty={isDirty} />
				</Suspense>
			)}
			<Question isDirty={isDirty} />
		</>
	);
}

function Question({ isDirty }: { isDirty: boolean }) {
	const { t } = useLingui();
	const { status, proceed, reset } = useBlocker({
		// Whoever is led to the door cannot save any more.
		shouldBlockFn: ({ current, next }) =>
			isDirty && current.pathname !== next.pathname && !next.pathname.endsWith("/login"),
		enableBeforeUnload: () => isDirty,
		withResolver: true,
	});
	if (status !== "blocked") return isDirty ? <span hidden data-unsaved /> : null;
	return (
		<Dialog title={t`Leave without saving?`} isOpen onClose={reset}>
			<p className="text-muted">
				<Trans>What you have changed on this page is not saved yet.</Trans>
			</p>
			<DialogActions>
				<Button onPress={proceed}>
					<Trans>Leave</Trans>
				</Button>
				<Button look="primary" autoFocus onPress={reset}>
					<Trans>Stay</Trans>
				</Button>
			</DialogActions>
		</Dialog>
	);
}
