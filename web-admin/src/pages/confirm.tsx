import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useConnection } from "@/lib/connection";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { FormFailure } from "./failure";
import { OfflineNote } from "./offline-note";

type ConfirmProps = {
	title: string;
	verb: string;
	isDanger?: boolean;
	mutation: { error: Error | null; isPending: boolean };
	onConfirm: () => void;
	onClose: () => void;
	children: ReactNode;
};

/** A question before something is done that needs no input. */
export function Confirm({ title, verb, isDanger, mutation, onConfirm, onClose, children }: ConfirmProps) {
	const { isOffline } = useConnection();
	return (
		<Dialog title={title} isOpen onClose={onClose} isBusy={mutation.isPending}>
			<div className="text-muted">{children}</div>
			<FormFailure error={mutation.error} />
			<OfflineNote />
			<DialogActions>
				<Button onPress={onClose} isDisabled={mutation.isPending}>
					<Trans>Cancel</Trans>
				</Button>
				<Button
					look={isDanger ? "danger" : "primary"}
					isDisabled={mutation.isPending || isOffline}
					onPress={onConfirm}
				>
					{verb}
				</Button>
			</DialogActions>
		</Dialog>
	);
}
