import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Copy, KeyRound, Smartphone } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Fault } from "@/lib/api";
import { type Added, addPasskey, beginApp, confirmApp, type Enrolment } from "@/lib/factors";
import { canUsePasskeys } from "@/lib/passkey";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Banner } from "@/ui/states";
import { RecoveryCodes } from "./recovery-codes";
import { RequestFailure } from "./request-failure";
import { copyText } from "./take-away";

/** What can be added. */
export type Kind = "app" | "passkey";

type EnrolProps = {
	/** What to add; absent: the person chooses. */
	kind?: Kind;
	/** The first factor is added by the password; another by one that was shown a moment ago. */
	isFirst: boolean;
	/** Called when the factor is there, and its recovery codes are kept. */
	onDone: () => void;
	/** Tells that codes are shown, which must not be closed away. */
	onCodes?: () => void;
	cancel?: ReactNode;
};

/** The steps of adding a second factor. */
export function Enrol({ kind, isFirst, onDone, onCodes, cancel }: EnrolProps) {
	const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
	const [codes, setCodes] = useState<string[] | null>(null);
	const added = ({ recoveryCodes }: Added) => {
		if (!recoveryCodes) return onDone();
		setCodes(recoveryCodes);
		onCodes?.();
	};
	if (codes)
		return (
			<Step key="codes" title={<Trans>Keep your recovery codes</Trans>}>
				<RecoveryCodes codes={codes} onDone={onDone} />
			</Step>
		);
	if (enrolment)
		return (
			<Step key="app" title={<Trans>Scan this with your app</Trans>}>
				<AppStep enrolment={enrolment} onAdded={added} cancel={cancel} />
			</Step>
		);
	return (
		<BeginStep kind={kind} isFirst={isFirst} onEnrolment={setEnrolment} onAdded={added} cancel={cancel} />
	);
}

/** A step with its heading, which takes the focus: whoever does not see it hears that there is a new one. */
function Step({ title, children }: { title: ReactNode; children: ReactNode }) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<div className="flex flex-col gap-4">
			<h2 ref={heading} tabIndex={-1} className="text-base font-semibold focus:outline-none">
				{title}
			</h2>
			{children}
		</div>
	);
}

const textOf = (faults: Fault[] | undefined) => faults?.map((fault) => fault.message).join(" ") ?? "";

type BeginStepProps = Pick<EnrolProps, "kind" | "isFirst" | "cancel"> & {
	onEnrolment: (enrolment: Enrolment) => void;
	onAdded: (added: Added) => void;
};

function BeginStep({ kind, isFirst, onEnrolment, onAdded, cancel }: BeginStepProps) {
	const { t } = useLingui();
	const [password, setPassword] = useState("");
	const [name, setName] = useState("");
	const attempt = useMutation({
		mutationFn: async (chosen: Kind): Promise<Fault[]> => {
			const shown = isFirst ? password : undefined;
			if (chosen === "passkey") {
				const made = await addPasskey(name.trim() || t`My passkey`, shown);
				if (made.faults.length === 0) onAdded(made);
				return made.faults;
			}
			const { faults, enrolment } = await beginApp(shown);
			if (enrolment) onEnrolment(enrolment);
			return faults;
		},
	});
	const wrong = textOf(attempt.data);
	const first: Kind = kind ?? "app";
	const hasPasskeys = canUsePasskeys();
	return (
		<Form
			className="flex flex-col gap-4"
			validationBehavior="aria"
			onSubmit={(event) => {
				event.preventDefault();
				attempt.mutate(first);
			}}
		>
			{(wrong || attempt.error) && (
				<Banner tone="danger" role="alert">
					{wrong || <RequestFailure error={attempt.error} />}
				</Banner>
			)}
			{isFirst && (
				<TextField
					label={t`Password`}
					hint={t`Once more, so that nobody adds a factor of theirs while you are away.`}
					name="password"
					type="password"
					autoComplete="current-password"
					isRequired
					autoFocus
					value={password}
					onChange={setPassword}
				/>
			)}
			{kind === "passkey" && (
				<TextField
					label={t`Name`}
					hint={t`To tell it from others, such as the name of the device.`}
					name="name"
					maxLength={60}
					autoFocus={!isFirst}
					value={name}
					onChange={setName}
				/>
			)}
			<div className={kind ? "flex flex-wrap justify-end gap-2 pt-1" : "flex flex-col-reverse gap-2 pt-1"}>
				{cancel}
				{!kind && hasPasskeys && (
					<Button isDisabled={attempt.isPending} onPress={() => attempt.mutate("passkey")}>
						<KeyRound aria-hidden="true" className="size-4" />
						<Trans>Use a passkey</Trans>
					</Button>
				)}
				<Button type="submit" look="primary" isDisabled={attempt.isPending}>
					{first === "app" ? (
						<>
							<Smartphone aria-hidden="true" className="size-4" />
							{kind ? <Trans>Continue</Trans> : <Trans>Use an authenticator app</Trans>}
						</>
					) : (
						<>
							<KeyRound aria-hidden="true" className="size-4" />
							<Trans>Make a passkey</Trans>
						</>
					)}
				</Button>
			</div>
		</Form>
	);
}

type AppStepProps = { enrolment: Enrolment; onAdded: (added: Added) => void; cancel?: ReactNode };

function AppStep({ enrolment, onAdded, cancel }: AppStepProps) {
	const { t } = useLingui();
	const [code, setCode] = useState("");
	const form = useRef<HTMLFormElement>(null);
	const attempt = useMutation({
		mutationFn: () => confirmApp(code),
		onSuccess: (added) => {
			if (added.faults.length === 0) return onAdded(added);
			form.current?.querySelector("input")?.select();
		},
	});
	const wrong = textOf(attempt.data?.faults);
	return (
		<Form
			ref={form}
			className="flex flex-col gap-4"
			validationBehavior="aria"
			validationErrors={wrong ? { code: wrong } : {}}
			onSubmit={(event) => {
				event.preventDefault();
				attempt.mutate();
			}}
		>
			<div className="flex flex-wrap items-center gap-4">
				<img
					src={`data:image/png;base64,${enrolment.qrCodePng}`}
					alt={t`QR code with the secret below`}
					className="size-44 rounded-md border border-line bg-[#fff] p-1 [image-rendering:pixelated]"
				/>
				<div className="flex min-w-0 flex-1 basis-48 flex-col items-start gap-2">
					<p className="text-muted">
						<Trans>You cannot scan it? Type this secret into the app:</Trans>
					</p>
					<code data-secret className="font-mono text-sm break-all">
						{enrolment.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
					</code>
					<Button onPress={() => void copyText(enrolment.secret, t`The secret is copied.`)}>
						<Copy aria-hidden="true" className="size-4" />
						<Trans>Copy the secret</Trans>
					</Button>
				</div>
			</div>
			{attempt.error && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={attempt.error} />
				</Banner>
			)}
			<TextField
				label={t`Code`}
				hint={t`The six digits that the app shows now.`}
				name="code"
				inputMode="numeric"
				autoComplete="one-time-code"
				autoCorrect="off"
				spellCheck="false"
				maxLength={16}
				isRequired
				value={code}
				onChange={(text) => {
					setCode(text);
					attempt.reset();
				}}
			/>
			<div className="flex flex-wrap justify-end gap-2">
				{cancel}
				<Button type="submit" look="primary" isDisabled={attempt.isPending}>
					<Trans>Turn on</Trans>
				</Button>
			</div>
		</Form>
	);
}
