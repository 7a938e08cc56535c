import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
	AdminDisputeEvidenceSaveDocument,
	AdminDisputeEvidenceSubmitDocument,
	type DisputeFullFragment,
	type EvidencePartsFragment,
} from "@/gql/graphql";
import { changedOf } from "@/lib/changed";
import { faultsByField, useHatMutation } from "@/lib/hat";
import { disputeFileFields } from "@/lib/labels";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Words } from "@/ui/status";
import { FormFailure } from "./failure";
import { LeaveGuard } from "./leave-guard";

const fields = [
	"productDescription",
	"shippingCarrier",
	"shippingDate",
	"trackingNumber",
	"refundPolicy",
	"refundRefusal",
	"statement",
] as const;
type Field = (typeof fields)[number];
type Texts = Record<Field, string>;

const isLong: Partial<Record<Field, number>> = {
	productDescription: 4,
	refundPolicy: 3,
	refundRefusal: 3,
	statement: 4,
};

function useFieldNames(): Record<Field | "buyerName" | "shippingAddress", string> {
	const { t } = useLingui();
	return {
		productDescription: t`What was bought`,
		buyerName: t`Who bought it`,
		shippingAddress: t`Where it goes`,
		shippingCarrier: t`Carrier`,
		shippingDate: t`Sent on`,
		trackingNumber: t`Tracking number`,
		refundPolicy: t`What the buyer was told about refunds`,
		refundRefusal: t`Why the money was not given back`,
		statement: t`What there is to say besides`,
	};
}

/** Whether nothing of a text is left to be read. */
const isHidden = (text: string) => /^\*+$/.test(text.trim());

/** What the bank is told, to be read. */
export function EvidenceFacts({ of }: { of: EvidencePartsFragment }) {
	const { t } = useLingui();
	const names = useFieldNames();
	const keys = Object.keys(names) as (keyof typeof names)[];
	return (
		<>
			{/* Most are sentences: all stand below their names. */}
			<dl className="flex max-w-xl flex-col gap-2">
				{keys.map(
					(key) =>
						of[key] && (
							<div key={key}>
								<dt className="text-muted">{names[key]}</dt>
								<dd className="break-words">
									{isHidden(of[key]) ? (
										<span className="text-muted">{t`Masked`}</span>
									) : (
										<bdi className="whitespace-pre-wrap">{of[key]}</bdi>
									)}
								</dd>
							</div>
						),
				)}
			</dl>
			{of.isMasked && (
				<p className="mt-2 text-xs text-muted">
					<Trans>Name and address are masked for you. The bank is told the whole of them.</Trans>
				</p>
			)}
		</>
	);
}

type FieldsProps = { texts: Texts; onChange: (texts: Texts) => void };

function EvidenceFields({ texts, onChange }: FieldsProps) {
	const names = useFieldNames();
	return fields.map((field) => (
		<TextField
			key={field}
			label={names[field]}
			name={field}
			rows={isLong[field]}
			placeholder={field === "shippingDate" ? "2026-11-26" : undefined}
			maxLength={20_000}
			value={texts[field]}
			onChange={(text) => onChange({ ...texts, [field]: text })}
		/>
	));
}

const textsOf = (of: EvidencePartsFragment | undefined): Texts =>
	Object.fromEntries(fields.map((field) => [field, of?.[field] ?? ""])) as Texts;

/** What a seller has to say, to be edited until it is sent. */
export function EvidenceForm({ dispute, of }: { dispute: DisputeFullFragment; of: EvidencePartsFragment }) {
	const saved = textsOf(of);
	const { t } = useLingui();
	// Only what was typed here is kept here: what a colleague saves meanwhile shows in all other fields.
	const [typed, setTyped] = useState<Partial<Texts>>({});
	const texts = { ...saved, ...typed };
	const save = useHatMutation(AdminDisputeEvidenceSaveDocument, ["disputes", "audit"]);
	const faults = faultsByField(save.error, [...fields]);
	const edits = changedOf(texts, saved);
	const isChanged = Object.keys(edits).length > 0;
	const names = useFieldNames();
	return (
		<Form
			className="flex flex-col gap-4"
			validationBehavior="aria"
			validationErrors={faults}
			onSubmit={(event) => {
				event.preventDefault();
				save.mutate(
					{ input: { disputeId: dispute.id, ...edits } },
					{
						onSuccess: () => {
							// What was typed while it was being sent is not saved yet.
							setTyped((now) => changedOf(now, edits));
							notify(t`Saved. The platform sends it to the bank.`);
						},
					},
				);
			}}
		>
			<LeaveGuard
				isDirty={isChanged}
				draft={{
					form: "evidence",
					of: dispute.id,
					saved,
					value: texts,
					names,
					onFill: (filled) => setTyped((now) => changedOf({ ...saved, ...now, ...filled }, saved)),
					onDiscard: () => setTyped({}),
				}}
			/>
			<FormFailure error={save.error} faults={faults} />
			<div data-key="e" className="flex flex-col gap-4">
				<EvidenceFields
					texts={texts}
					// While something is being sent, what is put back to what was saved differs from that.
					onChange={(next) =>
						setTyped((now) =>
							save.isPending ? { ...now, ...changedOf(next, texts) } : changedOf(next, saved),
						)
					}
				/>
			</div>
			<div className="flex flex-wrap items-center justify-end gap-3">
				{isChanged && (
					<span className="text-muted">
						<Trans>Not saved yet</Trans>
					</span>
				)}
				<Button type="submit" look="primary" isDisabled={save.isPending || !isChanged}>
					<Trans>Save</Trans>
				</Button>
			</div>
		</Form>
	);
}

