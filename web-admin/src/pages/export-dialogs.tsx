import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	AdminAuditExportCreateDocument,
	AdminLedgerExportCreateDocument,
	type AuditEntryFilter,
	type AuditExportFormat,
	type LedgerExportFormat,
} from "@/gql/graphql";
import { useHatMutation } from "@/lib/hat";
import { startOfDay } from "@/lib/zone";
import { TextField } from "@/ui/field";
import { Select } from "@/ui/select";
import { FileDialog } from "./file-dialog";
import { FormDialog } from "./form-dialog";

/** Asks which days of the ledger are wanted, and saves the file. */
export function LedgerExport({ onClose }: { onClose: () => void }) {
	const { t } = useLingui();
	const [from, setFrom] = useState("");
	const [to, setTo] = useState("");
	const [format, setFormat] = useState<LedgerExportFormat>("CSV");
	const create = useHatMutation(AdminLedgerExportCreateDocument, []);
	const id = create.data?.ledgerExportCreate?.export?.id;
	if (id) return <FileDialog id={id} onClose={onClose} />;
	return (
		<FormDialog
			title={t`Export the ledger`}
			verb={<Trans>Make the file</Trans>}
			mutation={create}
			fields={["from", "to"]}
			onClose={onClose}
			onSubmit={() => create.mutate({ input: { from: startOfDay(from), to: startOfDay(to, 1), format } })}
		>
			<TextField
				label={t({ message: "From", context: "first day" })}
				hint={t`From the beginning when it is empty.`}
				name="from"
				type="date"
				value={from}
				onChange={setFrom}
			/>
			<TextField
				label={t`To`}
				hint={t`Up to now when it is empty.`}
				name="to"
				type="date"
				value={to}
				onChange={setTo}
			/>
			<FormatSelect value={format} onChange={setFormat} />
		</FormDialog>
	);
}

/** Asks why the audit log is wanted, as far as it is shown, and saves the file. */
export function AuditExport({ filter, onClose }: { filter: AuditEntryFilter; onClose: () => void }) {
	const { t } = useLingui();
	const [reason, setReason] = useState("");
	const [format, setFormat] = useState<AuditExportFormat>("CSV");
	const create = useHatMutation(AdminAuditExportCreateDocument, ["audit"]);
	const id = create.data?.auditExportCreate?.export?.id;
	if (id) return <FileDialog id={id} onClose={onClose} />;
	return (
		<FormDialog
			title={t`Export the audit log`}
			verb={<Trans>Make the file</Trans>}
			mutation={create}
			fields={["reason"]}
			onClose={onClose}
			onSubmit={() => create.mutate({ input: { filter, format, reason } })}
		>
			<p className="text-muted">
				<Trans>The file has the entries that the filters leave. That it was made is on record.</Trans>
			</p>
			<TextField
				label={t`Reason`}
				name="reason"
				isRequired
				maxLength={500}
				autoFocus
				value={reason}
				onChange={setReason}
			/>
			<FormatSelect value={format} onChange={setFormat} />
		</FormDialog>
	);
}

type Format = "CSV" | "JSONL";

function FormatSelect({ value, onChange }: { value: Format; onChange: (format: Format) => void }) {
	const { t } = useLingui();
	return (
		<Select
			label={t`Format`}
			all={t`Table (CSV)`}
			value={value === "CSV" ? undefined : value}
			choices={[{ value: "JSONL", label: t`One JSON object a line` }]}
			onChange={(format) => onChange(format ?? "CSV")}
		/>
	);
}
