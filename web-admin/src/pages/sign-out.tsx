import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { dropDrafts } from "@/lib/drafts-owner";
import { signOut } from "@/lib/session";
import { Button } from "@/ui/button";
import { insist, notify } from "@/ui/notice";

/** Ends the session and goes to the sign-in page. */
export function useSignOut() {
	const client = useQueryClient();
	const router = useRouter();
	const { t } = useLingui();
	return async function leave(): Promise<void> {
		try {
			if (!(await signOut(client)))
				notify(t`You are signed out here. The server could not be told; the session ends by itself.`);
		} catch {
			insist(t`You are still signed in: the server could not be reached.`, () => void leave());
			return;
		}
		dropDrafts();
		await router.navigate({ to: "/login", search: {} });
		client.clear();
	};
}

export function SignOutButton() {
	const leave = useSignOut();
	return (
		<Button onPress={() => void leave()}>
			<LogOut aria-hidden="true" className="size-4 rtl:-scale-x-100" />
			<Trans>Sign out</Trans>
		</Button>
	);
}
