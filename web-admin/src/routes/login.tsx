import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, redirect, useRouter } from "@tanstack/react-router";
import { KeyRound } from "lucide-react";
import { type InputHTMLAttributes, Suspense, useEffect, useId, useRef, useState } from "react";
import * as v from "valibot";
import { useConnection } from "@/lib/connection";
import { later } from "@/lib/later";
import { nextSearch } from "@/lib/list";
import { canUsePasskeys } from "@/lib/passkey";
import { safeNext, signIn, signInWithPasskey, verifyFactor, viewerQuery } from "@/lib/session";
import { RequestFailure } from "@/pages/request-failure";
import { Button } from "@/ui/button";
import { LanguageSelect } from "@/ui/language";
import { linkClass } from "@/ui/page";
import { Banner } from "@/ui/states";

export const Route = createFileRoute("/login")({
	validateSearch: v.object({ next: nextSearch }),
	beforeLoad: async ({ context, search }) => {
		// A server that cannot be reached is no reason not to show the form.
		const viewer = await context.client.ensureQueryData(viewerQuery).catch(() => null);
		if (viewer) throw redirect({ to: safeNext(search.next), replace: true });
	},
	component: SignIn,
});

// Fields with all that the other pages need of one are loaded with the second factor, which not everybody has.
const loadFactor = async () => (await import("@/pages/factor")).FactorForm;
const FactorForm = later(loadFactor);

function SignIn() {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const { next } = Route.useSearch();
	const { isPartMissing } = useConnection();
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
				<div className="-mt-2 mb-4 flex items-center justify-between">
					<p className="text-base font-bold text-brand">Étal</p>
					<LanguageSelect />
				</div>
				<h1 className="mb-4 text-2xl font-bold">
					{waiting ? <Trans>Second factor</Trans> : <Trans>Sign in</Trans>}
				</h1>
				{waiting && isPartMissing && (
					<Banner
						tone="warn"
						role="alert"
						action={
							<Button onPress={() => location.reload()}>
								<Trans>Reload</Trans>
							</Button>
						}
					>
						<Trans>A part of this page could not be loaded. Reload it, and sign in again.</Trans>
					</Banner>
				)}
				{waiting ? (
					<Suspense>
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
					</Suspense>
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
		<form
			ref={form}
			className="flex flex-col gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				loadFactor().catch(() => undefined); // it is asked for again where it is needed
				attempt.mutate();
			}}
		>
			{(wrong || attempt.error) && (
				<Banner tone="danger" role="alert">
					{wrong || <RequestFailure error={attempt.error} />}
				</Banner>
			)}
			<Field
				label={t`Email`}
				name="email"
				type="email"
				autoComplete="username"
				required
				autoFocus
				value={email}
				onChange={(event) => setEmail(event.target.value)}
			/>
			<Field
				label={t`Password`}
				name="password"
				type="password"
				autoComplete="current-password"
				required
				value={password}
				onChange={(event) => setPassword(event.target.value)}
			/>
			<Button type="submit" look="primary" isDisabled={attempt.isPending}>
				{attempt.isPending ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
			</Button>
		</form>
	);
}

/** A labelled field that needs no code: this page is the first that anybody loads. */
function Field({ label, ...props }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
	const id = useId();
	return (
		<div className="flex flex-col gap-1">
			<label htmlFor={id} className="text-sm">
				{label}
			</label>
			<input {...props} id={id} className="control w-full" />
		</div>
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
