import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { UserX } from "lucide-react";
import { SignOutButton } from "@/pages/account";
import { Page } from "@/ui/page";
import { Empty } from "@/ui/states";

export const Route = createFileRoute("/_app/none")({ component: Nothing });

function Nothing() {
	const { t } = useLingui();
	const { viewer } = Route.useRouteContext();
	return (
		<main className="p-4">
			<Page title={t`Nothing to manage yet`}>
				<Empty
					icon={UserX}
					title={t`You are neither an operator nor a member of a seller`}
					action={<SignOutButton />}
				>
					<Trans>
						You are signed in as {viewer.account.email}. Apply to sell, or ask the owner of a seller to add
						you as a member.
					</Trans>
				</Empty>
			</Page>
		</main>
	);
}
