import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keepCookie, openSession, openWithFactor, viewerQuery } from "@/lib/session";
import { answerSignIn } from "@/lib/sign-in-again";
import { Button } from "@/ui/button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { Banner } from "@/ui/states";
import { FactorForm } from "./factor";
import { RequestFailure } from "./request-failure";

/**
 * Asks whoever works here to sign in again, over the page that they were in the middle of. What is behind it stays as
 * they left it, and cannot be read meanwhile.
 */
export default function SignInAgain() {
	const { t } = useLingui();
	const client = useQueryClient();
	/** The token of a session that waits for its second factor. */
	const [waiting, setWaiting] = useState("");
	// Who it was. What is read below is somebody else's, should somebody else sign in.
	const [account] = useState(() => client.getQueryData(viewerQuery.queryKey)?.account);
	const enter = async (token: string) => {
		await keepCookie(token);
		const viewer = await client.fetchQuery({ ...viewerQuery, staleTime: 0 });
		if (viewer?.account.id !== account?.id) return window.location.reload();
		answerSignIn(true);
		void client.invalidateQueries();
	};
	return (
		<Dialog title={t`Sign in again`} isOpen isBusy isOpaque onClose={() => undefined}>
			<p className="text-muted">
				<Trans>Your session has ended. What you were about to do is still here.</Trans>
			</p>
			{waiting ? (
				<FactorForm
					waiting={waiting}
					show={async (proof) => {
						const { token, faults } = await openWithFactor(waiting, proof);
						if (token) await enter(token);
						return faults;
					}}
					onShown={() => undefined}
				>
					{(isPending) => <Doors isPending={isPending} />}
				</FactorForm>
			) : (
				<PasswordForm email={account?.email ?? ""} onEntered={enter} onWaiting={setWaiting} />
			)}
		</Dialog>
	);
}

type PasswordFormProps = {
	email: string;
	onEntered: (token: string) => Promise<void>;
	onWaiting: (token: string) => void;
};

function PasswordForm({ email, onEntered, onWaiting }: PasswordFormProps) {
	const { t } = useLingui();
	const [password, setPassword] = useState("");
	const attempt = useMutation({
		mutationFn: async () => {
			const { token, waiting, faults } = await openSession(email, password);
			if (token) await onEntered(token);
			else if (waiting) onWaiting(waiting);
			return faults;
		},
	});
	const wrong = attempt.data?.map(({ message }) => message).join(" ");
	return (
		<Form
			className="flex flex-col gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				attempt.mutate();
			}}
		>
			{(wrong || attempt.error) && (
				<Banner tone="danger" role="alert">
					{wrong || <RequestFailure error={attempt.error} />}
				</Banner>
			)}
			{/* Read only, and still a field: whatever fills in passwords looks for it. */}
			<TextField
				label={t`Email`}
				type="email"
				name="email"
				autoComplete="username"
				isReadOnly
				value={email}
			/>
			<TextField
				label={t`Password`}
				name="password"
				type="password"
				autoComplete="current-password"
				isRequired
				autoFocus
				value={password}
				onChange={setPassword}
			/>
			<Doors isPending={attempt.isPending} />
		</Form>
	);
}

/** The way back in, and the way out. */
function Doors({ isPending }: { isPending: boolean }) {
	const client = useQueryClient();
	const giveUp = () => {
		// Nobody is here any more, so nobody is asked again: what waited leads to the form of the door.
		client.setQueryData(viewerQuery.queryKey, null);
		answerSignIn(false);
	};
	return (
		<DialogActions>
			<Button isDisabled={isPending} onPress={giveUp}>
				<Trans>Leave without saving</Trans>
			</Button>
			<Button type="submit" look="primary" isDisabled={isPending}>
				{isPending ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
			</Button>
		</DialogActions>
	);
}
