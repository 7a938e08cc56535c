import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, redirect, useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components/Form";
import * as v from "valibot";
import { ApiError } from "@/lib/api";
import { textSearch } from "@/lib/list";
import { safeNext, signIn, viewerQuery } from "@/lib/session";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
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
	const [email, setEmail] = useState("");
	const [password, setPassword] = useState("");
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		document.title = `${t`Sign in`} · Étal`;
	}, [t]);

	const attempt = useMutation({
		mutationFn: () => signIn(client, email, password),
		onSuccess: async (faults) => {
			if (faults.length > 0) {
				form.current?.querySelector<HTMLInputElement>('input[type="password"]')?.select();
				return;
			}
			await router.invalidate();
			router.history.replace(router.options.basepath + safeNext(next));
		},
	});
	const wrong = attempt.data?.map((fault) => fault.message).join(" ");

	return (
		<main className="flex min-h-dvh items-center justify-center p-4">
			<div className="w-full max-w-sm rounded-lg border border-line bg-surface p-6 shadow-sm sm:p-8">
				<p className="mb-6 text-base font-bold text-brand">Étal</p>
				<h1 className="mb-4 text-2xl font-bold">
					<Trans>Sign in</Trans>
				</h1>
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
							{wrong || <SignInFailure error={attempt.error} />}
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
			</div>
		</main>
	);
}

function SignInFailure({ error }: { error: unknown }) {
	if (error instanceof ApiError && error.code === "OFFLINE")
		return <Trans>The server cannot be reached.</Trans>;
	if (error instanceof ApiError && error.code !== "INTERNAL") return <>{error.message}</>;
	return <Trans>Something went wrong. Try again.</Trans>;
}
