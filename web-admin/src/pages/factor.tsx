import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { Form } from "react-aria-components/Form";
import { ApiError, type Fault } from "@/lib/api";
import { stepUp } from "@/lib/session";
import { answerStepUp, useStepUpAsked } from "@/lib/step-up";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Banner } from "@/ui/states";

type FactorFormProps = {
	/** Sends the code, and answers what was wrong with it. */
	show: (code: string) => Promise<Fault[]>;
	onShown: () => void | Promise<void>;
	/** The buttons at the end, of which one submits. */
	children: (isBusy: boolean) => ReactNode;
};

/** Asks for the second factor: a code of the app, or a recovery code. */
export function FactorForm({ show, onShown, children }: FactorFormProps) {
	const { t } = useLingui();
	const [code, setCode] = useState("");
	const form = useRef<HTMLFormElement>(null);
	const attempt = useMutation({
		mutationFn: () => show(code),
		onSuccess: async (faults) => {
			if (faults.length === 0) return await onShown();
			form.current?.querySelector("input")?.select();
		},
	});
	// The same object until the next answer: another one would show the error again while a new code is typed.
	const wrong = useMemo((): Record<string, string> => {
		const text = attempt.data?.map((fault) => fault.message).join(" ");
		return text ? { code: text } : {};
	}, [attempt.data]);
	return (
		<Form
			ref={form}
			// The server says what is wrong, and what was wrong before must not keep the next code from being sent.
			validationBehavior="aria"
			className="flex flex-col gap-4"
			validationErrors={wrong}
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				attempt.mutate();
			}}
		>
			{attempt.error && (
				<Banner tone="danger" role="alert">
					<RequestFailure error={attempt.error} />
				</Banner>
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
				autoFocus
				value={code}
				onChange={(text) => {
					setCode(text);
					// Gone while typing, not on leaving the field: that would move the button from under the pointer.
					attempt.reset();
				}}
			/>
			{children(attempt.isPending)}
		</Form>
	);
}

/** Asks for the second factor again, over whatever page needs it. Once on the page. */
export function StepUp() {
	const { t } = useLingui();
	const [isBusy, setBusy] = useState(false);
	const isAsked = useStepUpAsked();
	const show = async (code: string) => {
		setBusy(true);
		return await stepUp(code).finally(() => setBusy(false));
	};
	return (
		<Dialog
			title={t`Confirm that it is you`}
			isOpen={isAsked}
			onClose={() => answerStepUp(false)}
			isBusy={isBusy}
		>
			<p className="text-muted">
				<Trans>This needs your second factor again. It holds for ten minutes.</Trans>
			</p>
			<FactorForm show={show} onShown={() => answerStepUp(true)}>
				{(isPending) => (
					<DialogActions>
						<Button onPress={() => answerStepUp(false)} isDisabled={isPending}>
							<Trans>Cancel</Trans>
						</Button>
						<Button type="submit" look="primary" isDisabled={isPending}>
							<Trans>Confirm</Trans>
						</Button>
					</DialogActions>
				)}
			</FactorForm>
		</Dialog>
	);
}

/** Why a form could not be sent, in words. */
export function RequestFailure({ error }: { error: unknown }) {
	if (error instanceof ApiError && error.code === "OFFLINE")
		return <Trans>The server cannot be reached.</Trans>;
	if (error instanceof ApiError && error.code !== "INTERNAL") return <>{error.message}</>;
	return <Trans>Something went wrong. Try again.</Trans>;
}
