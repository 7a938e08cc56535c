import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { SignOutButton } from "@/pages/sign-out";
import { SmallPage } from "@/pages/small";
import { buttonClass } from "@/ui/button";
import { TextLink } from "@/ui/page";

export const Route = createFileRoute("/_app/none")({ component: Nothing });

function Nothing() {
	const { t } = useLingui();
	const { viewer } = Route.useRouteContext();
	return (
		<SmallPage title={t`Nothing to manage yet`} isWide>
			<p className="mb-2 font-semibold">
				<Trans>You are neither an operator nor a member of a seller</Trans>
			</p>
			<p className="mb-4 break-words text-muted">
				<Trans>
					You are signed in as <bdi>{viewer.account.email}</bdi>. Apply to sell, or ask the owner of a seller
					to add you as a member.
				</Trans>
			</p>
			<span className="flex flex-wrap justify-end gap-2">
				<SignOutButton />
				<TextLink to="/apply" className={buttonClass("primary")}>
					<Trans>Apply to sell</Trans>
				</TextLink>
			</span>
		</SmallPage>
	);
}
