import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";

/** Asks before somebody leaves a form that holds something unsaved. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
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
