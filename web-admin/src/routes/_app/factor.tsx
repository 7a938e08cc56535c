import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { createFileRoute, useRouter } from "@tanstack/react-router";
import * as v from "valibot";
import { nextSearch } from "@/lib/list";
import { refreshViewer, safeNext } from "@/lib/session";
import { Enrol } from "@/pages/enrol";
import { useSignOut } from "@/pages/sign-out";
import { SmallPage } from "@/pages/small";
import { Button } from "@/ui/button";

// Where whoever has to have a second factor, and has none, is led until there is one.
export const Route = createFileRoute("/_app/factor")({
	validateSearch: v.object({ next: nextSearch }),
	component: SetUp,
});

function SetUp() {
	const { t } = useLingui();
	const client = useQueryClient();
	const router = useRouter();
	const leave = useSignOut();
	const { next } = Route.useSearch();
	const { viewer } = Route.useRouteContext();
	const enter = async () => {
		await refreshViewer(client);
		await router.invalidate();
		router.history.replace(router.options.basepath + safeNext(next));
	};
	return (
		<SmallPage title={t`Set up a second factor`} isWide>
			<p className="mb-4 text-muted">
				<Trans>
					Whoever works here shows more than a password when signing in. It takes a minute, and nobody who
					learns your password gets in with it alone.
				</Trans>
			</p>
			<Enrol
				isFirst
				onDone={() => void enter()}
				cancel={
					<Button look="quiet" onPress={() => void leave()}>
						<Trans>Sign out</Trans>
					</Button>
				}
			/>
			<p className="mt-6 border-t border-line pt-4 text-xs break-words text-muted">
				<Trans>
					Signed in as <bdi>{viewer.account.email}</bdi>
				</Trans>
			</p>
		</SmallPage>
	);
}
