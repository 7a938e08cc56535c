import { Trans } from "@lingui/react/macro";
import type { FormEvent, ReactNode } from "react";
import { useConnection } from "@/lib/connection";
import { faultsByField } from "@/lib/hat";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { FormFailure } from "./failure";
import { OfflineNote } from "./offline-note";

type FormDialogProps = {
	title: string;
	/** What the button says that sends the form. */
	verb: ReactNode;
	/** What it does cannot be undone, or takes something away. */
	isDanger?: boolean;
	mutation: { error: unknown; isPending: boolean };
	/** The names of the fields that faults of the mutation are shown at; others stand above the form. */
	fields: string[];
	/** Whether there is enough to be sent. */
	isReady?: boolean;
	onSubmit: () => void;
	onClose: () => void;
	children: ReactNode;
};

/** A form over the page. It stays while it is being sent, and when something in it has to be corrected. */
export function FormDialog(props: FormDialogProps) {
	const { title, verb, isDanger, mutation, fields, isReady = true, onSubmit, onClose, children } = props;
	const { error, isPending } = mutation;
	const { isOffline } = useConnection();
	const faults = faultsByField(error, fields);
	return (
		<Dialog title={title} isOpen onClose={onClose} isBusy={isPending}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					onSubmit();
				}}
			>
				<FormFailure error={error} faults={faults} />
				{children}
				<OfflineNote />
				<DialogActions>
					<Button onPress={onClose} isDisabled={isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button
						type="submit"
						look={isDanger ? "danger" : "primary"}
						isDisabled={isPending || isOffline || !isReady}
					>
						{verb}
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
