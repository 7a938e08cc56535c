import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, redirect, useRouter } from "@tanstack/react-router";
import { KeyRound } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components/Form";
import * as v from "valibot";
import { textSearch } from "@/lib/list";
import { canUsePasskeys } from "@/lib/passkey";
import { safeNext, signIn, signInWithPasskey, verifyFactor, viewerQuery } from "@/lib/session";
import { FactorForm, RequestFailure } from "@/pages/factor";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { linkClass } from "@/ui/page";
import { Banner } from "@/ui/states";

export const Route = createFileRoute("/login")({
	validateSearch: v.object({ next: textSearch }),
	beforeLoad: async ({ context, search }) => {
		// A server that cannot be reached is no reason not to show the form.
		const viewer = await context.client.ensureQueryData(viewerQuery).catch(() => null);
		if (viewer) throw redirect({ to: safeNext(search.next), replace: true });
	},
	component: SignIn,
});

function SignIn() {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const { next } = Route.useSearch();
	/** The token of a session that waits for its second factor. */
	const [waiting, setWaiting] = useState("");
	useEffect(() => {
		document.title = `${t`Sign in`} · Étal`;
	}, [t]);
	const enter = async () => {
		await router.invalidate();
		router.history.replace(router.options.basepath + safeNext(next));
	};
	return (
		<main className="flex min-h-dvh items-center justify-center p-4">
			<div className="w-full max-w-sm rounded-lg border border-line bg-surface p-6 shadow-sm sm:p-8">
				<p className="mb-6 text-base font-bold text-brand">Étal</p>
				<h1 className="mb-4 text-2xl font-bold">
					{waiting ? <Trans>Second factor</Trans> : <Trans>Sign in</Trans>}
				</h1>
				{waiting ? (
					<FactorForm
						show={(proof) => verifyFactor(client, waiting, proof)}
						waiting={waiting}
						onShown={enter}
					>
						{(isBusy) => (
							<>
								<Button type="submit" look="primary" isDisabled={isBusy}>
									{isBusy ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
								</Button>
								<Button look="quiet" isDisabled={isBusy} onPress={() => setWaiting("")}>
									<Trans>Back</Trans>
								</Button>
							</>
						)}
					</FactorForm>
				) : (
					<>
						<PasswordForm onEntered={enter} onWaiting={setWaiting} />
						{canUsePasskeys() && <PasskeyDoor onEntered={enter} />}
						<p className="mt-4 text-center">
							<Link to="/forgot" className={linkClass}>
								<Trans>Forgot your password?</Trans>
							</Link>
						</p>
					</>
				)}
			</div>
		</main>
	);
}

type PasswordFormProps = {
	onEntered: () => Promise<void>;
	/** Takes the token of a session that waits for its second factor. */
	onWaiting: (token: string) => void;
};

function PasswordForm({ onEntered, onWaiting }: PasswordFormProps) {
	const { t } = useLingui();
	const client = useQueryClient();
	const [email, setEmail] = useState("");
	const [password, setPassword] = useState("");
	const form = useRef<HTMLFormElement>(null);
	const attempt = useMutation({
		mutationFn: () => signIn(client, email, password),
		onSuccess: async ({ faults, waiting }) => {
			if (faults.length > 0) {
				form.current?.querySelector<HTMLInputElement>('input[type="password"]')?.select();
				return;
			}
			if (waiting) onWaiting(waiting);
			else await onEntered();
		},
	});
	const wrong = attempt.data?.faults.map((fault) => fault.message).join(" ");

	return (
		<Form
			ref={form}
			className="flex flex-col gap-4"
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				attempt.mutate();
			}}
		>
			{(wrong || attempt.error) && (
				<Banner tone="danger" role="alert">
					{wrong || <RequestFailure error={attempt.error} />}
				</Banner>
			)}
			<TextField
				label={t`Email`}
				name="email"
				type="email"
				autoComplete="username"
				isRequired
				autoFocus
				value={email}
				onChange={setEmail}
			/>
			<TextField
				label={t`Password`}
				name="password"
				type="password"
				autoComplete="current-password"
				isRequired
				value={password}
				onChange={setPassword}
			/>
			<Button type="submit" look="primary" isDisabled={attempt.isPending}>
				{attempt.isPending ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
			</Button>
		</Form>
	);
}

/** Signs in with a passkey, without an address. */
function PasskeyDoor({ onEntered }: { onEntered: () => Promise<void> }) {
	const client = useQueryClient();
	const attempt = useMutation({
		mutationFn: () => signInWithPasskey(client),
		onSuccess: async (faults) => {
			if (faults.length === 0) await onEntered();
		},
	});
	const wrong = attempt.data?.map((fault) => fault.message).join(" ");
	return (
		<div className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
			{(wrong || attempt.error) && (
				<Banner tone="danger" role="alert">
					{wrong || <RequestFailure error={attempt.error} />}
				</Banner>
			)}
			<Button isDisabled={attempt.isPending} onPress={() => attempt.mutate()}>
				<KeyRound aria-hidden="true" className="size-4" />
				<Trans>Sign in with a passkey</Trans>
			</Button>
		</div>
	);
}
