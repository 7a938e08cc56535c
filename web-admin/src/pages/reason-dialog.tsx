import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { TextField } from "@/ui/field";
import { FormDialog } from "./form-dialog";

type ReasonDialogProps = {
	title: string;
	verb: ReactNode;
	isDanger?: boolean;
	/** What will happen. */
	children: ReactNode;
	/** Who reads the reason. */
	hint?: string;
	/** The name of the field in the input; reason, when it is left out. */
	field?: string;
	maxLength?: number;
	mutation: { error: unknown; isPending: boolean };
	onSubmit: (reason: string) => void;
	onClose: () => void;
};

/** A deed that asks for nothing but a reason. */
export function ReasonDialog(props: ReasonDialogProps) {
	const { t } = useLingui();
	const { field = "reason", maxLength = 1000 } = props;
	const [reason, setReason] = useState("");
	return (
		<FormDialog
			title={props.title}
			verb={props.verb}
			isDanger={props.isDanger}
			mutation={props.mutation}
			fields={[field]}
			onSubmit={() => props.onSubmit(reason)}
			onClose={props.onClose}
		>
			<div className="text-muted">{props.children}</div>
			<TextField
				label={t`Reason`}
				hint={props.hint}
				name={field}
				rows={4}
				isRequired
				maxLength={maxLength}
				autoFocus
				value={reason}
				onChange={setReason}
			/>
		</FormDialog>
	);
}
