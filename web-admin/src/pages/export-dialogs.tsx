import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { Form } from "react-aria-components/Form";
import {
	AdminAuditExportCreateDocument,
	AdminLedgerExportCreateDocument,
	type AuditEntryFilter,
	type AuditExportFormat,
	type LedgerExportFormat,
} from "@/gql/graphql";
import { FaultsError, faultsByField, useHatMutation } from "@/lib/hat";
import { startOfDay } from "@/lib/list";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Select } from "@/ui/select";
import { Banner } from "@/ui/states";
import { RequestFailure } from "./factor";
import { FileDialog } from "./file-button";

type ExportFormProps = {
	title: string;
	error: unknown;
	fields: string[];
	isBusy: boolean;
	onSubmit: () => void;
	onClose: () => void;
	children: ReactNode;
};

/** The frame of a question for a file. */
function ExportForm({ title, error, fields, isBusy, onSubmit, onClose, children }: ExportFormProps) {
	const faults = faultsByField(error, fields);
	const general = error instanceof FaultsError ? faults[""] : undefined;
	return (
		<Dialog title={title} isOpen onClose={onClose} isBusy={isBusy}>
			<Form
				className="flex flex-col gap-4"
				validationErrors={faults}
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					onSubmit();
				}}
			>
				{Boolean(general || (error && !(error instanceof FaultsError))) && (
					<Banner tone="danger" role="alert">
						{general ?? <RequestFailure error={error} />}
					</Banner>
				)}
				{children}
				<DialogActions>
					<Button onPress={onClose} isDisabled={isBusy}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={isBusy}>
						<Trans>Make the file</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}

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
		<ExportForm
			title={t`Export the ledger`}
			error={create.error}
			fields={["from", "to"]}
			isBusy={create.isPending}
			onClose={onClose}
			onSubmit={() => create.mutate({ input: { from: startOfDay(from), to: startOfDay(to, 1), format } })}
		>
			<TextField
				label={t`From`}
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
		</ExportForm>
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
		<ExportForm
			title={t`Export the audit log`}
			error={create.error}
			fields={["reason"]}
			isBusy={create.isPending}
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
		</ExportForm>
	);
}

type Format = "CSV" | "JSONL";

function FormatSelect({ value, onChange }: { value: Format; onChange: (format: Format) => void }) {
	const { t } = useLingui();
	return (
		<Select
			label={t`Form`}
			all={t`Table (CSV)`}
			value={value === "CSV" ? undefined : value}
			choices={[{ value: "JSONL", label: t`One JSON object a line` }]}
			onChange={(format) => onChange(format ?? "CSV")}
		/>
	);
}
