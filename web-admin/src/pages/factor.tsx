import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from "react";
import type { Fault } from "@/lib/api";
import { canUsePasskeys } from "@/lib/passkey";
import { codeProof, type FactorProof, passkeyProof } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Banner } from "@/ui/states";
import { RequestFailure } from "./request-failure";

type FactorFormProps = {
	/** Sends the factor, and answers what was wrong with it. */
	show: (proof: FactorProof, password: string) => Promise<Fault[]>;
	onShown: () => void | Promise<void>;
	/** The token of a session that waits for the factor; absent for the session of the cookie. */
	waiting?: string;
	/** Asks for the password as well. */
	asksPassword?: boolean;
	/** The buttons at the end, of which one submits. */
	children: (isBusy: boolean) => ReactNode;
};

/** Asks for the second factor: a code of the app, a recovery code, or a passkey. */
export function FactorForm({ show, onShown, waiting, asksPassword = false, children }: FactorFormProps) {
	const { t } = useLingui();
	const [code, setCode] = useState("");
	const [password, setPassword] = useState("");
	const form = useRef<HTMLFormElement>(null);
	const attempt = useMutation({
		mutationFn: async (how: "code" | "passkey") => {
			const proof = how === "code" ? codeProof(code) : await passkeyProof(waiting);
			return "method" in proof ? await show(proof, password) : proof;
		},
		onSuccess: async (faults) => {
			if (faults.length === 0) return await onShown();
			form.current?.querySelector<HTMLInputElement>('input[name="code"]')?.select();
		},
	});
	// The same object until the next answer: another one would show the error again while a new code is typed.
	const wrong = useMemo((): Record<string, string> => {
		const sorted: Record<string, string> = {};
		for (const fault of attempt.data ?? []) {
			const field = asksPassword && fault.field?.includes("password") ? "password" : "code";
			sorted[field] = sorted[field] ? `${sorted[field]} ${fault.message}` : fault.message;
		}
		return sorted;
	}, [attempt.data, asksPassword]);
	return (
		<Form
			ref={form}
			// The server says what is wrong, and what was wrong before must not keep the next code from being sent.
			validationBehavior="aria"
			className="flex flex-col gap-4"
			validationErrors={wrong}
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				attempt.mutate("code");
			}}
		>
			{attempt.error && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={attempt.error} />
				</Banner>
			)}
			{asksPassword && (
				<TextField
					label={t`Password`}
					name="password"
					type="password"
					autoComplete="current-password"
					isRequired
					autoFocus
					value={password}
					onChange={(text) => {
						setPassword(text);
						attempt.reset();
					}}
				/>
			)}
			<TextField
				label={t`Code`}
				hint={t`The six digits that your authenticator app shows, or one of your recovery codes.`}
				name="code"
				autoComplete="one-time-code"
				autoCorrect="off"
				spellCheck="false"
				maxLength={64}
				isRequired
				autoFocus={!asksPassword}
				value={code}
				onChange={(text) => {
					setCode(text);
					// Gone while typing, not on leaving the field: that would move the button from under the pointer.
					attempt.reset();
				}}
			/>
			{canUsePasskeys() && (
				<Button
					look="link"
					className="self-start !px-2"
					isDisabled={attempt.isPending}
					onPress={() => attempt.mutate("passkey")}
				>
					<KeyRound aria-hidden="true" className="size-4" />
					<Trans>Use a passkey instead</Trans>
				</Button>
			)}
			{children(attempt.isPending)}
		</Form>
	);
}
