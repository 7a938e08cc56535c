import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { UserX } from "lucide-react";
import { SignOutButton } from "@/pages/sign-out";
import { buttonClass } from "@/ui/button";
import { Page, TextLink } from "@/ui/page";
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
					action={
						<span className="flex flex-wrap justify-center gap-2">
							<TextLink to="/apply" className={buttonClass("primary")}>
								<Trans>Apply to sell</Trans>
							</TextLink>
							<SignOutButton />
						</span>
					}
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