/** The files that can be sent, those of the platform first. */
const sendable = (dispute: DisputeFullFragment) =>
	[
		...dispute.files,
		...dispute.parts.filter(({ acceptedAt }) => !acceptedAt).flatMap(({ files }) => files),
	].filter(({ isKept }) => isKept);

/** The first file of each kind: that of the platform stands for those of sellers. */
function proposed(dispute: DisputeFullFragment): string[] {
	const all = sendable(dispute);
	return all
		.filter(({ field }, at) => all.findIndex((file) => file.field === field) === at)
		.map(({ id }) => id);
}

type ChooseFilesProps = {
	dispute: DisputeFullFragment;
	chosen: string[];
	onChange: (chosen: string[]) => void;
};

/** Which files go to the bank. It takes one of each kind, so choosing one lets go the other. */
function ChooseFiles({ dispute, chosen, onChange }: ChooseFilesProps) {
	const { t } = useLingui();
	const all = sendable(dispute);
	if (all.length === 0) return null;
	const names = new Map<string, string | undefined>(
		dispute.parts.flatMap(({ files, sellerOrder }) =>
			files.map(({ id }) => [id, sellerOrder?.seller?.name] as const),
		),
	);
	const choose = (id: string, isChosen: boolean) => {
		const field = all.find((file) => file.id === id)?.field;
		const others = all.filter(
			(file) => chosen.includes(file.id) && file.id !== id && (!isChosen || file.field !== field),
		);
		onChange([...others.map((file) => file.id), ...(isChosen ? [id] : [])]);
	};
	return (
		<fieldset className="flex flex-col gap-1">
			<legend className="text-sm font-semibold">
				<Trans>Files that are sent, one of each kind</Trans>
			</legend>
			{all.map((file) => (
				<Checkbox
					key={file.id}
					isSelected={chosen.includes(file.id)}
					onChange={(isChosen) => choose(file.id, isChosen)}
					hint={names.get(file.id) ?? t`The platform`}
				>
					<Words of={file.field} labels={disputeFileFields} />:{" "}
					<bdi className="break-all">{file.filename}</bdi>
				</Checkbox>
			))}
		</fieldset>
	);
}

/** Sends the evidence of all sellers, with corrections, once. */
export function SubmitDialog({ dispute, onClose }: { dispute: DisputeFullFragment; onClose: () => void }) {
	const { t } = useLingui();
	const speaking = dispute.parts.filter(({ acceptedAt }) => !acceptedAt);
	// The words of one seller can be corrected where they stand; those of several only be replaced.
	// What they were is kept with what is typed: a text that the seller changes meanwhile does not count as edited here.
	const [before] = useState(() => textsOf(speaking.length === 1 ? speaking[0]?.evidence : undefined));
	const [texts, setTexts] = useState(before);
	const [files, setFiles] = useState(() => proposed(dispute));
	const submit = useHatMutation(AdminDisputeEvidenceSubmitDocument, ["disputes", "audit"]);
	const faults = faultsByField(submit.error, [...fields]);
	return (
		<Dialog title={t`Send the evidence?`} isOpen onClose={onClose} isBusy={submit.isPending}>
			<Form
				className="flex flex-col gap-4"
				validationBehavior="aria"
				validationErrors={faults}
				onSubmit={(event) => {
					event.preventDefault();
					submit.mutate(
						{ input: { disputeId: dispute.id, fileIds: files, ...changedOf(texts, before) } },
						{
							onSuccess: () => {
								notify(t`The evidence is on its way to the bank.`);
								onClose();
							},
						},
					);
				}}
			>
				<p className="text-muted">
					<Trans>The bank reads it once: nothing can be added afterwards.</Trans>{" "}
					{speaking.length > 1 && <Trans>A text that you give replaces that of every seller.</Trans>}
				</p>
				<FormFailure error={submit.error} faults={faults} />
				<EvidenceFields texts={texts} onChange={setTexts} />
				<ChooseFiles dispute={dispute} chosen={files} onChange={setFiles} />
				<DialogActions>
					<Button onPress={onClose} isDisabled={submit.isPending}>
						<Trans>Cancel</Trans>
					</Button>
					<Button type="submit" look="primary" isDisabled={submit.isPending}>
						<Trans>Send to the bank</Trans>
					</Button>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
